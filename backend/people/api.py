"""HTTP routes of people: inviting somebody to join the staff, and the staff's profiles."""

from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, model_validator

from backend.access import Writing
from backend.fields import Key, Latitude, Line, Longitude
from backend.people import service as people
from backend.people.rules import StaffRole
from backend.people.staff_api import router as staff

router = APIRouter(tags=["people"])
router.include_router(staff)


class NewInvite(BaseModel):
    """Where the place is given, it is where the technician starts from."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"role": "technician", "name": "Wang Wei", "skills": ["washer", "fridge"]}]},
    )

    role: StaffRole
    name: Line
    skills: list[Key] = Field(default_factory=list, max_length=50)
    latitude: Latitude | None = None
    longitude: Longitude | None = None

    @model_validator(mode="after")
    def _both_or_none(self) -> "NewInvite":
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("latitude and longitude go together")
        return self


class InviteItem(BaseModel):
    """Good for one person, once."""

    model_config = ConfigDict(from_attributes=True)

    token: str = Field(description="Shown this once and kept nowhere; the bot takes it as its start parameter.")
    role: StaffRole
    name: str
    expires_at: datetime


@router.post("/invites", status_code=201)
async def invite(call: Writing, asked: NewInvite) -> InviteItem:
    """Makes an invitation to join the staff."""
    at = (asked.latitude, asked.longitude) if asked.latitude is not None and asked.longitude is not None else None
    return InviteItem.model_validate(await people.invite(call.work, asked.role, asked.name, asked.skills, at))
