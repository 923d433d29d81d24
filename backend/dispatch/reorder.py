"""The best order of a technician's stops: nobody changes, promised windows hold. Pure."""

from backend.dispatch.day import Day, plan_day
from backend.dispatch.spans import first_from, starts
from backend.dispatch.travel import Travel
from backend.dispatch.values import Hold, Spans, Technician, Visit

STEPS = 400
"""How many partial orders are tried at most."""
END = float("inf")


def reordered(technician: Technician, visits: tuple[Visit, ...], travel: Travel) -> Day | None:
    """The day with the least travel that keeps every promise; None when no order found does. What has begun stays
    first."""
    begun = tuple(visit for visit in visits if visit.hold is Hold.BEGUN)
    free = [visit for visit in visits if visit.hold is not Hold.BEGUN]
    start = plan_day(technician, begun, travel)
    order = _Search(start, free, travel).found()
    return None if order is None else plan_day(technician, (*begun, *order), travel)


class _Search:
    """Depth first, earliest start first, leaving a branch that costs too much or comes too late for anything left."""

    def __init__(self, start: Day, visits: list[Visit], travel: Travel) -> None:
        who = start.technician
        self.visits, self.travel, self.home_by = visits, travel, END if who.home_by is None else who.home_by
        self.windows: list[Spans] = [starts(visit.job, who.shift) for visit in visits]
        here = start.visits[-1].job.place if start.visits else who.place
        self.first = [travel.minutes(here, visit.job.place) for visit in visits]
        self.ways = [[travel.minutes(one.job.place, two.job.place) for two in visits] for one in visits]
        self.back = [0.0 if start.open_end else travel.minutes(visit.job.place, who.home) for visit in visits]
        self.free_at, self.steps = start.departs[-1], STEPS
        self.least = END
        self.best: tuple[int, ...] | None = None if visits else ()

    def found(self) -> tuple[Visit, ...] | None:
        self._go(None, self.free_at, 0.0, ())
        return None if self.best is None else tuple(self.visits[index] for index in self.best)

    def _go(self, last: int | None, moment: float, travelled: float, order: tuple[int, ...]) -> None:
        self.steps -= 1
        if last is not None and len(order) == len(self.visits):
            whole = travelled + self.back[last]
            if moment + self.back[last] <= self.home_by and whole < self.least:
                self.least, self.best = whole, order
            return
        ways = self.first if last is None else self.ways[last]
        for start, index in sorted(self._next(ways, moment, order)):
            if self.steps > 0 and travelled + ways[index] < self.least:
                self._go(index, start + self.visits[index].job.minutes, travelled + ways[index], (*order, index))

    def _next(self, ways: list[float], moment: float, order: tuple[int, ...]) -> list[tuple[float, int]]:
        """When each stop that is left could begin next; nothing once one of them could not any more."""
        found = []
        for index, spans in enumerate(self.windows):
            if index not in order:
                start = first_from(spans, moment + ways[index])
                if start is None:
                    return []
                found.append((start, index))
        return found
