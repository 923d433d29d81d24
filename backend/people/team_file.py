"""The file of a team, TOML.

    hours = ["Mon-Fri 09:00-12:00", "Mon-Fri 13:00-18:00"]     # the company's

    [[member]]
    name = "Wang Wei"
    id = 7                                     # needed where two have one name
    skills = { washing = 2, gas = 3 }          # levels from 1 to 3
    tools = ["multimeter"]
    remote = true
    home = [31.2304, 121.4737]
    stock = { drain-pump = 2 }
    hours = "company"                          # or hours of their own
    leave = [{ begins_at = 2026-10-01T00:00:00+08:00, ends_at = 2026-10-08T00:00:00+08:00, reason = "holiday" }]
    extra = []

Only `name` is needed.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Annotated, ClassVar, Literal

from pydantic import AwareDatetime, ConfigDict, Field, TypeAdapter, ValidationError

from backend.errors import Invalid
from backend.fields import Key, Latitude, Line, Longitude, RowId, Text
from backend.people.values import MOST_PARTS

COMPANY: Literal["company"] = "company"
_CONFIG = ConfigDict(extra="forbid")
Hours = tuple[Annotated[str, Field(max_length=40)], ...]


@dataclass(frozen=True)
class ListedSpell:
    __pydantic_config__: ClassVar[ConfigDict] = _CONFIG

    begins_at: AwareDatetime
    ends_at: AwareDatetime
    reason: Annotated[Text, Field(max_length=200)] = ""


@dataclass(frozen=True)
class ListedMember:
    """None: not mentioned."""

    __pydantic_config__: ClassVar[ConfigDict] = _CONFIG

    name: Line
    id: RowId | None = None
    skills: Mapping[Key, Annotated[int, Field(ge=1, le=3)]] | None = None
    tools: tuple[Key, ...] | None = None
    remote: bool | None = None
    home: tuple[Latitude, Longitude] | None = None
    stock: Mapping[Key, Annotated[int, Field(ge=0, le=MOST_PARTS)]] | None = None
    hours: Literal["company"] | Hours | None = None
    leave: tuple[ListedSpell, ...] | None = None
    extra: tuple[ListedSpell, ...] | None = None


@dataclass(frozen=True)
class Team:
    __pydantic_config__: ClassVar[ConfigDict] = _CONFIG

    member: tuple[ListedMember, ...] = ()
    hours: Hours | None = None


_TEAM: TypeAdapter[Team] = TypeAdapter(Team)


def read_team(text: str) -> Team:
    """Raises Invalid, which names the entry, what was seen and what was expected."""
    try:
        return _TEAM.validate_python(tomllib.loads(text.removeprefix("\ufeff")))
    except tomllib.TOMLDecodeError as error:
        raise Invalid(f"not TOML: {error}", what="team") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part + 1) if isinstance(part, int) else part for part in first["loc"])
        raise Invalid(f"{where}: seen {str(first['input'])[:60]!r}, expected: {first['msg']}", what="team") from error


def write_team(team: Team) -> str:
    """What `read_team` reads."""
    hours = "" if team.hours is None else f"hours = {_value(team.hours)}\n"
    return "\n".join([hours, *(f"[[member]]\n{_fields(member)}" for member in team.member)]).lstrip("\n")


def _fields(listed: ListedMember | ListedSpell, end: str = "\n") -> str:
    told = {each.name: getattr(listed, each.name) for each in fields(listed)}
    return end.join([*(f"{name} = {_value(value)}" for name, value in told.items() if value is not None), ""])


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case datetime():
            return value.isoformat()
        case str() | int() | float():
            return json.dumps(value, ensure_ascii=False)
        case ListedSpell():
            return "{ " + _fields(value, ", ").removesuffix(", ") + " }"
        case Mapping():
            return "{ " + ", ".join(f"{name} = {_value(inner)}" for name, inner in value.items()) + " }"
        case list() | tuple():
            return "[" + ", ".join(_value(inner) for inner in value) + "]"
        case _:
            raise TypeError(f"no TOML for {value!r}")
