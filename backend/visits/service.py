"""Commands and queries of visits. Only the technician who holds the job moves it; only its customer confirms it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from backend.database import JsonObject, Work
from backend.duework import plan
from backend.errors import NotAllowed, WrongMove
from backend.journal import Actor
from backend.outbox import Notice
from backend.people import service as people
from backend.tickets import service as tickets
from backend.tickets.rules import Status
from backend.tickets.values import TicketView
from backend.visits.models import Visit


@dataclass(frozen=True)
class ServiceRecord:
    """What was found and done. `minutes` is the time spent."""

    cause: str
    solution: str
    parts: str
    minutes: int
    photos: Sequence[str] = ()


@dataclass(frozen=True)
class VisitView:
    ticket_id: int
    round: int
    technician_id: int
    departed_at: datetime
    arrived_at: datetime | None
    finished_at: datetime | None
    record: ServiceRecord | None
    confirmed_at: datetime | None
    confirmed_by: int | None


async def depart(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    """The technician is on the way; said twice it changes nothing. Raises NotAllowed, WrongMove."""
    ticket = await _held(work, ticket_id, actor)
    if ticket.status is Status.EN_ROUTE:
        return ticket
    told = Notice(ticket.customer_id, "en-route", {"number": ticket.number, "technician": actor.name})
    moved = await tickets.move(work, ticket_id, Status.EN_ROUTE, actor, event="departed", owes=[told])
    work.session.add(
        Visit(ticket_id=ticket_id, round=ticket.round, technician_id=actor.person_id, departed_at=work.now, photos=[])
    )
    await work.session.flush()
    return moved


async def arrive(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    """Said twice it changes nothing. Raises NotAllowed, WrongMove."""
    ticket = await _held(work, ticket_id, actor)
    if ticket.status is Status.ARRIVED:
        return ticket
    told = Notice(ticket.customer_id, "arrived", {"number": ticket.number, "technician": actor.name})
    moved = await tickets.move(work, ticket_id, Status.ARRIVED, actor, event="arrived", owes=[told])
    (await _row(work, ticket)).arrived_at = work.now
    await tickets.arrived(work, ticket_id)
    return moved


async def check_can_finish(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    """Raises NotAllowed, or WrongMove before the arrival and after the end."""
    ticket = await _held(work, ticket_id, actor)
    if ticket.status is not Status.ARRIVED:
        raise WrongMove(f"{ticket.number} is {ticket.status}", status=ticket.status.value, target="repaired")
    return ticket


async def finish(work: Work, ticket_id: int, actor: Actor, done: ServiceRecord) -> TicketView:
    """Files the service record and asks the customer whether it is solved. Raises NotAllowed, WrongMove."""
    ticket = await check_can_finish(work, ticket_id, actor)
    row = await _row(work, ticket)
    row.finished_at, row.cause, row.solution = work.now, done.cause, done.solution
    row.parts, row.minutes, row.photos = done.parts, done.minutes, list(done.photos)
    facts = ("arrival", "cause", "solution", "minutes")
    filed: JsonObject = {"cause": done.cause, "solution": done.solution, "parts": done.parts, "minutes": done.minutes}
    asked: JsonObject = {
        "ticket": ticket_id,
        "number": ticket.number,
        "technician": actor.name,
        "cause": done.cause,
        "solution": done.solution,
        "parts": done.parts or "none",
    }
    question = Notice(ticket.customer_id, "solved", asked, card=f"solved:{ticket_id}:{ticket.round}")
    await tickets.move(work, ticket_id, Status.DIAGNOSED, actor, event="diagnosed", facts=facts)
    await tickets.move(work, ticket_id, Status.REPAIRED, actor, event="repaired", facts=facts, data=filed)
    return await tickets.move(work, ticket_id, Status.AWAITING, actor, event="asked-to-confirm", owes=[question])


async def check_can_judge(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    """Raises NotAllowed for anyone but the customer, WrongMove when there is nothing to confirm."""
    await tickets.locked(work, ticket_id)
    ticket = await tickets.ticket(work, ticket_id)
    if ticket.customer_id != actor.person_id:
        raise NotAllowed("only the customer says whether it is solved", number=ticket.number)
    if ticket.status is not Status.AWAITING:
        raise WrongMove(f"{ticket.number} is {ticket.status}", status=ticket.status.value, target="confirmed")
    return ticket


async def confirm(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    """The customer's signature: who, when, from which account. Plans the survey. Said twice it changes nothing.

    Raises as `check_can_judge`.
    """
    known = await tickets.ticket(work, ticket_id)
    if known.status is Status.CONFIRMED and known.customer_id == actor.person_id:
        return known
    ticket = await check_can_judge(work, ticket_id, actor)
    row = await _row(work, ticket)
    row.confirmed_at, row.confirmed_by = work.now, actor.person_id
    owes = [
        Notice(row.technician_id, "confirmed", {"number": ticket.number}),
        _asked_card(ticket),
        Notice(ticket.customer_id, "confirmed-thanks", {"number": ticket.number}),
    ]
    moved = await tickets.move(work, ticket_id, Status.CONFIRMED, actor, event="confirmed", owes=owes)
    await plan(work, "survey", f"survey:{ticket_id}", work.now + work.settings.survey_after, {"ticket": ticket_id})
    return moved


async def object_to(work: Work, ticket_id: int, actor: Actor, words: str) -> TicketView:
    """Not solved: second handling, and the supervisors know. Raises as `check_can_judge`."""
    ticket = await check_can_judge(work, ticket_id, actor)
    told: JsonObject = {"number": ticket.number, "words": words}
    row = await _row(work, ticket)
    owes = [
        *await people.to_supervisors(work, "objection", told),
        Notice(row.technician_id, "objected", told),
        _asked_card(ticket),
    ]
    return await tickets.second_handling(work, ticket_id, actor, words, owes)


async def visits_of(work: Work, ticket_id: int) -> list[VisitView]:
    rows = await work.session.execute(select(Visit).where(Visit.ticket_id == ticket_id).order_by(Visit.round))
    return [_view(row) for row in rows.scalars()]


def _asked_card(ticket: TicketView) -> Notice:
    """The question "is it solved" loses its buttons."""
    return Notice(
        ticket.customer_id, "solved-answered", {"ticket": ticket.id}, card=f"solved:{ticket.id}:{ticket.round}"
    )


async def _held(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    await tickets.locked(work, ticket_id)
    ticket = await tickets.ticket(work, ticket_id)
    if ticket.technician_id is None or ticket.technician_id != actor.person_id:
        raise NotAllowed("the job is somebody else's", number=ticket.number)
    return ticket


async def _row(work: Work, ticket: TicketView) -> Visit:
    found = await work.session.execute(select(Visit).where(Visit.ticket_id == ticket.id, Visit.round == ticket.round))
    return found.scalar_one()


def _view(row: Visit) -> VisitView:
    record = None
    if row.finished_at is not None:
        record = ServiceRecord(
            row.cause or "", row.solution or "", row.parts or "", row.minutes or 0, tuple(row.photos)
        )
    return VisitView(
        row.ticket_id,
        row.round,
        row.technician_id,
        row.departed_at,
        row.arrived_at,
        row.finished_at,
        record,
        row.confirmed_at,
        row.confirmed_by,
    )
