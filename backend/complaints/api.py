"""HTTP routes of complaints: listed, shown, and taken by the desk."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from backend.access import Call, Reading, Writing
from backend.complaints import service as complaints
from backend.complaints.handling import take_in_hand
from backend.complaints.rules import LARGEST_CLAIM, Channel, ComplaintKind, ComplaintStatus, Wish
from backend.complaints.service import ComplaintRequest, ComplaintView
from backend.fields import Line, Words
from backend.idempotency import ONE_AT_A_TIME
from backend.pages import AskedPage, Page, page_of
from backend.tickets.entering import Origin, checked_phone, customer_of

router = APIRouter(tags=["complaints"])
_EXAMPLE: dict[str, JsonValue] = {
    "contact_name": "Li Na",
    "phone": "139 1234 5678",
    "words": "Three visits and it still leaks.",
    "kind": "service",
    "wish": "apology",
    "channel": "phone",
}
_Number = Annotated[str, Path(pattern=r"^[A-Za-z0-9]{1,40}$", description="`CP`, the day, and the count of that day.")]


class ComplaintItem(BaseModel):
    """A complaint as it was taken, its phone number masked (table 16-9, manual B 4.2)."""

    model_config = ConfigDict(from_attributes=True)

    number: str = Field(examples=["CP20260506001"])
    status: ComplaintStatus
    kind: ComplaintKind = Field(description="quality: of the product; service: the manner of the staff.")
    wish: Wish = Field(description="What the customer asks for.")
    channel: Channel
    customer_id: int
    ticket: str | None = Field(description="The number of the ticket that it is about.", examples=["SN20260506001"])
    contact_name: str = Field(examples=["Li Na"])
    masked_phone: str = Field(examples=["+86 •••• 5678"])
    words: str = Field(description="What happened, in the customer's own words.")
    claimed: int | None = Field(description="In minor units of the company's currency.", examples=[20000])
    photos: list[str]
    taken_by: int | None = Field(description="Who took it, where it was a person; the customer in chat.")
    registrar: str = Field(description="The name of whoever took it.", examples=["front desk"])
    received_at: datetime
    handler: str | None = Field(description="Who has it in hand; null: nobody yet.")
    due_at: datetime | None = Field(description="Where the service standard sets a limit.")


class NewComplaint(BaseModel):
    """A complaint that reached the company by other ways than chat. With a ticket it is that ticket's customer's."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})

    contact_name: Line
    phone: Annotated[str, Field(max_length=40, description="With a country code, or as dialled in the company's.")]
    words: Words
    kind: ComplaintKind
    wish: Wish
    channel: Channel = Channel.PHONE
    ticket: Annotated[str | None, Field(pattern=r"^[A-Za-z0-9]{1,40}$", description="The ticket's number.")] = None
    claimed: Annotated[int | None, Field(ge=1, le=LARGEST_CLAIM, description="In minor units.")] = None

    @model_validator(mode="after")
    def _not_chat(self) -> "NewComplaint":
        if self.channel is Channel.CHAT:
            raise ValueError("a channel other than chat: what is written in chat is taken there")
        return self


@router.get("/complaints")
async def list_complaints(call: Reading, asked: AskedPage) -> Page[ComplaintItem]:
    """Newest first."""

    async def load(after: int | None, limit: int) -> list[ComplaintView]:
        return await complaints.complaints(call.work, after=after, limit=limit)

    return await page_of("complaints", asked, load, ComplaintItem.model_validate)


@router.get("/complaints/{number}")
async def show_complaint(call: Reading, number: _Number) -> ComplaintItem:
    """One complaint."""
    return ComplaintItem.model_validate(await complaints.complaint_numbered(call.work, number))


@router.post(
    "/complaints",
    status_code=201,
    responses={200: {"model": ComplaintItem, "description": "Taken before."}},
    dependencies=[ONE_AT_A_TIME],
)
async def take_complaint(
    call: Writing,
    asked: NewComplaint,
    request: Request,
    response: Response,
    origin: Origin,
) -> ComplaintItem:
    """Enters a complaint. It gets the same number and goes to the same supervisors as one made in chat."""
    found = await complaints.complaint_from(call.work, origin)
    if found is not None:
        response.status_code = 200
    else:
        found = await _taken(call, origin, asked)
    response.headers["Location"] = str(request.app.url_path_for("show_complaint", number=found.number))
    return ComplaintItem.model_validate(found)


@router.post("/complaints/{number}/take")
async def take_complaint_in_hand(call: Writing, number: _Number) -> ComplaintItem:
    """Somebody looks into it from now on; the customer is told."""
    found = await complaints.complaint_numbered(call.work, number)
    return ComplaintItem.model_validate(await take_in_hand(call.work, found.id, call.actor))


async def _taken(call: Call, origin: str, asked: NewComplaint) -> ComplaintView:
    work = call.work
    phone = checked_phone(work, asked.phone)
    customer_id, ticket = await customer_of(work, asked.ticket, asked.contact_name, phone)
    wanted = ComplaintRequest(
        origin=origin,
        customer_id=customer_id,
        contact_name=asked.contact_name,
        contact_phone=phone,
        words=asked.words,
        kind=asked.kind,
        wish=asked.wish,
        ticket_id=ticket.id if ticket else None,
        claimed=asked.claimed,
        channel=asked.channel,
    )
    return await complaints.take_complaint(work, wanted, call.actor)
