"""Checks a played day against the instance alone: it knows nothing of how the day was decided."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from math import dist

from backend.dispatch.values import Job, Technician
from benchmarks.pillac.instances import Instance
from benchmarks.pillac.play import Drive

_ROUNDING = 1e-6


class Violated(Exception):
    """A rule of the day was broken."""


def check(instance: Instance, drives: Iterable[Drive]) -> int:
    """How many requests were served. Raises Violated."""
    listed = sorted(drives, key=lambda drive: (drive.technician, drive.departed, drive.started))
    twice = [job for job, count in Counter(drive.job for drive in listed).items() if count > 1]
    _require(not twice, f"{instance.name}: served twice: {twice}")
    crew = {who.id: who for who in instance.crew}
    for technician, driven in groupby(listed, key=lambda drive: drive.technician):
        _check_day(instance, crew[technician], list(driven))
    return len(listed)


def _check_day(instance: Instance, who: Technician, driven: list[Drive]) -> None:
    place, free_at = who.place, who.shift[0][0]
    used: Counter[str] = Counter()
    for drive in driven:
        job = instance.jobs[drive.job]
        where = f"{instance.name} {instance.share} {instance.mode}: technician {who.id}, request {job.id}"
        assert place is not None
        assert job.place is not None
        _require(drive.departed >= free_at - _ROUNDING, f"{where}: drives before the last job is done")
        _require(drive.departed >= instance.releases[job.id], f"{where}: drives before the request exists")
        _require(drive.arrived >= drive.departed + dist(place, job.place) - _ROUNDING, f"{where}: arrives too soon")
        _check_service(where, drive, job)
        _check_able(where, who, job)
        used.update(job.parts)
        place, free_at = job.place, drive.left
    short = {part: count for part, count in used.items() if count > (who.stock or {}).get(part, 0)}
    _require(not short, f"{instance.name}: technician {who.id} uses parts that are not in the van: {short}")
    assert place is not None
    assert who.home is not None
    home = free_at + dist(place, who.home)
    _require(home <= instance.ends + _ROUNDING, f"{instance.name}: technician {who.id} is home at {home}")


def _check_service(where: str, drive: Drive, job: Job) -> None:
    [(opens, closes)] = job.windows
    _require(drive.started >= drive.arrived, f"{where}: work begins before the arrival")
    _require(opens - _ROUNDING <= drive.started <= closes + _ROUNDING, f"{where}: begins outside of its window")
    _require(drive.left >= drive.started + job.minutes - _ROUNDING, f"{where}: leaves before the work is done")


def _check_able(where: str, who: Technician, job: Job) -> None:
    _require(set(job.skills) <= set(who.skills), f"{where}: lacks a skill")
    _require(job.tools <= (who.tools or frozenset()), f"{where}: lacks a tool")


def _require(holds: bool, told: str) -> None:
    if not holds:
        raise Violated(told)
