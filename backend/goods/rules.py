"""What a return may say. Pure."""

from collections.abc import Sequence
from enum import StrEnum

from backend.errors import Invalid

MOST = 3
"""Symptoms and questions of one report (table 16-10)."""
LARGEST_QUANTITY = 100_000


class ReturnKind(StrEnum):
    RETURN = "return"
    EXCHANGE = "exchange"


class Condition(StrEnum):
    """The state of the goods. `UNUSED` is opened, not used."""

    UNOPENED = "unopened"
    UNUSED = "unused"
    USED = "used"
    DAMAGED = "damaged"


class ReturnStatus(StrEnum):
    RECEIVED = "received"
    ARRANGED = "arranged"
    """Its collection is."""


def check_proof(proof: Sequence[str], *, has_none: bool) -> list[str]:
    """Pictures of the proof of purchase. Raises Invalid unless there is one or the customer said that there is none."""
    if bool(proof) == has_none:
        raise Invalid("the proof of purchase; expected a picture of it, or word that there is none", what="proof")
    return list(proof)


def check_lines(lines: Sequence[str], what: str) -> list[str]:
    """Those with words in them. Raises Invalid for more than three."""
    kept = [line.strip() for line in lines if line.strip()]
    if len(kept) > MOST:
        raise Invalid(f"{len(kept)} {what}; expected up to {MOST}", what=what)
    return kept


def check_quantity(quantity: int) -> int:
    """Raises Invalid."""
    if not 1 <= quantity <= LARGEST_QUANTITY:
        raise Invalid(f"the quantity {quantity}; expected 1 to {LARGEST_QUANTITY}", what="quantity")
    return quantity
