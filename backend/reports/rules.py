"""Adds up a day's work by kind; time worked on two jobs at once counts once. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from backend.visits.rules import Span, merged_minutes

TRAVEL = "travel"


@dataclass(frozen=True)
class Outing:
    """One visit of the day as its events tell it; `kind` is its work type, `minutes` what the technician wrote down."""

    ticket: str
    kind: str
    departed_at: datetime
    arrived_at: datetime | None
    ended_at: datetime
    remote: bool
    minutes: int | None


@dataclass(frozen=True)
class KindOfWork:
    """`minutes` of one kind may overlap those of another; the day's total counts overlaps once."""

    kind: str
    jobs: int
    minutes: int


@dataclass(frozen=True)
class Draft:
    """The day as drafted: by kind, and the merged minutes of the whole, travel included."""

    kinds: tuple[KindOfWork, ...]
    minutes: int


def draft_of(outings: Iterable[Outing]) -> Draft:
    """Kinds in order of their minutes, most first; travel last."""
    rows = list(outings)
    kinds = sorted({row.kind for row in rows})
    worked = [
        KindOfWork(
            kind,
            len({row.ticket for row in rows if row.kind == kind}),
            merged_minutes(_work(row) for row in rows if row.kind == kind),
        )
        for kind in kinds
    ]
    travel = merged_minutes((row.departed_at, row.arrived_at) for row in rows if row.arrived_at and not row.remote)
    if travel:
        worked.append(KindOfWork(TRAVEL, len({row.ticket for row in rows if not row.remote}), travel))
    worked.sort(key=lambda each: (each.kind == TRAVEL, -each.minutes, each.kind))
    return Draft(tuple(worked), merged_minutes((row.departed_at, row.ended_at) for row in rows))


def added(drafts: Iterable[tuple[KindOfWork, ...]]) -> tuple[KindOfWork, ...]:
    """Several people's kinds of work in one list."""
    jobs: dict[str, int] = {}
    minutes: dict[str, int] = {}
    for kinds in drafts:
        for each in kinds:
            jobs[each.kind] = jobs.get(each.kind, 0) + each.jobs
            minutes[each.kind] = minutes.get(each.kind, 0) + each.minutes
    summed = [KindOfWork(kind, jobs[kind], minutes[kind]) for kind in minutes]
    return tuple(sorted(summed, key=lambda each: (each.kind == TRAVEL, -each.minutes, each.kind)))


def _work(row: Outing) -> Span:
    return (row.departed_at if row.remote else row.arrived_at or row.ended_at, row.ended_at)
