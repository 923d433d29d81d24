"""Ranks technicians for a job by skill, duty, load and place (manual B 2.3), with the reasons. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from backend.values import JsonObject

EARTH_KM = 6371.0
KM_PER_MINUTE = 0.5
"""City traffic: 30 km/h."""
MOST_JOBS = 5
MINUTES_PER_JOB = 45
"""What one more job in hand weighs against driving time."""
UNKNOWN_MINUTES = 40
"""Driving time assumed where a place is known by its address only."""
FAMILIAR_MINUTES = 20
"""How much farther a technician may be whom this customer knows."""


@dataclass(frozen=True)
class Job:
    """`skill` None: anyone may take it. Coordinates in degrees."""

    skill: str | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True)
class Applicant:
    """A technician as seen at the moment of ranking; `asked` in this round already."""

    id: int
    name: str
    skills: frozenset[str]
    on_duty: bool
    jobs: int
    latitude: float | None
    longitude: float | None
    familiar: bool = False
    asked: bool = False


@dataclass(frozen=True)
class Reason:
    """A code with its figures, put into words where it is read."""

    code: str
    figure: float | str | None = None


@dataclass(frozen=True)
class Ranked:
    """`minutes` is the score, the lower the better: driving time plus what load and familiarity weigh."""

    technician_id: int
    name: str
    fit: bool
    minutes: float
    reasons: tuple[Reason, ...]

    def to_json(self) -> JsonObject:
        return {
            "technician": self.technician_id,
            "name": self.name,
            "fit": self.fit,
            "minutes": round(self.minutes, 1),
            "reasons": [{"code": reason.code, "figure": reason.figure} for reason in self.reasons],
        }


def rank(job: Job, applicants: Iterable[Applicant]) -> tuple[Ranked, ...]:
    """The fit ones first, best first; then the unfit with what speaks against them."""
    ranked = [_ranked(job, applicant) for applicant in applicants]
    return tuple(sorted(ranked, key=lambda each: (not each.fit, each.minutes, each.technician_id)))


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance between two (latitude, longitude) in degrees."""
    (lat_a, lon_a), (lat_b, lon_b) = (tuple(map(radians, point)) for point in (a, b))
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))


def _ranked(job: Job, applicant: Applicant) -> Ranked:
    against = [*_against(job, applicant)]
    travel, where = _travel(job, applicant)
    load = Reason("load", applicant.jobs)
    minutes = travel + applicant.jobs * MINUTES_PER_JOB - (FAMILIAR_MINUTES if applicant.familiar else 0)
    skill = [Reason("has-skill", job.skill)] if job.skill in applicant.skills else []
    familiar = [Reason("familiar")] if applicant.familiar else []
    reasons = (*against, *skill, where, load, *familiar)
    return Ranked(applicant.id, applicant.name, not against, minutes, reasons)


def _against(job: Job, applicant: Applicant) -> Iterable[Reason]:
    if job.skill is not None and job.skill not in applicant.skills:
        yield Reason("no-skill", job.skill)
    if not applicant.on_duty:
        yield Reason("off-duty")
    if applicant.jobs >= MOST_JOBS:
        yield Reason("full", applicant.jobs)
    if applicant.asked:
        yield Reason("asked-already")


def _travel(job: Job, applicant: Applicant) -> tuple[float, Reason]:
    if None in (job.latitude, job.longitude, applicant.latitude, applicant.longitude):
        return UNKNOWN_MINUTES, Reason("distance-unknown")
    here = (float(job.latitude or 0), float(job.longitude or 0))
    there = (float(applicant.latitude or 0), float(applicant.longitude or 0))
    km = distance_km(here, there)
    return km / KM_PER_MINUTE, Reason("distance", round(km, 1))
