"""Visits with their service record (handbook C, field service 3.4)."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base


class Visit(Base):
    """`minutes` is the time spent, as the technician gives it; `photos` are references into the photo folder."""

    __tablename__ = "visits"
    __table_args__ = (UniqueConstraint("ticket_id", "round"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"))
    round: Mapped[int]
    technician_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    departed_at: Mapped[datetime]
    arrived_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    cause: Mapped[str | None]
    solution: Mapped[str | None]
    parts: Mapped[str | None]
    minutes: Mapped[int | None]
    photos: Mapped[list[str]]
    confirmed_at: Mapped[datetime | None]
    confirmed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
