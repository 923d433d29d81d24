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
    """`ticket` is its number. A technician is asked once a round. `reason`: why they declined, in their words."""

    __tablename__ = "offers"
    __table_args__ = (
        UniqueConstraint("ticket_id", "round", "technician_id"),
        Index(
            "ix_offers_open",
            "technician_id",
            "ticket_id",
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
    reason: Mapped[str | None]
