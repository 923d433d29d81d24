"""What can happen in a conversation."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Said:
    text: str


@dataclass(frozen=True)
class Tapped:
    question: str
    option: str


@dataclass(frozen=True)
class PlaceShared:
    latitude: float
    longitude: float


@dataclass(frozen=True)
class ContactShared:
    """`own` is true only when the card is the sender's own."""

    phone: str
    own: bool


@dataclass(frozen=True)
class PhotoSent:
    """`photo` is the reference under which the picture was stored."""

    photo: str
    caption: str = ""


@dataclass(frozen=True)
class Unsupported:
    """A sticker, a voice message, a file: something no question asks for."""


class Order(StrEnum):
    """Global words, understood at every question."""

    BACK = "back"
    EDIT = "edit"
    CANCEL = "cancel"
    HELP = "help"
    SKIP = "skip"
    DONE = "done"
    AGAIN = "again"
    KEEP = "keep"
    """Leaves the answer of a question that was gone back to as it is."""


@dataclass(frozen=True)
class Ordered:
    order: Order


Event = Said | Tapped | PlaceShared | ContactShared | PhotoSent | Unsupported | Ordered
