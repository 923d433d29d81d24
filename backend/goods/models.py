"""Returns and exchanges as they were taken."""

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base


class GoodsReturn(Base):
    """`ticket` is the ticket's number. No pictures in `proof`: the customer has no proof of purchase.

    `amount` is what was paid, in minor units of the company's currency. `due_at`: by then the collection is arranged.
    """

    __tablename__ = "goods_returns"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    origin: Mapped[str] = mapped_column(unique=True)
    status: Mapped[str]
    kind: Mapped[str]
    customer_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("tickets.id"), index=True)
    ticket: Mapped[str | None]
    product_id: Mapped[int | None] = mapped_column(ForeignKey("catalogue_products.id"))
    product_words: Mapped[str]
    model: Mapped[str | None]
    serial: Mapped[str | None]
    colour: Mapped[str | None]
    quantity: Mapped[int]
    amount: Mapped[int | None] = mapped_column(BigInteger)
    purchased_on: Mapped[date | None]
    purchase_words: Mapped[str | None]
    proof: Mapped[list[str]]
    condition: Mapped[str]
    reason: Mapped[str]
    symptoms: Mapped[list[str]]
    tried: Mapped[str]
    questions: Mapped[list[str]]
    notes: Mapped[str]
    contact_name: Mapped[str]
    contact_phone: Mapped[str]
    address: Mapped[str]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    registrar: Mapped[str]
    received_at: Mapped[datetime]
    due_at: Mapped[datetime]
    arranged_at: Mapped[datetime | None]
