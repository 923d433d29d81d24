"""HTTP routes of pauses: a job waits for the customer, for parts, for a supplier, and goes on."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, ConfigDict, Field

from backend.access import Reading, Writing
from backend.fields import Key, TicketNumber
from backend.journal import Role
from backend.pages import Page
from backend.tickets import service as tickets
from backend.tickets.pauses import pause, pauses, resume

router = APIRouter(tags=["tickets"])
Reason = Annotated[str, Path(pattern=r"^[a-z0-9-]{1,40}$")]


class PauseItem(BaseModel):
    """A span in which the job waited; the clocks that the standard names for the reason stood still."""

    model_config = ConfigDict(from_attributes=True)

    reason: str = Field(examples=["parts"])
    from_at: datetime
    until_at: datetime | None = Field(description="Null: the job still waits.")
    role: Role = Field(description="In which capacity somebody said so.")
    actor: str


class NewPause(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"reason": "parts"}]})

    reason: Key = Field(description="One that the ticket's standard has: customer, parts and supplier by default.")


@router.get("/tickets/{number}/pauses")
async def list_pauses(call: Reading, number: TicketNumber) -> Page[PauseItem]:
    """All of them, oldest first."""
    ticket = await tickets.ticket_numbered(call.work, number)
    found = [PauseItem.model_validate(each) for each in await pauses(call.work, ticket.id)]
    return Page(items=found, next=None)


@router.post("/tickets/{number}/pauses", status_code=201)
async def pause_ticket(call: Writing, number: TicketNumber, asked: NewPause) -> PauseItem:
    """From now on the job waits. Said twice it changes nothing."""
    ticket = await tickets.ticket_numbered(call.work, number)
    return PauseItem.model_validate(await pause(call.work, ticket.id, asked.reason, call.actor))


@router.delete("/tickets/{number}/pauses/{reason}")
async def resume_ticket(call: Writing, number: TicketNumber, reason: Reason) -> PauseItem:
    """The job waits for this no longer."""
    ticket = await tickets.ticket_numbered(call.work, number)
    return PauseItem.model_validate(await resume(call.work, ticket.id, reason, call.actor))
