"""A job that waits for somebody else: its pauses stop the clocks that the standard names, and are on record."""

from backend.database import JsonObject, Work
from backend.errors import Invalid, NotAllowed, WrongMove
from backend.journal import SYSTEM, Actor, Role, record
from backend.outbox import Notice
from backend.standard import service as standard
from backend.standard.values import Clock, Start
from backend.tickets import service as tickets
from backend.tickets.clocks import pauses_of, reckon_clocks, start_clocks, stop_clocks
from backend.tickets.models import Ticket, TicketPause
from backend.tickets.rules import OPEN, WITH_TECHNICIAN, Status
from backend.tickets.values import PauseView

SUPPLIER = "supplier"
"""The reason that has clocks of its own, until the supplier has answered."""


async def pause(work: Work, ticket_id: int, reason: str, actor: Actor) -> PauseView:
    """From now on the job waits; said twice it changes nothing.

    Raises Invalid for a reason that the ticket's standard does not have, NotAllowed, and WrongMove for a closed ticket.
    """
    ticket = await _for(work, ticket_id, actor)
    reasons = (await standard.standard_of(work, ticket.standard_version)).pause
    if reason not in reasons:
        raise Invalid(f"a pause for {reason[:40]!r}; expected one of {', '.join(sorted(reasons))}", what="reason")
    if Status(ticket.status) not in OPEN:
        raise WrongMove(f"{ticket.number} is {ticket.status}", status=ticket.status, target="paused")
    if (row := await _open(work, ticket_id, reason)) is not None:
        return _view(row)
    row = TicketPause(
        ticket_id=ticket_id,
        reason=reason,
        from_at=work.now,
        until_at=None,
        role=actor.role,
        actor_id=actor.person_id,
        actor_name=actor.name,
    )
    work.session.add(row)
    await work.session.flush()
    if reason == SUPPLIER:
        await start_clocks(work, ticket, Start.SUPPLIER)
    await reckon_clocks(work, ticket)
    await _record(work, ticket, "paused", actor, reason)
    return _view(row)


async def resume(work: Work, ticket_id: int, reason: str, actor: Actor) -> PauseView:
    """The job waits for this no longer. Raises NotAllowed, and WrongMove where it did not."""
    ticket = await _for(work, ticket_id, actor)
    row = await _open(work, ticket_id, reason)
    if row is None:
        raise WrongMove(f"{ticket.number} does not wait for {reason[:40]!r}", status=ticket.status, target="resumed")
    row.until_at = work.now
    await work.session.flush()
    if reason == SUPPLIER:
        await stop_clocks(work, ticket_id, (Clock.SUPPLIER, Clock.REPLY))
    await reckon_clocks(work, ticket)
    await _record(work, ticket, "resumed", actor, reason)
    return _view(row)


async def wait_for(work: Work, ticket_id: int, reason: str, actor: Actor) -> None:
    """As `pause`; where the ticket's standard does not have the reason, nothing stands still."""
    asked = await standard.standard_of(work, (await tickets.ticket(work, ticket_id)).standard_version)
    if reason in asked.pause:
        await pause(work, ticket_id, reason, actor)


async def wait_no_more(work: Work, ticket_id: int, reason: str) -> None:
    """What was waited for has come; where nobody waits for it, nothing happens."""
    if await _open(work, ticket_id, reason) is not None:
        await resume(work, ticket_id, reason, SYSTEM)


async def pauses(work: Work, ticket_id: int) -> list[PauseView]:
    """Oldest first."""
    return [_view(row) for row in await pauses_of(work, ticket_id)]


async def _for(work: Work, ticket_id: int, actor: Actor) -> Ticket:
    ticket = await tickets.locked(work, ticket_id)
    holds = actor.person_id is not None and ticket.technician_id == actor.person_id
    if actor.role in (Role.DESK, Role.SUPERVISOR, Role.SYSTEM) or (holds and Status(ticket.status) in WITH_TECHNICIAN):
        return ticket
    raise NotAllowed("the job is somebody else's", number=ticket.number)


async def _open(work: Work, ticket_id: int, reason: str) -> TicketPause | None:
    waiting = (row for row in await pauses_of(work, ticket_id) if row.reason == reason and row.until_at is None)
    return next(waiting, None)


async def _record(work: Work, ticket: Ticket, event: str, actor: Actor, reason: str) -> None:
    shown: JsonObject = {"ticket": ticket.id}
    card = tickets.card_of(ticket.id)
    owes = [Notice(ticket.customer_id, "ticket-card", shown, card=card)]
    if ticket.technician_id is not None:
        owes.append(Notice(ticket.technician_id, "job-card", shown, card=card))
    await record(work, event, actor, ticket_id=ticket.id, data={"reason": reason}, owes=owes)


def _view(row: TicketPause) -> PauseView:
    return PauseView(row.reason, row.from_at, row.until_at, Role(row.role), row.actor_name)
