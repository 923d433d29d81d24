"""What a service standard says, as its file says it. `backend.standard.reading` checks it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import ConfigDict

from backend.standard.fields import ClosedDays, Country, Duration, Key, Kilometres, Limit, Percent, Windows, Zone

Kind = Literal["hardware", "software", "equipment", "function", "question", "other"]
Urgency = Literal["normal", "expedited", "urgent"]
Severity = Literal["general", "major"]
Group = Literal["hardware", "software", "returns"]
Weekday = Literal["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
Reader = Literal["technician", "supervisor", "manager"]


class Start(StrEnum):
    """What sets a clock going."""

    OPENED = "opened"
    ARRIVED = "arrived"
    OBJECTED = "objected"
    SUPPLIER = "supplier"
    """The job begins to wait for a supplier."""
    COMPLETED = "completed"
    RETURNED = "returned"
    COMPLAINED = "complained"


class Clock(StrEnum):
    """Everything that may have a deadline."""

    FIRST_CONTACT = "first-contact"
    ARRANGED = "arranged"
    REPLY = "reply"
    """The customer hears how it goes on: far away, or where a supplier is needed."""
    SUPPLIER = "supplier"
    ANSWER = "answer"
    ARRIVAL = "arrival"
    PLAN = "plan"
    SOLUTION = "solution"
    CLEARED = "cleared"
    SECOND_SOLUTION = "second-solution"
    ASSESSMENT = "assessment"
    COLLECTION = "collection"
    COMPLAINT = "complaint"
    COMPLAINT_QUALITY = "complaint-quality"
    COMPLAINT_PRODUCTION = "complaint-production"
    COMPLAINT_DEVELOPMENT = "complaint-development"
    COMPLAINT_SALES = "complaint-sales"
    COMPLAINT_SERVICE = "complaint-service"


@dataclass(frozen=True)
class Part:
    """A table of the file; one that it does not know is refused."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", arbitrary_types_allowed=True)


@dataclass(frozen=True)
class PublicHolidays(Part):
    """Without a country: the company's. With neither, and for a country that nobody knows: none."""

    country: Country | None = None
    subdivision: str | None = None


@dataclass(frozen=True)
class Days(Part):
    """`working` are worked although they fall on a weekend or holiday; `closed` are not worked whatever they are."""

    working: tuple[date, ...] = ()
    closed: ClosedDays = ()


@dataclass(frozen=True)
class Hours(Part):
    """`open` holds local windows for each weekday, Monday first. `working_day` is what one working day of a limit
    counts as. `holidays`: public holidays and the table `days` apply. A make-up day has the hours of `make_up_as`."""

    open: Windows
    working_day: Duration
    holidays: bool = False
    make_up_as: Weekday = "Mon"


@dataclass(frozen=True)
class Rung(Part):
    """A share of a clock's time, and who is told then. `at_once` goes past the digest."""

    at: Percent
    tell: tuple[Reader, ...]
    at_once: bool = False


@dataclass(frozen=True)
class Pause(Part):
    """Which clocks stand still for this reason."""

    stops: tuple[Clock, ...]


@dataclass(frozen=True)
class Band(Part):
    """Places up to so far from the nearest station; the last band has no end."""

    name: Key
    up_to_km: Kilometres | None = None


@dataclass(frozen=True)
class Station(Part):
    """Where service comes from. Degrees."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Rule(Part):
    """One line of the standard: what fits gets this clock. Empty conditions fit anything; without a limit: no clock."""

    clock: Clock
    start: Start
    limit: Limit
    calendar: Key
    ladder: Key
    kind: tuple[Kind, ...] = ()
    urgency: tuple[Urgency, ...] = ()
    severity: tuple[Severity, ...] = ()
    band: tuple[Key, ...] = ()
    group: tuple[Group, ...] = ()


@dataclass(frozen=True)
class Digest(Part):
    """Alarms for one reader that fall within this time become one message."""

    within: Duration = timedelta(minutes=5)


@dataclass(frozen=True)
class ServiceStandard(Part):
    rule: tuple[Rule, ...]
    calendar: Mapping[Key, Hours]
    ladder: Mapping[Key, tuple[Rung, ...]]
    pause: Mapping[Key, Pause] = field(default_factory=dict)
    band: tuple[Band, ...] = ()
    station: tuple[Station, ...] = ()
    public_holidays: PublicHolidays = PublicHolidays()
    days: Days = Days()
    digest: Digest = Digest()
    time_zone: Zone | None = None
