"""What the desk's entries have in common: tickets, complaints and returns taken by phone, letter or at the counter."""

from typing import Annotated
from uuid import uuid4

from fastapi import Depends, Request

from backend.access import Writing
from backend.database import Work
from backend.errors import Invalid
from backend.idempotency import Key, use_key
from backend.people import service as people
from backend.people.rules import phone_number
from backend.tickets import service as tickets
from backend.tickets.values import TicketView


async def _origin(call: Writing, request: Request, key: Key = None) -> str:
    if key is not None:
        await use_key(call.work, request, key)
    return f"desk:{call.actor.name}:{key or uuid4().hex}"


Origin = Annotated[str, Depends(_origin)]
"""Unique to the entry; the same `Idempotency-Key` gives the same one. Its route takes `ONE_AT_A_TIME`."""


def checked_phone(work: Work, text: str) -> str:
    """The number in E.164. Raises Invalid."""
    phone = phone_number(text, work.settings.country)
    if phone is None:
        raise Invalid(f"not a phone number; expected one of {work.settings.country}, or with its country code")
    return phone


async def customer_of(work: Work, ticket_number: str | None, name: str, phone: str) -> tuple[int, TicketView | None]:
    """The customer of the ticket, or a new one. Raises NotFound for a ticket that is none."""
    if ticket_number is None:
        return (await people.add_customer(work, name, phone, None)).id, None
    ticket = await tickets.ticket_numbered(work, ticket_number)
    return ticket.customer_id, ticket
