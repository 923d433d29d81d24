"""Commands and queries of tickets. Every change goes through the table of moves and into the journal."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, select

from backend.database import JsonObject, Work
from backend.duework import plan
from backend.errors import NotAllowed, NotFound
from backend.journal import SYSTEM, Actor, Role, record
from backend.outbox import Notice
from backend.standard.values import Clock, Start
from backend.tickets.clocks import end_pauses, start_clocks, stop_clocks
from backend.tickets.models import Ticket
from backend.tickets.numbers import hold_count
from backend.tickets.opening import new_ticket
from backend.tickets.rules import (
    CLOSED,
    OPEN,
    WITH_TECHNICIAN,
    Prefix,
    Status,
    check_move,
)
from backend.tickets.values import RepairRequest, TicketView
from backend.tickets.viewing import view


async def open_ticket(work: Work, request: RepairRequest, actor: Actor) -> TicketView:
    """Opens, numbers and grades a ticket and plans its dispatch. The same origin a second time: the same ticket."""
    if (known := await ticket_from(work, request.origin)) is not None:
        return known
    ticket = await new_ticket(work, request)
    card = Notice(ticket.customer_id, "ticket-card", {"ticket": ticket.id}, card=card_of(ticket.id))
    await record(work, "received", actor, ticket_id=ticket.id, data={"number": ticket.number}, owes=[card])
    await _set_status(work, ticket, Status.GRADED, SYSTEM)
    graded: JsonObject = {"urgency": ticket.urgency, "severity": ticket.severity, "group": ticket.group}
    await record(work, "graded", SYSTEM, ticket_id=ticket.id, data=graded)
    await start_clocks(work, ticket, Start.OPENED)
    await plan_dispatch(work, ticket.id)
    return view(ticket)


async def move(
    work: Work,
    ticket_id: int,
    target: Status,
    actor: Actor,
    *,
    event: str,
    facts: Collection[str] = (),
    data: JsonObject | None = None,
    owes: Sequence[Notice] = (),
) -> TicketView:
    """Takes the ticket to another status, with its history and messages. Raises WrongMove.

    The live cards of the customer and of the technician who holds the job follow by themselves.
    """
    ticket = await locked(work, ticket_id)
    holder = ticket.technician_id
    await _set_status(work, ticket, target, actor, facts)
    cards = [
        Notice(person, kind, {"ticket": ticket.id}, card=card_of(ticket.id))
        for person, kind in ((ticket.customer_id, "ticket-card"), (holder, "job-card"))
        if person is not None
    ]
    await record(work, event, actor, ticket_id=ticket.id, data=data, owes=[*cards, *owes])
    return view(ticket)


async def hand_over(work: Work, ticket_id: int, technician_id: int) -> None:
    """Who holds the job."""
    ticket = await locked(work, ticket_id)
    ticket.technician_id = technician_id
    await work.session.flush()


async def let_go(work: Work, ticket_id: int) -> None:
    """Nobody holds the job any more: somebody has to be arranged anew, in the same time, and is looked for."""
    ticket = await locked(work, ticket_id)
    ticket.technician_id = None
    await work.session.flush()
    await start_clocks(work, ticket, Start.OPENED, only=(Clock.ARRANGED,))
    await plan_dispatch(work, ticket_id)


async def expect(work: Work, ticket_id: int, at: datetime | None) -> None:
    """When the technician means to be there."""
    (await locked(work, ticket_id)).expected_at = at
    await work.session.flush()


async def second_handling(work: Work, ticket_id: int, actor: Actor, words: str, owes: Sequence[Notice]) -> TicketView:
    """The customer objects: the job goes out again, with a clock of its own (handbook D, step 4)."""
    data: JsonObject = {"words": words}
    await move(work, ticket_id, Status.OBJECTED, actor, event="objected", facts=("objection",), data=data, owes=owes)
    ticket = await locked(work, ticket_id)
    ticket.round, ticket.objection = ticket.round + 1, words
    await start_clocks(work, ticket, Start.OBJECTED)
    await plan_dispatch(work, ticket_id)
    return view(ticket)


async def cancel_ticket(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    """Raises WrongMove once work on site has begun, NotAllowed for somebody else's ticket."""
    ticket = await locked(work, ticket_id)
    if actor.role is Role.CUSTOMER and ticket.customer_id != actor.person_id:
        raise NotAllowed("the ticket is somebody else's", number=ticket.number)
    holder = ticket.technician_id
    told = [Notice(holder, "job-cancelled", {"number": ticket.number})] if holder is not None else []
    return await move(work, ticket_id, Status.CANCELLED, actor, event="cancelled", owes=told)


async def arrived(work: Work, ticket_id: int) -> None:
    """Starts the clocks that run from the arrival: from the first one of each handling."""
    await start_clocks(work, await locked(work, ticket_id), Start.ARRIVED, again=False)


async def plan_dispatch(work: Work, ticket_id: int) -> None:
    await plan(work, "dispatch", f"dispatch:{ticket_id}", work.now, {"ticket": ticket_id})


async def locked(work: Work, ticket_id: int) -> Ticket:
    """The row, held until the transaction ends. For this feature's own modules. Raises NotFound."""
    held = select(Ticket).where(Ticket.id == ticket_id).with_for_update(key_share=True)
    found = await work.session.execute(held.execution_options(populate_existing=True))
    row = found.scalar_one_or_none()
    if row is None:
        raise NotFound(f"no ticket {ticket_id}")
    return row


async def ticket(work: Work, ticket_id: int) -> TicketView:
    """Raises NotFound."""
    row = await work.session.get(Ticket, ticket_id)
    if row is None:
        raise NotFound(f"no ticket {ticket_id}")
    return view(row)


async def ticket_numbered(work: Work, ticket_number: str) -> TicketView:
    """Raises NotFound."""
    found = await work.session.execute(select(Ticket).where(Ticket.number == ticket_number.strip().upper()))
    row = found.scalar_one_or_none()
    if row is None:
        raise NotFound(f"no ticket {ticket_number[:40]!r}", number=ticket_number[:40])
    return view(row)


async def ticket_from(work: Work, origin: str) -> TicketView | None:
    """The ticket that the origin opened. Nobody else opens one until the transaction ends."""
    await hold_count(work, Prefix.TICKET)
    row = (await work.session.execute(select(Ticket).where(Ticket.origin == origin))).scalar_one_or_none()
    return view(row) if row else None


async def tickets(
    work: Work, *, after: int | None = None, limit: int = 50, status: Status | None = None
) -> list[TicketView]:
    """Newest first; `after` is the id of the last one of the page before."""
    query = select(Ticket).order_by(Ticket.id.desc()).limit(limit)
    if after is not None:
        query = query.where(Ticket.id < after)
    if status is not None:
        query = query.where(Ticket.status == status)
    return [view(row) for row in (await work.session.execute(query)).scalars()]


async def open_like(work: Work, customer_id: int, product_id: int | None) -> TicketView | None:
    """The customer's newest open ticket for the same product: what a further request may be a duplicate of."""
    same = (Ticket.customer_id == customer_id, Ticket.product_id == product_id, Ticket.status.in_(OPEN))
    if product_id is None:
        return None
    found = await work.session.execute(select(Ticket).where(*same).order_by(Ticket.id.desc()).limit(1))
    row = found.scalar_one_or_none()
    return view(row) if row else None


async def open_tickets_of(work: Work, customer_id: int) -> list[TicketView]:
    query = select(Ticket).where(Ticket.customer_id == customer_id, Ticket.status.in_(OPEN)).order_by(Ticket.id)
    return [view(row) for row in (await work.session.execute(query)).scalars()]


async def jobs_of(work: Work, technician_id: int) -> list[TicketView]:
    """The technician's jobs under way, oldest first."""
    held = (Ticket.technician_id == technician_id, Ticket.status.in_(WITH_TECHNICIAN))
    return [
        view(row) for row in (await work.session.execute(select(Ticket).where(*held).order_by(Ticket.id))).scalars()
    ]


async def newest_held(work: Work) -> int | None:
    """The technician of the newest job under way."""
    held = select(Ticket.technician_id).where(Ticket.status.in_(WITH_TECHNICIAN)).order_by(Ticket.id.desc()).limit(1)
    return (await work.session.execute(held)).scalar_one_or_none()


async def loads(work: Work) -> dict[int, int]:
    """How many jobs under way each technician holds."""
    counted = (
        select(Ticket.technician_id, func.count())
        .where(Ticket.status.in_(WITH_TECHNICIAN), Ticket.technician_id.is_not(None))
        .group_by(Ticket.technician_id)
    )
    return {technician: count for technician, count in (await work.session.execute(counted)).all() if technician}


async def known_to(work: Work, customer_id: int) -> frozenset[int]:
    """The technicians who finished a job for this customer."""
    done = select(Ticket.technician_id).where(Ticket.customer_id == customer_id, Ticket.status == Status.CONFIRMED)
    return frozenset(person for person in (await work.session.execute(done)).scalars() if person is not None)


def feedback_key(customer_id: int) -> str:
    """The key of the due work that sends the customer the feedback form: one at a time."""
    return f"feedback:{customer_id}"


def card_of(ticket_id: int) -> str:
    """The name of a ticket's live card in any chat."""
    return f"ticket:{ticket_id}"


async def _set_status(work: Work, row: Ticket, target: Status, actor: Actor, facts: Collection[str] = ()) -> None:
    line = check_move(Status(row.status), target, actor.role, facts, number=row.number)
    row.status, row.changed_at = target, work.now
    await work.session.flush()
    await stop_clocks(work, row.id, line.stops)
    if target in CLOSED or target is Status.AWAITING:
        await end_pauses(work, row.id)
    if target in CLOSED - {Status.CANCELLED}:
        await _plan_feedback(work, row.customer_id)


async def _plan_feedback(work: Work, customer_id: int) -> None:
    """The form for past customers comes a period after the last job ended (table 16-11)."""
    due_at = work.now + work.settings.feedback_every
    await plan(work, "feedback", feedback_key(customer_id), due_at, {"person": customer_id})
