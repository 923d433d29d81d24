"""HTTP routes of call-backs."""

from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from backend.access import Reading, Writing
from backend.fields import PathId, Words
from backend.followups import service as followups
from backend.followups.service import CallBackState, CallBackView
from backend.pages import AskedPage, Page, page_of

router = APIRouter(tags=["call-backs"])


class CallBackItem(BaseModel):
    """A dissatisfied customer to be called (table 16-5.6)."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    ticket: str = Field(description="The ticket's number.", examples=["SN20240501001"])
    customer_id: int
    state: CallBackState
    score: int | None = Field(description="1 to 10, of the survey that opened it.", examples=[3])
    reasons: list[str] = Field(description="Codes A to I of table 16-8.", examples=[["B"]])
    words: str | None
    opened_at: datetime
    taken_by: int | None = Field(description="The supervisor who took it.")
    closed_at: datetime | None
    result: str | None
    reopen_asked_at: datetime | None = Field(description="When the customer was asked whether to open the job again.")
    reopen_agreed: bool | None = Field(description="The customer's answer.")


class Closing(BaseModel):
    model_config = ConfigDict(extra="forbid")

    result: Words = Field(description="What the call brought.", examples=["Apologised; a second visit on Friday."])


@router.get("/call-backs")
async def list_call_backs(call: Reading, asked: AskedPage) -> Page[CallBackItem]:
    """Newest first."""

    async def load(after: int | None, limit: int) -> list[CallBackView]:
        return await followups.call_backs(call.work, after=after, limit=limit)

    return await page_of("call-backs", asked, load, CallBackItem.model_validate)


@router.post("/call-backs/{id}/close")
async def close_call_back(call: Writing, id: PathId, asked: Closing) -> CallBackItem:  # noqa: A002
    """Files the result of a call that the desk made. One that a supervisor has taken is theirs to close."""
    return CallBackItem.model_validate(await followups.close(call.work, id, call.actor, asked.result))
