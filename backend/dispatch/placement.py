"""Finds a technician for a job: by the ranking, else by another order of somebody's day, else by ejecting a job that
nobody has accepted yet and placing that one anew. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from backend.dispatch.day import Day, Insertion, cheapest, with_job, without
from backend.dispatch.fitness import has_parts, is_able
from backend.dispatch.foresight import Foresight
from backend.dispatch.reorder import reordered
from backend.dispatch.rules import Ranking, Weights
from backend.dispatch.travel import Travel
from backend.dispatch.values import Hold, Job, Visit

CHAIN = 2
"""How many jobs may change their technician so that one more is served."""
FORESEEN_FOR = 6
"""For how many of the best the likely jobs are looked at."""


@dataclass(frozen=True)
class Basis:
    """What every decision of a moment rests on."""

    travel: Travel
    weights: Weights = field(default_factory=Weights)
    foresight: Foresight | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """The job's technician, the days that change, and the jobs that go to another technician for it."""

    technician_id: int
    days: Mapping[int, Day]
    minutes: float
    moved: tuple[int, ...] = ()


def place(job: Job, team: Mapping[int, Day], basis: Basis, chain: int = CHAIN) -> Placement | None:
    """Where the job goes; None when nobody can do it in time. The shortest chain of moved jobs wins, then the least
    travel."""
    return _placed(job, team, basis, chain, frozenset(), frozenset())


def inserted(job: Job, team: Mapping[int, Day], basis: Basis) -> Placement | None:
    """By the ranking alone: nothing else moves."""
    best = Ranking(job, team, basis.travel, basis.weights).best(FORESEEN_FOR if basis.foresight else 1)
    found: list[tuple[float, float, int, Day]] = []
    for each in best:
        day = team[each.technician_id]
        assert each.insertion is not None
        changed = with_job(day, Visit(job), each.insertion.position, basis.travel)
        lost = basis.foresight.lost(changed, team) if basis.foresight and len(best) > 1 else 0.0
        found.append((each.late, each.minutes + basis.weights.foreseen * lost, each.technician_id, changed))
    if not found:
        return None
    _, minutes, technician_id, changed = min(found, key=lambda each: each[:3])
    return Placement(technician_id, {technician_id: changed}, minutes)


def _placed(
    job: Job, team: Mapping[int, Day], basis: Basis, chain: int, settled: frozenset[int], closed: frozenset[int]
) -> Placement | None:
    """`settled` jobs are not ejected again; `closed` technicians take nothing more."""
    free = {key: day for key, day in team.items() if key not in closed} if closed else team
    return (
        inserted(job, free, basis)
        or _least(_by_reordering(job, free, basis))
        or (_least(_by_ejecting(job, team, free, basis, chain, settled, closed)) if chain else None)
    )


def _by_reordering(job: Job, team: Mapping[int, Day], basis: Basis) -> Iterator[Placement]:
    for key, day in team.items():
        if len(day.visits) > 1 and _may_take(job, day, basis) and has_parts(day, job):
            changed = reordered(day.technician, (*day.visits, Visit(job)), basis.travel)
            if changed is not None:
                yield Placement(key, {key: changed}, changed.travel - day.travel)


def _by_ejecting(
    job: Job,
    team: Mapping[int, Day],
    free: Mapping[int, Day],
    basis: Basis,
    chain: int,
    settled: frozenset[int],
    closed: frozenset[int],
) -> Iterator[Placement]:
    for key, day in free.items():
        if not _may_take(job, day, basis, instead=1):
            continue
        for visit in day.visits:
            if visit.hold is not Hold.OFFERED or visit.job.id in settled:
                continue
            changed = _instead_of(visit.job, job, day, basis.travel)
            if changed is None:
                continue
            then = {**team, key: changed}
            onward = _placed(visit.job, then, basis, chain - 1, settled | {job.id, visit.job.id}, closed | {key})
            if onward is not None:
                minutes = onward.minutes + changed.travel - day.travel
                yield Placement(key, {key: changed, **onward.days}, minutes, (visit.job.id, *onward.moved))


def _instead_of(ejected: Job, job: Job, day: Day, travel: Travel) -> Day | None:
    """The day with the job in place of the other, in whatever order is possible."""
    if not has_parts(day, job, given_up=ejected):
        return None
    rest = without(day, ejected.id, travel)
    found = cheapest(rest, job, travel)
    if isinstance(found, Insertion):
        return with_job(rest, Visit(job), found.position, travel)
    return reordered(day.technician, (*rest.visits, Visit(job)), travel) if len(rest.visits) > 1 else None


def _may_take(job: Job, day: Day, basis: Basis, instead: int = 0) -> bool:
    who = day.technician
    return (
        who.on_duty
        and not who.on_leave
        and not who.asked
        and len(day.visits) - instead < basis.weights.most_jobs
        and is_able(job, who)
    )


def _least(found: Iterator[Placement]) -> Placement | None:
    return min(found, key=lambda each: (len(each.moved), each.minutes, each.technician_id), default=None)
