"""What will be done and what it will cost, agreed before it is done (handbook C, field service 3.4; table 16-7)."""

from datetime import datetime

from backend.actors import Actor
from backend.database import JsonObject, Work
from backend.errors import Invalid, NotAllowed, TooLate, WrongMove
from backend.journal import record
from backend.outbox import Notice
from backend.people import service as people
from backend.tickets import service as tickets
from backend.tickets.rules import Status
from backend.tickets.values import TicketView
from backend.visits.rows import held, latest


async def check_can_propose(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    """Raises NotAllowed, WrongMove when the technician is not on site."""
    ticket = await held(work, ticket_id, actor)
    if ticket.status not in (Status.ARRIVED, Status.DIAGNOSED):
        raise WrongMove(f"{ticket.number} is {ticket.status}", status=ticket.status.value, target="diagnosed")
    return ticket


async def propose(work: Work, ticket_id: int, actor: Actor, cause: str, plan: str, price: int) -> TicketView:
    """The cause, the plan, and its price in the currency's smallest unit, put before the customer.

    A new proposal takes the place of the last. Raises as `check_can_propose`, Invalid for a price below nothing.
    """
    if price < 0:
        raise Invalid(f"the price {price}; expected nothing or more")
    ticket = await check_can_propose(work, ticket_id, actor)
    row = await latest(work, ticket)
    row.cause, row.plan, row.price = cause, plan, price
    row.proposed_at, row.agreed_at, row.refused_at = work.now, None, None
    told: JsonObject = {"ticket": ticket.id, "number": ticket.number, "technician": actor.name}
    asked = Notice(ticket.customer_id, "proposal", told, card=card_of(row.id), fresh=True)
    data: JsonObject = {"cause": cause, "plan": plan, "price": price}
    if ticket.status is Status.DIAGNOSED:
        await record(work, "proposed", actor, ticket_id=ticket.id, data=data, owes=[asked, _job(ticket)])
        return ticket
    facts = ("presence", "cause")
    return await tickets.move(
        work, ticket_id, Status.DIAGNOSED, actor, event="proposed", facts=facts, data=data, owes=[asked]
    )


def stamp_of(proposed_at: datetime) -> int:
    """Tells one proposal for a job from the next."""
    return int(proposed_at.timestamp())


async def answer(work: Work, ticket_id: int, actor: Actor, *, agreed: bool, stamp: int | None = None) -> TicketView:
    """The customer's yes or no to the proposal with this stamp, or to the present one; the same answer twice changes
    nothing.

    Raises NotAllowed for anyone else, TooLate once it was answered otherwise, another took its place, or the work is
    over.
    """
    await tickets.locked(work, ticket_id)
    ticket = await tickets.ticket(work, ticket_id)
    if ticket.customer_id != actor.person_id:
        raise NotAllowed("only the customer agrees to a price", number=ticket.number)
    if ticket.status is not Status.DIAGNOSED:
        raise TooLate(f"{ticket.number} is {ticket.status}", what="proposal", number=ticket.number)
    row = await latest(work, ticket)
    if row.proposed_at is None or (stamp is not None and stamp != stamp_of(row.proposed_at)):
        raise TooLate("another proposal took its place", what="proposal", number=ticket.number)
    if row.agreed_at or row.refused_at:
        if agreed is bool(row.agreed_at):
            return ticket
        raise TooLate("the proposal was answered already", what="proposal", number=ticket.number)
    row.agreed_at, row.refused_at = (work.now, None) if agreed else (None, work.now)
    event = "proposal-agreed" if agreed else "proposal-refused"
    told: JsonObject = {"number": ticket.number}
    shown = Notice(ticket.customer_id, "proposal", {"ticket": ticket.id, "number": ticket.number}, card=card_of(row.id))
    owes = [Notice(row.technician_id, event, told), shown, _job(ticket)]
    if not agreed:
        owes += await people.to_supervisors(work, event, told)
    await record(work, event, actor, ticket_id=ticket.id, data={"price": row.price or 0}, owes=owes)
    return ticket


def card_of(visit_id: int) -> str:
    """The name of the question in the customer's chat."""
    return f"proposal:{visit_id}"


def _job(ticket: TicketView) -> Notice:
    return Notice(ticket.technician_id or 0, "job-card", {"ticket": ticket.id}, card=tickets.card_of(ticket.id))
