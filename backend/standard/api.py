"""HTTP routes of the service standard: read and adopted as TOML, by keys of supervisors."""

from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from backend.access import Supervising
from backend.fields import PathId
from backend.standard import service as standard
from backend.standard.reading import LARGEST

router = APIRouter(tags=["standard"])


class StandardItem(BaseModel):
    """A version of the standard. Tickets keep the one that they were opened under."""

    model_config = ConfigDict(from_attributes=True)

    version: int
    adopted_at: datetime
    adopted_by: str = Field(description="Empty: it came with the program.", examples=["operations"])
    text: str = Field(description="TOML, as `aftercare standard show` prints it.")


class NewStandard(BaseModel):
    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=LARGEST, description="TOML, as GET gives it.")


class AdoptedItem(BaseModel):
    """What was adopted."""

    model_config = ConfigDict(from_attributes=True)

    version: int
    is_new: bool = Field(description="False where the text is in force already.")
    changes: list[str] = Field(
        description="One line a change; comments are passed over.",
        examples=[['~ rule[first-contact opened urgency=urgent/expedited].limit: "30m" → "20m"']],
    )


@router.get("/standard")
async def show_standard(call: Supervising) -> StandardItem:
    """The version in force."""
    return StandardItem.model_validate(await standard.version(call.work))


@router.get("/standard/versions/{version}")
async def show_standard_version(call: Supervising, version: PathId) -> StandardItem:
    """A version, in force or not."""
    return StandardItem.model_validate(await standard.version(call.work, version))


@router.put("/standard")
async def adopt_standard(call: Supervising, asked: NewStandard) -> AdoptedItem:
    """Adds a version for tickets opened from now on. Faults come back with their line and field."""
    return AdoptedItem.model_validate(await standard.adopt(call.work, asked.text, call.actor))
