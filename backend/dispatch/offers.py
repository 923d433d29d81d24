"""The offers of jobs to technicians, and the rankings that led to them: what is on record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select

from backend.database import JsonObject, Work
from backend.dispatch.models import Offer, Ranking
from backend.errors import NotFound


class OfferState(StrEnum):
    """`TAKEN`: several were asked, and another was first. `UNREACHABLE`: the offer could not be brought."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    TAKEN = "taken"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True)
class OfferView:
    """`reason`: the technician's words for declining."""

    id: int
    ticket_id: int
    ticket: str
    round: int
    technician_id: int
    state: OfferState
    offered_at: datetime
    expires_at: datetime
    answered_at: datetime | None
    reason: str | None


async def offer(work: Work, offer_id: int) -> OfferView:
    """Raises NotFound."""
    row = await work.session.get(Offer, offer_id)
    if row is None:
        raise NotFound(f"no offer {offer_id}")
    return view(row)


async def offer_to(work: Work, ticket_id: int, technician_id: int) -> OfferView | None:
    """The newest offer of the ticket to the technician."""
    found = await work.session.execute(
        select(Offer)
        .where(Offer.ticket_id == ticket_id, Offer.technician_id == technician_id)
        .order_by(Offer.id.desc())
        .limit(1)
    )
    row = found.scalar_one_or_none()
    return view(row) if row else None


async def open_offers_to(work: Work, technician_id: int) -> list[OfferView]:
    """What waits for the technician's answer, oldest first."""
    waiting = select(Offer).where(Offer.technician_id == technician_id, Offer.state == OfferState.OPEN)
    return [view(row) for row in (await work.session.execute(waiting.order_by(Offer.id))).scalars()]


async def offers(
    work: Work, *, ticket_id: int | None = None, after: int | None = None, limit: int = 50
) -> list[OfferView]:
    """Newest first; `after` is the id of the last one of the page before."""
    query = select(Offer).order_by(Offer.id.desc()).limit(limit)
    if ticket_id is not None:
        query = query.where(Offer.ticket_id == ticket_id)
    if after is not None:
        query = query.where(Offer.id < after)
    return [view(row) for row in (await work.session.execute(query)).scalars()]


async def rankings(work: Work, ticket_id: int) -> list[tuple[datetime, int, JsonObject]]:
    """When, for which handling, and the ranking with its reasons; oldest first."""
    rows = await work.session.execute(select(Ranking).where(Ranking.ticket_id == ticket_id).order_by(Ranking.id))
    return [(row.at, row.round, row.ranked) for row in rows.scalars()]


async def open_of(work: Work, ticket_id: int) -> list[Offer]:
    """The rows. For this feature's own modules."""
    query = select(Offer).where(Offer.ticket_id == ticket_id, Offer.state == OfferState.OPEN).order_by(Offer.id)
    return list((await work.session.execute(query)).scalars())


async def made_for(work: Work, ticket_id: int, handling: int) -> Sequence[Offer]:
    """The rows of this handling, in whatever state. For this feature's own modules."""
    return (
        await work.session.scalars(select(Offer).where(Offer.ticket_id == ticket_id, Offer.round == handling))
    ).all()


async def row_for(work: Work, ticket_id: int, number: str, handling: int, technician_id: int) -> Offer:
    """The technician's offer of this handling, which a supervisor may open anew; else one to be made."""
    asked = await work.session.execute(
        select(Offer).where(Offer.ticket_id == ticket_id, Offer.round == handling, Offer.technician_id == technician_id)
    )
    return asked.scalar_one_or_none() or Offer(
        ticket_id=ticket_id, ticket=number, round=handling, technician_id=technician_id
    )


def view(row: Offer) -> OfferView:
    return OfferView(
        row.id,
        row.ticket_id,
        row.ticket,
        row.round,
        row.technician_id,
        OfferState(row.state),
        row.offered_at,
        row.expires_at,
        row.answered_at,
        row.reason,
    )
