"""When a person may be contacted unasked: not at night (manual B 2.4). Pure."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

AWAKE = timedelta(minutes=30)
"""Whoever wrote so short a time ago is not woken by an answer."""


def contact_time(
    now: datetime, zone: ZoneInfo, quiet_from: int, quiet_until: int, seen_at: datetime | None = None
) -> datetime:
    """The first moment from `now` on at which to write. Hours are local; equal ones mean there is no night."""
    if seen_at is not None and now - seen_at <= AWAKE:
        return now
    local = now.astimezone(zone)
    if not _is_quiet(local.hour, quiet_from, quiet_until):
        return now
    morning = datetime.combine(local.date(), time(quiet_until), zone)
    if morning <= local:
        morning = datetime.combine(local.date() + timedelta(days=1), time(quiet_until), zone)
    return morning.astimezone(now.tzinfo)


def _is_quiet(hour: int, quiet_from: int, quiet_until: int) -> bool:
    if quiet_from <= quiet_until:
        return quiet_from <= hour < quiet_until
    return hour >= quiet_from or hour < quiet_until
