"""HTTP route of a ticket as a whole: its deadlines and its visits with their service records."""

from datetime import datetime

from fastapi import APIRouter
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from backend.access import Reading, Writing
from backend.fields import Line, Text, TicketNumber
from backend.tickets import service as tickets
from backend.tickets.api import TicketItem
from backend.tickets.clocks import clocks_of
from backend.visits import service as visits
from backend.visits.on_word import Word, confirm_on_word

router = APIRouter(tags=["tickets"])


class ClockItem(BaseModel):
    """A deadline of the service standard (handbook D, step 2; table 16-7)."""

    model_config = ConfigDict(from_attributes=True)

    clock: str = Field(examples=["first-contact"])
    round: int
    started_at: datetime
    due_at: datetime
    stopped_at: datetime | None = Field(description="When it was met or no longer mattered.")
    breached_at: datetime | None = Field(description="When it was missed.")
    paused_at: datetime | None = Field(description="Since when it stands still; due_at is where it stood.")


class RecordItem(BaseModel):
    """The service record (handbook C, field service 3.4)."""

    model_config = ConfigDict(from_attributes=True)

    cause: str = Field(examples=["A worn door seal."])
    solution: str = Field(examples=["Seal replaced, test run without a leak."])
    parts: str = Field(examples=["Door seal DS-40"])
    minutes: int = Field(description="Time spent, in minutes.", examples=[45])
    photos: list[str]


class VisitItem(BaseModel):
    """One visit. `confirmed_at` and `confirmed_by` are the customer's signature (handbook D, step 4)."""

    model_config = ConfigDict(from_attributes=True)

    round: int
    technician_id: int
    departed_at: datetime
    arrived_at: datetime | None
    finished_at: datetime | None
    record: RecordItem | None
    confirmed_at: datetime | None
    confirmed_by: int | None


class TicketDetail(TicketItem):
    """A ticket with its deadlines and visits."""

    clocks: list[ClockItem]
    visits: list[VisitItem]


@router.get("/tickets/{number}")
async def show_ticket(call: Reading, number: TicketNumber) -> TicketDetail:
    """By its number, in capitals or not. The contact is masked."""
    ticket = await tickets.ticket_numbered(call.work, number)
    return TicketDetail(
        **TicketItem.model_validate(ticket).model_dump(),
        clocks=[ClockItem.model_validate(clock) for clock in await clocks_of(call.work, ticket.id)],
        visits=[VisitItem.model_validate(visit) for visit in await visits.visits_of(call.work, ticket.id)],
    )


class Confirmation(BaseModel):
    """The word of a customer who has no chat, as the desk heard it."""

    model_config = ConfigDict(extra="forbid")

    said_by: Line = Field(description="Who said it.", examples=["Li Na"])
    said_at: AwareDatetime = Field(description="When, with its time zone.")
    words: Text = Field("", description="In which words.", examples=["It spins without a sound again."])


@router.post("/tickets/{number}/confirm")
async def confirm_ticket(call: Writing, number: TicketNumber, asked: Confirmation) -> TicketItem:
    """The customer said that it is solved. The history keeps whose word it was, and who heard it."""
    ticket = await tickets.ticket_numbered(call.work, number)
    word = Word(asked.said_by, asked.said_at, asked.words)
    return TicketItem.model_validate(await confirm_on_word(call.work, ticket.id, call.actor, word))
