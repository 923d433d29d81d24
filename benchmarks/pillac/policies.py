"""Who decides: the product's rules, and beside them the usual way, the nearest technician who is free for it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import Protocol

from backend.dispatch.day import Day, with_job
from backend.dispatch.fitness import has_parts, is_able
from backend.dispatch.foresight import Foresight, likely_jobs
from backend.dispatch.placement import CHAIN, Basis, Placement, place
from backend.dispatch.planning import plan_jobs
from backend.dispatch.rules import Weights
from backend.dispatch.spans import first_from, starts
from backend.dispatch.travel import Travel
from backend.dispatch.values import Job, Visit

Days = Mapping[int, Day]
MOST_CHANGED = 0.05


class Policy(Protocol):
    """`tries_again`: whether a request that found no one is looked at again later."""

    name: str
    tries_again: bool

    def begin(self, known: Sequence[Job], now: float, ends: float) -> None:
        """A moment of decisions, with all requests that exist by now."""
        ...

    def plan(self, jobs: Sequence[Job], team: Days) -> Days:
        """The requests known before the day begins."""
        ...

    def decide(self, job: Job, team: Days) -> Days | None:
        """The days that change; None when the request finds no one."""
        ...


class Rules:
    """The product's. Over the day no more than `MOST_CHANGED` of the requests known so far change their technician."""

    name, tries_again = "rules", True

    def __init__(self, travel: Travel) -> None:
        self._basis = Basis(travel, Weights(most_jobs=10**6))
        self._changed: set[int] = set()
        self._most_changed = 0

    def begin(self, known: Sequence[Job], now: float, ends: float) -> None:
        self._most_changed = ceil(MOST_CHANGED * len(known))
        likely = likely_jobs(known, now, ends)
        self._basis = replace(self._basis, foresight=Foresight(likely, self._basis.travel))

    def plan(self, jobs: Sequence[Job], team: Days) -> Days:
        return plan_jobs(jobs, team, self._basis).days

    def decide(self, job: Job, team: Days) -> Days | None:
        left = max(0, self._most_changed - len(self._changed))
        placed: Placement | None = place(job, team, self._basis, min(CHAIN, left))
        if placed is None:
            return None
        self._changed.update(placed.moved)
        return placed.days


class Nearest:
    """The eligible technician whose last stop is nearest, the job at the end of the day."""

    name, tries_again = "nearest", False

    def __init__(self, travel: Travel) -> None:
        self._travel = travel

    def begin(self, known: Sequence[Job], now: float, ends: float) -> None:
        """It looks at nothing but the one request."""

    def plan(self, jobs: Sequence[Job], team: Days) -> Days:
        days = dict(team)
        for job in sorted(jobs, key=lambda each: (each.windows[-1][1], each.id)):
            days.update(self.decide(job, days) or {})
        return days

    def decide(self, job: Job, team: Days) -> Days | None:
        found = [(way, key) for key, day in team.items() if (way := self._way(job, day)) is not None]
        if not found:
            return None
        _, key = min(found)
        return {key: with_job(team[key], Visit(job), len(team[key].visits), self._travel)}

    def _way(self, job: Job, day: Day) -> float | None:
        who, way = day.technician, self._travel.minutes(day.points[len(day.visits)], job.place)
        start = first_from(starts(job, who.shift), day.departs[-1] + way)
        if start is None or not (is_able(job, who) and has_parts(day, job)):
            return None
        home = start + job.minutes + self._travel.minutes(job.place, who.home)
        return way if who.home_by is None or home <= who.home_by else None
