"""How single values of a standard are written: durations, limits, opening hours, closed days."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field

from backend.settings import parse_duration

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAY_MINUTES = 24 * 60
LONGEST = timedelta(days=3660)
Window = tuple[int, int]
"""Minutes of the local day, the end not included."""
_WORKING_DAYS = re.compile(r"(\d{1,3}) working days?")
_OPEN = re.compile(r"([A-Z][a-z]{2})(?:-([A-Z][a-z]{2}))? (\d\d):(\d\d)-(\d\d):(\d\d)")
_SPAN = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")


@dataclass(frozen=True)
class Amount:
    """How long a clock may take: working time, or working days of its calendar."""

    time: timedelta = timedelta()
    working_days: int = 0


def _duration(value: object) -> timedelta:
    try:
        found = parse_duration(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if not isinstance(found, timedelta) or not timedelta() < found <= LONGEST or found.microseconds:
        raise ValueError("a duration such as 90s, 30m, 2h or 1h30m")
    return found


def _limit(value: object) -> Amount | None:
    """`none` is a deadline that the company has not set."""
    if value == "none":
        return None
    if isinstance(value, str) and (found := _WORKING_DAYS.fullmatch(value)) and int(found[1]):
        return Amount(working_days=int(found[1]))
    try:
        return Amount(_duration(value))
    except ValueError as error:
        raise ValueError("a limit such as 30m, 24h or 3 working days, or none") from error


def _percent(value: object) -> int:
    if not isinstance(value, str) or not re.fullmatch(r"[1-9]\d{0,2} ?%", value):
        raise ValueError("a share such as 80% or 150%")
    return int(value.rstrip("% "))


def _windows(value: object) -> tuple[tuple[Window, ...], ...]:
    if not isinstance(value, list) or not value:
        raise ValueError('opening hours such as ["Mon-Fri 09:00-12:00", "Mon-Fri 13:00-18:00"]')
    week: list[list[Window]] = [[] for _ in WEEKDAYS]
    for text in value:
        days, window = _one_window(text)
        for day in days:
            week[day].append(window)
    for name, windows in zip(WEEKDAYS, week, strict=True):
        windows.sort()
        if any(later[0] < earlier[1] for earlier, later in pairwise(windows)):
            raise ValueError(f"hours that do not overlap, which those of {name} do")
    return tuple(tuple(windows) for windows in week)


def _one_window(text: object) -> tuple[range, Window]:
    found = _OPEN.fullmatch(text) if isinstance(text, str) else None
    if found is None or not {found[1], found[2] or found[1]} <= set(WEEKDAYS):
        raise ValueError(f"hours such as Mon-Fri 09:00-12:00, which {str(text)[:40]!r} is not")
    first, last = WEEKDAYS.index(found[1]), WEEKDAYS.index(found[2] or found[1])
    opens, closes = (int(found[each]) * 60 + int(found[each + 1]) for each in (3, 5))
    good_minutes = int(found[4]) < 60 and int(found[6]) < 60
    if first > last or not good_minutes or not opens < closes <= DAY_MINUTES:
        raise ValueError(f"days and hours that begin before they end, within one day, which {text!r} does not")
    return range(first, last + 1), (opens, closes)


def _closed_days(value: object) -> tuple[date, ...]:
    if not isinstance(value, list):
        raise ValueError('days such as [2026-12-24, "2026-12-28/2026-12-31"]')
    return tuple(day for each in value for day in _span(each))


def _span(value: object) -> list[date]:
    if type(value) is date:
        return [value]
    found = _SPAN.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError(f"a day such as 2026-12-24 or a span such as 2026-12-28/2026-12-31, which {value!r} is not")
    first, last = date.fromisoformat(found[1]), date.fromisoformat(found[2])
    if not timedelta() <= last - first <= timedelta(days=366):
        raise ValueError(f"a span of up to a year that begins before it ends, which {value!r} is not")
    return [first + timedelta(days=each) for each in range((last - first).days + 1)]


def _zone(value: object) -> ZoneInfo:
    try:
        return ZoneInfo(value if isinstance(value, str) else "")
    except (KeyError, ValueError, OSError) as error:
        raise ValueError("a time zone name such as Asia/Shanghai") from error


Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Kilometres = Annotated[float, Field(gt=0, le=20_040, allow_inf_nan=False)]
Duration = Annotated[timedelta, BeforeValidator(_duration)]
Limit = Annotated[Amount | None, BeforeValidator(_limit)]
Percent = Annotated[int, BeforeValidator(_percent)]
Windows = Annotated[tuple[tuple[Window, ...], ...], BeforeValidator(_windows)]
ClosedDays = Annotated[tuple[date, ...], BeforeValidator(_closed_days)]
Zone = Annotated[ZoneInfo, BeforeValidator(_zone)]
