"""The collection of returned goods: arranged in time, or the supervisors hear of it."""

from typing import cast

from sqlalchemy import select

from backend.database import JsonObject, Work
from backend.duework import forget
from backend.errors import NotAllowed, NotFound
from backend.goods.models import GoodsReturn
from backend.goods.rules import ReturnStatus
from backend.goods.service import due_key, notices_of, view
from backend.goods.values import ReturnView
from backend.journal import SYSTEM, Actor, Role, record
from backend.outbox import Notice
from backend.people import service as people


async def arrange_collection(work: Work, return_id: int, actor: Actor) -> ReturnView:
    """Somebody has arranged that the goods are collected; the customer is told. Said twice it changes nothing.

    Raises NotAllowed, NotFound.
    """
    if actor.role not in (Role.SUPERVISOR, Role.DESK):
        raise NotAllowed("returns are the supervisor's")
    row = await _row(work, return_id)
    if row.status == ReturnStatus.ARRANGED:
        return view(row)
    row.status, row.arranged_at = ReturnStatus.ARRANGED, work.now
    await work.session.flush()
    await forget(work, due_key(row.id))
    told = Notice(row.customer_id, "return-arranged", {"number": row.number})
    owes = [told, *await notices_of(work, row.id)]
    await record(work, "return-arranged", actor, ticket_id=row.ticket_id, data={"number": row.number}, owes=owes)
    return view(row)


async def collection_is_due(work: Work, args: JsonObject) -> None:
    """Due work: the supervisors hear once of a collection that nobody arranged in time."""
    row = await _row(work, cast(int, args["return"]))
    if row.status != ReturnStatus.RECEIVED:
        return
    owes = await people.to_supervisors(work, "return-due", {"number": row.number})
    await record(work, "return-due", SYSTEM, ticket_id=row.ticket_id, data={"number": row.number}, owes=owes)


async def _row(work: Work, return_id: int) -> GoodsReturn:
    held = select(GoodsReturn).where(GoodsReturn.id == return_id).with_for_update()
    row = (await work.session.execute(held.execution_options(populate_existing=True))).scalar_one_or_none()
    if row is None:
        raise NotFound(f"no return {return_id}")
    return row
