"""A member of the staff under lock, and who may change what of them."""

from sqlalchemy import select

from backend.actors import Role
from backend.database import Work
from backend.errors import NotAllowed, NotFound
from backend.journal import Actor
from backend.people.models import StaffMember

_COMPANY = (Role.SUPERVISOR, Role.DESK)


async def locked_member(work: Work, person_id: int) -> StaffMember:
    """As the row is now, whatever was read of it before. Raises NotFound."""
    query = select(StaffMember).where(StaffMember.person_id == person_id).with_for_update()
    row = await work.session.scalar(query.execution_options(populate_existing=True))
    if row is None:
        raise nobody(person_id)
    return row


def nobody(person_id: int) -> NotFound:
    return NotFound(f"nobody of the staff has the number {person_id}", what="staff")


def allow_company(actor: Actor) -> None:
    """Raises NotAllowed for anyone but supervisors and the desk."""
    if actor.role not in _COMPANY:
        raise NotAllowed("only a supervisor or the desk enters this")


def allow_own(actor: Actor, person_id: int) -> None:
    """Raises NotAllowed for anyone but the person, supervisors and the desk."""
    if actor.role not in _COMPANY and not (actor.role is Role.TECHNICIAN and actor.person_id == person_id):
        raise NotAllowed("only the person, a supervisor or the desk enters this")
