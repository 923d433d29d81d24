"""HTTP routes of dispatch: technicians, offers, the ranking with its reasons, and what the desk does by hand."""

from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from backend.access import Call, Reading, Writing
from backend.dispatch import service as dispatch
from backend.dispatch.service import OfferState, OfferView
from backend.fields import RowId, TicketNumber
from backend.pages import AskedPage, Page, Paging, page_of
from backend.people import service as people
from backend.tickets import service as tickets
from backend.tickets.api import TicketItem

router = APIRouter(tags=["dispatch"])


class TechnicianItem(BaseModel):
    """What decides who gets a job (manual B 2.3)."""

    id: int
    name: str = Field(examples=["Wang Wei"])
    skills: list[str] = Field(examples=[["washer", "fridge"]])
    on_duty: bool
    load: int = Field(description="Jobs under way.", examples=[2])


class OfferItem(BaseModel):
    """A job offered to one technician."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    ticket: str = Field(description="The ticket's number.", examples=["SN20240501001"])
    round: int
    technician_id: int
    state: OfferState
    offered_at: datetime
    expires_at: datetime = Field(description="Then the job goes to the next one.")
    answered_at: datetime | None
    reason: str | None = Field(description="Why it was declined, in the technician's words.")


class ReasonItem(BaseModel):
    """`distance` in kilometres, `load` and `full` in jobs, `has-skill`, `no-skill` and `low-level` with the skill,
    `no-tool` and `no-part` with its name; `added`, `late`, `late-for`, `too-late` and `home-late` in minutes."""

    code: str = Field(examples=["distance"])
    figure: float | str | None = Field(examples=[3.4])


class RankedItem(BaseModel):
    technician: int
    name: str
    fit: bool = Field(description="Whether the job may be offered to them at all.")
    minutes: float = Field(
        description="The score, the lower the better: driving time and what load weighs, in minutes."
    )
    reasons: list[ReasonItem]


class RankingItem(BaseModel):
    """Who was considered at one moment, best first, then the unfit."""

    at: datetime
    round: int
    ranked: list[RankedItem]
    others: dict[str, list[int]] = Field(
        default_factory=dict, description="Of a large team the rest: technicians by what kept them out."
    )


class Assignment(BaseModel):
    model_config = ConfigDict(extra="forbid")

    technician: RowId = Field(description="The id of a technician.", examples=[7])
    reason: str = Field(
        "", max_length=300, description="Why the ranking is overruled; kept on record.", examples=["knows the lift"]
    )


@router.get("/technicians")
async def list_technicians(call: Reading) -> Page[TechnicianItem]:
    """All of them."""
    loads = await tickets.loads(call.work)
    items = [
        TechnicianItem(
            id=each.id, name=each.name, skills=list(each.skills), on_duty=each.on_duty, load=loads.get(each.id, 0)
        )
        for each in await people.technicians(call.work)
    ]
    return Page(items=items, next=None)


@router.get("/offers")
async def list_offers(call: Reading, asked: AskedPage) -> Page[OfferItem]:
    """Newest first."""
    return await _offers(call, asked, None)


@router.get("/tickets/{number}/offers")
async def list_offers_of_ticket(call: Reading, asked: AskedPage, number: TicketNumber) -> Page[OfferItem]:
    """Newest first."""
    ticket = await tickets.ticket_numbered(call.work, number)
    return await _offers(call, asked, ticket.id)


@router.get("/tickets/{number}/ranking")
async def show_ranking(call: Reading, number: TicketNumber) -> Page[RankingItem]:
    """Every ranking made for the ticket, oldest first, with its reasons."""
    ticket = await tickets.ticket_numbered(call.work, number)
    made = await dispatch.rankings(call.work, ticket.id)
    items = [RankingItem.model_validate({"at": at, "round": handling, **ranked}) for at, handling, ranked in made]
    return Page(items=items, next=None)


@router.post("/tickets/{number}/assign")
async def assign_ticket(call: Writing, number: TicketNumber, asked: Assignment) -> OfferItem:
    """Has the job offered to the technician next, whatever the ranking says."""
    ticket = await tickets.ticket_numbered(call.work, number)
    offered = await dispatch.assign(call.work, ticket.id, asked.technician, call.actor, asked.reason)
    return OfferItem.model_validate(offered)


@router.post("/tickets/{number}/cancel")
async def cancel_ticket(call: Writing, number: TicketNumber) -> TicketItem:
    """Possible until work on site has begun. What is on offer is taken back."""
    ticket = await tickets.ticket_numbered(call.work, number)
    return TicketItem.model_validate(await dispatch.call_off(call.work, ticket.id, call.actor))


async def _offers(call: Call, asked: Paging, ticket_id: int | None) -> Page[OfferItem]:
    async def load(after: int | None, limit: int) -> list[OfferView]:
        return await dispatch.offers(call.work, ticket_id=ticket_id, after=after, limit=limit)

    return await page_of("offers", asked, load, OfferItem.model_validate)
