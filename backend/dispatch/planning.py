"""Plans many jobs at once, before the day begins: first those that suffer most by waiting, then each to where it leaves
the team the most freedom. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from backend.dispatch.day import Day, without
from backend.dispatch.placement import Basis, Placement, inserted, place
from backend.dispatch.rules import Ranking
from backend.dispatch.values import Hold, Job

ROUNDS = 2
"""How often each visit is tried elsewhere."""
ALONE = 1000.0
"""What having no second choice weighs."""


@dataclass(frozen=True, slots=True)
class Plan:
    days: Mapping[int, Day]
    unplaced: tuple[Job, ...]


def plan_jobs(jobs: Iterable[Job], team: Mapping[int, Day], basis: Basis) -> Plan:
    """Every job that finds a place, and the rest. The visits already planned move only if nobody has accepted them."""
    days, left, unplaced = dict(team), sorted(jobs, key=lambda job: job.id), []
    choices = {job.id: _choices(job, days, basis) for job in left}
    while left:
        job = max(left, key=lambda each: (_regret(choices[each.id]), -each.windows[-1][1], -each.id))
        left.remove(job)
        placed = place(job, days, basis)
        if placed is None:
            unplaced.append(job)
            continue
        days.update(placed.days)
        for other in left:
            _choose_again(other, choices[other.id], placed.days, basis)
    return _improved(Plan(days, tuple(unplaced)), basis)


def _choices(job: Job, days: Mapping[int, Day], basis: Basis) -> dict[int, float]:
    """The score of each technician who could take it."""
    ranking = Ranking(job, days, basis.travel, basis.weights)
    return {each.technician_id: each.minutes for each in ranking.best(len(days))}


def _choose_again(job: Job, choices: dict[int, float], changed: Mapping[int, Day], basis: Basis) -> None:
    for key in changed:
        choices.pop(key, None)
    choices.update(_choices(job, changed, basis))


def _regret(choices: Mapping[int, float]) -> float:
    """How much worse the second choice is; nothing is lost by waiting where there is no choice."""
    if not choices:
        return -1.0
    best, second = (*sorted(choices.values()), ALONE)[:2]
    return second - best


def _improved(plan: Plan, basis: Basis) -> Plan:
    days, unplaced = dict(plan.days), plan.unplaced
    for _ in range(ROUNDS):
        moved = [job for job in _movable(days) if _moved(job, days, basis)]
        left = []
        for job in unplaced:
            placed: Placement | None = place(job, days, basis)
            days.update(placed.days if placed else {})
            left += [] if placed else [job]
        unplaced = tuple(left)
        if not moved:
            break
    return Plan(days, unplaced)


def _movable(days: Mapping[int, Day]) -> list[Job]:
    offered = (visit.job for day in days.values() for visit in day.visits if visit.hold is Hold.OFFERED)
    return sorted(offered, key=lambda job: job.id)


def _moved(job: Job, days: dict[int, Day], basis: Basis) -> bool:
    """Takes the job out and puts it where it fits best now."""
    holder = next(key for key, day in days.items() if any(visit.job.id == job.id for visit in day.visits))
    before = days[holder]
    trial = {**days, holder: without(before, job.id, basis.travel)}
    placed = inserted(job, trial, basis)
    if placed is None or placed.days.get(holder, trial[holder]).visits == before.visits:
        return False
    days.update(trial)
    days.update(placed.days)
    return True
