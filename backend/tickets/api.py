"""HTTP routes of tickets: listed, opened by the desk, their history, and the contact with its look on record."""

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from backend.access import Call, Reading, Writing
from backend.catalog import service as catalog
from backend.database import JsonObject
from backend.errors import Invalid
from backend.fields import Key, Latitude, Line, Longitude, Text, TicketNumber, Words
from backend.idempotency import ONE_AT_A_TIME
from backend.journal import Role, history
from backend.pages import AskedPage, Page, page_of
from backend.people import service as people
from backend.tickets import service as tickets
from backend.tickets.contact import reveal
from backend.tickets.entering import Origin, checked_phone
from backend.tickets.rules import Honorific, Kind, Status, Urgency, Writer
from backend.tickets.values import Place, RepairRequest, Symptom, TicketView

router = APIRouter(tags=["tickets"])
_EXAMPLE: dict[str, JsonValue] = {
    "contact_name": "Li Na",
    "phone": "139 1234 5678",
    "symptoms": "It leaks when it spins.",
    "product": "washer-front-load",
    "fault_words": "leaks",
    "urgency": "normal",
    "address": "88 Nanjing Road, flat 1203",
    "latitude": 31.2353,
    "longitude": 121.4737,
}


class SymptomItem(BaseModel):
    """One more thing that is wrong."""

    model_config = ConfigDict(from_attributes=True)

    fault_id: int | None = Field(description="The fault of the catalogue; null: in the customer's words.")
    words: str = Field(examples=["It beeps as well."])


class TicketItem(BaseModel):
    """A ticket with its contact masked (handbook D, parts 1 and 4)."""

    model_config = ConfigDict(from_attributes=True)

    number: str = Field(examples=["SN20260506001"])
    status: Status
    kind: Kind
    urgency: Urgency = Field(description="Urgent and expedited take the green channel (handbook D, part 4).")
    severity: str = Field(description="general or major, of the fault (table 16-7).", examples=["general"])
    group: str = Field(description="The service group it is routed to.", examples=["hardware"])
    round: int = Field(description="Which handling this is: an objection starts the next one.", examples=[1])
    customer_id: int
    technician_id: int | None = Field(description="Who holds the job, or held it last.")
    contact_name: str = Field(examples=["Li Na"])
    honorific: Honorific | None = Field(description="none: by the name alone; null: never asked.")
    masked_phone: str = Field(examples=["+86 •••• 5678"])
    masked_address: str = Field(examples=["88 Nanji…"])
    writer: Writer = Field(description="For whom the contact writes (table 16-10).")
    organisation: str | None = Field(description="The contact's organisation, or the dealer's.")
    client_name: str | None = Field(description="Whose product a dealer sends in.")
    masked_client_phone: str | None
    tried: str | None = Field(description="What a dealer has tried already.")
    symptoms: str = Field(description="In the customer's own words.", examples=["It leaks when it spins."])
    further: list[SymptomItem] = Field(description="What else is wrong; the first fault decides the route.")
    product_id: int | None
    product_words: str
    fault_id: int | None
    fault_words: str
    skill: str | None = Field(description="What the job asks of a technician; null: anyone may take it.")
    serial: str | None
    purchased_on: date | None
    purchase_words: str | None = Field(description="When it was bought, where no date is known.")
    suits: JsonValue = Field(description="The time that suits the customer, as a window or in words.")
    photos: list[str]
    objection: str | None = Field(description="Why it goes out again, in the customer's own words.")
    opened_at: datetime
    changed_at: datetime


class EntryItem(BaseModel):
    """One line of the ticket's history, which only ever grows."""

    model_config = ConfigDict(from_attributes=True)

    at: datetime
    event: str = Field(examples=["offered"])
    role: Role = Field(description="In which capacity somebody acted.")
    actor: str = Field(description="Who, where it was a person or a key; else empty.")
    data: dict[str, JsonValue]


class ContactItem(BaseModel):
    """The whole of what a visit needs. Coordinates in degrees."""

    model_config = ConfigDict(from_attributes=True)

    name: str = Field(examples=["Li Na"])
    phone: str = Field(description="E.164.", examples=["+8613912345678"])
    client_phone: str | None = Field(description="E.164, of the customer for whom a dealer writes.")
    address: str = Field(examples=["88 Nanjing Road, flat 1203"])
    latitude: float | None
    longitude: float | None


class NewTicket(BaseModel):
    """A request that reached the company by phone (handbook D, step 1; table 16-9)."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})

    contact_name: Line
    phone: Annotated[str, Field(max_length=40, description="With a country code, or as dialled in the company's.")]
    symptoms: Words
    kind: Kind | None = Field(None, description="Null: that of the fault, else hardware.")
    urgency: Urgency = Urgency.NORMAL
    further: list[Words] = Field([], max_length=10, description="What else is wrong, in words.")
    product: Key | None = Field(None, description="The key of a product of the catalogue.")
    product_words: Text = Field("", description="What the product was called, where it is not in the catalogue.")
    fault: Key | None = Field(None, description="The key of a fault of the catalogue: it decides the severity.")
    fault_words: Text = ""
    serial: Line | None = None
    purchased_on: date | None = Field(None, description="Decides the warranty.")
    purchase_words: Line | None = Field(None, description="When it was bought, where no date is known.")
    honorific: Honorific | None = None
    writer: Writer = Field(Writer.SELF, description="For whom the contact writes (table 16-10).")
    organisation: Line | None = Field(None, description="The contact's organisation, or the dealer's.")
    client_name: Line | None = Field(None, description="Whose product a dealer sends in.")
    client_phone: Annotated[str, Field(max_length=40)] | None = None
    tried: Words | None = Field(None, description="What a dealer has tried already.")
    suits: Text = Field("", description="When a visit suits, in words.")
    address: Text = ""
    latitude: Latitude | None = None
    longitude: Longitude | None = None

    @model_validator(mode="after")
    def _somewhere(self) -> "NewTicket":
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("latitude and longitude go together")
        if not self.address and self.latitude is None:
            raise ValueError("an address or coordinates")
        if self.writer is not Writer.SELF and self.organisation is None:
            raise ValueError("the name of the organisation or dealer")
        if self.writer is not Writer.DEALER and (self.client_name or self.client_phone):
            raise ValueError("a client for a dealer only")
        return self


@router.get("/tickets")
async def list_tickets(
    call: Reading, asked: AskedPage, status: Annotated[Status | None, Query(description="Only these.")] = None
) -> Page[TicketItem]:
    """Newest first."""

    async def load(after: int | None, limit: int) -> list[TicketView]:
        return await tickets.tickets(call.work, after=after, limit=limit, status=status)

    return await page_of("tickets", asked, load, TicketItem.model_validate)


@router.get("/tickets/{number}/history")
async def show_history(call: Reading, number: TicketNumber) -> Page[EntryItem]:
    """All of it, oldest first."""
    ticket = await tickets.ticket_numbered(call.work, number)
    entries = await history(call.work, ticket.id)
    return Page(items=[EntryItem.model_validate(entry) for entry in entries], next=None)


@router.get("/tickets/{number}/contact")
async def show_contact(call: Writing, number: TicketNumber) -> ContactItem:
    """The full phone number and address. The look goes into the ticket's history, so it needs the scope write."""
    ticket = await tickets.ticket_numbered(call.work, number)
    return ContactItem.model_validate(await reveal(call.work, ticket.id, call.actor))


@router.post(
    "/tickets",
    status_code=201,
    responses={200: {"model": TicketItem, "description": "Opened before."}},
    dependencies=[ONE_AT_A_TIME],
)
async def open_ticket(
    call: Writing,
    asked: NewTicket,
    request: Request,
    response: Response,
    origin: Origin,
) -> TicketItem:
    """Enters a request taken by phone. It gets the same ticket as chat gives: number, deadlines, dispatch."""
    ticket = await tickets.ticket_from(call.work, origin)
    if ticket is not None:
        response.status_code = 200
    else:
        ticket = await _opened(call, origin, asked)
    response.headers["Location"] = str(request.app.url_path_for("show_ticket", number=ticket.number))
    return TicketItem.model_validate(ticket)


async def _opened(call: Call, origin: str, asked: NewTicket) -> TicketView:
    work = call.work
    phone = checked_phone(work, asked.phone)
    if asked.purchased_on and asked.purchased_on > work.now.astimezone(work.settings.time_zone).date():
        raise Invalid("a purchase in the future; expected a date up to today", what="purchased_on")
    place = Place(asked.address, asked.latitude, asked.longitude)
    kept: JsonObject = {"latitude": place.latitude, "longitude": place.longitude}
    if place.address:
        kept = {"address": place.address}
    customer = await people.add_customer(
        work,
        asked.contact_name,
        phone,
        kept,
        honorific=asked.honorific,
        writer=asked.writer,
        organisation=asked.organisation,
    )
    wanted = RepairRequest(
        origin=origin,
        customer_id=customer.id,
        contact_name=asked.contact_name,
        contact_phone=phone,
        symptoms=asked.symptoms,
        place=place,
        kind=asked.kind,
        urgency=asked.urgency,
        product_id=await _product(call, asked.product),
        product_words=asked.product_words,
        fault_id=await _fault(call, asked.fault),
        fault_words=asked.fault_words,
        serial=asked.serial,
        purchased_on=asked.purchased_on,
        purchase_words=asked.purchase_words,
        honorific=asked.honorific,
        further=[Symptom(words=words) for words in asked.further],
        writer=asked.writer,
        organisation=asked.organisation,
        client_name=asked.client_name,
        client_phone=checked_phone(work, asked.client_phone) if asked.client_phone else None,
        tried=asked.tried,
        suits={"words": asked.suits} if asked.suits else None,
    )
    return await tickets.open_ticket(work, wanted, call.actor)


async def _product(call: Call, key: str | None) -> int | None:
    if key is None:
        return None
    if (found := await catalog.product_keyed(call.work, key)) is None:
        raise Invalid(f"no product {key} in the catalogue; expected a key that it has, or product_words", product=key)
    return found.id


async def _fault(call: Call, key: str | None) -> int | None:
    if key is None:
        return None
    if (found := await catalog.fault_keyed(call.work, key)) is None:
        raise Invalid(f"no fault {key} in the catalogue; expected a key that it has, or fault_words", fault=key)
    return found.id
