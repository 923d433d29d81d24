"""What others see of a ticket, and what opening one takes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Self

from backend.actors import Role
from backend.database import Json
from backend.tickets.rules import Honorific, Kind, Status, Urgency, Writer


@dataclass(frozen=True)
class Place:
    """An address, coordinates in degrees, or both."""

    address: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True)
class Symptom:
    """One more thing that is wrong: a fault of the catalogue, or the customer's words for it."""

    fault_id: int | None = None
    words: str = ""

    def to_json(self) -> Json:
        return {"words": self.words} if self.fault_id is None else {"fault": self.fault_id}

    @classmethod
    def from_json(cls, value: Json) -> Self:
        """Raises ValueError for what `to_json` does not write."""
        match value:
            case {"fault": int(fault)}:
                return cls(fault_id=fault)
            case {"words": str(words)}:
                return cls(words=words)
            case _:
                raise ValueError(f"not a symptom: {value!r}")


@dataclass(frozen=True)
class RepairRequest:
    """`origin` is unique to what opened the ticket: opening it a second time gives the same ticket.

    `suits` is the time that suits the customer: `{"window": "2026-05-01/09-12"}`, `{"window": "soon"}` or
    `{"words": …}`. `honorific` is one of `Honorific`; `purchase_words` tell of a purchase whose date nobody knows.
    Without a kind it is that of the fault. `organisation` is the writer's: a dealer names the `client`, and what was
    tried already (table 16-10).
    """

    origin: str
    customer_id: int
    contact_name: str
    contact_phone: str
    symptoms: str
    place: Place
    kind: Kind | None = None
    urgency: Urgency = Urgency.NORMAL
    product_id: int | None = None
    product_words: str = ""
    fault_id: int | None = None
    fault_words: str = ""
    serial: str | None = None
    purchased_on: date | None = None
    suits: Json = None
    photos: Sequence[str] = field(default_factory=tuple)
    honorific: str | None = None
    purchase_words: str | None = None
    further: Sequence[Symptom] = ()
    writer: Writer = Writer.SELF
    organisation: str | None = None
    client_name: str | None = None
    client_phone: str | None = None
    tried: str | None = None


@dataclass(frozen=True)
class TicketView:
    """A ticket without its contact's number and address; `backend.tickets.contact` shows those."""

    id: int
    number: str
    status: Status
    kind: Kind
    urgency: Urgency
    severity: str
    group: str
    round: int
    customer_id: int
    technician_id: int | None
    contact_name: str
    honorific: Honorific | None
    masked_phone: str
    masked_address: str
    writer: Writer
    organisation: str | None
    client_name: str | None
    masked_client_phone: str | None
    tried: str | None
    symptoms: str
    further: tuple[Symptom, ...]
    product_id: int | None
    product_words: str
    fault_id: int | None
    fault_words: str
    skill: str | None
    serial: str | None
    purchased_on: date | None
    purchase_words: str | None
    latitude: float | None
    longitude: float | None
    suits: Json
    expected_at: datetime | None
    photos: tuple[str, ...]
    objection: str | None
    opened_at: datetime
    changed_at: datetime
    standard_version: int


@dataclass(frozen=True)
class ClockView:
    clock: str
    round: int
    started_at: datetime
    due_at: datetime
    stopped_at: datetime | None
    breached_at: datetime | None
    paused_at: datetime | None = None


@dataclass(frozen=True)
class PauseView:
    """A span in which the job waited. `actor` is who said so: a person or a key."""

    reason: str
    from_at: datetime
    until_at: datetime | None
    role: Role
    actor: str


@dataclass(frozen=True)
class Contact:
    """The whole of what a visit needs. Only ever from `backend.tickets.contact.reveal`."""

    name: str
    phone: str
    address: str
    latitude: float | None
    longitude: float | None
    client_phone: str | None = None
