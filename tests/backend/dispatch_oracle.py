"""The slow and obvious way to judge a day: drive it, stop by stop, in every order asked about."""

import itertools
from math import dist, inf

from backend.dispatch.day import Day, plan_day
from backend.dispatch.travel import WayFrom
from backend.dispatch.values import Job, Point, Visit


class Plane:
    """Travel time is the distance."""

    is_metric = True

    def minutes(self, here: Point | None, there: Point | None) -> float:
        return 40.0 if here is None or there is None else dist(here, there)

    def km(self, here: Point | None, there: Point | None) -> float | None:
        return None if here is None or there is None else dist(here, there)

    def way_from(self, here: Point | None) -> WayFrom:
        return lambda there: self.minutes(here, there)


def on_time(day: Day) -> bool:
    """Drives the day by the job's windows and the shift alone."""
    who, here, moment = day.technician, day.technician.place, day.technician.free_at
    for visit in day.visits:
        start = _start(visit.job, who.shift, moment + Plane().minutes(here, visit.job.place))
        if start is None:
            return False
        here, moment = visit.job.place, start + visit.job.minutes
    home = 0.0 if who.home is None else Plane().minutes(here, who.home)
    return who.home_by is None or moment + home <= who.home_by + 1e-9


def least_added(day: Day, job: Job) -> float | None:
    """By trying each position; None when none is on time."""
    tried = (
        plan_day(day.technician, (*day.visits[:at], Visit(job), *day.visits[at:]), Plane())
        for at in range(len(day.visits) + 1)
    )
    return min((_driven(each) - _driven(day) for each in tried if on_time(each)), default=None)


def _driven(day: Day) -> float:
    who = day.technician
    stops = [who.place, *(visit.job.place for visit in day.visits), *([who.home] if who.home else [])]
    return sum(Plane().minutes(here, there) for here, there in itertools.pairwise(stops))


def _start(job: Job, shift: tuple[tuple[float, float], ...], arrival: float) -> float | None:
    found = inf
    for opens, closes in job.windows:
        for begins, ends in shift:
            start = max(arrival, opens, begins)
            if start <= closes and start + job.minutes <= ends:
                found = min(found, start)
    return None if found == inf else found
