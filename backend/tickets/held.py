"""The jobs that fill technicians' days, as dispatch needs them: no names, no words."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import and_, or_, select

from backend.database import Json, Work
from backend.tickets.models import Ticket
from backend.tickets.rules import WITH_TECHNICIAN, Status


@dataclass(frozen=True, slots=True)
class HeldJob:
    """`technician_id` is whoever held it last, where the job is only on offer."""

    id: int
    technician_id: int | None
    status: Status
    latitude: float | None
    longitude: float | None
    suits: Json
    skill: str | None
    fault_id: int | None


async def held_jobs(work: Work, technicians: Collection[int], offered: Collection[int]) -> list[HeldJob]:
    """What these technicians have under way, and the tickets named; oldest first."""
    columns = (
        Ticket.id,
        Ticket.technician_id,
        Ticket.status,
        Ticket.latitude,
        Ticket.longitude,
        Ticket.suits,
        Ticket.skill,
        Ticket.fault_id,
    )
    held = and_(Ticket.technician_id.in_(technicians), Ticket.status.in_(WITH_TECHNICIAN))
    wanted = or_(held, Ticket.id.in_(offered)) if offered else held
    rows = await work.session.execute(select(*columns).where(wanted).order_by(Ticket.id))
    return [
        HeldJob(job, who, Status(status), latitude, longitude, suits, skill, fault)
        for job, who, status, latitude, longitude, suits, skill, fault in rows
    ]
