"""Tables of tickets, their running clocks, and the counts of the day that number whatever is numbered."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base, Json


class Ticket(Base):
    """`symptoms` are the customer's own words, and so are `purchase_words` where they gave no date. `round` counts
    handlings: an objection, in the customer's words, starts the next one."""

    __tablename__ = "tickets"
    __table_args__ = (Index("ix_tickets_status_id", "status", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    origin: Mapped[str] = mapped_column(unique=True)
    status: Mapped[str]
    kind: Mapped[str]
    urgency: Mapped[str]
    severity: Mapped[str]
    group: Mapped[str]
    standard_version: Mapped[int] = mapped_column(ForeignKey("standards.version"))
    round: Mapped[int] = mapped_column(default=1)
    customer_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    technician_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    contact_name: Mapped[str]
    honorific: Mapped[str | None]
    contact_phone: Mapped[str]
    symptoms: Mapped[str]
    product_id: Mapped[int | None] = mapped_column(ForeignKey("catalogue_products.id"))
    product_words: Mapped[str]
    fault_id: Mapped[int | None] = mapped_column(ForeignKey("catalogue_faults.id"))
    fault_words: Mapped[str]
    skill: Mapped[str | None]
    serial: Mapped[str | None]
    purchased_on: Mapped[date | None]
    purchase_words: Mapped[str | None]
    address: Mapped[str]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    suits: Mapped[Json]
    photos: Mapped[list[str]]
    objection: Mapped[str | None]
    opened_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class TicketClock(Base):
    """A deadline that runs; `stopped_at` when it was met or no longer matters, `breached_at` when it was missed."""

    __tablename__ = "ticket_clocks"
    __table_args__ = (UniqueConstraint("ticket_id", "clock", "round"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"))
    clock: Mapped[str]
    round: Mapped[int]
    started_at: Mapped[datetime]
    due_at: Mapped[datetime]
    stopped_at: Mapped[datetime | None]
    breached_at: Mapped[datetime | None]


class DailyCount(Base):
    """How many numbers with the prefix a day has given out, by the company's calendar."""

    __tablename__ = "daily_counts"

    prefix: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    count: Mapped[int]
