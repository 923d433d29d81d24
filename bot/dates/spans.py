"""What was said about a day, as far as it was said, and the days of the calendar that it may mean."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from bot.dates.words import holidays

Span = tuple[date, date]


class NoSuchDay(ValueError):
    """Words named a day that no calendar has, such as 30 February."""


_UNITS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.2425}
YEARS = range(1950, 9998)
"""Those in which a thing still in use may have been bought."""
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_THIRDS = {"early": 0, "mid": 1, "late": 2}
_MONTHS_OF = {"early": (1, 3), "mid": (5, 8), "late": (10, 12), "half1": (1, 6), "half2": (7, 12)} | {
    f"quarter{quarter}": (quarter * 3 - 2, quarter * 3) for quarter in range(1, 5)
}
_NEAR_A_HOLIDAY = 40
_LEAP_YEAR = 2024


@dataclass(frozen=True)
class Said:
    """What words told of a date: pieces that complete each other, or a span or days that need no more.

    `days` are those that a date in figures may be, likeliest first; none: there is no such day.
    """

    year: int | None = None
    months: tuple[int, int] | None = None
    day: int | None = None
    season: str | None = None
    holiday: str | None = None
    part: str | None = None
    of_year: bool | None = None
    last: bool | None = None
    span: Span | None = None
    days: tuple[date, ...] | None = None

    @property
    def is_real(self) -> bool:
        """Whether the calendar has the day, in the year if one is told, else in any."""
        if self.days is not None:
            return bool(self.days)
        if self.day is None or self.months is None or self.months[0] != self.months[1]:
            return True
        year = self.year if self.year is not None and self.year in YEARS else _LEAP_YEAR
        return 1 <= self.day <= monthrange(year, self.months[0])[1]

    @property
    def within_year(self) -> bool:
        return bool(self.months or self.season or self.holiday)

    def joined(self, other: "Said") -> "Said | None":
        """Both together, or None where both tell the same thing or one of them needs no more."""
        mine, theirs = self._told(), other._told()
        complete = any((said.span and said.year is None) or said.days is not None for said in (self, other))
        if complete or mine.keys() & theirs.keys() or (self.within_year and other.within_year):
            return None
        return replace(self, **theirs)

    def filled(self, other: "Said") -> "Said":
        """With the year of the other where this has none, as in "March or April 2024"."""
        lacking = self.within_year and self.year is None and other.span is None and other.days is None
        return replace(self, year=other.year) if lacking else self

    def _told(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if value is not None}


def span_of(said: Said, today: date) -> Span | None:
    """The days that may be meant, none of them later than today; None where nothing is left. Raises NoSuchDay."""
    if not said.is_real:
        raise NoSuchDay
    if said.days is not None:
        return next(((day, day) for day in said.days if day <= today), None)
    span = said.span if said.span and not said.within_year else _in_calendar(said, today)
    return (span[0], min(span[1], today)) if span and span[0] <= today else None


def ago(fewest: float, most: float, unit: str, today: date, rounded: bool = True) -> Span:
    """The days so many units before today, on both sides as much wider as people round such numbers."""

    def slack(count: float) -> float:
        return max(count / 8, min(1.0, count / 2) / 2) * _UNITS[unit] if rounded else 0.0

    return (
        _back(today, most * _UNITS[unit] + slack(most)),
        min(today, _back(today, fewest * _UNITS[unit] - slack(fewest))),
    )


def week_of(today: date, weeks_ago: int) -> Span:
    monday = _back(today, today.weekday() + 7 * weeks_ago)
    return monday, monday + timedelta(days=6)


def _back(today: date, days: float) -> date:
    return date.fromordinal(max(1, today.toordinal() - round(days)))


def in_year(said: Said, year: int) -> Span | None:
    """The days of that year that may be meant; None for a year in which nothing was bought or will be."""
    return _in_year(said, year) or _in_year(replace(said, day=None), year)


def _in_calendar(said: Said, today: date) -> Span | None:
    monthly = replace(said, day=None)
    if said.year is None:
        told = said.within_year or said.of_year
        return _most_recent(said, today) or _most_recent(monthly, today) if told else None
    span = in_year(said, said.year)
    if span and span[0] > today and said.season == "winter":
        return _in_year(said, said.year - 1)
    return span


def _most_recent(said: Said, today: date) -> Span | None:
    for year in range(today.year, today.year - 9, -1):
        span, whole = _in_year(said, year), _in_year(replace(said, part=None), year)
        if span and whole and (whole[1] < today if said.last else span[0] <= today):
            return span
    return None


def _in_year(said: Said, year: int) -> Span | None:
    if year not in YEARS:
        return None
    if said.holiday:
        return _near(_holiday(said.holiday, year), said.part)
    months = _SEASONS[said.season] if said.season else said.months
    if months is None:
        return _months(year, *_MONTHS_OF.get(said.part or "", (1, 12)))
    if said.day is not None and months[0] == months[1]:
        return _day(year, months[0], said.day)
    return _third(_months(year, *months), said.part)


def _day(year: int, month: int, day: int) -> Span | None:
    return (date(year, month, day),) * 2 if 1 <= day <= monthrange(year, month)[1] else None


def _months(year: int, first: int, last: int) -> Span:
    """From the one month to the other, which is in the following year if it comes before the first."""
    end = year + (last < first)
    return date(year, first, 1), date(end, last, monthrange(end, last)[1])


def _third(span: Span, part: str | None) -> Span:
    if part not in _THIRDS:
        return span
    days = (span[1] - span[0]).days + 1
    first, after = (days * third // 3 for third in (_THIRDS[part], _THIRDS[part] + 1))
    return span[0] + timedelta(days=first), span[0] + timedelta(days=after - 1)


def _holiday(name: str, year: int) -> Span:
    feast = holidays()[name]
    return date(year, *feast.first), date(year, *feast.last)


def _near(span: Span, part: str | None) -> Span:
    match part:
        case "before":
            return span[0] - timedelta(days=_NEAR_A_HOLIDAY), span[1]
        case "after":
            return span[0], span[1] + timedelta(days=_NEAR_A_HOLIDAY)
        case _:
            return span
