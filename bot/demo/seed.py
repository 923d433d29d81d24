"""Fills a new database for the demo, through the same commands that the product uses."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any

from sqlalchemy import delete

from backend import catalog as catalogue_package
from backend.catalog import files as catalogue_files
from backend.catalog import service as catalog
from backend.catalog.transfer import import_catalogue
from backend.chats import Chat, ChatKey, locked_chat
from backend.database import Database, Work
from backend.dispatch import service as dispatch
from backend.journal import Actor, Role
from backend.outbox import OutboxMessage, OutboxState
from backend.people import service as people
from backend.people.rules import StaffRole
from backend.surveys import service as surveys
from backend.tickets import service as tickets
from backend.tickets.values import Place, RepairRequest
from backend.visits import service as visits
from backend.visits.values import ServiceRecord
from bot.turn import menu_of, say_to
from bot.webchat.board import CHANNEL
from dialogs.phrases import Words

_STILL_OWED = ("say", "call-back")
TECHNICIAN, SUPERVISOR, PAST = "demo-technician", "demo-supervisor", "demo-past"


@dataclass(frozen=True)
class Phone:
    """A technician's phone of the demo, numbered from 1."""

    number: int
    person_id: int
    name: str
    skills: str


async def seed(database: Database, language: str) -> None:
    """A catalogue, a supervisor, a dozen technicians, and some finished jobs. Does nothing a second time."""
    data = tomllib.loads(files(__package__).joinpath("data.toml").read_text(encoding="utf-8"))
    async with database.begin() as work:
        if await people.supervisors(work):
            return
        await _import_starter(work)
        await _join(work, SUPERVISOR, StaffRole.SUPERVISOR, data["supervisor"], language)
        for number, technician in enumerate(data["technician"], 1):
            await _join(work, f"{TECHNICIAN}-{number}", StaffRole.TECHNICIAN, technician, language)
    for number, past in enumerate(data["past"], 1):
        async with database.begin() as work:
            await _relive(work, number, past, language)


async def phones(work: Work) -> list[Phone]:
    """The technicians' phones, in their order."""
    known = {technician.id: technician for technician in await people.technicians(work)}
    found = []
    for number in range(1, len(known) + 1):
        chat = await _chat(work, f"{TECHNICIAN}-{number}", "en")
        if chat.person_id in known:
            technician = known[chat.person_id]
            found.append(Phone(number, technician.id, technician.name, ", ".join(technician.skills)))
    return found


async def _import_starter(work: Work) -> None:
    starter = files(catalogue_package).joinpath("data/starter.toml").read_bytes()
    await import_catalogue(work, catalogue_files.read("starter.toml", starter))


async def _join(work: Work, address: str, role: StaffRole, who: Mapping[str, Any], language: str) -> None:
    chat = await _chat(work, address, language)
    person = await people.person_of(work, chat, who["name"])
    at = tuple(who["at"]) if "at" in who else None
    invitation = await people.invite(work, role, who["name"], who.get("skills", ()), at)
    me = await people.redeem(work, invitation.token, person.id)
    await say_to(work, chat.id, Words(f"welcome-{role}", {"name": me.name}), rows=menu_of(me))


async def _relive(work: Work, number: int, past: Mapping[str, Any], language: str) -> None:
    """One finished job with its survey, at the times it would have had. Of its messages only what is still to be done
    reaches a phone: a call-back."""
    started = work.now - timedelta(days=past["days_ago"])
    at = _at(work, started)
    chat = await _chat(at, f"{PAST}-{number}", language)
    customer = await people.person_of(at, chat, past["customer"])
    product = await catalog.product_keyed(at, past["product"])
    request = RepairRequest(
        origin=f"{PAST}:{number}",
        customer_id=customer.id,
        contact_name=past["customer"],
        contact_phone=past["phone"],
        symptoms=past["symptoms"],
        place=Place(past["address"], *past["at"]),
        product_id=product.id if product else None,
        suits={"window": "soon"},
    )
    ticket = await tickets.open_ticket(at, request, customer.actor)
    technician = next(each for each in await people.technicians(at) if each.name == past["technician"])
    worker = Actor(Role.TECHNICIAN, technician.id, technician.name)
    offer = await dispatch.assign(at, ticket.id, technician.id, Actor(Role.DESK))
    await dispatch.accept(_at(work, started + timedelta(minutes=4)), offer.id, worker)
    await visits.depart(_at(work, started + timedelta(minutes=20)), ticket.id, worker)
    await visits.arrive(_at(work, started + timedelta(minutes=55)), ticket.id, worker)
    record = ServiceRecord(past["cause"], past["solution"], past["parts"], past["minutes"])
    finished = started + timedelta(minutes=55 + past["minutes"])
    await visits.finish(_at(work, finished), ticket.id, worker, record)
    await visits.confirm(_at(work, finished + timedelta(minutes=5)), ticket.id, customer.actor)
    chat.seen_at = finished
    survey = await surveys.send(_at(work, finished + timedelta(minutes=10)), ticket.id)
    if survey is not None:
        answered = _at(work, finished + timedelta(minutes=15))
        await surveys.answer(answered, survey.id, customer.actor, past["score"], past["reasons"], None, complete=True)
    old = OutboxMessage.state == OutboxState.QUEUED, OutboxMessage.kind.not_in(_STILL_OWED)
    await work.session.execute(delete(OutboxMessage).where(*old))


def _at(work: Work, moment: datetime) -> Work:
    return replace(work, now=moment)


async def _chat(work: Work, address: str, language: str) -> Chat:
    return await locked_chat(work, ChatKey(CHANNEL, address), language)
