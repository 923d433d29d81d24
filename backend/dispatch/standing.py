"""Out of everything that a technician has before them, what falls on one day, and how they begin it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from backend.dispatch.day import Day
from backend.dispatch.fitness import MOST_JOBS
from backend.dispatch.values import Hold, Job, Point, Spans, Technician, Visit


@dataclass(frozen=True, slots=True)
class Standing:
    """`technician` is as the day begins, with the parts that other days leave; `room`: how many jobs they can have on
    it."""

    technician: Technician
    accepted: tuple[Job, ...]
    offered: frozenset[int]
    room: int


def standing(day: Day, home: Point | None, begins: float, ends: float) -> Standing:
    """A later day begins at home with the shift. Today, with `begins` 0, goes on where the work under way ends."""
    timed = [(visit, left - visit.job.minutes) for visit, left in zip(day.visits, day.departs[1:], strict=True)]
    inside = [visit for visit, start in timed if visit.hold is not Hold.BEGUN and falls(visit.job, start, begins, ends)]
    outside = [visit for visit in day.visits if visit not in inside]
    return Standing(
        _beginning(day, home, begins, ends, outside),
        tuple(visit.job for visit in inside if visit.hold is Hold.ACCEPTED),
        frozenset(visit.job.id for visit in inside if visit.hold is Hold.OFFERED),
        MOST_JOBS - len(outside),
    )


def falls(job: Job, start: float, begins: float, ends: float) -> bool:
    """By what was promised; without a promise by when it would begin."""
    if has_promise(job):
        return any(low < ends and high > begins for low, high in job.windows)
    return begins <= start < ends


def has_promise(job: Job) -> bool:
    return job.windows[0][0] > -float("inf")


def _beginning(day: Day, home: Point | None, begins: float, ends: float, outside: list[Visit]) -> Technician:
    who, under_way = day.technician, day.begun if begins == 0.0 else 0
    shift = _within(who.shift, begins, ends)
    place = day.points[under_way] if begins == 0.0 else home or who.place
    free_at = max(begins, day.departs[under_way] if begins == 0.0 else 0.0, shift[0][0] if shift else 0.0)
    stock = who.stock and {part: count - _used(outside, part) for part, count in who.stock.items()}
    return replace(who, place=place, free_at=free_at, shift=shift, stock=stock)


def _within(shift: Spans, begins: float, ends: float) -> Spans:
    cut = ((max(low, begins), min(high, ends)) for low, high in shift)
    return tuple((low, high) for low, high in cut if low < high)


def _used(visits: Iterable[Visit], part: str) -> int:
    return sum(visit.job.parts.get(part, 0) for visit in visits)
