"""What stops a job: parts missing, nobody at home, more time needed, the wrong technician (flow chart 16-5)."""

from collections.abc import Sequence
from datetime import timedelta

from backend.actors import Actor, Role
from backend.database import JsonObject, Work
from backend.errors import Invalid, NotAllowed, WrongMove
from backend.journal import record
from backend.outbox import Notice
from backend.people import service as people
from backend.tickets import service as tickets
from backend.tickets.pauses import wait_for, wait_no_more
from backend.tickets.rules import WITH_TECHNICIAN, Status
from backend.tickets.values import TicketView
from backend.visits.loose_ends import loose_ends
from backend.visits.reminders import plan_reminders
from backend.visits.rows import held, under_way

MOST_MINUTES_LATE = 24 * 60


async def check_holds(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    """Before anybody writes a word in vain. Raises NotAllowed, and WrongMove once the job is over."""
    ticket = await held(work, ticket_id, actor)
    if ticket.status not in WITH_TECHNICIAN:
        raise WrongMove(f"{ticket.number} is {ticket.status}", status=ticket.status.value, target="held")
    return ticket


async def need_parts(work: Work, ticket_id: int, actor: Actor, parts: str) -> TicketView:
    """The job waits for parts: its clocks pause, customer and supervisors know. Raises NotAllowed, WrongMove."""
    ticket = await held(work, ticket_id, actor)
    over = await _leave(work, ticket)
    told: JsonObject = {"ticket": ticket.id, "number": ticket.number, "parts": parts, "technician": actor.name}
    owes = [
        *over,
        Notice(ticket.customer_id, "waiting-parts", told),
        *await people.to_supervisors(work, "parts-needed", told),
    ]
    facts = ("parts",) if parts.strip() else ()
    moved = await tickets.move(
        work,
        ticket_id,
        Status.WAITING_PARTS,
        actor,
        event="parts-needed",
        facts=facts,
        data={"parts": parts},
        owes=owes,
    )
    await wait_for(work, ticket_id, "parts", actor)
    return moved


async def parts_are_here(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    """The clocks run again. Said twice it changes nothing. Raises NotAllowed, WrongMove."""
    await tickets.locked(work, ticket_id)
    ticket = await tickets.ticket(work, ticket_id)
    if actor.role not in (Role.SUPERVISOR, Role.DESK) and ticket.technician_id != actor.person_id:
        raise NotAllowed("the job is somebody else's", number=ticket.number)
    if ticket.status is Status.ACCEPTED:
        return ticket
    owes = [Notice(ticket.customer_id, "parts-here", {"number": ticket.number})]
    if ticket.technician_id not in (None, actor.person_id):
        owes.append(Notice(ticket.technician_id or 0, "parts-here-job", {"number": ticket.number}))
    moved = await tickets.move(work, ticket_id, Status.ACCEPTED, actor, event="parts-here", owes=owes)
    await wait_no_more(work, ticket_id, "parts")
    return moved


async def no_access(work: Work, ticket_id: int, actor: Actor, photos: Sequence[str]) -> TicketView:
    """Nobody opened: the picture is the proof, the customer is asked for another time, the clocks wait for them.

    Raises NotAllowed, WrongMove before the technician has set out and without a picture.
    """
    ticket = await held(work, ticket_id, actor)
    row = await under_way(work, ticket)
    if row is None:
        raise WrongMove(f"{ticket.number} is {ticket.status}", status=ticket.status.value, target="no-access")
    over = await _leave(work, ticket)
    row.arrived_at = row.arrived_at or work.now
    row.photos = [*row.photos, *photos]
    told: JsonObject = {"ticket": ticket.id, "number": ticket.number, "technician": actor.name}
    owes = [*over, Notice(ticket.customer_id, "no-access", told, fresh=True)]
    facts = ("presence", "photo") if photos else ("presence",)
    data: JsonObject = {"photos": [*photos]}
    moved = await tickets.move(
        work, ticket_id, Status.NO_ACCESS, actor, event="no-access", facts=facts, data=data, owes=owes
    )
    await wait_for(work, ticket_id, "customer", actor)
    await plan_reminders(work, moved)
    return moved


async def hand_back(work: Work, ticket_id: int, actor: Actor, reason: str) -> TicketView:
    """The technician cannot do it after all; the next one is asked. Raises NotAllowed, WrongMove."""
    ticket = await held(work, ticket_id, actor)
    over = await _leave(work, ticket)
    told: JsonObject = {"number": ticket.number, "technician": actor.name, "reason": reason}
    owes = [
        *over,
        Notice(ticket.customer_id, "handed-back", {"number": ticket.number}),
        *await people.to_supervisors(work, "handed-back-desk", told),
    ]
    facts = ("reason",) if reason.strip() else ()
    moved = await tickets.move(
        work, ticket_id, Status.GRADED, actor, event="handed-back", facts=facts, data={"reason": reason}, owes=owes
    )
    await tickets.let_go(work, ticket_id)
    return moved


async def running_late(work: Work, ticket_id: int, actor: Actor, minutes: int) -> TicketView:
    """The technician comes `minutes` from now; the customer knows at once. The same again changes nothing.

    Raises NotAllowed, WrongMove when not on the way there, Invalid for less than one minute or more than a day.
    """
    ticket = await held(work, ticket_id, actor)
    if ticket.status not in (Status.ACCEPTED, Status.EN_ROUTE):
        raise WrongMove(f"{ticket.number} is {ticket.status}", status=ticket.status.value, target="late")
    if not 1 <= minutes <= MOST_MINUTES_LATE:
        raise Invalid(f"{minutes} minutes late; expected 1 to {MOST_MINUTES_LATE}")
    expected = work.now.replace(second=0, microsecond=0) + timedelta(minutes=minutes)
    if ticket.expected_at is not None and abs(ticket.expected_at - expected) <= timedelta(minutes=1):
        return ticket
    await tickets.expect(work, ticket_id, expected)
    told: JsonObject = {"number": ticket.number, "technician": actor.name, "expected_at": expected.isoformat()}
    card = Notice(ticket.customer_id, "ticket-card", {"ticket": ticket.id}, card=tickets.card_of(ticket.id))
    job = Notice(ticket.technician_id or 0, "job-card", {"ticket": ticket.id}, card=tickets.card_of(ticket.id))
    owes = [Notice(ticket.customer_id, "late", told, urgent=True), card, job]
    await record(work, "late", actor, ticket_id=ticket.id, data={"minutes": minutes}, owes=owes)
    return await tickets.ticket(work, ticket_id)


async def _leave(work: Work, ticket: TicketView) -> list[Notice]:
    """The outing under way, if any, ends with the job still open; nobody is expected any more. Gives what is owed."""
    over = await loose_ends(work, ticket)
    await tickets.expect(work, ticket.id, None)
    row = await under_way(work, ticket)
    if row is not None:
        row.left_at = work.now
    return over
