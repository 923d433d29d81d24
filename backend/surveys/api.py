"""HTTP route of surveys."""

from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from backend.access import Reading
from backend.pages import AskedPage, Page, page_of
from backend.surveys import service as surveys
from backend.surveys.service import SurveyState, SurveyView

router = APIRouter(tags=["surveys"])


class SurveyItem(BaseModel):
    """The satisfaction survey of a ticket, questions 1 and 2 (table 16-8)."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    ticket: str = Field(description="The ticket's number.", examples=["SN20240501001"])
    customer_id: int
    technician_id: int | None
    state: SurveyState
    score: int | None = Field(description="10, completely satisfied, to 1; null until question 1 is answered.")
    reasons: list[str] = Field(description="Codes A to I of question 2.", examples=[["C", "F"]])
    words: str | None = Field(description="The customer's own, for reason I.")
    sent_at: datetime
    reminded_at: datetime | None
    answered_at: datetime | None


@router.get("/surveys")
async def list_surveys(call: Reading, asked: AskedPage) -> Page[SurveyItem]:
    """Newest first."""

    async def load(after: int | None, limit: int) -> list[SurveyView]:
        return await surveys.surveys(call.work, after=after, limit=limit)

    return await page_of("surveys", asked, load, SurveyItem.model_validate)
