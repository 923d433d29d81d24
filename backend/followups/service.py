"""Opens call-back tasks, hands each to one supervisor, and files what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select

from backend.database import JsonObject, Work
from backend.errors import NotAllowed, NotFound, TooLate
from backend.followups.models import CallBack
from backend.journal import SYSTEM, Actor, Role, record
from backend.outbox import Notice
from backend.people import service as people


class CallBackState(StrEnum):
    OPEN = "open"
    TAKEN = "taken"
    CLOSED = "closed"


@dataclass(frozen=True)
class CallBackView:
    id: int
    ticket_id: int
    ticket: str
    customer_id: int
    state: CallBackState
    score: int | None
    reasons: tuple[str, ...]
    words: str | None
    opened_at: datetime
    taken_by: int | None
    closed_at: datetime | None
    result: str | None
    reopen_asked_at: datetime | None
    reopen_agreed: bool | None


async def open_call_back(
    work: Work,
    cause: str,
    ticket_id: int,
    ticket: str,
    customer_id: int,
    score: int | None,
    reasons: Sequence[str],
    words: str | None,
) -> None:
    """One task for a cause; a second time it takes on what is known by then."""
    found = await work.session.execute(select(CallBack).where(CallBack.cause == cause).with_for_update())
    row = found.scalar_one_or_none()
    event = "call-back-updated"
    if row is None:
        event = "call-back-opened"
        row = CallBack(
            cause=cause,
            ticket_id=ticket_id,
            ticket=ticket,
            customer_id=customer_id,
            state=CallBackState.OPEN,
            opened_at=work.now,
        )
        work.session.add(row)
    row.score, row.reasons, row.words = score, list(reasons), words
    await work.session.flush()
    data: JsonObject = {"call_back": row.id, "score": score, "reasons": [*reasons]}
    await record(work, event, SYSTEM, ticket_id=ticket_id, data=data, owes=await cards_of(work, row.id))


async def take(work: Work, call_back_id: int, actor: Actor) -> CallBackView:
    """One supervisor takes it. Raises NotAllowed, NotFound, TooLate."""
    row = await _for(work, call_back_id, actor)
    if row.state != CallBackState.OPEN and row.taken_by != actor.person_id:
        raise TooLate("somebody else took this call-back", what="call-back")
    if row.state == CallBackState.OPEN:
        row.state, row.taken_by = CallBackState.TAKEN, actor.person_id
        await work.session.flush()
        cards = await cards_of(work, row.id)
        await record(work, "call-back-taken", actor, ticket_id=row.ticket_id, owes=cards)
    return view(row)


async def check_can_close(work: Work, call_back_id: int, actor: Actor) -> CallBackView:
    """Raises NotAllowed, NotFound, TooLate."""
    row = await _for(work, call_back_id, actor)
    if row.state == CallBackState.CLOSED or (row.taken_by not in (None, actor.person_id)):
        raise TooLate("this call-back is no longer yours to close", what="call-back")
    return view(row)


async def close(work: Work, call_back_id: int, actor: Actor, result: str) -> CallBackView:
    """Files what the call brought. Raises as `check_can_close`."""
    await check_can_close(work, call_back_id, actor)
    row = await _for(work, call_back_id, actor)
    row.state, row.taken_by, row.closed_at, row.result = CallBackState.CLOSED, actor.person_id, work.now, result
    await work.session.flush()
    cards = await cards_of(work, row.id)
    await record(work, "call-back-closed", actor, ticket_id=row.ticket_id, data={"result": result}, owes=cards)
    return view(row)


async def call_back(work: Work, call_back_id: int) -> CallBackView:
    """Raises NotFound."""
    row = await work.session.get(CallBack, call_back_id)
    if row is None:
        raise NotFound(f"no call-back {call_back_id}")
    return view(row)


async def call_backs(work: Work, *, after: int | None = None, limit: int = 50) -> list[CallBackView]:
    """Newest first; `after` is the id of the last one of the page before."""
    query = select(CallBack).order_by(CallBack.id.desc()).limit(limit)
    if after is not None:
        query = query.where(CallBack.id < after)
    return [view(row) for row in (await work.session.execute(query)).scalars()]


async def cards_of(work: Work, call_back_id: int) -> list[Notice]:
    """The supervisors' live card of the task. For this feature's own modules."""
    args = {"call_back": call_back_id}
    return await people.to_supervisors(work, "call-back", {**args}, card=f"call-back:{call_back_id}")


async def _for(work: Work, call_back_id: int, actor: Actor) -> CallBack:
    if actor.role not in (Role.SUPERVISOR, Role.DESK):
        raise NotAllowed("call-backs are the supervisor's")
    held = select(CallBack).where(CallBack.id == call_back_id).with_for_update()
    found = await work.session.execute(held.execution_options(populate_existing=True))
    row = found.scalar_one_or_none()
    if row is None:
        raise NotFound(f"no call-back {call_back_id}")
    return row


def view(row: CallBack) -> CallBackView:
    return CallBackView(
        row.id,
        row.ticket_id,
        row.ticket,
        row.customer_id,
        CallBackState(row.state),
        row.score,
        tuple(row.reasons),
        row.words,
        row.opened_at,
        row.taken_by,
        row.closed_at,
        row.result,
        row.reopen_asked_at,
        row.reopen_agreed,
    )
