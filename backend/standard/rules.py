"""The company's deadlines as data, and which of them a ticket gets. Working days are Monday to Friday."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class Start(StrEnum):
    """What sets a clock going."""

    OPENED = "opened"
    ARRIVED = "arrived"
    OBJECTED = "objected"


@dataclass(frozen=True)
class Limit:
    """One line of the standard. An empty tuple fits anything; the limit is in minutes or in working days."""

    clock: str
    start: Start
    minutes: int = 0
    working_days: int = 0
    kinds: tuple[str, ...] = ()
    urgencies: tuple[str, ...] = ()
    severities: tuple[str, ...] = ()

    def fits(self, kind: str, urgency: str, severity: str) -> bool:
        wanted = ((self.kinds, kind), (self.urgencies, urgency), (self.severities, severity))
        return all(not allowed or value in allowed for allowed, value in wanted)


_GREEN_CHANNEL = ("urgent", "expedited")

# The figures of the handbooks: D step 2 and step 4, the form book's table 16-7. Ranges count their upper end.
DEFAULT: tuple[Limit, ...] = (
    Limit("first-contact", Start.OPENED, minutes=30, urgencies=_GREEN_CHANNEL),  # D step 2
    Limit("arranged", Start.OPENED, minutes=120, urgencies=_GREEN_CHANNEL),  # D step 2
    Limit("first-contact", Start.OPENED, minutes=120, urgencies=("normal",)),  # D step 2
    Limit("solution", Start.OPENED, minutes=24 * 60, urgencies=("normal",)),  # D step 2
    Limit("answer", Start.OPENED, working_days=1, kinds=("question",)),  # D step 2
    Limit("arrival", Start.OPENED, minutes=48 * 60, severities=("major",)),  # 16-7, major fault
    Limit("plan", Start.ARRIVED, minutes=4 * 60, severities=("major",)),  # 16-7, major fault
    Limit("cleared", Start.ARRIVED, minutes=12 * 60, severities=("major",)),  # 16-7, major fault, read so
    Limit("cleared", Start.ARRIVED, minutes=4 * 60, severities=("general",)),  # 16-7, general fault
    Limit("second-solution", Start.OBJECTED, minutes=24 * 60),  # D step 4
)


def due(limit: Limit, start: datetime, zone: ZoneInfo) -> datetime:
    """When the limit is used up, as a UTC moment. Working days end at the same local time of day."""
    if not limit.working_days:
        return start + timedelta(minutes=limit.minutes)
    local, left = start.astimezone(zone), limit.working_days
    while left:
        local += timedelta(days=1)
        left -= local.weekday() < 5
    return local.astimezone(start.tzinfo)


def deadlines(
    limits: Iterable[Limit], start: Start, at: datetime, zone: ZoneInfo, kind: str, urgency: str, severity: str
) -> Mapping[str, datetime]:
    """The moment each clock that starts now is due; where two limits give one clock, the tighter holds."""
    found: dict[str, datetime] = {}
    for limit in limits:
        if limit.start is start and limit.fits(kind, urgency, severity):
            moment = due(limit, at, zone)
            found[limit.clock] = min(moment, found.get(limit.clock, moment))
    return found
