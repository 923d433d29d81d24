"""Everything that a story leaves behind, in terms that do not hang on the order in which rows were written."""

import json
import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, inspect, select

from backend.chats import Chat
from backend.complaints.models import Complaint
from backend.conversations.models import Conversation
from backend.database import Base, Work
from backend.dispatch.models import Offer
from backend.followups.models import CallBack
from backend.goods.models import GoodsReturn
from backend.journal import JournalEntry
from backend.outbox import OutboxMessage
from backend.people.models import Person, StaffMember
from backend.surveys.models import Survey
from backend.tickets.models import Ticket, TicketClock
from backend.visits.models import Visit

_TABLES: tuple[type[Base], ...] = (
    *(Ticket, TicketClock, Visit, Offer, Survey, CallBack, Complaint, GoodsReturn, JournalEntry, StaffMember),
)
_LINKS = ("id", "ticket_id", "customer_id", "technician_id", "actor_id", "confirmed_by", "taken_by", "person_id")
_NUMBERED = re.compile(r"((?:ticket|survey|call-back|conversation|feedback):)\d+")
_NAMED = ("complaint", "return", "chat", "to", "call_back", "survey", "visit", "offer", "technician", "person", "cause")

Left = dict[str, list[str]]


async def left(work: Work) -> Left:
    """Table by table, a line a row, sorted."""
    names = {person.id: person.name for person in await work.session.scalars(select(Person))}
    told = {table.__tablename__: _lines(await work.session.scalars(select(table)), names) for table in _TABLES}
    found = await work.session.execute(select(Conversation, Chat).join(Chat, Chat.id == Conversation.chat_id))
    told["conversations"] = sorted(
        f"{chat.address} {row.form} {_plain(row.subject)} {'open' if row.open else 'over'} {_plain(row.state)}"
        for row, chat in found.all()
    )
    told["chats"] = sorted(
        f"{chat.address} {chat.language} {'busy' if chat.focus_id else 'free'}"
        for chat in await work.session.scalars(select(Chat))
    )
    told["said"] = sorted(
        f"{address} {count} times {kind}" for address, kind, count in await work.session.execute(_SAID)
    )
    whose = await _whose(work, names)
    return {table: sorted(_called(line, whose) for line in lines) for table, lines in told.items()}


_SAID = (
    select(Chat.address, OutboxMessage.kind, func.count())
    .join(Chat, Chat.id == OutboxMessage.chat_id)
    .where(OutboxMessage.card.is_(None))
    .group_by(Chat.address, OutboxMessage.kind)
)
"""What was said once and is no card that is kept up to date."""


async def _whose(work: Work, names: dict[int, str]) -> dict[str, str]:
    """Whose each number is: which number it is hangs on who came first."""
    found: list[Ticket | Complaint | GoodsReturn] = [
        *await work.session.scalars(select(Ticket)),
        *await work.session.scalars(select(Complaint)),
        *await work.session.scalars(select(GoodsReturn)),
    ]
    return {each.number: f"{type(each).__name__} of {names[each.customer_id]}" for each in found}


def _called(line: str, whose: dict[str, str]) -> str:
    for number, owner in whose.items():
        line = line.replace(number, owner)
    return line


def _lines(rows: Iterable[Base], names: dict[int, str]) -> list[str]:
    return sorted(_plain(_row(row, names)) for row in rows)


def _row(row: Base, names: dict[int, str]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for column in inspect(type(row)).columns:
        value = getattr(row, column.key)
        if column.key in _LINKS:
            told[column.key] = names.get(value) if column.key not in ("id", "ticket_id") else None
        elif column.key == "data":
            told["data"] = {name: None if name in _NAMED else kept for name, kept in value.items()}
        else:
            told[column.key] = value
    return told


def _plain(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return _NUMBERED.sub(r"\1…", text)
