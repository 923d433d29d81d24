"""Reads the lines of a transcript that stand at the margin: who there is, what they do, how time goes by."""

import re
from dataclasses import dataclass, field
from datetime import timedelta

LANGUAGES = {"English": "en", "Simplified Chinese": "zh-Hans", "Traditional Chinese": "zh-Hant"}
ENDING = "In the end"
_PERSON = re.compile(
    r"(?P<name>.+) is an? (?P<role>customer|technician|supervisor) who reads (?P<language>[\w ]+?)"
    r"(?:, can do (?P<skills>[\w, ]+?))?(?:, starts from (?P<place>[-\d., ]+?))?(?P<invited>, by invitation)?\."
)
_UNIT = re.compile(r"(?P<serial>\S+) is a sold (?P<product>\S+), bought on (?P<bought>\S+)\.")
_REPORTED = "Every evening the day is reported."
_LATER = re.compile(r"-- (?P<count>\d+) (?P<unit>second|minute|hour|day)s? later")


@dataclass(frozen=True)
class Person:
    """`invited`: joins in the course of the story, by the link of an invite."""

    name: str
    role: str
    language: str
    skills: tuple[str, ...] = ()
    place: tuple[float, float] | None = None
    invited: bool = False


@dataclass(frozen=True)
class Unit:
    serial: str
    product: str
    bought: str


@dataclass(frozen=True)
class Act:
    """`what` is the line after the name."""

    name: str
    what: str


@dataclass(frozen=True)
class Later:
    by: timedelta


@dataclass(frozen=True)
class Line:
    """A line at the margin; `step` is None for a remark."""

    text: str
    step: Act | Later | None = None


@dataclass
class Script:
    """`reported`: the daily reports are drafted, which would be too many for a story over months."""

    people: dict[str, Person] = field(default_factory=dict)
    units: list[Unit] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    reported: bool = False


def read(text: str) -> Script:
    """Raises ValueError for a line that says nothing we know."""
    script = Script()
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith(ENDING):
            break
        if line.strip() and not line[0].isspace():
            script.lines.append(_line(script, line.rstrip(), number))
    return script


def _line(script: Script, line: str, number: int) -> Line:
    if line.startswith("#"):
        return Line(line)
    if found := _PERSON.fullmatch(line):
        person = _person(found)
        script.people[person.name] = person
        return Line(line)
    if found := _UNIT.fullmatch(line):
        script.units.append(Unit(**found.groupdict()))
        return Line(line)
    if line == _REPORTED:
        script.reported = True
        return Line(line)
    if found := _LATER.fullmatch(line):
        return Line(line, Later(timedelta(**{f"{found['unit']}s": int(found["count"])})))
    for name in sorted(script.people, key=len, reverse=True):
        if line.startswith((f"{name} ", f"{name}:")):
            return Line(line, Act(name, line.removeprefix(name)))
    raise ValueError(f"line {number}: {line!r} begins with nobody's name")


def _person(found: re.Match[str]) -> Person:
    skills = tuple(skill.strip() for skill in (found["skills"] or "").split(",") if skill.strip())
    place = tuple(float(degrees) for degrees in (found["place"] or "").split(",") if degrees.strip())
    at = (place[0], place[1]) if len(place) == 2 else None
    return Person(
        found["name"], found["role"], LANGUAGES[found["language"]], skills, at, invited=bool(found["invited"])
    )
