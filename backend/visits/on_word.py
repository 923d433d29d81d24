"""Confirmed by the desk on the word of a customer who has no chat."""

from dataclasses import dataclass
from datetime import datetime

from backend.chats import chat_of
from backend.database import JsonObject, Work
from backend.duework import plan
from backend.errors import Invalid, NotAllowed, WrongMove
from backend.journal import Actor, Role
from backend.outbox import Notice
from backend.tickets import service as tickets
from backend.tickets.rules import Status
from backend.tickets.values import TicketView
from backend.visits.rows import latest


@dataclass(frozen=True)
class Word:
    """Who said that it is solved, when, and in which words; the last may be empty."""

    said_by: str
    said_at: datetime
    words: str = ""


async def confirm_on_word(work: Work, ticket_id: int, actor: Actor, word: Word) -> TicketView:
    """As if the customer had confirmed; the history keeps whose word it was. Said twice it changes nothing.

    Raises NotAllowed for anyone but the desk and where the customer can be asked in a chat, WrongMove when there is
    nothing to confirm, Invalid for a word before the record was filed or from the future.
    """
    if actor.role is not Role.DESK:
        raise NotAllowed("only the desk confirms on somebody's word")
    await tickets.locked(work, ticket_id)
    ticket = await tickets.ticket(work, ticket_id)
    if ticket.status is Status.CONFIRMED:
        return ticket
    if ticket.status is not Status.AWAITING:
        told = f"{ticket.number} is {ticket.status}"
        raise WrongMove(told, number=ticket.number, status=ticket.status.value, target="confirmed")
    if await chat_of(work, ticket.customer_id) is not None:
        raise NotAllowed("the customer has a chat and confirms there", number=ticket.number)
    row = await latest(work, ticket)
    _check_moment(work, word, row.finished_at)
    row.confirmed_at, row.confirmed_by = word.said_at, None
    told_so: JsonObject = {"said_by": word.said_by, "said_at": word.said_at.isoformat(), "words": word.words}
    owes = [Notice(row.technician_id, "confirmed", {"number": ticket.number})]
    moved = await tickets.move(
        work, ticket_id, Status.CONFIRMED, actor, event="confirmed-on-word", data=told_so, owes=owes
    )
    await plan(work, "survey", f"survey:{ticket_id}", work.now + work.settings.survey_after, {"ticket": ticket_id})
    return moved


def _check_moment(work: Work, word: Word, finished_at: datetime | None) -> None:
    if word.said_at > work.now or (finished_at is not None and word.said_at < finished_at):
        raise Invalid("the moment of the word; expected one after the record was filed, up to now", what="said_at")
