"""A technician's planned day, and the exact cheapest place for one more job in it. Pure.

The earliest departure from each stop and the latest arrival that keeps every later promise are known beforehand, so
each position is judged in constant time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from backend.dispatch.spans import NEVER, first_from, last_until, starts
from backend.dispatch.travel import Travel
from backend.dispatch.values import Hold, Job, Point, Reason, Spans, Technician, Visit

END = float("inf")


@dataclass(frozen=True, slots=True)
class Day:
    """`points` are where the technician starts, each stop, and home; `legs[i]` leads from point i to the next.

    A technician without a home ends the day at the last stop. To put in a place takes at least the way there from the
    start, and back unless the end is open, less `span`.
    """

    technician: Technician
    visits: tuple[Visit, ...]
    windows: tuple[Spans, ...]
    points: tuple[Point | None, ...]
    legs: tuple[float, ...]
    departs: tuple[float, ...]
    latest: tuple[float, ...]
    on_time: bool
    open_end: bool
    span: float

    @property
    def travel(self) -> float:
        """Minutes on the way."""
        return sum(self.legs)

    @property
    def begun(self) -> int:
        """How many stops nothing may be put before."""
        return sum(visit.hold is Hold.BEGUN for visit in self.visits)

    def least_added(self, way_there: float) -> float:
        """No less travel is added by a place so far from the start, where no detour is shorter than the way itself."""
        return max(0.0, (way_there if self.open_end else 2 * way_there) - self.span)


@dataclass(frozen=True, slots=True)
class Insertion:
    """The job after `position` stops: `added` minutes of travel, work begins at `start`, `room` minutes are left before
    a later promise breaks."""

    position: int
    added: float
    start: float
    room: float


def plan_day(technician: Technician, visits: Iterable[Visit], travel: Travel) -> Day:
    """The day in this order. A day that is late already is not `on_time`; it may only not get later."""
    stops = tuple(visits)
    open_end = technician.home is None
    windows = tuple(starts(visit.job, technician.shift) for visit in stops)
    points = (technician.place, *(visit.job.place for visit in stops), technician.home)
    legs = tuple(travel.minutes(here, there) for here, there in pairwise(points))
    if open_end:
        legs = (*legs[:-1], 0.0)
    departs, on_time = _forward(technician, stops, windows, legs)
    latest = _backward(technician, stops, windows, legs, departs)
    span = _span(points, legs, open_end, travel)
    return Day(technician, stops, windows, points, legs, departs, latest, on_time, open_end, span)


def cheapest(day: Day, job: Job, travel: Travel) -> Insertion | Reason:
    """The position that adds the least travel with every promise kept; else what speaks against the best one."""
    windows = starts(job, day.technician.shift)
    if not windows:
        return Reason("off-shift")
    way = travel.way_from(job.place)
    best: Insertion | None = None
    short, hurt = END, None
    last, minutes = len(day.visits), job.minutes
    departs, latest, legs, points = day.departs, day.latest, day.legs, day.points
    for position in range(day.begun, last + 1):
        there = way(points[position])
        start = first_from(windows, departs[position] + there)
        if start is None:
            late = departs[position] + there - windows[-1][1]
            if late < short:
                short, hurt = late, job.id
            break
        onward = 0.0 if position == last and day.open_end else way(points[position + 1])
        room = latest[position + 1] - (start + minutes + onward)
        if room < 0:
            if -room < short:
                short, hurt = -room, day.visits[position].job.id if position < last else None
            continue
        added = there + onward - legs[position]
        if best is None or (added, start) < (best.added, best.start):
            best = Insertion(position, added, start, room)
    if best is not None:
        return best
    return _against(job, short, hurt)


def with_job(day: Day, visit: Visit, position: int, travel: Travel) -> Day:
    return plan_day(day.technician, (*day.visits[:position], visit, *day.visits[position:]), travel)


def without(day: Day, job_id: int, travel: Travel) -> Day:
    return plan_day(day.technician, (visit for visit in day.visits if visit.job.id != job_id), travel)


def lengthened(day: Day, job: Job, found: Insertion, travel: Travel) -> float:
    """How much later the last stop is left once the job is put in."""
    left, here = found.start + job.minutes, job.place
    for index in range(found.position, len(day.visits)):
        visit = day.visits[index]
        arrival = left + travel.minutes(here, visit.job.place)
        start = first_from(day.windows[index], arrival)
        left, here = (arrival if start is None else start) + visit.job.minutes, visit.job.place
    return left - day.departs[-1]


def _against(job: Job, short: float, hurt: int | None) -> Reason:
    if hurt == job.id:
        return Reason("too-late", round(short, 1))
    if hurt is None:
        return Reason("home-late", round(short, 1))
    return Reason("late-for", round(short, 1), hurt)


def _forward(
    technician: Technician, stops: tuple[Visit, ...], windows: tuple[Spans, ...], legs: tuple[float, ...]
) -> tuple[tuple[float, ...], bool]:
    """The earliest departure from the start and from each stop."""
    departs, on_time = [technician.free_at], True
    for visit, spans, leg in zip(stops, windows, legs, strict=False):
        arrival = departs[-1] + leg
        start = first_from(spans, arrival)
        on_time = on_time and start is not None
        departs.append((arrival if start is None else start) + visit.job.minutes)
    home = departs[-1] + legs[-1]
    return tuple(departs), on_time and (technician.home_by is None or home <= technician.home_by)


def _backward(
    technician: Technician,
    stops: tuple[Visit, ...],
    windows: tuple[Spans, ...],
    legs: tuple[float, ...],
    departs: tuple[float, ...],
) -> tuple[float, ...]:
    """The latest arrival at the start (unused), at each stop and at home; where it is late, no later than now."""
    bound = END if technician.home_by is None else technician.home_by
    latest = [max(bound, departs[-1] + legs[-1])]
    for index in range(len(stops) - 1, -1, -1):
        bound = latest[-1] - legs[index + 1] - stops[index].job.minutes
        arrival = departs[index] + legs[index]
        latest.append(max(last_until(windows[index], bound), arrival))
    return (NEVER, *reversed(latest))


def _span(points: tuple[Point | None, ...], legs: tuple[float, ...], open_end: bool, travel: Travel) -> float:
    """By the triangle: putting a place in between two points costs at least the ways to both, less the leg; and the way
    to a point is at least the way to the start, less the point's way from there."""
    stops = points[:-1] if open_end else points
    if any(point is None for point in stops):
        return END
    way = travel.way_from(points[0])
    reach = [way(point) for point in stops]
    between = (here + there + leg for here, there, leg in zip(reach, reach[1:], legs, strict=False))
    return max((*between, reach[-1]))
