"""HTTP routes of returns and exchanges: listed, shown, and taken by the desk."""

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from backend.access import Call, Reading, Writing
from backend.catalog import service as catalog
from backend.errors import Invalid
from backend.fields import Key, Latitude, Line, Longitude, Text, Words
from backend.goods import service as goods
from backend.goods.collecting import arrange_collection
from backend.goods.rules import LARGEST_QUANTITY, MOST, Condition, ReturnKind, ReturnStatus
from backend.goods.values import ReturnRequest, ReturnView
from backend.idempotency import ONE_AT_A_TIME
from backend.pages import AskedPage, Page, page_of
from backend.tickets.entering import Origin, checked_phone, customer_of
from backend.tickets.values import Place

router = APIRouter(tags=["goods"])
_EXAMPLE: dict[str, JsonValue] = {
    "contact_name": "Li Na",
    "phone": "139 1234 5678",
    "kind": "exchange",
    "product_words": "front-load washer",
    "serial": "WM-2024-0007",
    "condition": "used",
    "reason": "It walks across the floor when it spins.",
    "symptoms": ["shakes", "loud bang"],
    "tried": "Feet levelled twice.",
    "address": "88 Nanjing Road, flat 1203",
}
_Number = Annotated[str, Path(pattern=r"^[A-Za-z0-9]{1,40}$", description="`RT`, the day, and the count of that day.")]
_Amount = Annotated[int, Field(ge=0, le=10**15)]
_UpToThree = Annotated[list[Line], Field(max_length=MOST)]


class ReturnItem(BaseModel):
    """A return or exchange as it was taken, its contact masked (tables 16-10 and 16-12)."""

    model_config = ConfigDict(from_attributes=True)

    number: str = Field(examples=["RT20260506001"])
    status: ReturnStatus
    kind: ReturnKind
    customer_id: int
    ticket: str | None = Field(description="The number of the ticket that it comes from.", examples=["SN20260506001"])
    product_id: int | None
    product_words: str
    model: str | None
    serial: str | None
    colour: str | None
    quantity: int
    amount: int | None = Field(description="What was paid, in minor units of the company's currency.")
    purchased_on: date | None
    purchase_words: str | None = Field(description="When it was bought, where no date is known.")
    proof: list[str] = Field(description="Pictures of the proof of purchase; none: the customer has no proof.")
    condition: Condition = Field(description="unused: opened, not used.")
    reason: str
    symptoms: list[str]
    tried: str = Field(description="What was done about it already.")
    questions: list[str] = Field(description="What the customer wants solved.")
    notes: str
    contact_name: str = Field(examples=["Li Na"])
    masked_phone: str = Field(examples=["+86 •••• 5678"])
    masked_address: str = Field(examples=["88 Nanji…"])
    taken_by: int | None = Field(description="Who took it, where it was a person; the customer in chat.")
    registrar: str = Field(description="The name of whoever took it.", examples=["front desk"])
    received_at: datetime
    due_at: datetime = Field(description="By then the collection is arranged (handbook D, step 3).")
    arranged_at: datetime | None = Field(description="When it was arranged; null: not yet.")


class NewReturn(BaseModel):
    """A return that reached the company by other ways than chat. With a ticket it is that ticket's customer's."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})

    contact_name: Line
    phone: Annotated[str, Field(max_length=40, description="With a country code, or as dialled in the company's.")]
    kind: ReturnKind
    condition: Condition
    reason: Words
    ticket: Annotated[str | None, Field(pattern=r"^[A-Za-z0-9]{1,40}$", description="The ticket's number.")] = None
    product: Key | None = Field(None, description="The key of a product of the catalogue.")
    product_words: Text = Field("", description="What the product was called, where it is not in the catalogue.")
    model: Line | None = None
    serial: Line | None = None
    colour: Line | None = None
    quantity: Annotated[int, Field(ge=1, le=LARGEST_QUANTITY)] = 1
    amount: _Amount | None = Field(None, description="What was paid, in minor units of the company's currency.")
    purchased_on: date | None = None
    purchase_words: Line | None = Field(None, description="When it was bought, where no date is known.")
    symptoms: _UpToThree = Field(default_factory=list)
    tried: Text = ""
    questions: _UpToThree = Field(default_factory=list)
    notes: Text = ""
    address: Text = Field("", description="Where the goods are collected.")
    latitude: Latitude | None = None
    longitude: Longitude | None = None

    @model_validator(mode="after")
    def _something_somewhere(self) -> "NewReturn":
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("latitude and longitude go together")
        if not self.address and self.latitude is None:
            raise ValueError("an address or coordinates")
        if not (self.product or self.product_words or self.model):
            raise ValueError("a product, words for it, or a model")
        return self


@router.get("/returns")
async def list_returns(call: Reading, asked: AskedPage) -> Page[ReturnItem]:
    """Newest first."""

    async def load(after: int | None, limit: int) -> list[ReturnView]:
        return await goods.returns(call.work, after=after, limit=limit)

    return await page_of("returns", asked, load, ReturnItem.model_validate)


@router.get("/returns/{number}")
async def show_return(call: Reading, number: _Number) -> ReturnItem:
    """One return."""
    return ReturnItem.model_validate(await goods.return_numbered(call.work, number))


@router.post(
    "/returns",
    status_code=201,
    responses={200: {"model": ReturnItem, "description": "Taken before."}},
    dependencies=[ONE_AT_A_TIME],
)
async def take_return(
    call: Writing,
    asked: NewReturn,
    request: Request,
    response: Response,
    origin: Origin,
) -> ReturnItem:
    """Enters a return or exchange. Proof of purchase comes with the goods: none is filed here."""
    found = await goods.return_from(call.work, origin)
    if found is not None:
        response.status_code = 200
    else:
        found = await _taken(call, origin, asked)
    response.headers["Location"] = str(request.app.url_path_for("show_return", number=found.number))
    return ReturnItem.model_validate(found)


@router.post("/returns/{number}/collection")
async def arrange_return(call: Writing, number: _Number) -> ReturnItem:
    """The collection is arranged; the customer is told."""
    found = await goods.return_numbered(call.work, number)
    return ReturnItem.model_validate(await arrange_collection(call.work, found.id, call.actor))


async def _taken(call: Call, origin: str, asked: NewReturn) -> ReturnView:
    work = call.work
    phone = checked_phone(work, asked.phone)
    customer_id, ticket = await customer_of(work, asked.ticket, asked.contact_name, phone)
    wanted = ReturnRequest(
        origin=origin,
        customer_id=customer_id,
        contact_name=asked.contact_name,
        contact_phone=phone,
        kind=asked.kind,
        condition=asked.condition,
        reason=asked.reason,
        pickup=Place(asked.address, asked.latitude, asked.longitude),
        ticket_id=ticket.id if ticket else None,
        product_id=await _product(call, asked.product),
        no_proof=True,
        **asked.model_dump(
            include={
                "product_words",
                "model",
                "serial",
                "colour",
                "quantity",
                "amount",
                "purchased_on",
                "purchase_words",
                "symptoms",
                "tried",
                "questions",
                "notes",
            }
        ),
    )
    return await goods.take_return(work, wanted, call.actor)


async def _product(call: Call, key: str | None) -> int | None:
    if key is None:
        return None
    if (found := await catalog.product_keyed(call.work, key)) is None:
        raise Invalid(f"no product {key} in the catalogue; expected a key that it has, or product_words", product=key)
    return found.id
