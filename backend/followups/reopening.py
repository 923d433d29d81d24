"""A call-back for work that was not done (codes A and B) may open the job again, if the customer agrees."""

from sqlalchemy import select

from backend.database import JsonObject, Work
from backend.errors import NotAllowed, NotFound, TooLate
from backend.followups.models import CallBack
from backend.followups.service import CallBackState, CallBackView, cards_of, check_can_close, view
from backend.journal import Actor, record
from backend.outbox import Notice
from backend.people import service as people
from backend.tickets import service as tickets
from backend.tickets.rules import Status
from backend.tickets.values import TicketView

NOT_DONE = frozenset("AB")
"""The fault was not found, or not wholly cleared (table 16-8)."""
_DONE = frozenset({Status.CONFIRMED, Status.UNANSWERED})


def may_reopen(task: CallBackView, ticket: TicketView) -> bool:
    """Whether the customer may be asked: somebody is at it, the work is in doubt, the job is over."""
    return task.state is CallBackState.TAKEN and bool(NOT_DONE & set(task.reasons)) and ticket.status in _DONE


async def ask_to_reopen(work: Work, call_back_id: int, actor: Actor) -> CallBackView:
    """Asks the customer whether somebody shall come again. Asked twice it is put once.

    Raises as `check_can_close`, and TooLate where there is nothing to open again.
    """
    task = await check_can_close(work, call_back_id, actor)
    ticket = await tickets.ticket(work, task.ticket_id)
    if not may_reopen(task, ticket):
        raise TooLate(f"{ticket.number} cannot be opened again", what="reopen", number=ticket.number)
    row = await _row(work, call_back_id)
    if row.reopen_asked_at is not None:
        return view(row)
    row.reopen_asked_at = work.now
    await work.session.flush()
    args: JsonObject = {"call_back": row.id, "number": ticket.number}
    question = Notice(row.customer_id, "reopen-asked", args, card=f"reopen:{row.id}")
    owes = [question, *await cards_of(work, row.id)]
    await record(work, "reopen-asked", actor, ticket_id=row.ticket_id, data={"call_back": row.id}, owes=owes)
    return view(row)


async def answer_reopening(work: Work, call_back_id: int, actor: Actor, *, agreed: bool) -> TicketView:
    """The customer's word; with a yes the second handling begins.

    Raises NotAllowed for anyone but the customer, NotFound, TooLate when it was answered before.
    """
    row = await _row(work, call_back_id)
    if row.customer_id != actor.person_id:
        raise NotAllowed("the question is somebody else's")
    await tickets.locked(work, row.ticket_id)
    ticket = await tickets.ticket(work, row.ticket_id)
    if row.reopen_asked_at is None or row.reopen_agreed is not None or ticket.status not in _DONE:
        raise TooLate("the question was answered, or the job is open", what="reopen", number=ticket.number)
    row.reopen_agreed = agreed
    await work.session.flush()
    answered = Notice(row.customer_id, "reopen-answered", {"call_back": row.id}, card=f"reopen:{row.id}")
    owes = [answered, *await cards_of(work, row.id)]
    event = "reopen-agreed" if agreed else "reopen-declined"
    await record(work, event, actor, ticket_id=row.ticket_id, data={"call_back": row.id}, owes=owes)
    return await _second_handling(work, row, ticket, actor) if agreed else ticket


async def _second_handling(work: Work, row: CallBack, ticket: TicketView, actor: Actor) -> TicketView:
    words = row.words or ", ".join(code for code in row.reasons if code in NOT_DONE)
    told: JsonObject = {"number": ticket.number, "words": words}
    owes = [*await people.to_supervisors(work, "objection", told)]
    if ticket.technician_id is not None:
        owes.append(Notice(ticket.technician_id, "objected", told))
    return await tickets.second_handling(work, ticket.id, actor, words, owes)


async def _row(work: Work, call_back_id: int) -> CallBack:
    held = select(CallBack).where(CallBack.id == call_back_id).with_for_update()
    row = (await work.session.execute(held.execution_options(populate_existing=True))).scalar_one_or_none()
    if row is None:
        raise NotFound(f"no call-back {call_back_id}")
    return row
