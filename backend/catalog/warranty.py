"""Who pays for a repair, by the warranty of the product. Pure."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Coverage(StrEnum):
    FREE = "free"
    CHARGEABLE = "chargeable"
    SUPPLIER = "supplier"
    """Free for the customer; the supplier of the assembly answers for it (rules C, second claim)."""
    UNCLEAR = "unclear"


class Why(StrEnum):
    RUNS = "runs"
    ENDED = "ended"
    NONE = "none"
    """The product has no warranty."""
    NO_DATE = "no-date"
    SPAN = "span"
    """It ends between two days, today among them: the purchase date is known too roughly."""


@dataclass(frozen=True)
class Warranty:
    """`first_end` and `last_end` are the earliest and the latest day that may be the last one covered: one and the same
    unless the purchase date is known roughly. What `coverage` says holds for every day that may be meant."""

    coverage: Coverage
    why: Why
    first_end: date | None = None
    last_end: date | None = None
    supplier: str | None = None


def warranty(
    earliest: date | None, latest: date | None, months: int, today: date, supplier: str | None = None
) -> Warranty:
    """By the first and last day on which it may have been bought. The day the warranty ends on is covered."""
    if months == 0:
        return Warranty(Coverage.CHARGEABLE, Why.NONE)
    if earliest is None or latest is None:
        return Warranty(Coverage.UNCLEAR, Why.NO_DATE)
    first, last = months_later(earliest, months), months_later(latest, months)
    if today <= first:
        return Warranty(Coverage.SUPPLIER if supplier else Coverage.FREE, Why.RUNS, first, last, supplier)
    if today > last:
        return Warranty(Coverage.CHARGEABLE, Why.ENDED, first, last)
    return Warranty(Coverage.UNCLEAR, Why.SPAN, first, last)


def months_later(start: date, months: int) -> date:
    """The same day so many months later, or the last day of a month too short for it."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
