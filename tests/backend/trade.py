"""People and tickets for tests, made through the features' own commands."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from backend.catalog.models import Category, Fault, Product
from backend.catalog.revision import mark_changed
from backend.chats import ChatKey, locked_chat
from backend.database import Database, JsonObject, Work
from backend.dispatch import service as dispatch
from backend.dispatch.service import OfferView
from backend.duework import Handler, run_due
from backend.journal import Actor, JournalEntry, Role
from backend.outbox import OutboxMessage
from backend.people import service as people
from backend.people.rules import StaffRole
from backend.people.service import Known
from backend.tickets import service as tickets
from backend.tickets.alarms import clock_is_due, tell_alarms
from backend.tickets.values import Place, RepairRequest, TicketView
from backend.visits import service as visits
from backend.visits.reminders import remind
from backend.visits.values import ServiceRecord

DESK = Actor(Role.DESK, None, "front desk")
DONE = ServiceRecord("a worn seal", "seal replaced", "seal", 45)
HANDLERS: Mapping[str, Handler] = {
    "dispatch": dispatch.dispatch,
    "offer-timeout": dispatch.offer_timed_out,
    "offer-displaced": dispatch.offer_displaced,
    "clock": clock_is_due,
    "alarms": tell_alarms,
    "answer-reminder": remind,
}


async def _nothing(work: Work, args: JsonObject) -> None:
    """What the front door does about surveys is not tested here."""


UNASKED: Mapping[str, Handler] = dict.fromkeys(
    ("survey", "survey-reminder", "survey-lapse", "feedback", "feedback-lapse"), _nothing
)


async def customer(work: Work, name: str = "Li Na") -> Known:
    """With a chat."""
    chat = await locked_chat(work, ChatKey("test", name), "en")
    return await people.person_of(work, chat, name)


async def staff(
    work: Work,
    name: str,
    role: StaffRole = StaffRole.TECHNICIAN,
    skills: Sequence[str] = (),
    at: tuple[float, float] | None = None,
) -> Known:
    """With a chat, through an invite."""
    invited = await people.invite(work, role, name, skills, at)
    return await people.redeem(work, invited.token, (await customer(work, name)).id)


def request(person: Known, origin: str = "chat:1", **given: Any) -> RepairRequest:
    return RepairRequest(
        **{
            "origin": origin,
            "customer_id": person.id,
            "contact_name": person.name,
            "contact_phone": "+8613912345678",
            "symptoms": "it leaks",
            "place": Place("88 Nanjing Road, flat 1203"),
            **given,
        }
    )


async def opened(work: Work, person: Known | None = None, origin: str = "chat:1", **given: Any) -> TicketView:
    who = person or await customer(work)
    return await tickets.open_ticket(work, request(who, origin, **given), who.actor)


async def offered(database: Database, ticket: TicketView) -> OfferView:
    """Runs what is due and gives the ticket's newest offer."""
    await do_due(database)
    async with database.read() as work:
        return (await dispatch.offers(work, ticket_id=ticket.id))[0]


async def accepted(database: Database, ticket: TicketView, technician: Known) -> None:
    offer = await offered(database, ticket)
    assert offer.technician_id == technician.id
    async with database.begin() as work:
        await dispatch.accept(work, offer.id, technician.actor)


async def repaired(database: Database, ticket: TicketView, technician: Known) -> None:
    """From the accepted job to the question whether it is solved."""
    async with database.begin() as work:
        await visits.depart(work, ticket.id, technician.actor)
        await visits.arrive(work, ticket.id, technician.actor)
        await visits.finish(work, ticket.id, technician.actor, DONE)


async def confirmed(database: Database) -> tuple[TicketView, Known, Known]:
    """A ticket's whole life: the ticket, its customer and its technician."""
    async with database.begin() as work:
        technician, owner = await staff(work, "Wang Wei"), await customer(work)
        ticket = await opened(work, owner)
    await accepted(database, ticket, technician)
    await repaired(database, ticket, technician)
    async with database.begin() as work:
        return await visits.confirm(work, ticket.id, owner.actor), owner, technician


async def do_due(database: Database, more: Mapping[str, Handler] | None = None) -> None:
    """Does what is due by now; nothing may fail for good."""

    async def never(work: Work, key: str, error: str) -> None:
        raise AssertionError(f"{key} was given up: {error}")

    await run_due(database, {**UNASKED, **HANDLERS, **(more or {})}, never)


async def stock(work: Work) -> None:
    """Ten washers and two faults, one of them major, into the catalogue."""
    work.session.add(Category(key="washing-machine"))
    await work.session.flush()
    for count in range(10):
        key = f"washer-{count}"
        work.session.add(Product(key=key, category="washing-machine", skill="washer", warranty_months=24))
    work.session.add(Fault(key="leak", category="washing-machine", severity="general"))
    work.session.add(Fault(key="smoke", severity="major", hazard=True, skill="electric"))
    await mark_changed(work)


async def events(work: Work, ticket_id: int | None) -> list[str]:
    found = await work.session.scalars(
        select(JournalEntry.event).where(JournalEntry.ticket_id == ticket_id).order_by(JournalEntry.id)
    )
    return list(found)


async def owed(work: Work, kind: str) -> list[OutboxMessage]:
    query = select(OutboxMessage).where(OutboxMessage.kind == kind).order_by(OutboxMessage.id)
    return list(await work.session.scalars(query))
