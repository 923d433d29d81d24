"""Questions that an outing leaves in chats: their cards are shown anew, without buttons, when nobody asks any more."""

from backend.database import JsonObject, Work
from backend.outbox import Notice
from backend.tickets.values import TicketView
from backend.visits import helping, proposals, remote
from backend.visits.models import Visit
from backend.visits.rows import under_way


async def loose_ends(work: Work, ticket: TicketView) -> list[Notice]:
    """The cards of whatever waits for an answer: to be owed with the change that ends the asking.

    The outing must still be under way.
    """
    owes: list[Notice] = []
    if await remote.state_of(work, ticket) == "asked":
        owes.append(remote.answered_card(ticket))
    if (row := await under_way(work, ticket)) is not None:
        owes += await _of(work, ticket, row)
    return owes


async def _of(work: Work, ticket: TicketView, row: Visit) -> list[Notice]:
    owes: list[Notice] = []
    if row.proposed_at is not None and row.agreed_at is None and row.refused_at is None:
        shown: JsonObject = {"ticket": ticket.id, "number": ticket.number}
        owes.append(Notice(ticket.customer_id, "proposal", shown, card=proposals.card_of(row.id)))
    if row.help_words is not None and row.helper_id is None:
        owes += await helping.cards(work, ticket, row.id)
    return owes
