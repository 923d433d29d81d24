"""What becomes of a complaint once it was taken: a supervisor takes it in hand, and it is due one day."""

from typing import cast

from sqlalchemy import select

from backend.complaints.models import Complaint
from backend.complaints.rules import ComplaintStatus
from backend.complaints.service import ComplaintView, notices_of, view
from backend.database import JsonObject, Work
from backend.errors import NotAllowed, NotFound, TooLate
from backend.journal import SYSTEM, Actor, Role, record
from backend.outbox import Notice
from backend.people import service as people


async def take_in_hand(work: Work, complaint_id: int, actor: Actor) -> ComplaintView:
    """Somebody looks into it from now on, and the customer is told who. Said twice it changes nothing.

    Raises NotAllowed, NotFound, TooLate when somebody else has it in hand.
    """
    if actor.role not in (Role.SUPERVISOR, Role.DESK):
        raise NotAllowed("complaints are the supervisor's")
    row = await _row(work, complaint_id)
    if row.status != ComplaintStatus.RECEIVED:
        if (row.handled_by, row.handler) == (actor.person_id, actor.name):
            return view(row)
        raise TooLate(f"{row.number} is in somebody else's hands", what="complaint", number=row.number)
    row.status, row.handled_by, row.handler = ComplaintStatus.IN_HAND, actor.person_id, actor.name
    await work.session.flush()
    told = Notice(row.customer_id, "complaint-in-hand", {"number": row.number, "name": actor.name})
    owes = [told, *await notices_of(work, row.id)]
    await record(work, "complaint-in-hand", actor, ticket_id=row.ticket_id, data={"number": row.number}, owes=owes)
    return view(row)


async def complaint_is_due(work: Work, args: JsonObject) -> None:
    """Due work: the supervisors hear once that the time for the complaint is over."""
    row = await _row(work, cast(int, args["complaint"]))
    owes = await people.to_supervisors(work, "complaint-due", {"number": row.number, "status": row.status})
    await record(work, "complaint-due", SYSTEM, ticket_id=row.ticket_id, data={"number": row.number}, owes=owes)


async def _row(work: Work, complaint_id: int) -> Complaint:
    held = select(Complaint).where(Complaint.id == complaint_id).with_for_update()
    row = (await work.session.execute(held.execution_options(populate_existing=True))).scalar_one_or_none()
    if row is None:
        raise NotFound(f"no complaint {complaint_id}")
    return row
