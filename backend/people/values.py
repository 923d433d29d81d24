"""What is known of staff beyond their name: what they can do and carry, where they are, and when they work."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from backend.people.hours import Span
from backend.people.rules import StaffRole

Point = tuple[float, float]
"""Latitude and longitude in degrees, WGS 84."""
MOST_PARTS = 9999
"""Of one kind, in one van."""


class SpellKind(StrEnum):
    """What sets a stretch of time apart from the weekly hours. Leave goes before an extra shift."""

    LEAVE = "leave"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Spell:
    """`reason` may be empty."""

    id: int
    person_id: int
    kind: SpellKind
    begins_at: datetime
    ends_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A member of the staff. `skills` holds a level from 1 to 3 for each, `stock` how many of each part are in the van.

    `tools` and `stock` are None until somebody enters them: then nobody knows what is missing.
    `place` is the last one shared, at `place_at`; `home` is where the day begins. `hours` None: the company's.
    `shift` is the working time of the days that were asked for, breaks and leave left out; `leave` what falls on them.
    """

    id: int
    name: str
    role: StaffRole
    on_duty: bool
    skills: Mapping[str, int] = field(default_factory=dict)
    tools: frozenset[str] | None = None
    stock: Mapping[str, int] | None = None
    remote: bool = True
    home: Point | None = None
    place: Point | None = None
    place_at: datetime | None = None
    hours: tuple[str, ...] | None = None
    shift: tuple[Span, ...] = ()
    leave: tuple[Spell, ...] = ()


@dataclass(frozen=True)
class Abilities:
    """What the company enters of somebody. `tools` None: not known. `stock` None: the van stays as it is."""

    skills: Mapping[str, int] = field(default_factory=dict)
    tools: tuple[str, ...] | None = None
    remote: bool = True
    home: Point | None = None
    hours: tuple[str, ...] | None = None
    stock: Mapping[str, int] | None = None
