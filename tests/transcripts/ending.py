"""What a story leaves behind in the database."""

import json

from sqlalchemy import select

from backend.catalog.models import Fault, Product, UnmatchedWords
from backend.chats import Chat
from backend.conversations.models import Conversation
from backend.database import Json, Work
from backend.followups.models import CallBack
from backend.journal import JournalEntry
from backend.people.models import Person
from backend.surveys.models import Survey
from backend.tickets.models import Ticket, TicketClock
from backend.visits.models import Visit

_MARGIN = " " * 4


async def ending(work: Work) -> list[str]:
    """One paragraph for each thing, in the order in which they came."""
    names = {person.id: person.name for person in await work.session.scalars(select(Person))}
    told = [
        *[line for row in await work.session.scalars(select(Ticket)) for line in await _ticket(work, row, names)],
        *[_survey(row) for row in await work.session.scalars(select(Survey))],
        *[_call_back(row, names) for row in await work.session.scalars(select(CallBack))],
        *[f"words nobody knew: {row.kind} “{row.words}”" for row in await work.session.scalars(select(UnmatchedWords))],
        *await _unfinished(work),
        *[f"{name} wants no surveys" for name in await _opted_out(work)],
    ]
    return [f"{_MARGIN}{line}" for line in told] or [f"{_MARGIN}nothing"]


async def _ticket(work: Work, row: Ticket, names: dict[int, str]) -> list[str]:
    place = row.address if row.latitude is None else f"{row.address} ({row.latitude:.4f}, {row.longitude:.4f})"
    holder = names.get(row.technician_id or 0, "nobody")
    product = await work.session.scalar(select(Product.key).where(Product.id == row.product_id))
    fault = await work.session.scalar(select(Fault.key).where(Fault.id == row.fault_id))
    lines = [
        f"{row.number} is {row.status}: {row.urgency}, {row.severity} fault, handling {row.round}",
        f"  customer: {row.contact_name}, {row.contact_phone}, {place.strip()}",
        f"  symptoms: {row.symptoms}",
        f"  product: {product or f'“{row.product_words}”'}, fault: {fault or f'“{row.fault_words}”'}"
        + (f", serial number {row.serial}, bought on {row.purchased_on}" if row.serial else ""),
        f"  time: {_json(row.suits)}, photos: {len(row.photos)}, technician: {holder}",
    ]
    visits = await work.session.scalars(select(Visit).where(Visit.ticket_id == row.id).order_by(Visit.id))
    lines += [_visit(visit, names) for visit in visits]
    clocks = (TicketClock.ticket_id == row.id, TicketClock.stopped_at.is_(None))
    running = [clock.clock for clock in await work.session.scalars(select(TicketClock).where(*clocks))]
    lines += [f"  clocks that still run: {', '.join(running)}"] if running else []
    entries = select(JournalEntry.event).where(JournalEntry.ticket_id == row.id).order_by(JournalEntry.id)
    return [*lines, f"  history: {', '.join(await work.session.scalars(entries))}"]


def _visit(row: Visit, names: dict[int, str]) -> str:
    done = f"{row.cause}; {row.solution}; parts: {row.parts or 'none'}; {row.minutes} min; photos: {len(row.photos)}"
    signed = ", confirmed by the customer" if row.confirmed_at else ""
    return f"  visit {row.round} by {names[row.technician_id]}: {done if row.finished_at else 'not finished'}{signed}"


def _survey(row: Survey) -> str:
    reasons = ", ".join(row.reasons) or "none"
    return f"survey of {row.ticket} is {row.state}: score {row.score}, reasons {reasons}, words {row.words}"


def _call_back(row: CallBack, names: dict[int, str]) -> str:
    by = f" by {names[row.taken_by]}" if row.taken_by else ""
    return f"call-back for {row.ticket} is {row.state}{by}: {row.result}"


async def _unfinished(work: Work) -> list[str]:
    """Conversations that are still open, with their answers."""
    found = await work.session.execute(
        select(Conversation, Chat).join(Chat, Chat.id == Conversation.chat_id).where(Conversation.open)
    )
    lines = []
    for row, chat in found.all():
        lines.append(f"{chat.address} has not finished: {row.form} {row.subject}".rstrip())
        answers = row.state["answers"]
        lines += [f"  {name}: {_json(answer)}" for name, answer in answers.items()] if isinstance(answers, dict) else []
    return lines


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


async def _opted_out(work: Work) -> list[str]:
    return list(await work.session.scalars(select(Person.name).where(Person.opted_out_at.is_not(None))))
