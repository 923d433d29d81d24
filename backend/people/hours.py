"""When somebody works: weekly hours in local time, extra shifts added, leave taken out. Pure."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import takewhile
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from backend.errors import Invalid
from backend.standard.calendars import Calendar, merged, spans, without
from backend.standard.fields import Window, Windows

Span = tuple[datetime, datetime]
Week = tuple[tuple[Window, ...], ...]
"""Windows of each weekday, Monday first."""

AROUND_THE_CLOCK = ("Mon-Sun 00:00-24:00",)
"""The company's hours until it sets its own: being on duty alone decides."""
_WEEK: TypeAdapter[Week] = TypeAdapter(Windows)
_WORKING_DAY = timedelta(hours=8)


@lru_cache(maxsize=1024)
def week_of(hours: tuple[str, ...]) -> Week:
    """Reads `Mon-Fri 09:00-12:00` and the like; none at all is a week without work. Raises Invalid."""
    if not hours:
        return ((),) * 7
    try:
        return _WEEK.validate_python(list(hours))
    except ValidationError as error:
        expected = error.errors()[0]["msg"].removeprefix("Value error, ")
        raise Invalid(f"the hours {', '.join(hours)[:80]}; expected {expected}", what="hours") from error


def local_days(first: date, days: int, zone: ZoneInfo) -> Span:
    """From the midnight before the first day to the one after the last."""
    begin, end = (datetime.combine(first + timedelta(days=ahead), time(), zone) for ahead in (0, days))
    return begin.astimezone(UTC), end.astimezone(UTC)


def working_time(
    hours: tuple[str, ...], zone: ZoneInfo, within: Span, extra: Sequence[Span] = (), leave: Sequence[Span] = ()
) -> tuple[Span, ...]:
    """In order, apart from each other, and within the span. Raises Invalid for hours that cannot be read."""
    weekly = _weekly(hours, zone, *within)
    if not extra and not leave:
        return weekly
    return tuple(without(merged((*weekly, *_within(within, extra))), merged(leave)))


@lru_cache(maxsize=4096)
def _weekly(hours: tuple[str, ...], zone: ZoneInfo, begin: datetime, end: datetime) -> tuple[Span, ...]:
    week = week_of(hours)
    if not any(week):
        return ()
    worked = spans(Calendar(zone, week, _WORKING_DAY), begin)
    return tuple(merged(_within((begin, end), takewhile(lambda span: span[0] < end, worked))))


def _within(limits: Span, found: Iterable[Span]) -> list[Span]:
    cut = [(max(begin, limits[0]), min(end, limits[1])) for begin, end in found]
    return [span for span in cut if span[0] < span[1]]
