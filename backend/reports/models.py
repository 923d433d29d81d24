"""Daily reports of technicians."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base, Json


class DailyReport(Base):
    """Drafted from the day's events; `minutes` is the technician's own figure where it differs from the drafted one."""

    __tablename__ = "daily_reports"
    __table_args__ = (UniqueConstraint("technician_id", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    technician_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    day: Mapped[date] = mapped_column(index=True)
    kinds: Mapped[Json]
    drafted_minutes: Mapped[int]
    minutes: Mapped[int]
    note: Mapped[str]
    drafted_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
