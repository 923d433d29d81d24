"""What a catalogue file says, checked."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError

from backend.catalog.normalise import normalise, serial_key, squash
from backend.catalog.values import USUAL_NEEDS, Severity
from backend.catalog.wording import names_nothing
from backend.errors import Invalid
from backend.values import RequestKind

_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


def _one_line(text: str) -> str:
    text = " ".join(text.split())
    if not normalise(text) or not text.isprintable() or "|" in text:
        raise ValueError("words of at least one letter or digit, on one line, without |")
    return text


def _telling(text: str) -> str:
    if names_nothing(text):
        raise ValueError("words that name something, more than 'broken' or 'it does not work'")
    return text


def _any_date(value: object) -> object:
    """Spreadsheets rewrite 2024-05-01 as 2024/5/1."""
    if isinstance(value, str) and (found := _DATE.fullmatch(value.strip())):
        return "{}-{:0>2}-{:0>2}".format(*found.groups())
    return value


def _code(text: str) -> str:
    if len(squash(text)) < 2:
        raise ValueError("a code of at least two letters or digits")
    return text


def _serial(text: str) -> str:
    if not serial_key(text):
        raise ValueError("a serial number of letters or digits")
    return text


def _distinct(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
Words = Annotated[str, Field(max_length=200), AfterValidator(_one_line)]
Language = Literal["en", "zh-Hans", "zh-Hant"]
Telling = Annotated[Words, AfterValidator(_telling)]
LANGUAGE: TypeAdapter[Language] = TypeAdapter(Language)
Names = Annotated[Mapping[Language, Telling], Field(min_length=1)]
Aliases = Mapping[Language, Annotated[tuple[Telling, ...], AfterValidator(_distinct)]]
Codes = Annotated[tuple[Annotated[Words, AfterValidator(_code)], ...], AfterValidator(_distinct)]
Keys = Annotated[tuple[Key, ...], Field(max_length=30), AfterValidator(_distinct)]
Months = Annotated[int, Field(ge=0, le=600)]
Level = Annotated[int, Field(ge=1, le=3)]
Minutes = Annotated[int, Field(ge=5, le=1440)]
Company = Annotated[str, Field(max_length=120), AfterValidator(_one_line)]
Serial = Annotated[str, Field(max_length=64), AfterValidator(_one_line), AfterValidator(_serial)]


@dataclass(frozen=True)
class Listed:
    """Raises pydantic's ValidationError, through a TypeAdapter, for a field it does not know."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")


@dataclass(frozen=True)
class ListedCategory(Listed):
    key: Key
    names: Names
    aliases: Aliases = field(default_factory=dict)


@dataclass(frozen=True)
class ListedProduct(Listed):
    key: Key
    category: Key
    skill: Key
    warranty_months: Months
    names: Names
    aliases: Aliases = field(default_factory=dict)
    codes: Codes = ()
    active: bool = True
    supplier: Company | None = None


@dataclass(frozen=True)
class ListedFault(Listed):
    key: Key
    names: Names
    aliases: Aliases = field(default_factory=dict)
    category: Key | None = None
    severity: Severity = Severity.GENERAL
    hazard: bool = False
    concern: RequestKind = RequestKind.HARDWARE
    skill: Key | None = None
    active: bool = True
    level: Level = USUAL_NEEDS.level
    tools: Keys = ()
    parts: Keys = ()
    minutes: Minutes = USUAL_NEEDS.minutes
    remote: bool = USUAL_NEEDS.remote


@dataclass(frozen=True)
class ListedUnit(Listed):
    serial: Serial
    product: Key
    purchased_on: Annotated[date | None, BeforeValidator(_any_date)] = None
    customer_name: Annotated[str, Field(max_length=120), AfterValidator(_one_line)] | None = None


Listing = ListedCategory | ListedProduct | ListedFault | ListedUnit
Raw = dict[str, Any]

LISTINGS: Mapping[str, TypeAdapter[Any]] = {
    "category": TypeAdapter(ListedCategory),
    "product": TypeAdapter(ListedProduct),
    "fault": TypeAdapter(ListedFault),
    "unit": TypeAdapter(ListedUnit),
}


@dataclass(frozen=True)
class Contents:
    """A whole catalogue, in the order of its file."""

    categories: tuple[ListedCategory, ...] = ()
    products: tuple[ListedProduct, ...] = ()
    faults: tuple[ListedFault, ...] = ()
    units: tuple[ListedUnit, ...] = ()

    def by_kind(self) -> Mapping[str, Sequence[Listing]]:
        return {"category": self.categories, "product": self.products, "fault": self.faults, "unit": self.units}


def gather(found: Iterable[tuple[str, str, Raw]]) -> Contents:
    """Checks what a file holds: where it stands, its kind, its fields. Raises Invalid for the first mistake."""
    listed: dict[str, dict[str, Listing]] = {kind: {} for kind in LISTINGS}
    for where, kind, raw in found:
        item = _listed(where, kind, raw)
        identity = serial_key(item.serial) if isinstance(item, ListedUnit) else item.key
        if identity in listed[kind]:
            raise Invalid(f"{where}: seen {kind} {identity!r} for the second time, expected each once", where=where)
        listed[kind][identity] = item
    return Contents(**{field: tuple(listed[kind].values()) for kind, field in _FIELDS.items()})  # type: ignore[arg-type]


_FIELDS = {"category": "categories", "product": "products", "fault": "faults", "unit": "units"}


def _listed(where: str, kind: str, raw: Raw) -> Listing:
    if kind not in LISTINGS:
        raise Invalid(f"{where}: seen kind {kind!r}, expected one of {', '.join(LISTINGS)}", where=where)
    try:
        item: Listing = LISTINGS[kind].validate_python(raw)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        expected = first["msg"].removeprefix("Value error, ")
        raise Invalid(
            f"{where}: {field}: seen {str(first['input'])[:60]!r}, expected: {expected}", where=where
        ) from error
    return item
