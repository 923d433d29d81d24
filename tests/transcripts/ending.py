"""What a story leaves behind in the database."""

import json
from collections.abc import Mapping

from sqlalchemy import select

from backend.catalog.models import Fault, Product, UnmatchedWords
from backend.chats import Chat
from backend.complaints.models import Complaint
from backend.conversations.models import Conversation
from backend.database import Json, Work
from backend.followups.models import CallBack
from backend.goods.models import GoodsReturn
from backend.journal import JournalEntry
from backend.people.models import Person
from backend.surveys.models import Feedback, Survey
from backend.tickets.models import Ticket, TicketClock
from backend.visits.models import Visit

_MARGIN = " " * 4


async def ending(work: Work, people: Mapping[str, str]) -> list[str]:
    """One paragraph for each thing, in the order in which they came. `people` are named by the addresses of chats."""
    names = {person.id: person.name for person in await work.session.scalars(select(Person))}
    told = [
        *[line for row in await work.session.scalars(select(Ticket)) for line in await _ticket(work, row, names)],
        *[line for row in await work.session.scalars(select(Survey)) for line in _survey(row)],
        *[line for row in await work.session.scalars(select(Feedback)) for line in _feedback(row, names)],
        *[line for row in await work.session.scalars(select(Complaint)) for line in _complaint(row)],
        *[line for row in await work.session.scalars(select(GoodsReturn)) for line in await _returned(work, row)],
        *[_call_back(row, names) for row in await work.session.scalars(select(CallBack))],
        *[
            f"words nobody knew{', dealt with' if row.resolved else ''}: {row.kind} “{row.words}”"
            for row in await work.session.scalars(select(UnmatchedWords))
        ],
        *await _unfinished(work, people),
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
        *([f"  kind: {row.kind}, for the group {row.group}"] if row.kind != "hardware" else []),
        *([f"  {_writer(row)}"] if row.writer != "self" else []),
        f"  symptoms: {row.symptoms}",
        *([f"  further: {_json(row.further)}"] if row.further else []),
        f"  product: {product or f'“{row.product_words}”'}, fault: {fault or f'“{row.fault_words}”'}"
        + (f", serial number {row.serial}" if row.serial else "")
        + (f", bought {row.purchased_on or row.purchase_words}" if row.purchased_on or row.purchase_words else ""),
        f"  time: {_json(row.suits)}, photos: {len(row.photos)}, technician: {holder}",
    ]
    visits = await work.session.scalars(select(Visit).where(Visit.ticket_id == row.id).order_by(Visit.id))
    lines += [_visit(visit, names) for visit in visits]
    clocks = (TicketClock.ticket_id == row.id, TicketClock.stopped_at.is_(None))
    running = [clock.clock for clock in await work.session.scalars(select(TicketClock).where(*clocks))]
    lines += [f"  clocks that still run: {', '.join(running)}"] if running else []
    entries = select(JournalEntry.event).where(JournalEntry.ticket_id == row.id).order_by(JournalEntry.id)
    return [*lines, f"  history: {', '.join(await work.session.scalars(entries))}"]


def _writer(row: Ticket) -> str:
    told = f"written for an {row.writer}" if row.writer == "organisation" else f"written by a {row.writer}"
    client = f", whose customer is {row.client_name}, {row.client_phone}; tried: {row.tried}" if row.client_name else ""
    return f"{told}: {row.organisation}{client}"


def _visit(row: Visit, names: dict[int, str]) -> str:
    done = f"{row.cause}; {row.solution}; parts: {row.parts or 'none'}; {row.minutes} min; photos: {len(row.photos)}"
    signed = ", confirmed by the customer" if row.confirmed_at else ""
    return f"  visit {row.round} by {names[row.technician_id]}: {done if row.finished_at else 'not finished'}{signed}"


def _survey(row: Survey) -> list[str]:
    reasons = ", ".join(row.reasons) or "none"
    lines = [f"survey of {row.ticket} is {row.state}: score {row.score}, reasons {reasons}, words {row.words}"]
    rest = {
        "told about care": row.told_care,
        "called back": row.called_back,
        "claimed": row.claimed,
        "handling of the claim": row.claim_handling,
        "statements": row.statements or None,
        "remarks": row.opinion,
    }
    lines += [f"  {name}: {_json(answer)}" for name, answer in rest.items() if answer is not None]
    return [*lines, "  more may still be answered"] if row.closed_at is None and row.score else lines


def _feedback(row: Feedback, names: dict[int, str]) -> list[str]:
    given = {"products": row.product_words, "product": row.product, "staff": row.staff, "wishes": row.suggestions}
    told = [f"  {name}: {_json(answer)}" for name, answer in given.items() if answer]
    return [f"feedback of {names[row.customer_id]} is {row.state}", *told]


def _complaint(row: Complaint) -> list[str]:
    claimed = "" if row.claimed is None else f", claims {row.claimed / 100:.2f}"
    return [
        f"complaint {row.number} is {row.status}: {row.kind}, wishes {row.wish}{claimed}, photos: {len(row.photos)}",
        f"  by {row.contact_name}, {row.contact_phone}: {row.words}",
    ]


async def _returned(work: Work, row: GoodsReturn) -> list[str]:
    product = await work.session.scalar(select(Product.key).where(Product.id == row.product_id))
    what = f"{row.quantity} × {product or f'“{row.product_words}”'}, {row.condition}, serial number {row.serial}"
    return [
        f"{row.kind} {row.number} is {row.status}: {what}",
        f"  reason: {row.reason}; tried: {row.tried or 'nothing'}; questions: {', '.join(row.questions) or 'none'}",
        f"  bought {row.purchased_on or row.purchase_words}, proof: {len(row.proof)} photos",
        f"  by {row.contact_name}, {row.contact_phone}, {row.address}",
    ]


def _call_back(row: CallBack, names: dict[int, str]) -> str:
    by = f" by {names[row.taken_by]}" if row.taken_by else ""
    return f"call-back for {row.ticket} is {row.state}{by}: {row.result}"


async def _unfinished(work: Work, people: Mapping[str, str]) -> list[str]:
    """Conversations that are still open, with their answers."""
    found = await work.session.execute(
        select(Conversation, Chat).join(Chat, Chat.id == Conversation.chat_id).where(Conversation.open)
    )
    lines = []
    for row, chat in found.all():
        lines.append(f"{people[chat.address]} has not finished: {row.form} {row.subject}".rstrip())
        answers = row.state["answers"]
        lines += [f"  {name}: {_json(answer)}" for name, answer in answers.items()] if isinstance(answers, dict) else []
    return lines


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


async def _opted_out(work: Work) -> list[str]:
    return list(await work.session.scalars(select(Person.name).where(Person.opted_out_at.is_not(None))))
