"""What the repairs of several faults usually ask for, in one statement."""

from collections.abc import Collection

from sqlalchemy import select

from backend.catalog.models import Fault
from backend.catalog.values import Needs
from backend.database import Work


async def needs_of(work: Work, faults: Collection[int]) -> dict[int, Needs]:
    """By the fault's id."""
    if not faults:
        return {}
    columns = (Fault.id, Fault.level, Fault.tools, Fault.parts, Fault.minutes)
    rows = await work.session.execute(select(*columns).where(Fault.id.in_(faults)))
    return {fault: Needs(level, tuple(tools), tuple(parts), minutes) for fault, level, tools, parts, minutes in rows}
