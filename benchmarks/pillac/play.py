"""Plays an instance as a day: everybody drives as soon as free, and a job is fixed once the drive to it has begun."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from time import perf_counter

from backend.dispatch.day import Day, plan_day
from backend.dispatch.travel import Travel
from backend.dispatch.values import Job, Technician, Visit
from benchmarks.pillac.instances import Instance
from benchmarks.pillac.policies import Policy


@dataclass(frozen=True)
class Drive:
    """What happened, for whoever checks it."""

    technician: int
    job: int
    departed: float
    arrived: float
    started: float
    left: float


@dataclass
class Played:
    drives: list[Drive] = field(default_factory=list)
    changed: set[int] = field(default_factory=set)
    seconds: list[float] = field(default_factory=list)


@dataclass
class _Van:
    """`who` stands where they are, or will be once the job begun is done."""

    who: Technician
    planned: tuple[Visit, ...] = ()


def play(instance: Instance, policy: Policy, travel: Travel) -> Played:
    return _Game(instance, policy, travel).played()


class _Game:
    def __init__(self, instance: Instance, policy: Policy, travel: Travel) -> None:
        self._instance, self._policy, self._travel = instance, policy, travel
        self._vans = {who.id: _Van(who) for who in instance.crew}
        self._holders: dict[int, int] = {}
        self._waiting: list[Job] = []
        self._known: list[Job] = []
        self._out = Played()

    def played(self) -> Played:
        arrivals = sorted((release, job_id) for job_id, release in self._instance.releases.items())
        for release, arrived in groupby(arrivals, key=lambda each: max(each[0], -1.0)):
            new = [self._instance.jobs[job_id] for _, job_id in arrived]
            now = max(0.0, release)
            self._drive_until(now)
            self._decide(new, now, before_the_day=release < 0)
            self._drive_until(now)
        self._drive_until(float("inf"))
        return self._out

    def _decide(self, new: list[Job], now: float, *, before_the_day: bool) -> None:
        self._known += new
        self._policy.begin(self._known, now, self._instance.ends)
        days: dict[int, Day] = {key: plan_day(van.who, van.planned, self._travel) for key, van in self._vans.items()}
        if before_the_day:
            self._take(days, self._policy.plan(new, days))
            new = [job for job in new if job.id not in self._holders]
            new = new if self._policy.tries_again else []
        waiting, self._waiting = [*sorted(new, key=_closes), *self._waiting], []
        for job in waiting:
            began = perf_counter()
            changed = self._policy.decide(job, days)
            self._out.seconds.append(perf_counter() - began)
            if changed is not None:
                self._take(days, changed)
            elif self._policy.tries_again and job.windows[-1][1] > now:
                self._waiting.append(job)
        for key, day in days.items():
            self._vans[key].planned = day.visits

    def _take(self, days: dict[int, Day], changed: Mapping[int, Day]) -> None:
        days.update(changed)
        for key, day in changed.items():
            for visit in day.visits:
                if self._holders.setdefault(visit.job.id, key) != key:
                    self._out.changed.add(visit.job.id)
                    self._holders[visit.job.id] = key

    def _drive_until(self, now: float) -> None:
        for van in self._vans.values():
            while van.planned and van.who.free_at <= now:
                self._drive(van)
            if not van.planned and van.who.free_at < now:
                van.who = replace(van.who, free_at=now)

    def _drive(self, van: _Van) -> None:
        job, who = van.planned[0].job, van.who
        arrived = who.free_at + self._travel.minutes(who.place, job.place)
        started = max(arrived, job.windows[0][0])
        left = started + job.minutes
        self._out.drives.append(Drive(who.id, job.id, who.free_at, arrived, started, left))
        stock = {part: count - job.parts.get(part, 0) for part, count in (who.stock or {}).items()}
        van.who = replace(who, place=job.place, free_at=left, stock=stock)
        van.planned = van.planned[1:]


def _closes(job: Job) -> tuple[float, int]:
    return job.windows[-1][1], job.id
