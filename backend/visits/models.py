"""Visits with their service record (handbook C, field service 3.4), on site or remote."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base, Json


class Visit(Base):
    """One outing to a job, or one session of remote help; a handling may need several.

    `departed_at` is when the drive, or the remote help, began; `left_at` when it ended without the job being done.
    `price` and `charge` are in the currency's smallest unit; `minutes` is the time spent, as the technician gives it;
    `photos` are references into the photo folder. `helper_id` is the colleague who came to help.
    """

    __tablename__ = "visits"
    __table_args__ = (Index("ix_visits_ticket_round", "ticket_id", "round"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"))
    round: Mapped[int]
    technician_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    remote: Mapped[bool] = mapped_column(default=False)
    departed_at: Mapped[datetime]
    arrived_at: Mapped[datetime | None]
    far_km: Mapped[float | None]
    left_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    plan: Mapped[str | None]
    price: Mapped[int | None]
    proposed_at: Mapped[datetime | None]
    agreed_at: Mapped[datetime | None]
    refused_at: Mapped[datetime | None]
    cause: Mapped[str | None]
    solution: Mapped[str | None]
    work_type: Mapped[str | None]
    parts: Mapped[str | None]
    parts_used: Mapped[Json]
    minutes: Mapped[int | None]
    charge: Mapped[int | None]
    photos: Mapped[list[str]]
    help_words: Mapped[str | None]
    helper_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    confirmed_at: Mapped[datetime | None]
    confirmed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
