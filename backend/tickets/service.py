"""Commands and queries of tickets. Every change goes through the table of moves and into the journal."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from backend.catalog import service as catalog
from backend.database import Json, JsonObject, Work
from backend.duework import plan
from backend.errors import NotAllowed, NotFound
from backend.journal import SYSTEM, Actor, Role, record
from backend.outbox import Notice
from backend.people.rules import masked_address, masked_phone
from backend.standard import service as standard
from backend.standard.values import Clock, Start
from backend.tickets.clocks import end_pauses, start_clocks, stop_clocks
from backend.tickets.models import Ticket
from backend.tickets.numbers import hold_count, next_number
from backend.tickets.rules import (
    CLOSED,
    OPEN,
    WITH_TECHNICIAN,
    Honorific,
    Kind,
    Prefix,
    Status,
    Urgency,
    Writer,
    check_move,
    group_of,
)
from backend.tickets.values import RepairRequest, Symptom, TicketView


async def open_ticket(work: Work, request: RepairRequest, actor: Actor) -> TicketView:
    """Opens, numbers and grades a ticket and plans its dispatch. The same origin a second time: the same ticket."""
    if (known := await ticket_from(work, request.origin)) is not None:
        return known
    ticket = await _new_ticket(work, request)
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


def view(row: Ticket) -> TicketView:
    return TicketView(
        id=row.id,
        number=row.number,
        status=Status(row.status),
        kind=Kind(row.kind),
        urgency=Urgency(row.urgency),
        severity=row.severity,
        group=row.group,
        round=row.round,
        customer_id=row.customer_id,
        technician_id=row.technician_id,
        contact_name=row.contact_name,
        honorific=Honorific(row.honorific) if row.honorific else None,
        masked_phone=masked_phone(row.contact_phone),
        masked_address=masked_address(row.address) if row.address else "",
        writer=Writer(row.writer),
        organisation=row.organisation,
        client_name=row.client_name,
        masked_client_phone=masked_phone(row.client_phone) if row.client_phone else None,
        tried=row.tried,
        symptoms=row.symptoms,
        further=_symptoms(row.further),
        product_id=row.product_id,
        product_words=row.product_words,
        fault_id=row.fault_id,
        fault_words=row.fault_words,
        skill=row.skill,
        serial=row.serial,
        purchased_on=row.purchased_on,
        purchase_words=row.purchase_words,
        latitude=row.latitude,
        longitude=row.longitude,
        suits=row.suits,
        expected_at=row.expected_at,
        photos=tuple(row.photos),
        objection=row.objection,
        opened_at=row.opened_at,
        changed_at=row.changed_at,
        standard_version=row.standard_version,
    )


async def _new_ticket(work: Work, request: RepairRequest) -> Ticket:
    graded = await _graded_by_catalogue(work, request)
    row = Ticket(
        number=await next_number(work, Prefix.TICKET),
        origin=request.origin,
        status=Status.RECEIVED,
        kind=graded.kind,
        urgency=request.urgency,
        severity=graded.severity,
        group=group_of(graded.kind),
        standard_version=await standard.current_version(work),
        round=1,
        customer_id=request.customer_id,
        contact_name=request.contact_name,
        honorific=Honorific(request.honorific) if request.honorific else None,
        contact_phone=request.contact_phone,
        writer=request.writer,
        organisation=request.organisation,
        client_name=request.client_name,
        client_phone=request.client_phone,
        tried=request.tried,
        symptoms=request.symptoms,
        further=[symptom.to_json() for symptom in request.further],
        product_id=request.product_id,
        product_words=request.product_words,
        fault_id=request.fault_id,
        fault_words=request.fault_words,
        skill=graded.skill,
        serial=request.serial,
        purchased_on=request.purchased_on,
        purchase_words=request.purchase_words,
        address=request.place.address,
        latitude=request.place.latitude,
        longitude=request.place.longitude,
        suits=request.suits,
        photos=list(request.photos),
        opened_at=work.now,
        changed_at=work.now,
    )
    work.session.add(row)
    await work.session.flush()
    return row


@dataclass(frozen=True)
class _Graded:
    kind: Kind
    severity: str
    skill: str | None


async def _graded_by_catalogue(work: Work, request: RepairRequest) -> _Graded:
    """Kind, severity and the skill wanted, by the first fault; one that nobody knows yet counts as general."""
    product = await catalog.product(work, request.product_id) if request.product_id is not None else None
    fault = await catalog.fault(work, request.fault_id) if request.fault_id is not None else None
    skill = (fault.skill if fault else None) or (product.skill if product else None)
    kind = request.kind or (fault.concern if fault else Kind.HARDWARE)
    return _Graded(kind, fault.severity.value if fault else "general", skill)


def _symptoms(further: Json) -> tuple[Symptom, ...]:
    return tuple(Symptom.from_json(each) for each in further) if isinstance(further, list) else ()


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
