"""Invites, tickets and API keys from the command line."""

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict

from backend.clock import SystemClock
from backend.database import Database
from backend.keys import Scope, create_key
from backend.people import service as people
from backend.people.rules import StaffRole
from backend.settings import Settings
from backend.tickets import service as tickets
from backend.tickets.values import TicketView
from bot.joining import INVITE
from bot.startup import CannotStart, open_database, operator_language, words
from bot.telegram.channel import bot_name
from bot.webchat.routes import BASE
from bot.wording import moment

_PAGE = 200


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """The database, migrated. Raises CannotStart."""
    database = Database(settings, SystemClock())
    try:
        await open_database(database)
        yield database
    finally:
        await database.close()


async def invite(settings: Settings, role: StaffRole, name: str, skills: Sequence[str], at: str | None) -> None:
    """Prints the links that redeem a new invite. Raises CannotStart for a place that is none, Invalid."""
    async with opened(settings) as database, database.begin() as work:
        made = await people.invite(work, role, name, skills, _place(at))
    until = moment(made.expires_at, operator_language(), settings.time_zone)
    print(words("cli-invite-made", name=made.name, role=made.role.value, until=until))
    payload = f"{INVITE}{made.token}"
    username = await bot_name(settings)
    if username:
        print(words("cli-invite-telegram", url=f"https://t.me/{username}?start={payload}"))
    root = settings.public_url or f"http://{settings.host}:{settings.port}"
    print(words("cli-invite-web", url=f"{root}{BASE}?start={payload}"))


async def make_key(settings: Settings, name: str, scopes: Sequence[str]) -> None:
    async with opened(settings) as database, database.begin() as work:
        key = await create_key(work, name, {Scope(scope) for scope in scopes})
    print(words("cli-key-made", name=name, scopes=", ".join(sorted(set(scopes)))))
    print(key)


async def list_tickets(settings: Settings, *, as_json: bool) -> None:
    """Newest first, contacts masked."""
    async with opened(settings) as database, database.read() as work:
        after, empty = None, True
        while page := await tickets.tickets(work, after=after, limit=_PAGE):
            for ticket in page:
                print(_json(ticket) if as_json else _line(ticket, settings))
            after, empty = page[-1].id, False
    if empty and not as_json:
        print(words("cli-no-tickets"))


async def run_migrations(settings: Settings) -> None:
    async with opened(settings):
        print(words("cli-migrated"))


def _json(ticket: TicketView) -> str:
    return json.dumps(asdict(ticket), ensure_ascii=False, default=str)


def _line(ticket: TicketView, settings: Settings) -> str:
    opened_at = f"{ticket.opened_at.astimezone(settings.time_zone):%Y-%m-%d %H:%M}"
    symptoms = " ".join(ticket.symptoms.split())[:60]
    return f"{ticket.number}  {opened_at}  {ticket.status:<22} {ticket.urgency:<10} {ticket.contact_name}  {symptoms}"


def _place(text: str | None) -> tuple[float, float] | None:
    if text is None:
        return None
    try:
        latitude, longitude = (float(part) for part in text.split(","))
    except ValueError as error:
        raise CannotStart("cli-bad-place", seen=repr(text)) from error
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise CannotStart("cli-bad-place", seen=repr(text))
    return latitude, longitude
