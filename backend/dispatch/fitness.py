"""Whether a technician may have a job at all, and what speaks against it. Pure."""

from collections.abc import Iterator

from backend.dispatch.day import Day
from backend.dispatch.values import Job, Reason, Technician

MOST_JOBS = 8
"""Jobs in hand at a time."""


def is_able(job: Job, technician: Technician) -> bool:
    """Skills at their level, and tools."""
    skills = technician.skills
    for skill, level in job.skills.items():
        if skills.get(skill, 0) < level:
            return False
    return technician.tools is None or job.tools <= technician.tools


def has_parts(day: Day, job: Job, given_up: Job | None = None) -> bool:
    """Enough parts left in the van for the whole day and the job, were another job given up."""
    if day.technician.stock is None:
        return True
    return all(_left(day, part) + _of(given_up, part) >= count for part, count in job.parts.items())


def against(job: Job, day: Day, most_jobs: int = MOST_JOBS) -> Iterator[Reason]:
    """Everything that keeps the job from this technician, but for the time."""
    technician = day.technician
    for skill, level in job.skills.items():
        has = technician.skills.get(skill, 0)
        if has < level:
            yield Reason("low-level", skill) if has else Reason("no-skill", skill)
    if technician.tools is not None:
        yield from (Reason("no-tool", tool) for tool in sorted(job.tools - technician.tools))
    yield from (Reason("no-part", part) for part, count in job.parts.items() if _left(day, part) < count)
    if technician.on_leave:
        yield Reason("on-leave")
    if not technician.on_duty:
        yield Reason("off-duty")
    if len(day.visits) >= most_jobs:
        yield Reason("full", len(day.visits))
    if technician.asked:
        yield Reason("asked-already")


def _left(day: Day, part: str) -> float:
    """What the planned visits leave; plenty where nobody knows what is in the van."""
    stock = day.technician.stock
    used = sum(visit.job.parts.get(part, 0) for visit in day.visits)
    return float("inf") if stock is None else stock.get(part, 0) - used


def _of(job: Job | None, part: str) -> int:
    return job.parts.get(part, 0) if job else 0
