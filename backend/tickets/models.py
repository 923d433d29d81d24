"""Tables of tickets, their running clocks, and the counts of the day that number whatever is numbered."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base, Json


class Ticket(Base):
    """`symptoms` are the customer's own words, and so are `purchase_words` where they gave no date. `further` are more
    symptoms, each `{"fault": id}` or `{"words": …}`. The contact is whoever writes: a dealer names the `client` whose
    product it is. `round` counts handlings: an objection, in the customer's words, starts the next one."""

    __tablename__ = "tickets"
    __table_args__ = (
        Index("ix_tickets_status_id", "status", "id"),
        Index("ix_tickets_customer_id_status", "customer_id", "status"),
        Index("ix_tickets_technician_id_status", "technician_id", "status"),
    )

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
    customer_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    technician_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    contact_name: Mapped[str]
    honorific: Mapped[str | None]
    contact_phone: Mapped[str]
    writer: Mapped[str]
    organisation: Mapped[str | None]
    client_name: Mapped[str | None]
    client_phone: Mapped[str | None]
    tried: Mapped[str | None]
    symptoms: Mapped[str]
    further: Mapped[Json] = mapped_column(nullable=False)
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
    expected_at: Mapped[datetime | None]
    photos: Mapped[list[str]]
    objection: Mapped[str | None]
    opened_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class TicketClock(Base):
    """A deadline that runs; `stopped_at` when it was met or no longer matters, `breached_at` when it was missed.

    `terms` are the limits that it runs against, `fired` the rungs that were told, in per cent. While `paused_at` is
    set the deadline stands still, and `due_at` is where it stood.
    """

    __tablename__ = "ticket_clocks"
    __table_args__ = (UniqueConstraint("ticket_id", "clock", "round"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"))
    clock: Mapped[str]
    round: Mapped[int]
    started_at: Mapped[datetime]
    due_at: Mapped[datetime]
    terms: Mapped[Json] = mapped_column(nullable=False)
    fired: Mapped[list[str]]
    paused_at: Mapped[datetime | None]
    stopped_at: Mapped[datetime | None]
    breached_at: Mapped[datetime | None]


class TicketPause(Base):
    """A span in which the job waited for somebody else. Open ones have no end; one a reason at a time."""

    __tablename__ = "ticket_pauses"
    __table_args__ = (
        Index(
            "uq_ticket_pauses_open",
            "ticket_id",
            "reason",
            unique=True,
            postgresql_where=text("until_at IS NULL"),
            sqlite_where=text("until_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), index=True)
    reason: Mapped[str]
    from_at: Mapped[datetime]
    until_at: Mapped[datetime | None]
    role: Mapped[str]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    actor_name: Mapped[str]


class TicketAlarm(Base):
    """A rung that somebody is to hear of with others, in one message; `told_at` when that was written."""

    __tablename__ = "ticket_alarms"
    __table_args__ = (UniqueConstraint("clock_id", "percent", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    clock_id: Mapped[int] = mapped_column(ForeignKey("ticket_clocks.id"))
    percent: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    raised_at: Mapped[datetime]
    told_at: Mapped[datetime | None]


class DailyCount(Base):
    """How many numbers with the prefix a day has given out, by the company's calendar."""

    __tablename__ = "daily_counts"

    prefix: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    count: Mapped[int]
