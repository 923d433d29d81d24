"""Stories that begin in the middle."""

from datetime import timedelta

from backend.catalog import service as catalog
from backend.chats import ChatKey, locked_chat
from backend.database import Work
from backend.dispatch import service as dispatch
from backend.journal import Actor, Role
from backend.keys import Scope, create_key
from backend.people import service as people
from backend.people.rules import StaffRole
from backend.tickets import service as tickets
from backend.tickets.rules import Urgency
from backend.tickets.values import Place, RepairRequest, TicketView
from backend.visits import service as visits
from backend.visits.values import ServiceRecord
from tests.botapi import User
from tests.journeys.story import HOME, Story


async def keyed(story: Story) -> None:
    """The desk has an API key."""
    async with story.service.database() as database, database.begin() as work:
        story.service.key = await create_key(work, "desk", set(Scope))


async def staffed(story: Story) -> None:
    """One technician, Bo, and a supervisor have joined."""
    await keyed(story)
    async with story.service.database() as database, database.begin() as work:
        bo = await people.invite(work, StaffRole.TECHNICIAN, "Bo Er", ["heating"], (31.25, 121.48))
        chief = await people.invite(work, StaffRole.SUPERVISOR, "Chief Hu")
    await story.joins(story.second, f"i_{bo.token}", "Bo Er")
    await story.joins(story.supervisor, f"i_{chief.token}", "Chief Hu")


async def reported(story: Story) -> None:
    """The customer's request is open, and Bo is the one to ask."""
    await _welcomed(story)
    async with story.service.database() as database, database.begin() as work:
        story.number = (await _open_ticket(work, story.customer)).number


async def arrived(story: Story) -> None:
    """Bo is on site."""
    await _welcomed(story)
    async with story.service.database() as database, database.begin() as work:
        ticket = await _open_ticket(work, story.customer)
        story.number = ticket.number
        bo = await _bo(work)
        assert bo.person_id
        offer = await dispatch.assign(work, ticket.id, bo.person_id, Actor(Role.DESK))
        await dispatch.accept(work, offer.id, bo)
        await visits.depart(work, ticket.id, bo)
        await visits.arrive(work, ticket.id, bo)
    await story.sees(story.second, "on site")


async def repaired(story: Story) -> None:
    """Bo, who is on site, has filed the service record."""
    cause, solution = "Element burnt", "Replaced it"
    async with story.service.database() as database, database.begin() as work:
        ticket = await tickets.ticket_numbered(work, story.number)
        await visits.finish(work, ticket.id, await _bo(work), ServiceRecord(cause, solution, "", 30))
    story.told.records.append((cause, solution))
    await story.asked_whether_solved(cause, solution, "")


async def _bo(work: Work) -> Actor:
    (technician,) = await people.technicians(work)
    return Actor(Role.TECHNICIAN, technician.id, technician.name)


async def _welcomed(story: Story) -> None:
    await staffed(story)
    await story.customer.start()
    await story.sees(story.customer, "Tell me what is wrong")


async def _open_ticket(work: Work, customer: User) -> TicketView:
    chat = await locked_chat(work, ChatKey("telegram", str(customer.id)), "en")
    known = await people.person_of(work, chat, customer.person.first_name)
    product = await catalog.product_keyed(work, "water-heater-e80")
    assert product
    wanted = RepairRequest(
        origin="test",
        customer_id=known.id,
        contact_name="Ms Wang",
        contact_phone="+8613800138000",
        symptoms="No hot water",
        place=Place("Building 3, flat 502", *HOME),
        urgency=Urgency.URGENT,
        product_id=product.id,
        purchased_on=work.now.date() - timedelta(days=30),
    )
    return await tickets.open_ticket(work, wanted, known.actor)
