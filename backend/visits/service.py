"""Commands and queries of visits. Only the technician who holds the job moves it; only its customer confirms it."""

from dataclasses import asdict
from datetime import datetime

from sqlalchemy import select

from backend.database import JsonObject, Work
from backend.duework import plan
from backend.errors import NotAllowed, WrongMove
from backend.journal import Actor
from backend.outbox import Notice
from backend.people import service as people
from backend.people.stock import use_parts
from backend.tickets import service as tickets
from backend.tickets.rules import Status
from backend.tickets.values import TicketView
from backend.visits.loose_ends import loose_ends
from backend.visits.models import Visit
from backend.visits.reminders import no_longer_asked, plan_reminders, solved_card
from backend.visits.rows import begin, held, latest, proposed, rows, view
from backend.visits.rules import merged_minutes, stock_keys
from backend.visits.values import ServiceRecord, VisitView


async def depart(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    """The technician is on the way; said twice it changes nothing. Raises NotAllowed, WrongMove."""
    ticket = await held(work, ticket_id, actor)
    if ticket.status is Status.EN_ROUTE:
        return ticket
    told = Notice(ticket.customer_id, "en-route", {"number": ticket.number, "technician": actor.name})
    owes = [told, *await loose_ends(work, ticket)]
    moved = await tickets.move(work, ticket_id, Status.EN_ROUTE, actor, event="departed", owes=owes)
    await begin(work, ticket, ticket.technician_id or 0)
    return moved


async def arrive(work: Work, ticket_id: int, actor: Actor, far_km: float | None = None) -> TicketView:
    """Said twice it changes nothing. `far_km`: how far from the address the technician said so all the same.

    Raises NotAllowed, WrongMove.
    """
    ticket = await held(work, ticket_id, actor)
    if ticket.status is Status.ARRIVED:
        return ticket
    told = Notice(ticket.customer_id, "arrived", {"number": ticket.number, "technician": actor.name})
    data: JsonObject = {"far_km": far_km} if far_km is not None else {}
    moved = await tickets.move(work, ticket_id, Status.ARRIVED, actor, event="arrived", data=data, owes=[told])
    await tickets.expect(work, ticket_id, None)
    row = await latest(work, ticket)
    row.arrived_at, row.far_km = work.now, far_km
    await tickets.arrived(work, ticket_id)
    return moved


async def check_can_finish(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    """Raises NotAllowed, or WrongMove before the arrival and after the end."""
    ticket = await held(work, ticket_id, actor)
    if ticket.status not in (Status.REMOTE, Status.ARRIVED, Status.DIAGNOSED):
        raise WrongMove(f"{ticket.number} is {ticket.status}", status=ticket.status.value, target="repaired")
    return ticket


async def measured_minutes(work: Work, ticket_id: int) -> int:
    """The time at the job up to now, as the events tell it: each outing from arrival to leaving, at least a minute."""
    ticket = await tickets.ticket(work, ticket_id)
    spans = [
        (row.arrived_at or row.departed_at, row.left_at or row.finished_at or work.now)
        for row in await rows(work, ticket)
        if row.remote or row.arrived_at
    ]
    return max(1, merged_minutes(spans))


async def finish(work: Work, ticket_id: int, actor: Actor, done: ServiceRecord) -> TicketView:
    """Files the service record and asks the customer whether it is solved.

    Raises NotAllowed, and WrongMove also for a charge that the customer has not agreed to.
    """
    ticket = await check_can_finish(work, ticket_id, actor)
    row = await latest(work, ticket)
    if done.charge > await _agreed_price(work, ticket):
        told = f"the customer has not agreed to pay {done.charge}"
        raise WrongMove(told, what="charge", number=ticket.number, status=ticket.status.value, target="repaired")
    over = await loose_ends(work, ticket)
    _file(work, row, done)
    if done.parts_used:
        await use_parts(work, row.technician_id, stock_keys(done.parts_used), actor, ticket_id=ticket_id)
    facts = _facts(row, done)
    filed: JsonObject = {"cause": done.cause, "solution": done.solution, "parts": done.parts, "minutes": done.minutes}
    filed = {**filed, "work_type": done.work_type, "charge": done.charge}
    asked: JsonObject = {
        "ticket": ticket_id,
        "number": ticket.number,
        "technician": actor.name,
        "cause": done.cause,
        "solution": done.solution,
        "parts": done.parts or "none",
        "charge": done.charge,
    }
    owes = [*over, Notice(ticket.customer_id, "solved", asked, card=solved_card(ticket))]
    if ticket.status is not Status.DIAGNOSED:
        await tickets.move(work, ticket_id, Status.DIAGNOSED, actor, event="diagnosed", facts=facts)
    await tickets.move(work, ticket_id, Status.REPAIRED, actor, event="repaired", facts=facts, data=filed)
    moved = await tickets.move(work, ticket_id, Status.AWAITING, actor, event="asked-to-confirm", owes=owes)
    await plan_reminders(work, moved)
    return moved


def _file(work: Work, row: Visit, done: ServiceRecord) -> None:
    row.finished_at, row.cause, row.solution = work.now, done.cause, done.solution
    row.parts, row.minutes, row.photos = done.parts, done.minutes, [*row.photos, *done.photos]
    row.work_type, row.charge = done.work_type, done.charge
    row.parts_used = [asdict(part) for part in done.parts_used]


async def _agreed_price(work: Work, ticket: TicketView) -> int:
    row = await proposed(work, ticket)
    return (row.price or 0) if row is not None and row.agreed_at is not None else 0


def _facts(row: Visit, done: ServiceRecord) -> frozenset[str]:
    """What is there for the table of moves to ask for; the charge is agreed to by now."""
    there = {
        "presence": view(row).presence,
        "cause": done.cause.strip(),
        "solution": done.solution.strip(),
        "minutes": done.minutes > 0,
        "agreed": True,
    }
    return frozenset(name for name, holds in there.items() if holds)


async def check_can_judge(
    work: Work, ticket_id: int, actor: Actor, judged: frozenset[Status] = frozenset({Status.AWAITING})
) -> TicketView:
    """Raises NotAllowed for anyone but the customer, WrongMove when there is nothing to confirm."""
    await tickets.locked(work, ticket_id)
    ticket = await tickets.ticket(work, ticket_id)
    if ticket.customer_id != actor.person_id:
        raise NotAllowed("only the customer says whether it is solved", number=ticket.number)
    if ticket.status not in judged:
        raise WrongMove(f"{ticket.number} is {ticket.status}", status=ticket.status.value, target="confirmed")
    return ticket


async def check_can_object(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    """As `check_can_judge`; whoever missed the reminders may still object."""
    return await check_can_judge(work, ticket_id, actor, frozenset({Status.AWAITING, Status.UNANSWERED}))


async def confirm(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    """The customer's signature: who, when, from which account. Plans the survey. Said twice it changes nothing.

    Raises as `check_can_judge`.
    """
    known = await tickets.ticket(work, ticket_id)
    if known.status is Status.CONFIRMED and known.customer_id == actor.person_id:
        return known
    ticket = await check_can_judge(work, ticket_id, actor)
    row = await latest(work, ticket)
    row.confirmed_at, row.confirmed_by = work.now, actor.person_id
    owes = [
        Notice(row.technician_id, "confirmed", {"number": ticket.number}),
        no_longer_asked(ticket),
        Notice(ticket.customer_id, "confirmed-thanks", {"number": ticket.number}),
    ]
    moved = await tickets.move(work, ticket_id, Status.CONFIRMED, actor, event="confirmed", owes=owes)
    await plan(work, "survey", f"survey:{ticket_id}", work.now + work.settings.survey_after, {"ticket": ticket_id})
    return moved


async def object_to(work: Work, ticket_id: int, actor: Actor, words: str) -> TicketView:
    """Not solved: second handling, and the supervisors know. Raises as `check_can_judge`."""
    ticket = await check_can_object(work, ticket_id, actor)
    told: JsonObject = {"number": ticket.number, "words": words}
    row = await latest(work, ticket)
    owes = [
        *await people.to_supervisors(work, "objection", told),
        Notice(row.technician_id, "objected", told),
        *([no_longer_asked(ticket)] if row.finished_at else []),
    ]
    return await tickets.second_handling(work, ticket_id, actor, words, owes)


async def visits_of(work: Work, ticket_id: int) -> list[VisitView]:
    found = await work.session.execute(select(Visit).where(Visit.ticket_id == ticket_id).order_by(Visit.id))
    return [view(row) for row in found.scalars()]


async def visits_between(work: Work, technician_id: int, start: datetime, end: datetime) -> list[VisitView]:
    """The technician's outings that began from `start` to before `end`, in order."""
    mine = select(Visit).where(
        Visit.technician_id == technician_id, Visit.departed_at >= start, Visit.departed_at < end
    )
    return [view(row) for row in (await work.session.execute(mine.order_by(Visit.departed_at))).scalars()]
