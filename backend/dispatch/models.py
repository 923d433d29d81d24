"""Tables of dispatch: the ranking kept for each handling, and the offers made."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base, JsonObject


class Ranking(Base):
    __tablename__ = "rankings"

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), index=True)
    round: Mapped[int]
    at: Mapped[datetime]
    ranked: Mapped[JsonObject]


class Offer(Base):
    """`ticket` is its number. A ticket has one open offer at a time, and a technician is asked once a round."""

    __tablename__ = "offers"
    __table_args__ = (
        UniqueConstraint("ticket_id", "round", "technician_id"),
        Index(
            "uq_offers_one_open",
            "ticket_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"))
    ticket: Mapped[str]
    round: Mapped[int]
    technician_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[str]
    offered_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
