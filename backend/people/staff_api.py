"""HTTP routes of the staff: profiles, weekly hours, leave."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter
from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

from backend.access import Reading, Writing
from backend.fields import Key, Latitude, Longitude, PathId, Text
from backend.pages import AskedPage, Page, page_of
from backend.people import leave, roster
from backend.people.profiles import set_profile
from backend.people.rules import StaffRole
from backend.people.values import MOST_PARTS, Abilities, Profile, Spell, SpellKind

router = APIRouter(prefix="/staff", tags=["people"])

Reason = Annotated[Text, Field(max_length=200)]
Levels = Annotated[dict[Key, Annotated[int, Field(ge=1, le=3)]], Field(max_length=50)]
Parts = Annotated[dict[Key, Annotated[int, Field(ge=0, le=MOST_PARTS)]], Field(max_length=500)]
Hours = Annotated[
    list[Annotated[str, Field(max_length=40)]],
    Field(max_length=50, examples=[["Mon-Fri 09:00-12:00", "Mon-Fri 13:00-18:00"]]),
]


class NewProfile(BaseModel):
    """The whole profile, in place of the one before. Without `stock` the van stays as it is."""

    model_config = ConfigDict(extra="forbid")

    skills: Levels = Field(description="Each with its level, 1 to 3.", examples=[{"washing": 2, "gas": 3}])
    tools: Annotated[list[Key], Field(max_length=200)] | None = Field(None, description="Null: not known.")
    remote: bool = Field(True, description="May help by chat or phone.")
    home: tuple[Latitude, Longitude] | None = Field(None, description="Where the day begins.")
    hours: Hours | None = Field(None, description="Local weekly hours; null: the company's.")
    stock: Parts | None = Field(None, description="The parts in the van.", examples=[{"drain-pump": 2}])


class SpellItem(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    kind: SpellKind
    begins_at: datetime
    ends_at: datetime
    reason: str


class ProfileItem(BaseModel):
    """Somebody of the staff. Null tools and stock: nobody entered them."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    name: str
    role: StaffRole
    on_duty: bool
    skills: dict[str, int] = Field(description="Each with its level, 1 to 3.")
    tools: Annotated[list[str], BeforeValidator(sorted)] | None
    stock: dict[str, int] | None = Field(description="The parts in the van.")
    remote: bool
    home: tuple[float, float] | None = Field(description="Where the day begins: latitude and longitude.")
    place_at: datetime | None = Field(description="When the present place was shared.")
    hours: list[str] | None = Field(description="Local weekly hours; null: the company's.")
    shift: list[tuple[datetime, datetime]] = Field(description="Today's working time, breaks and leave left out.")
    leave: list[SpellItem] = Field(description="Today's leave.")


class NewLeave(BaseModel):
    model_config = ConfigDict(extra="forbid")

    begins_at: AwareDatetime
    ends_at: AwareDatetime
    reason: Reason = ""


@router.get("")
async def list_staff(call: Reading, asked: AskedPage) -> Page[ProfileItem]:
    """Everybody of the staff, in the order in which they became known."""

    async def load(after: int | None, limit: int) -> list[Profile]:
        return await roster.staff(call.work, after=after, limit=limit)

    return await page_of("staff", asked, load, ProfileItem.model_validate)


@router.get("/{person}/profile")
async def show_profile(call: Reading, person: PathId) -> ProfileItem:
    """One member of the staff."""
    return ProfileItem.model_validate(await roster.profile(call.work, person))


@router.put("/{person}/profile")
async def put_profile(call: Writing, person: PathId, asked: NewProfile) -> ProfileItem:
    """Enters what somebody can do and carry, where the day begins, and the weekly hours."""
    wanted = Abilities(
        asked.skills,
        None if asked.tools is None else tuple(asked.tools),
        asked.remote,
        asked.home,
        None if asked.hours is None else tuple(asked.hours),
        asked.stock,
    )
    return ProfileItem.model_validate(await set_profile(call.work, person, wanted, call.actor))


@router.get("/{person}/leave")
async def list_leave(call: Reading, person: PathId) -> Page[SpellItem]:
    """Leave and extra shifts that are not over yet."""
    await roster.profile(call.work, person)
    found = await roster.spells(call.work, person)
    return Page(items=[SpellItem.model_validate(each) for each in found], next=None)


@router.post("/{person}/leave", status_code=201)
async def add_leave(call: Writing, person: PathId, asked: NewLeave) -> SpellItem:
    """Enters leave. The same leave again is the one there is."""
    return _item(await leave.add_leave(call.work, person, asked.begins_at, asked.ends_at, asked.reason, call.actor))


@router.delete("/{person}/leave/{leave_id}", status_code=204)
async def cancel_leave(call: Writing, person: PathId, leave_id: PathId) -> None:
    """Takes leave back."""
    await leave.cancel_leave(call.work, leave_id, call.actor, of=person)


@router.post("/{person}/extra-shifts", status_code=201)
async def add_extra_shift(call: Writing, person: PathId, asked: NewLeave) -> SpellItem:
    """Enters a shift beside the weekly hours."""
    return _item(
        await leave.add_extra_shift(call.work, person, asked.begins_at, asked.ends_at, call.actor, asked.reason)
    )


@router.delete("/{person}/extra-shifts/{shift_id}", status_code=204)
async def cancel_extra_shift(call: Writing, person: PathId, shift_id: PathId) -> None:
    """Takes an extra shift back."""
    await leave.cancel_extra_shift(call.work, shift_id, call.actor, of=person)


def _item(spell: Spell) -> SpellItem:
    return SpellItem.model_validate(spell)
