"""Complaints as they were taken."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base


class Complaint(Base):
    """`ticket` is the number of the job complained of. `registrar` took it; in chat that is the customer's own name.

    `handler` is the name of whoever has it in hand. `claimed` is in minor units of the company's currency.
    """

    __tablename__ = "complaints"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    origin: Mapped[str] = mapped_column(unique=True)
    status: Mapped[str]
    kind: Mapped[str]
    wish: Mapped[str]
    channel: Mapped[str]
    customer_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("tickets.id"), index=True)
    ticket: Mapped[str | None]
    contact_name: Mapped[str]
    contact_phone: Mapped[str]
    words: Mapped[str]
    claimed: Mapped[int | None] = mapped_column(BigInteger)
    photos: Mapped[list[str]]
    handled_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    handler: Mapped[str | None]
    due_at: Mapped[datetime | None]
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    registrar: Mapped[str]
    received_at: Mapped[datetime]
