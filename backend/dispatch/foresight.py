"""Keeps free who will be needed: what a day could still take of the jobs that are likely to come. Pure.

Yesterday's jobs, spread over the rest of the day, stand for those to come. A likely job that a technician could do now
and could not after taking this one counts the more, the fewer others could do it: scarce skills, tools, parts, places
and hours all weigh in that one figure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from backend.dispatch.day import Day, Insertion, cheapest
from backend.dispatch.fitness import has_parts, is_able
from backend.dispatch.travel import Travel
from backend.dispatch.values import Job

_GOLDEN = 0.6180339887498949
"""Multiples of it, cut to their fraction, spread evenly however many are taken."""


@dataclass(frozen=True)
class Foresight:
    """Made for one moment. Remembers what each day can do, so that it is looked at once."""

    likely: Sequence[Job]
    travel: Travel
    _seen: dict[int, tuple[Day, tuple[bool, ...]]] = field(default_factory=dict, repr=False)

    def lost(self, changed: Day, team: Mapping[int, Day]) -> float:
        """What the team can do less when one of its days becomes this one: 1 for each job nobody else could do."""
        could = [self._able(day) for day in team.values()]
        before = self._able(team[changed.technician.id])
        after = self._able(changed)
        counts = [sum(each) for each in zip(*could, strict=True)]
        lost = (1.0 / count for had, has, count in zip(before, after, counts, strict=True) if had and not has)
        return sum(lost, 0.0)

    def _able(self, day: Day) -> tuple[bool, ...]:
        known = self._seen.get(id(day))
        if known is None:
            known = self._seen[id(day)] = (day, tuple(_could(day, job, self.travel) for job in self.likely))
        return known[1]


def likely_jobs(past: Sequence[Job], now: float, until: float, count: int = 60) -> list[Job]:
    """As many jobs like the past ones, their windows as wide as they were, at moments from now on."""
    if not past or until <= now:
        return []
    step = max(1.0, len(past) / count)
    chosen = (past[int(index * step) % len(past)] for index in range(count))
    return [_moved(job, index, now, until) for index, job in enumerate(chosen, start=1)]


def _moved(job: Job, index: int, now: float, until: float) -> Job:
    width = min(job.windows[0][1] - job.windows[0][0], until - now)
    opens = now + (index * _GOLDEN) % 1.0 * max(0.0, until - job.minutes - width - now)
    return replace(job, id=-index, windows=((opens, opens + width),), deadline=None)


def _could(day: Day, job: Job, travel: Travel) -> bool:
    return is_able(job, day.technician) and has_parts(day, job) and isinstance(cheapest(day, job, travel), Insertion)
