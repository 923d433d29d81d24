"""What taking a return needs, and what others see of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from backend.goods.rules import Condition, ReturnKind, ReturnStatus
from backend.tickets.values import Place


@dataclass(frozen=True)
class ReturnRequest:
    """`origin` is unique to what brought the return: taking it a second time gives the same one.

    `reason` and the like are the customer's own words. `proof` holds pictures; without any, `no_proof` says that
    there is none. `tried` is what was done about it already (table 16-10). `amount` is in minor units.
    """

    origin: str
    customer_id: int
    contact_name: str
    contact_phone: str
    kind: ReturnKind
    condition: Condition
    reason: str
    pickup: Place
    ticket_id: int | None = None
    product_id: int | None = None
    product_words: str = ""
    model: str | None = None
    serial: str | None = None
    colour: str | None = None
    quantity: int = 1
    amount: int | None = None
    purchased_on: date | None = None
    purchase_words: str | None = None
    proof: Sequence[str] = ()
    no_proof: bool = False
    symptoms: Sequence[str] = ()
    tried: str = ""
    questions: Sequence[str] = ()
    notes: str = ""


@dataclass(frozen=True)
class ReturnView:
    """A return with its phone number and address masked. `ticket` is the ticket's number."""

    id: int
    number: str
    status: ReturnStatus
    kind: ReturnKind
    customer_id: int
    ticket_id: int | None
    ticket: str | None
    product_id: int | None
    product_words: str
    model: str | None
    serial: str | None
    colour: str | None
    quantity: int
    amount: int | None
    purchased_on: date | None
    purchase_words: str | None
    proof: tuple[str, ...]
    condition: Condition
    reason: str
    symptoms: tuple[str, ...]
    tried: str
    questions: tuple[str, ...]
    notes: str
    contact_name: str
    masked_phone: str
    masked_address: str
    taken_by: int | None
    registrar: str
    received_at: datetime
    due_at: datetime
    arranged_at: datetime | None
