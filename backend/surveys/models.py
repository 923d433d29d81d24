"""Surveys and feedback forms with their answers."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base, JsonObject


class Survey(Base):
    """`ticket` is the ticket's number. `score` is None until question one is answered.

    `told_care` to `opinion` are questions 3 to 7, None where not answered. Until `closed_at` more may be answered.
    """

    __tablename__ = "surveys"

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), unique=True)
    ticket: Mapped[str]
    customer_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    technician_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[str]
    score: Mapped[int | None]
    reasons: Mapped[list[str]]
    words: Mapped[str | None]
    told_care: Mapped[bool | None]
    called_back: Mapped[bool | None]
    claimed: Mapped[bool | None]
    claim_handling: Mapped[str | None]
    statements: Mapped[JsonObject | None]
    opinion: Mapped[str | None]
    sent_at: Mapped[datetime]
    reminded_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]


class Feedback(Base):
    """The form of table 16-11. `product` and `staff` hold the ratings given so far."""

    __tablename__ = "feedback"

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[str]
    product_words: Mapped[str | None]
    model: Mapped[str | None]
    quantity: Mapped[int | None]
    product: Mapped[JsonObject]
    staff: Mapped[JsonObject]
    suggestions: Mapped[str | None]
    sent_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
