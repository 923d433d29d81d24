"""Who pays for a ticket's repair: the catalogue's warranty rule over what the ticket knows of the purchase."""

from datetime import date

from backend.catalog import service as catalog
from backend.catalog.warranty import Warranty, warranty
from backend.database import Work
from backend.tickets.rules import Kind
from backend.tickets.values import TicketView
from dialogs.phrases import Day, Phrase, Words


async def cover_of(work: Work, ticket: TicketView) -> Warranty | None:
    """None where there is no product, or nothing to repair."""
    if ticket.product_id is None or ticket.kind is Kind.QUESTION:
        return None
    product = await catalog.product(work, ticket.product_id)
    today = work.now.astimezone(work.settings.time_zone).date()
    return warranty(*_bought(ticket), product.warranty_months, today, product.supplier)


async def cover_lines(work: Work, ticket: TicketView) -> list[Phrase]:
    """Who pays, as far as the purchase date tells, and why."""
    told = await cover_of(work, ticket)
    if told is None:
        return []
    ends = {
        name: Day(end.isoformat(), year=True) if end else ""
        for name, end in (("first", told.first_end), ("last", told.last_end))
    }
    reason = {"why": told.why.value, "supplier": told.supplier or ""}
    return [Words("card-warranty", {"coverage": told.coverage.value, **reason, **ends})]


def _bought(ticket: TicketView) -> tuple[date | None, date | None]:
    """The first and the last day on which it may have been bought."""
    if ticket.purchased_on is not None:
        return ticket.purchased_on, ticket.purchased_on
    earliest, found, latest = (ticket.purchase_words or "").partition("/")
    try:
        return (date.fromisoformat(earliest), date.fromisoformat(latest)) if found else (None, None)
    except ValueError:
        return None, None
