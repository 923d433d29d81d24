"""Ranks technicians for a job by deadline, way, engagement and skills (manual B 2.3), with the reasons. Pure.

The best come first without judging all: a technician is judged exactly only when no other can still be better, so
the first few of a thousand cost little. Reading on to the end judges everybody.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import chain, islice

from backend.dispatch.day import Day, Insertion, cheapest, lengthened
from backend.dispatch.fitness import MOST_JOBS, against, has_parts, is_able
from backend.dispatch.travel import Travel
from backend.dispatch.values import Job, Reason
from backend.values import JsonObject

_Place = tuple[float, float, int, Insertion | None]
"""In the queue: minutes late, score, technician."""


@dataclass(frozen=True)
class Weights:
    """What counts how much, in minutes of driving. `engaged`: each minute that the day gets longer; `load`: each job
    in hand; `familiar`: how much farther a technician may be whom this customer knows; `foreseen`: a likely job that
    only this technician could still do."""

    engaged: float = 0.3
    load: float = 5.0
    familiar: float = 20.0
    foreseen: float = 15.0
    most_jobs: int = MOST_JOBS


@dataclass(frozen=True, slots=True)
class Ranked:
    """`late`: minutes after the deadline; `minutes` is the score of those equally late, the lower the better."""

    technician_id: int
    name: str
    fit: bool
    late: float
    minutes: float
    reasons: tuple[Reason, ...]
    insertion: Insertion | None = None

    def to_json(self) -> JsonObject:
        return {
            "technician": self.technician_id,
            "name": self.name,
            "fit": self.fit,
            "minutes": round(self.minutes, 1),
            "reasons": [reason.to_json() for reason in self.reasons],
        }


@dataclass(frozen=True)
class Ranking:
    """The fit ones, best first; then the unfit with what speaks against them, in the order of their ids."""

    job: Job
    days: Mapping[int, Day]
    travel: Travel
    weights: Weights = field(default_factory=Weights)

    def __iter__(self) -> Iterator[Ranked]:
        refused: list[Ranked] = []
        yield from self._fit(refused)
        barred = (self._unfit(day) for day in self.days.values() if not self._may(day))
        yield from sorted([*refused, *barred], key=lambda each: each.technician_id)

    def best(self, most: int) -> list[Ranked]:
        """The first few of the fit ones."""
        return list(islice(self._fit([]), most))

    def _fit(self, refused: list[Ranked]) -> Iterator[Ranked]:
        """In order. A place in the queue without an insertion is a bound: exactly judged, it can only move back."""
        queue = self._bounds()
        heapify(queue)
        while queue:
            late, minutes, technician_id, known = heappop(queue)
            day = self.days[technician_id]
            if known is not None:
                yield self._chosen(day, late, minutes, known)
                continue
            found = cheapest(day, self.job, self.travel)
            if isinstance(found, Reason):
                refused.append(self._ranked(day, (found,), fit=False))
            else:
                heappush(queue, (*self._score(day, found), technician_id, found))

    def _bounds(self) -> list[_Place]:
        way = self.travel.way_from(self.job.place)
        is_bounded = self.travel.is_metric and self.job.place is not None
        found: list[_Place] = []
        for technician_id, day in self.days.items():
            if self._may(day):
                least = day.least_added(way(day.technician.place)) if is_bounded else 0.0
                found.append((0.0, self._fixed(day) + least, technician_id, None))
        return found

    def _score(self, day: Day, found: Insertion) -> tuple[float, float]:
        late = 0.0 if self.job.deadline is None else max(0.0, found.start - self.job.deadline)
        longer = max(0.0, lengthened(day, self.job, found, self.travel))
        return late, self._fixed(day) + found.added + self.weights.engaged * longer

    def _fixed(self, day: Day) -> float:
        """The part of the score that needs no look at the day."""
        who = day.technician
        return who.spare + self.weights.load * len(day.visits) - (self.weights.familiar if who.familiar else 0.0)

    def _may(self, day: Day) -> bool:
        who, job = day.technician, self.job
        return (
            who.on_duty
            and not who.asked
            and not who.on_leave
            and len(day.visits) < self.weights.most_jobs
            and is_able(job, who)
            and (not job.parts or has_parts(day, job))
        )

    def _chosen(self, day: Day, late: float, minutes: float, found: Insertion) -> Ranked:
        told = (Reason("late", round(late, 1)),) if late else ()
        return self._ranked(day, told, fit=True, late=late, minutes=minutes, found=found)

    def _unfit(self, day: Day) -> Ranked:
        return self._ranked(day, tuple(against(self.job, day, self.weights.most_jobs)), fit=False)

    def _ranked(
        self,
        day: Day,
        told: tuple[Reason, ...],
        *,
        fit: bool,
        late: float = 0.0,
        minutes: float = 0.0,
        found: Insertion | None = None,
    ) -> Ranked:
        who = day.technician
        reasons = (*told, *self._speaking_for(day, found))
        return Ranked(who.id, who.name, fit, late, minutes, reasons, found)

    def _speaking_for(self, day: Day, found: Insertion | None) -> Iterator[Reason]:
        who = day.technician
        yield from (Reason("has-skill", skill) for skill in self.job.skills if skill in who.skills)
        km = self.travel.km(self.job.place, who.place)
        yield Reason("distance-unknown") if km is None else Reason("distance", round(km, 1))
        if found is not None:
            yield Reason("added", round(found.added))
        yield Reason("load", len(day.visits))
        if who.familiar:
            yield Reason("familiar")


def spare_minutes(skills: Sequence[Collection[str]], minutes: float = 2.0) -> list[float]:
    """What it costs the others to take each technician, by their skills: the fewer have a skill, the more it counts."""
    count = max(1, len(skills))
    having = Counter(chain.from_iterable(skills))
    costs = {skill: minutes * (1 - number / count) for skill, number in having.items()}
    return [sum(costs[skill] for skill in known) for known in skills]
