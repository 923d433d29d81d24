"""A standard's file: read, checked, and every fault of it told with its line and field."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from backend.errors import Invalid
from backend.standard.consistency import faults_of
from backend.standard.values import ServiceStandard

LARGEST = 200_000
"""Characters."""
_MOST_FAULTS = 30
_HEADER = re.compile(r"\s*(\[\[?)([\w.\- \"']+)\]\]?\s*(#.*)?$")
_FIELD = re.compile(r"\s*[\"']?([\w\-]+)[\"']?\s*=")
_STANDARD: TypeAdapter[ServiceStandard] = TypeAdapter(ServiceStandard)

Path = tuple[str | int, ...]


def read_standard(text: str) -> ServiceStandard:
    """Raises Invalid, whose detail holds one line for each fault."""
    if len(text) > LARGEST:
        raise Invalid(f"a standard of {len(text)} characters; expected up to {LARGEST}")
    faults = faults_in(text)
    if faults:
        raise Invalid("\n".join(faults[:_MOST_FAULTS]), what="standard")
    return _checked(text)


def faults_in(text: str) -> list[str]:
    """One line each: where, what was seen, what was expected. None for a good standard."""
    try:
        standard = _checked(text)
    except tomllib.TOMLDecodeError as error:
        return [f"not TOML: {error}"]
    except ValidationError as error:
        return _told(text, ((detail["loc"], _what(detail)) for detail in error.errors()))
    return _told(text, faults_of(standard))


@lru_cache(maxsize=16)
def _checked(text: str) -> ServiceStandard:
    return _STANDARD.validate_python(tomllib.loads(text))


def _told(text: str, faults: Iterator[tuple[Path, str]]) -> list[str]:
    lines = dict(_lines(text))
    return [_line(lines, path, what) for path, what in faults]


def _line(lines: Mapping[Path, int], path: Path, what: str) -> str:
    known = next((path[:length] for length in range(len(path), 0, -1) if path[:length] in lines), None)
    return f"{f'line {lines[known]}, ' if known else ''}{_name(path)}: {what}"


def _name(path: Path) -> str:
    """`rule[3].limit`: entries are counted from 1."""
    named = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return named.removeprefix(".").removesuffix(".[key]") or "standard"


def _what(detail: ErrorDetails) -> str:
    match detail["type"]:
        case "missing":
            return "missing"
        case "unexpected_keyword_argument":
            return "no such field"
        case "value_error":
            return f"seen {_seen(detail['input'])}, expected {detail['ctx']['error']}"
        case _:
            return f"seen {_seen(detail['input'])}: {detail['msg'][:1].lower()}{detail['msg'][1:]}"


def _seen(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:59]}…"


def _lines(text: str) -> Iterator[tuple[Path, int]]:
    """The line of every table and field, as far as a look at the beginnings of lines tells."""
    counts: dict[Path, int] = {}
    at: Path = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if found := _HEADER.match(line):
            at = tuple(part.strip(" \"'") for part in found[2].split("."))
            if found[1] == "[[":
                counts[at] = counts.get(at, -1) + 1
                at = (*at, counts[at])
            yield at, number
        elif field := _FIELD.match(line):
            yield (*at, field[1]), number
