"""What a complaint may be about and ask for. Pure."""

from enum import StrEnum

from backend.errors import Invalid

LARGEST_CLAIM = 10**15
"""In minor units of the company's currency."""


class ComplaintKind(StrEnum):
    QUALITY = "quality"
    SERVICE = "service"
    DELAY = "delay"
    PRICE = "price"
    OTHER = "other"


class Wish(StrEnum):
    """What the customer asks for. Repair to compensation are the remedies of the handbooks."""

    REPAIR = "repair"
    EXCHANGE = "exchange"
    REFUND = "refund"
    COMPENSATION = "compensation"
    APOLOGY = "apology"
    OTHER = "other"


class Channel(StrEnum):
    """How the complaint reached the company (table 16-9, handbook D)."""

    CHAT = "chat"
    PHONE = "phone"
    FAX = "fax"
    LETTER = "letter"
    COUNTER = "counter"


class ComplaintStatus(StrEnum):
    RECEIVED = "received"
    IN_HAND = "in-hand"


def check_claim(amount: int | None) -> int | None:
    """An amount in minor units, or none claimed. Raises Invalid for nothing, less than nothing, or too much."""
    if amount is not None and not 0 < amount <= LARGEST_CLAIM:
        raise Invalid(f"the amount {amount}; expected 1 to {LARGEST_CLAIM}", what="claimed")
    return amount


def check_words(words: str) -> str:
    """Raises Invalid for no words at all."""
    if not words.strip():
        raise Invalid("a complaint without words; expected what happened", what="words")
    return words.strip()
