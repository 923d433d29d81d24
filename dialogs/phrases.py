"""Language-neutral text: what will be said, before anyone knows in which language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
JsonObject = dict[str, Json]


@dataclass(frozen=True)
class Words:
    """A message of the locale files with its variables."""

    key: str
    args: Mapping[str, "Phrase"] = field(default_factory=dict)


@dataclass(frozen=True)
class Names:
    """A name that the company's data holds in several languages."""

    texts: Mapping[str, str]


@dataclass(frozen=True)
class Day:
    """A calendar day, ISO 8601, near enough to go without its year unless that is asked for."""

    iso: str
    year: bool = False


@dataclass(frozen=True)
class Month:
    """A month of a year, as `2024-03`."""

    iso: str


@dataclass(frozen=True)
class Moment:
    """A UTC moment, ISO 8601, shown in the company's zone."""

    iso: str


@dataclass(frozen=True)
class Money:
    """An amount in the smallest units of a currency, which is named by its ISO 4217 code."""

    units: int
    currency: str


@dataclass(frozen=True)
class Listing:
    """Several phrases joined the way the language joins them, or one a line."""

    items: tuple["Phrase", ...]
    lines: bool = False


Phrase = Words | Names | Day | Month | Moment | Money | Listing | str | int


def phrase_to_json(phrase: Phrase) -> Json:
    match phrase:
        case Words(key, args):
            return {"key": key, "args": {name: phrase_to_json(value) for name, value in args.items()}}
        case Names(texts):
            return {"names": dict(texts)}
        case Day(iso, year):
            return {"day": iso, "year": year}
        case Month(iso):
            return {"month": iso}
        case Moment(iso):
            return {"moment": iso}
        case Money(units, currency):
            return {"money": units, "currency": currency}
        case Listing(items, lines):
            return {"items": [phrase_to_json(item) for item in items], "lines": lines}
        case str() | int():
            return phrase


def phrase_from_json(value: Json) -> Phrase:
    """Raises ValueError for what `phrase_to_json` does not write."""
    match value:
        case str() | int():
            return value
        case {"key": str(key), "args": dict(args)}:
            return Words(key, {name: phrase_from_json(arg) for name, arg in args.items()})
        case {"names": dict(texts)}:
            return Names({language: str(text) for language, text in texts.items()})
        case {"day": str(iso), "year": bool(year)}:
            return Day(iso, year)
        case {"month": str(iso)}:
            return Month(iso)
        case {"moment": str(iso)}:
            return Moment(iso)
        case {"money": int(units), "currency": str(currency)}:
            return Money(units, currency)
        case {"items": list(items), "lines": bool(lines)}:
            return Listing(tuple(phrase_from_json(item) for item in items), lines)
        case _:
            raise ValueError(f"not a phrase: {value!r}")
