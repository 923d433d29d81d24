"""HTTP routes of surveys and of the feedback form."""

from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from backend.access import Reading
from backend.pages import AskedPage, Page, page_of
from backend.surveys import feedback
from backend.surveys import service as surveys
from backend.surveys.feedback import FeedbackView
from backend.surveys.ratings import Satisfaction
from backend.surveys.rest import ClaimHandling, Holds
from backend.surveys.rules import SurveyState
from backend.surveys.service import SurveyView

router = APIRouter(tags=["surveys"])


class RestItem(BaseModel):
    """Questions 3 to 7 of table 16-8; null where not answered."""

    model_config = ConfigDict(from_attributes=True)

    told_care: bool | None = Field(description="Question 3: told how to care for and maintain the product.")
    called_back: bool | None = Field(description="Question 4: called back after the repair.")
    claimed: bool | None = Field(description="Question 5: a quality fault ever led to a claim for compensation.")
    claim_handling: ClaimHandling | None = Field(description="Question 6, A satisfied to E not; only after a claim.")
    statements: dict[str, Holds] = Field(description="Question 7, statements 1 to 15.", examples=[{"1": "holds"}])
    opinion: str | None = Field(description="Question 7.16, in the customer's own words.")


class SurveyItem(BaseModel):
    """The satisfaction survey of a ticket (table 16-8)."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    ticket: str = Field(description="The ticket's number.", examples=["SN20240501001"])
    customer_id: int
    technician_id: int | None
    state: SurveyState = Field(description="answered: questions 1 and 2 are; the rest may still come.")
    going_on: bool = Field(description="Whether more may be answered.")
    score: int | None = Field(description="10, completely satisfied, to 1; null until question 1 is answered.")
    reasons: list[str] = Field(description="Codes A to I of question 2.", examples=[["C", "F"]])
    words: str | None = Field(description="The customer's own, for reason I.")
    rest: RestItem
    sent_at: datetime
    reminded_at: datetime | None
    answered_at: datetime | None


class FeedbackAnswersItem(BaseModel):
    """Table 16-11; null, or no rating, where not answered."""

    model_config = ConfigDict(from_attributes=True)

    product_words: str | None = Field(description="The product in use, in the customer's own words.")
    model: str | None
    quantity: int | None
    product: dict[str, Satisfaction] = Field(description="quality, appearance, packaging, use, delivery.")
    staff: dict[str, Satisfaction] = Field(description="timeliness, initiative, effectiveness, skill, manner.")
    suggestions: str | None


class FeedbackItem(BaseModel):
    """The information feedback form, sent to past customers on a schedule (table 16-11, manual B 4.1)."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    customer_id: int
    state: SurveyState = Field(description="answered: all ten are rated, or the customer was done.")
    going_on: bool = Field(description="Whether more may be answered.")
    answers: FeedbackAnswersItem
    dissatisfied_with: list[str] = Field(description="What was rated dissatisfied.", examples=[["packaging"]])
    sent_at: datetime
    answered_at: datetime | None


@router.get("/surveys")
async def list_surveys(call: Reading, asked: AskedPage) -> Page[SurveyItem]:
    """Newest first."""

    async def load(after: int | None, limit: int) -> list[SurveyView]:
        return await surveys.surveys(call.work, after=after, limit=limit)

    return await page_of("surveys", asked, load, SurveyItem.model_validate)


@router.get("/feedback")
async def list_feedback(call: Reading, asked: AskedPage) -> Page[FeedbackItem]:
    """Newest first."""

    async def load(after: int | None, limit: int) -> list[FeedbackView]:
        return await feedback.feedbacks(call.work, after=after, limit=limit)

    return await page_of("feedback", asked, load, FeedbackItem.model_validate)
