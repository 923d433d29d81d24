"""When a visit suits the customer, as minutes from a moment. Pure."""

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from backend.dispatch.values import ALWAYS, Spans
from backend.values import Json

_WINDOW = re.compile(r"(\d{4}-\d{2}-\d{2})/(\d{1,2})-(\d{1,2})")


def promised(suits: Json, now: datetime, zone: ZoneInfo) -> Spans:
    """The window of `suits`; any time for words, for "soon", and for a window that is over."""
    span = _span(suits, zone)
    if span is None or span[1] <= now:
        return ALWAYS
    return (minutes_between(now, *span),)


def minutes_between(now: datetime, begin: datetime, end: datetime) -> tuple[float, float]:
    return (begin - now).total_seconds() / 60, (end - now).total_seconds() / 60


def _span(suits: Json, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
    match suits:
        case {"window": str(window)} if (found := _WINDOW.fullmatch(window)) is not None:
            midnight = datetime.combine(datetime.fromisoformat(found[1]).date(), time(), zone)
            return midnight + timedelta(hours=int(found[2])), midnight + timedelta(hours=int(found[3]))
        case _:
            return None
