"""Working time: it passes while the local clock stands within the calendar's windows. Pure.

Moments are aware and UTC. What is counted is time that really passes: where summer time leaves an hour out, the window
is so much shorter, and where it repeats one, so much longer.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from backend.standard.fields import WEEKDAYS, Window
from backend.standard.public_holidays import NONE, PublicDays, public_days
from backend.standard.values import ServiceStandard

Span = tuple[datetime, datetime]
HORIZON_DAYS = 3660
_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)


@dataclass(frozen=True)
class Calendar:
    """`week` holds each weekday's windows, Monday first. `country` None: no public holidays."""

    zone: ZoneInfo
    week: tuple[tuple[Window, ...], ...]
    working_day: timedelta
    country: str | None = None
    subdivision: str | None = None
    worked: frozenset[date] = frozenset()
    closed: frozenset[date] = frozenset()
    make_up_as: int = 0


def calendar_of(standard: ServiceStandard, name: str, zone: ZoneInfo, country: str) -> Calendar:
    """`zone` and `country` are the company's, for a standard that names none."""
    hours, asked = standard.calendar[name], standard.public_holidays
    zone = standard.time_zone or zone
    if not hours.holidays:
        return Calendar(zone, hours.open, hours.working_day)
    return Calendar(
        zone,
        hours.open,
        hours.working_day,
        asked.country or country,
        asked.subdivision,
        frozenset(standard.days.working),
        frozenset(standard.days.closed),
        WEEKDAYS.index(hours.make_up_as),
    )


def windows_on(calendar: Calendar, day: date) -> tuple[Window, ...]:
    """What the company says of a day goes before what the public calendar says."""
    public = _public(calendar, day.year)
    if day in calendar.closed:
        return ()
    if day in calendar.worked or day in public.worked:
        return calendar.week[calendar.make_up_as]
    return () if day in public.off else calendar.week[day.weekday()]


def moment(calendar: Calendar, since: datetime, amount: timedelta, breaks: Iterable[Span] = ()) -> datetime:
    """When so much working time has passed since then, the breaks left out. Raises ValueError for a calendar that
    does not open often enough within ten years."""
    if not amount:
        return since
    for begin, end in without(spans(calendar, since), merged(breaks)):
        if end - begin >= amount:
            return begin + amount
        amount -= end - begin
    raise ValueError(f"{amount} of working time never passes after {since}")


def passed(calendar: Calendar, since: datetime, until: datetime, breaks: Iterable[Span] = ()) -> timedelta:
    """The working time between two moments, the breaks left out."""
    total = timedelta()
    for begin, end in without(spans(calendar, since), merged(breaks)):
        if begin >= until:
            break
        total += min(end, until) - begin
    return total


def spans(calendar: Calendar, since: datetime) -> Iterator[Span]:
    """The working time after a moment, in order, none of it empty."""
    day = datetime.combine(since.astimezone(UTC).date(), time(), UTC)
    for _ in range(HORIZON_DAYS):
        for begin, end in _stretches(calendar.zone, day, day + _DAY):
            for opens, closes in _open_within(calendar, begin, end):
                if closes > since:
                    yield max(opens, since), closes
        day += _DAY


def merged(breaks: Iterable[Span]) -> list[Span]:
    """In order and apart from each other."""
    kept: list[Span] = []
    for begin, end in sorted(breaks):
        if kept and begin <= kept[-1][1]:
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((begin, end))
    return kept


def without(worked: Iterable[Span], breaks: Sequence[Span]) -> Iterator[Span]:
    """The spans less the breaks; both are in order and apart."""
    for begin, end in worked:
        for pause, resumed in breaks:
            if resumed <= begin or pause >= end:
                continue
            if begin < pause:
                yield begin, pause
            begin = resumed
        if begin < end:
            yield begin, end


def _public(calendar: Calendar, year: int) -> PublicDays:
    return public_days(calendar.country, calendar.subdivision, year) if calendar.country else NONE


def _open_within(calendar: Calendar, begin: datetime, end: datetime) -> Iterator[Span]:
    """The windows within a stretch of one offset from UTC."""
    offset = _offset(calendar.zone, begin)
    day = (begin + offset).date()
    while (midnight := datetime.combine(day, time(), UTC) - offset) < end:
        for opens, closes in windows_on(calendar, day):
            first, last = max(midnight + opens * _MINUTE, begin), min(midnight + closes * _MINUTE, end)
            if first < last:
                yield first, last
        day += _DAY


def _stretches(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[Span]:
    """Parts of a day with one offset from UTC each; a zone changes it at most once a day, at a whole minute."""
    offset = _offset(zone, begin)
    if _offset(zone, end - _MINUTE) == offset:
        yield begin, end
        return
    low, high = 0, (end - begin) // _MINUTE - 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _offset(zone, begin + middle * _MINUTE) == offset else (low, middle)
    change = begin + high * _MINUTE
    yield begin, change
    yield change, end


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    offset = at.astimezone(zone).utcoffset()
    assert offset is not None
    return offset
