"""What the catalogue tells others: plain values, no rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from backend.values import RequestKind

LANGUAGES = ("en", "zh-Hans", "zh-Hant")


class Kind(StrEnum):
    CATEGORY = "category"
    PRODUCT = "product"
    FAULT = "fault"


class Role(StrEnum):
    NAME = "name"
    ALIAS = "alias"
    CODE = "code"


class Severity(StrEnum):
    """Table 16-7 of the form book."""

    GENERAL = "general"
    MAJOR = "major"


@dataclass(frozen=True)
class Needs:
    """What a repair usually asks for: at least this `level` of the skill (1 to 3), tools, one each of the parts, so
    many minutes of work. `remote`: it may be solved by chat or phone first."""

    level: int = 1
    tools: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    minutes: int = 60
    remote: bool = False


USUAL_NEEDS = Needs()
"""Of a fault that nobody knows more about."""


@dataclass(frozen=True)
class Term:
    text: str
    language: str
    role: Role = Role.ALIAS


@dataclass(frozen=True)
class Entry:
    """Something customers name. Ids are unique within a kind; a category's own `category` is its key."""

    id: int
    kind: Kind
    key: str
    category: str | None
    terms: tuple[Term, ...]
    concern: str | None = None
    """The kind of request that a fault makes."""


@dataclass(frozen=True)
class Candidate:
    """A guess to be offered; `score` runs from 0 to 1."""

    entry: int
    score: float


@dataclass(frozen=True)
class Finding:
    """`exact` is safe to take as meant; `candidates`, best first, are only ever to be offered."""

    exact: int | None = None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True)
class KnownCategory:
    id: int
    key: str
    names: Mapping[str, str]


@dataclass(frozen=True)
class KnownProduct:
    id: int
    key: str
    category: str
    skill: str
    warranty_months: int
    active: bool
    names: Mapping[str, str]
    codes: tuple[str, ...] = ()
    supplier: str | None = None
    """Whose own assembly it is."""


@dataclass(frozen=True)
class KnownFault:
    id: int
    key: str
    category: str | None
    severity: Severity
    hazard: bool
    skill: str | None
    active: bool
    names: Mapping[str, str]
    concern: RequestKind = RequestKind.HARDWARE
    needs: Needs = USUAL_NEEDS


@dataclass(frozen=True)
class KnownUnit:
    id: int
    serial: str
    product: KnownProduct
    purchased_on: date | None
    customer_name: str | None


@dataclass(frozen=True)
class Unmatched:
    id: int
    words: str
    language: str
    kind: Kind
    at: datetime
