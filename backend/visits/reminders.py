"""A customer who does not answer: two reminders, then the ticket is closed and marked as unanswered."""

from typing import cast

from backend.actors import SYSTEM
from backend.chats import chat_of
from backend.database import JsonObject, Work
from backend.duework import plan
from backend.journal import record
from backend.outbox import Notice
from backend.tickets import service as tickets
from backend.tickets.asking import put_off
from backend.tickets.rules import Status
from backend.tickets.values import TicketView

REMINDERS = 2
_WAITING = {Status.AWAITING: "solved-reminder", Status.NO_ACCESS: "no-access-reminder"}


async def plan_reminders(work: Work, ticket: TicketView) -> None:
    """From now on the customer's answer is waited for. Whoever has no chat is asked by the desk, and not reminded."""
    if await chat_of(work, ticket.customer_id) is not None:
        await _plan(work, ticket, 1)


async def remind(work: Work, args: JsonObject) -> None:
    """Due work: reminds the customer, and after the last time of asking closes the ticket."""
    ticket_id, count = cast(int, args["ticket"]), cast(int, args["count"])
    await tickets.locked(work, ticket_id)
    ticket = await tickets.ticket(work, ticket_id)
    if ticket.round != args["round"] or ticket.status != args["status"]:
        return
    if await put_off(work, ticket.customer_id, "answer-reminder", _key(ticket.id), args):
        return
    if count > REMINDERS:
        await _close(work, ticket)
        return
    card = solved_card(ticket) if ticket.status is Status.AWAITING else None
    told: JsonObject = {"number": ticket.number, "ticket": ticket.id}
    asked = Notice(ticket.customer_id, _WAITING[ticket.status], told, card=card, fresh=card is not None)
    await record(work, "answer-reminded", SYSTEM, ticket_id=ticket.id, data={"count": count}, owes=[asked])
    await _plan(work, ticket, count + 1)


async def _close(work: Work, ticket: TicketView) -> None:
    kind = "closed-no-access" if ticket.status is Status.NO_ACCESS else "closed-unanswered"
    told = [Notice(ticket.customer_id, kind, {"number": ticket.number, "ticket": ticket.id})]
    if ticket.status is Status.AWAITING:
        told.insert(0, no_longer_asked(ticket))
    data: JsonObject = {"status": ticket.status.value, "reminders": REMINDERS}
    facts = ("reminders",)
    await tickets.move(
        work, ticket.id, Status.UNANSWERED, SYSTEM, event="closed-unanswered", facts=facts, data=data, owes=told
    )


def solved_card(ticket: TicketView) -> str:
    """The name of the question whether it is solved, in the customer's chat."""
    return f"solved:{ticket.id}:{ticket.round}"


def no_longer_asked(ticket: TicketView) -> Notice:
    """The question whether it is solved loses its buttons."""
    return Notice(ticket.customer_id, "solved-answered", {"ticket": ticket.id}, card=solved_card(ticket))


async def _plan(work: Work, ticket: TicketView, count: int) -> None:
    args: JsonObject = {"ticket": ticket.id, "round": ticket.round, "status": ticket.status.value, "count": count}
    await plan(work, "answer-reminder", _key(ticket.id), work.now + work.settings.answer_reminder_after, args)


def _key(ticket_id: int) -> str:
    return f"answer-reminder:{ticket_id}"
