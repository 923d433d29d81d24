"""The one way to a full phone number and address: the right is checked and the look goes on record."""

from sqlalchemy import exists, select

from backend.database import Work
from backend.errors import NotAllowed
from backend.journal import Actor, JournalEntry, Role, record
from backend.tickets.models import Ticket
from backend.tickets.rules import WITH_TECHNICIAN, Status
from backend.tickets.values import Contact


def may_see(ticket: Ticket, actor: Actor) -> bool:
    """The technician who holds the job, while it is open; the customer; the desk and supervisors."""
    match actor.role:
        case Role.TECHNICIAN:
            return ticket.technician_id == actor.person_id and Status(ticket.status) in WITH_TECHNICIAN
        case Role.CUSTOMER:
            return ticket.customer_id == actor.person_id
        case Role.SUPERVISOR | Role.DESK:
            return True
        case Role.SYSTEM:
            return False


async def reveal(work: Work, ticket_id: int, actor: Actor) -> Contact:
    """Raises NotAllowed. The first look of each handling by each reader is written into the journal."""
    ticket = (await work.session.execute(select(Ticket).where(Ticket.id == ticket_id))).scalar_one()
    if not may_see(ticket, actor):
        raise NotAllowed(f"a {actor.role} may not see the contact of {ticket.number}", number=ticket.number)
    event = f"contact-shown-{ticket.round}"
    seen = exists().where(
        JournalEntry.ticket_id == ticket_id,
        JournalEntry.event == event,
        JournalEntry.actor_id == actor.person_id,
        JournalEntry.actor_name == actor.name,
    )
    if actor.role is not Role.CUSTOMER and not (await work.session.execute(select(seen))).scalar_one():
        await record(work, event, actor, ticket_id=ticket_id)
    return Contact(
        ticket.contact_name,
        ticket.contact_phone,
        ticket.address,
        ticket.latitude,
        ticket.longitude,
        ticket.client_phone,
    )
