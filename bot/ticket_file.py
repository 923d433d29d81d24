"""What a supervisor reads of any ticket: where it stands, why this technician and not the others, which clocks run."""

from typing import cast

from backend.database import Work
from backend.delivery import Parcel
from backend.people import service as people
from backend.tickets import service as tickets
from backend.tickets.clocks import clocks_of, waits_for
from backend.tickets.values import TicketView
from bot.ranked import newest_ranking, ranked_line
from bot.shown import Shown
from dialogs.phrases import Listing, Moment, Phrase, Words

_MOST = 8
"""Of the ranking; the API shows all of it."""


async def ticket_file(work: Work, parcel: Parcel) -> Shown:
    ticket = await tickets.ticket(work, cast(int, parcel.args["ticket"]))
    parts: list[Phrase] = [Listing((*await _head(work, ticket), *await _clocks(work, ticket)), lines=True)]
    rows = (await newest_ranking(work, ticket.id))[:_MOST]
    if rows:
        parts.append(Listing((Words("file-ranking"), *(ranked_line(row) for row in rows)), lines=True))
    return Shown(tuple(parts))


async def _head(work: Work, ticket: TicketView) -> list[Phrase]:
    lines: list[Phrase] = [
        Words("card-number", {"number": ticket.number}),
        Words("card-status-customer", {"status": ticket.status.value}),
        Words("card-contact", {"name": ticket.contact_name, "phone": ticket.masked_phone}),
        Words("card-symptoms", {"words": ticket.symptoms}),
    ]
    if ticket.technician_id is not None:
        holder = await people.known(work, ticket.technician_id)
        lines.append(Words("card-technician", {"name": holder.name}))
    return lines


async def _clocks(work: Work, ticket: TicketView) -> list[Phrase]:
    """The clocks that run, the one due first before the others, and what the job waits for."""
    running = [clock for clock in await clocks_of(work, ticket.id) if clock.stopped_at is None]
    lines: list[Phrase] = [
        Words(
            "card-due",
            {"clock": Words("clock", {"clock": clock.clock}), "due": Moment(clock.due_at.isoformat())},
        )
        for clock in running
    ]
    return [*lines, *(Words("card-waits", {"reason": reason}) for reason in await waits_for(work, ticket.id))]
