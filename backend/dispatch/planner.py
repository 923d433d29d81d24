"""What a solver's routes would change in a day, judged by the rules of dispatch themselves. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from backend.dispatch.day import Day, plan_day
from backend.dispatch.reorder import reordered
from backend.dispatch.routing import Outset, Routes, Solve, Stop, problem
from backend.dispatch.spans import first_from
from backend.dispatch.values import Hold, Visit

_SLACK = 1e-6
"""Minutes; sums of fractions are not exact."""


@dataclass(frozen=True, slots=True)
class Change:
    """A job as it stands and as it would stand. `to` None: there is no place for it, and it stays as it is. Moments are
    minutes; None while nobody has the job."""

    job_id: int
    number: str
    holders: tuple[int, ...]
    to: int | None
    begins_before: float | None
    begins_after: float | None

    @property
    def is_move(self) -> bool:
        """Somebody else is to be asked."""
        return self.to is not None and self.holders != (self.to,)


@dataclass(frozen=True, slots=True)
class Figures:
    """`open`: jobs that nobody at work has; `late`: those that begin after their window or deadline."""

    open: int
    late: int
    driving: float


@dataclass(frozen=True)
class Proposal:
    """`changes` is empty when nothing better was found; `after` is then as `before`."""

    jobs: int
    changes: tuple[Change, ...]
    before: Figures
    after: Figures


@dataclass(frozen=True)
class _Arrangement:
    """Who has what, each technician's jobs in order."""

    days: Mapping[int, Day]
    begins: Mapping[int, float]
    figures: Figures


def propose(outset: Outset, solve: Solve) -> Proposal:
    """Accepted jobs stay with their technician. A plan that is no better than how things stand is not proposed."""
    before = _present(outset)
    routes = _routes(outset, solve)
    after = _planned(outset, routes)
    jobs = len(outset.stops)
    if _rank(after.figures) >= _rank(before.figures):
        return Proposal(jobs, (), before.figures, before.figures)
    given = {job: key for key, route in routes.items() for job in route}
    changes = (_change(stop, given.get(stop.job.id), before, after) for stop in outset.stops)
    return Proposal(jobs, tuple(each for each in changes if _is_told(each)), before.figures, after.figures)


def _routes(outset: Outset, solve: Solve) -> Routes:
    """A deadline that nobody can keep is let go, and whose accepted jobs fit into no day takes nothing more."""
    closed, loose = frozenset[int](), frozenset[int]()
    while True:
        routes = solve(problem(outset, closed=closed, loose=loose))
        left = _unplaced(outset, routes)
        shut = frozenset(stop.holders[0] for stop in left if stop.is_accepted) - closed
        late = frozenset(stop.job.id for stop in left if stop.may and stop.job.deadline is not None) - loose
        if not shut and not late:
            return routes
        closed, loose = closed | shut, loose if shut else loose | late


def _unplaced(outset: Outset, routes: Routes) -> list[Stop]:
    placed = {job for route in routes.values() for job in route}
    return [stop for stop in outset.stops if stop.job.id not in placed]


def _present(outset: Outset) -> _Arrangement:
    return _arranged(outset, {key: _ordered(outset, key, _held(outset.stops, key)) for key in outset.team})


def _planned(outset: Outset, routes: Routes) -> _Arrangement:
    """What has no place stays where it is. Raises ValueError for a route that breaks a promise."""
    stops = {stop.job.id: stop for stop in outset.stops}
    unplaced = _unplaced(outset, routes)
    days = {}
    for key, who in outset.team.items():
        route = [stops[job] for job in routes.get(key, ())]
        day = plan_day(who, map(_visit, route), outset.travel)
        if not day.on_time:
            raise ValueError(f"the planned day of technician {key} breaks a promise")
        staying = _held(unplaced, key)
        days[key] = _ordered(outset, key, [*route, *staying]) if staying else day
    return _arranged(outset, days)


def _arranged(outset: Outset, days: Mapping[int, Day]) -> _Arrangement:
    begins = {job: moment for day in days.values() for job, moment in _begins(day)}
    kept = {visit.job.id for day in days.values() for visit in _kept(day)}
    figures = Figures(
        open=sum(stop.job.id not in begins for stop in outset.stops),
        late=sum(stop.job.id in begins and stop.job.id not in kept for stop in outset.stops),
        driving=sum(day.travel for day in days.values()),
    )
    return _Arrangement(days, begins, figures)


def _held(stops: Iterable[Stop], key: int) -> list[Stop]:
    return [stop for stop in stops if stop.holders[:1] == (key,)]


def _ordered(outset: Outset, key: int, stops: list[Stop]) -> Day:
    """In the best order known, so that a plan is not praised for sorting alone."""
    who, visits = outset.team[key], tuple(map(_visit, stops))
    return reordered(who, visits, outset.travel) or plan_day(who, visits, outset.travel)


def _visit(stop: Stop) -> Visit:
    return Visit(stop.job, Hold.ACCEPTED if stop.is_accepted else Hold.OFFERED)


def _begins(day: Day) -> list[tuple[int, float]]:
    return [(visit.job.id, left - visit.job.minutes) for visit, left in zip(day.visits, day.departs[1:], strict=True)]


def _kept(day: Day) -> list[Visit]:
    moments = [moment for _, moment in _begins(day)]
    return [
        visit
        for visit, spans, moment in zip(day.visits, day.windows, moments, strict=True)
        if (found := first_from(spans, moment - _SLACK)) is not None
        and found <= moment + _SLACK
        and (visit.job.deadline is None or moment <= visit.job.deadline + _SLACK)
    ]


def _change(stop: Stop, to: int | None, before: _Arrangement, after: _Arrangement) -> Change:
    job, whose = stop.job.id, stop.holders[0] if stop.is_accepted else to
    return Change(job, stop.number, stop.holders, whose, before.begins.get(job), after.begins.get(job))


def _is_told(change: Change) -> bool:
    """Whatever somebody would notice: another technician, another minute, or no place."""
    if change.is_move or change.begins_before is None or change.begins_after is None or change.to is None:
        return True
    return abs(change.begins_before - change.begins_after) >= 1


def _rank(figures: Figures) -> tuple[int, int, float]:
    return figures.open, figures.late, round(figures.driving, 1)
