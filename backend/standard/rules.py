"""Which clocks a ticket gets, when they are due, and when who hears of them. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import asin, cos, radians, sin, sqrt

from backend.standard.calendars import Calendar, Span, moment
from backend.standard.fields import Amount
from backend.standard.values import Clock, Rule, Rung, ServiceStandard, Start

EARTH_KM = 6371.0
DUE = 100
"""The rung, in per cent, at which a clock's time is used up."""

Place = tuple[float, float]
"""Latitude and longitude in degrees."""


@dataclass(frozen=True)
class Matter:
    """What rules ask about. None fits no rule that asks for it."""

    kind: str | None = None
    urgency: str | None = None
    severity: str | None = None
    band: str | None = None
    group: str | None = None


@dataclass(frozen=True)
class Term:
    """One limit of a running clock: so much working time of a calendar, watched by a ladder."""

    calendar: str
    seconds: int
    ladder: str

    @property
    def time(self) -> timedelta:
        return timedelta(seconds=self.seconds)


@dataclass(frozen=True)
class Reckoned:
    """When a clock is due by the limit that holds, and the moments of that limit's rungs, by per cent."""

    term: Term
    due_at: datetime
    rungs: Mapping[int, datetime]


def fits(rule: Rule, matter: Matter) -> bool:
    asked: tuple[tuple[Collection[str], str | None], ...] = (
        (rule.kind, matter.kind),
        (rule.urgency, matter.urgency),
        (rule.severity, matter.severity),
        (rule.band, matter.band),
        (rule.group, matter.group),
    )
    return all(not allowed or value in allowed for allowed, value in asked)


def terms(standard: ServiceStandard, start: Start, matter: Matter) -> Mapping[Clock, tuple[Term, ...]]:
    """The clocks that start now, each with every limit that the standard sets for it."""
    found: dict[Clock, tuple[Term, ...]] = {}
    for rule in standard.rule:
        if rule.start is start and rule.limit is not None and fits(rule, matter):
            seconds = int(_working_time(rule.limit, standard, rule.calendar).total_seconds())
            found[rule.clock] = (*found.get(rule.clock, ()), Term(rule.calendar, seconds, rule.ladder))
    return found


def reckon(
    of_clock: Sequence[Term],
    calendars: Mapping[str, Calendar],
    ladders: Mapping[str, Sequence[Rung]],
    since: datetime,
    breaks: Iterable[Span] = (),
) -> Reckoned:
    """Of several limits the one that is due first holds, whatever calendars they run on."""
    breaks = list(breaks)
    due = [(moment(calendars[term.calendar], since, term.time, breaks), term) for term in of_clock]
    due_at, term = min(due, key=lambda each: each[0])
    shares = {DUE, *(rung.at for rung in ladders[term.ladder])}
    rungs = {at: moment(calendars[term.calendar], since, term.time * at / 100, breaks) for at in shares}
    return Reckoned(term, due_at, rungs)


def rung_at(ladder: Iterable[Rung], percent: int) -> Rung:
    """A clock that is used up is a rung even where the ladder has none: nobody is told, but it counts as missed."""
    return next((rung for rung in ladder if rung.at == percent), Rung(percent, ()))


def band_of(standard: ServiceStandard, place: Place | None, stations: Iterable[Place]) -> str | None:
    """The distance band of a place, from the nearest station; None where either is unknown."""
    if place is None or not (distances := [distance_km(place, station) for station in stations]):
        return None
    nearest = min(distances)
    return next((band.name for band in standard.band if band.up_to_km is None or nearest <= band.up_to_km), None)


def distance_km(a: Place, b: Place) -> float:
    """Along the great circle."""
    (lat_a, lon_a), (lat_b, lon_b) = ((radians(x), radians(y)) for x, y in (a, b))
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def _working_time(limit: Amount, standard: ServiceStandard, calendar: str) -> timedelta:
    return limit.time + limit.working_days * standard.calendar[calendar].working_day
