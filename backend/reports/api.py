"""HTTP routes of daily reports."""

from datetime import date, datetime

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from backend.access import Reading
from backend.reports import service as reports

router = APIRouter(tags=["reports"])


class KindItem(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    kind: str = Field(examples=["repair"])
    jobs: int
    minutes: int


class DailyItem(BaseModel):
    """A technician's daily report (table 16-1.6). `minutes` counts what overlaps once."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    technician_id: int
    technician: str
    day: date
    kinds: list[KindItem]
    drafted_minutes: int
    minutes: int
    note: str
    sent_at: datetime | None


class SummaryItem(BaseModel):
    """The supervisor's daily report (table 16-1.7)."""

    model_config = ConfigDict(from_attributes=True)

    day: date
    kinds: list[KindItem]
    minutes: int
    sent: list[DailyItem]
    missing: list[str] = Field(description="Who worked that day and has not sent a report.")


@router.get("/reports/daily/{day}")
async def show_daily_summary(call: Reading, day: date) -> SummaryItem:
    """The day added up over all reports that were sent. Days are those of the company's time zone."""
    return SummaryItem.model_validate(await reports.summary(call.work, day))
