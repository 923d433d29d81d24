"""A job of its own for what remains after another (handbook C, field service 3.4)."""

from backend.actors import Actor
from backend.database import JsonObject, Work
from backend.journal import record
from backend.outbox import Notice
from backend.tickets.rules import Honorific, Kind, Urgency, Writer
from backend.tickets.service import locked, open_ticket
from backend.tickets.values import Place, RepairRequest, TicketView


async def follow_on(work: Work, ticket_id: int, actor: Actor, words: str) -> TicketView:
    """Opens it for the same customer, product and place; for the same handling there is only one."""
    row = await locked(work, ticket_id)
    request = RepairRequest(
        origin=f"follow-on:{row.id}:{row.round}",
        customer_id=row.customer_id,
        contact_name=row.contact_name,
        contact_phone=row.contact_phone,
        symptoms=words,
        place=Place(row.address, row.latitude, row.longitude),
        kind=Kind(row.kind),
        urgency=Urgency.NORMAL,
        product_id=row.product_id,
        product_words=row.product_words,
        serial=row.serial,
        purchased_on=row.purchased_on,
        purchase_words=row.purchase_words,
        suits=None,
        honorific=Honorific(row.honorific) if row.honorific else None,
        writer=Writer(row.writer),
        organisation=row.organisation,
        client_name=row.client_name,
        client_phone=row.client_phone,
    )
    opened = await open_ticket(work, request, actor)
    data: JsonObject = {"follows": row.number, "number": opened.number}
    told: JsonObject = {"follows": row.number, "number": opened.number, "words": words, "technician": actor.name}
    owes = [Notice(row.customer_id, "follow-on", told)]
    await record(work, "follow-on", actor, ticket_id=row.id, data=data, owes=owes)
    return opened
