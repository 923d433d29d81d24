"""A day's jobs as a problem for a route solver: whole seconds, a matrix of ways, who may take what. Pure.

Who may have a job is decided here by the rules of dispatch. The solver only learns the outcome, as a list of tasks for
each vehicle, so that it cannot read a skill or a tool differently.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor

from backend.dispatch.travel import Travel
from backend.dispatch.values import Job, Point, Technician

ACCEPTED, ASKED, WAITING = 100, 5, 4
"""How much a job counts. All that one technician could do instead never outweighs an accepted one."""

Stretch = tuple[int, int]
Routes = Mapping[int, tuple[int, ...]]
"""Vehicle → its tasks in order."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A job of the day. `holders` have it, or are asked for it now; `may` are those who can be given it."""

    job: Job
    number: str
    may: frozenset[int]
    holders: tuple[int, ...] = ()
    is_accepted: bool = False

    @property
    def weight(self) -> int:
        return ACCEPTED if self.is_accepted else ASKED if self.holders else WAITING


@dataclass(frozen=True)
class Outset:
    """How things stand. A technician's place, `free_at`, shift and stock are those of the day itself; `room`: how many
    jobs each can have on it. Times are minutes since one moment."""

    team: Mapping[int, Technician]
    room: Mapping[int, int]
    stops: tuple[Stop, ...]
    travel: Travel
    begins: float
    ends: float


@dataclass(frozen=True, slots=True)
class Vehicle:
    """`pauses`: when nothing is done and nobody drives."""

    id: int
    start: int
    open: Stretch
    pauses: tuple[Stretch, ...]
    takes: frozenset[int]
    carries: tuple[int, ...]
    most: int


@dataclass(frozen=True, slots=True)
class Task:
    """`windows`: when work may begin."""

    id: int
    place: int
    seconds: int
    windows: tuple[Stretch, ...]
    uses: tuple[int, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Tasks and then vehicles are the rows of `ways`."""

    ways: tuple[tuple[int, ...], ...]
    vehicles: tuple[Vehicle, ...]
    tasks: tuple[Task, ...]


Solve = Callable[[Problem], Routes]


def problem(outset: Outset, *, closed: frozenset[int] = frozenset(), loose: frozenset[int] = frozenset()) -> Problem:
    """`closed` technicians take nothing, `loose` jobs may begin after their deadline. A job that cannot begin on this
    day at all, or that only closed technicians may have, is left out."""
    team = [who for key, who in sorted(outset.team.items()) if key not in closed and _stretches(who)]
    free = {who.id for who in team}
    opened = [(stop, _windows(outset, stop.job, stop.job.id in loose)) for stop in outset.stops if stop.may & free]
    listed = [(stop, windows) for stop, windows in opened if windows]
    parts = sorted({part for stop, _ in listed for part in stop.job.parts})
    return Problem(
        _ways([*(stop.job.place for stop, _ in listed), *(who.place for who in team)], outset.travel),
        tuple(_vehicle(outset, who, len(listed) + row, parts, listed) for row, who in enumerate(team)),
        tuple(_task(stop, row, windows, parts) for row, (stop, windows) in enumerate(listed)),
    )


def _vehicle(
    outset: Outset,
    who: Technician,
    row: int,
    parts: Iterable[str],
    listed: Iterable[tuple[Stop, tuple[Stretch, ...]]],
) -> Vehicle:
    mine = [stop for stop, _ in listed if who.id in stop.may]
    stretches = _stretches(who)
    return Vehicle(
        who.id,
        row,
        (stretches[0][0], stretches[-1][1]),
        tuple((ends, begins) for (_, ends), (begins, _) in pairwise(stretches)),
        frozenset(stop.job.id for stop in mine),
        tuple(_carried(who, part, mine) for part in parts),
        max(outset.room.get(who.id, 0), sum(stop.is_accepted for stop in mine)),
    )


def _stretches(who: Technician) -> list[Stretch]:
    """What is left of the shift."""
    left = ((ceil(max(low, who.free_at) * 60), floor(high * 60)) for low, high in who.shift)
    return [(low, high) for low, high in left if low < high]


def _task(stop: Stop, row: int, windows: tuple[Stretch, ...], parts: Iterable[str]) -> Task:
    job = stop.job
    uses = tuple(job.parts.get(part, 0) for part in parts)
    return Task(job.id, row, ceil(job.minutes * 60), windows, uses, stop.weight)


def _carried(who: Technician, part: str, mine: Iterable[Stop]) -> int:
    """Enough for everything where nobody knows what is in the van."""
    wanted = sum(stop.job.parts.get(part, 0) for stop in mine)
    return wanted if who.stock is None else max(0, who.stock.get(part, 0))


def _windows(outset: Outset, job: Job, is_loose: bool) -> tuple[Stretch, ...]:
    due = float("inf") if is_loose or job.deadline is None or job.deadline < outset.begins else job.deadline
    within = ((max(low, outset.begins), min(high, outset.ends, due)) for low, high in job.windows)
    found = ((ceil(low * 60), floor(high * 60)) for low, high in within)
    return tuple((low, high) for low, high in found if low <= high)


def _ways(places: list[Point | None], travel: Travel) -> tuple[tuple[int, ...], ...]:
    froms = [travel.way_from(place) for place in places]
    return tuple(
        tuple(0 if here == there else ceil(way(place) * 60) for there, place in enumerate(places))
        for here, way in enumerate(froms)
    )
