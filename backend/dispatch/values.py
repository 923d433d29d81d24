"""What the rules of dispatch decide over. Times are minutes since one moment of the caller's choice. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from backend.values import JsonObject

Point = tuple[float, float]
"""Two coordinates that the travel estimate understands: latitude and longitude in degrees, or a plane."""

Spans = tuple[tuple[float, float], ...]
"""Stretches of time, sorted, without overlap."""

ALWAYS: Spans = ((-float("inf"), float("inf")),)


class Hold(StrEnum):
    """How firmly a visit stands in a day: begun ones stay first, accepted ones stay with their technician."""

    BEGUN = "begun"
    ACCEPTED = "accepted"
    OFFERED = "offered"


@dataclass(frozen=True, slots=True)
class Job:
    """`windows`: when the service may begin, as promised. `deadline`: when it has to have begun by the standard.

    `minutes` is what the work takes, `skills` the least level of each skill, `parts` how many of each are used up.
    """

    id: int
    minutes: float
    place: Point | None
    windows: Spans = ALWAYS
    deadline: float | None = None
    skills: Mapping[str, int] = field(default_factory=dict)
    tools: frozenset[str] = frozenset()
    parts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Visit:
    """A job in somebody's day."""

    job: Job
    hold: Hold = Hold.OFFERED


@dataclass(frozen=True, slots=True)
class Technician:
    """At `place` and free from `free_at` on. `shift` is the working time without breaks and leave; work begun has to
    end in the same stretch. `home_by` None: nobody waits for them at `home`. `tools` and `stock` None: nobody knows
    what is missing. `spare`: what taking this technician costs the others for the scarce skills, in minutes."""

    id: int
    name: str
    place: Point | None
    free_at: float = 0.0
    skills: Mapping[str, int] = field(default_factory=dict)
    tools: frozenset[str] | None = None
    stock: Mapping[str, int] | None = None
    shift: Spans = ALWAYS
    home: Point | None = None
    home_by: float | None = None
    on_duty: bool = True
    on_leave: bool = False
    familiar: bool = False
    asked: bool = False
    spare: float = 0.0


@dataclass(frozen=True, slots=True)
class Reason:
    """A code with its figures, put into words where it is read. `visit` is the id of the job that would suffer."""

    code: str
    figure: float | str | None = None
    visit: int | None = None

    def to_json(self) -> JsonObject:
        told: JsonObject = {"code": self.code, "figure": self.figure}
        return told if self.visit is None else {**told, "visit": self.visit}
