"""The catalogue as TOML: one table an entry."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date

from backend.catalog.contents import LISTINGS, Contents, Raw, gather
from backend.errors import Invalid

_KEYS = {"category": "key", "product": "key", "fault": "key", "unit": "serial"}


def read_toml(text: str) -> Contents:
    """Raises Invalid."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Invalid(f"not TOML: {error}", where="") from error
    return gather(_found(tables))


def write_toml(contents: Contents) -> str:
    tables = [
        _table(kind, LISTINGS[kind].dump_python(item, exclude_defaults=True))
        for kind, items in contents.by_kind().items()
        for item in items
    ]
    return "\n".join(tables)


def _found(tables: Mapping[str, object]) -> Iterator[tuple[str, str, Raw]]:
    for kind, entries in tables.items():
        if not isinstance(entries, list):
            raise Invalid(f"{kind}: seen a single value, expected [[{kind}]]", where=kind)
        for number, raw in enumerate(entries, start=1):
            name = raw.get(_KEYS.get(kind, ""), "") if isinstance(raw, dict) else ""
            yield f"[[{kind}]] number {number} {str(name)[:40]!r}", kind, raw


def _table(kind: str, raw: Raw) -> str:
    fields = [f"{name} = {_value(value)}\n" for name, value in raw.items() if value is not None]
    return f"[[{kind}]]\n{''.join(fields)}"


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case str() | int():
            return json.dumps(value, ensure_ascii=False)
        case Mapping():
            return "{ " + ", ".join(f"{name} = {_value(inner)}" for name, inner in value.items()) + " }"
        case list() | tuple():
            return "[" + ", ".join(_value(inner) for inner in value) + "]"
        case _:
            raise TypeError(f"no TOML for {value!r}")
