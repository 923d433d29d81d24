"""Ranks, offers, and takes the answers. Runs under the ticket's lock, so that a race has one winner."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import cast

from sqlalchemy import select

from backend.database import JsonObject, Work
from backend.dispatch.models import Offer, Ranking
from backend.dispatch.rules import Applicant, Job, Ranked, rank
from backend.duework import forget, plan
from backend.errors import NotAllowed, NotFound, TooLate
from backend.journal import SYSTEM, Actor, Role, record
from backend.outbox import Notice
from backend.people import service as people
from backend.tickets import service as tickets
from backend.tickets.rules import Status
from backend.tickets.values import TicketView

_WAITING = (Status.GRADED, Status.OFFERED, Status.UNASSIGNED, Status.OBJECTED)


class OfferState(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class OfferView:
    id: int
    ticket_id: int
    ticket: str
    round: int
    technician_id: int
    state: OfferState
    offered_at: datetime
    expires_at: datetime
    answered_at: datetime | None


async def dispatch(work: Work, args: JsonObject) -> None:
    """Due work: offers the job to the best technician not asked yet; nobody left: the supervisors."""
    await tickets.locked(work, cast(int, args["ticket"]))
    ticket = await tickets.ticket(work, cast(int, args["ticket"]))
    if ticket.status not in _WAITING or await _open_offer(work, ticket.id):
        return
    ranked = await _rank(work, ticket)
    work.session.add(
        Ranking(
            ticket_id=ticket.id,
            round=ticket.round,
            at=work.now,
            ranked={"ranked": [each.to_json() for each in ranked]},
        )
    )
    best = next((each for each in ranked if each.fit), None)
    await (_offer(work, ticket, best.technician_id) if best else _nobody(work, ticket))


async def assign(work: Work, ticket_id: int, technician_id: int, actor: Actor) -> OfferView:
    """The supervisor has the job offered to somebody. Raises NotAllowed, NotFound, TooLate."""
    if actor.role not in (Role.SUPERVISOR, Role.DESK):
        raise NotAllowed("only a supervisor assigns jobs")
    await tickets.locked(work, ticket_id)
    ticket = await tickets.ticket(work, ticket_id)
    if ticket.status not in _WAITING:
        raise TooLate(f"{ticket.number} is {ticket.status}", what="assigned", number=ticket.number)
    if technician_id not in {technician.id for technician in await people.technicians(work)}:
        raise NotFound(f"no technician {technician_id}")
    await _close_open(work, ticket_id, OfferState.WITHDRAWN)
    await record(work, "assigned", actor, ticket_id=ticket_id, data={"technician": technician_id})
    return await _offer(work, ticket, technician_id)


async def accept(work: Work, offer_id: int, actor: Actor) -> TicketView:
    """Raises NotAllowed for anyone but the technician asked, TooLate when the offer is no longer open."""
    offer, ticket = await _held(work, offer_id, actor)
    if offer.state == OfferState.ACCEPTED and ticket.technician_id == actor.person_id:
        return ticket
    _still_open(offer, ticket)
    _answer(work, offer, OfferState.ACCEPTED)
    await forget(work, f"offer:{offer.id}")
    await tickets.hand_over(work, ticket.id, offer.technician_id)
    told = Notice(ticket.customer_id, "accepted", {"number": ticket.number, "technician": actor.name})
    photos = [
        Notice(offer.technician_id, "job-photo", {"number": ticket.number, "photo": photo}) for photo in ticket.photos
    ]
    return await tickets.move(work, ticket.id, Status.ACCEPTED, actor, event="accepted", owes=[told, *photos])


async def decline(work: Work, offer_id: int, actor: Actor) -> TicketView:
    """The next one is asked. Raises as `accept`."""
    offer, ticket = await _held(work, offer_id, actor)
    if offer.state == OfferState.DECLINED:
        return ticket
    _still_open(offer, ticket)
    _answer(work, offer, OfferState.DECLINED)
    await forget(work, f"offer:{offer.id}")
    await record(work, "declined", actor, ticket_id=ticket.id, owes=[_job_card(offer)])
    await tickets.plan_dispatch(work, ticket.id)
    return ticket


async def offer_timed_out(work: Work, args: JsonObject) -> None:
    """Due work: an offer that nobody answered goes to the next."""
    found = await work.session.execute(select(Offer).where(Offer.id == cast(int, args["offer"])))
    offer = found.scalar_one()
    await tickets.locked(work, offer.ticket_id)
    await work.session.refresh(offer)
    if offer.state != OfferState.OPEN or offer.expires_at > work.now:
        return
    _answer(work, offer, OfferState.EXPIRED)
    await record(
        work,
        "offer-expired",
        SYSTEM,
        ticket_id=offer.ticket_id,
        data={"technician": offer.technician_id},
        owes=[_job_card(offer)],
    )
    await tickets.plan_dispatch(work, offer.ticket_id)


async def call_off(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    """Cancels the ticket and takes back what is on offer. Raises WrongMove, NotAllowed."""
    cancelled = await tickets.cancel_ticket(work, ticket_id, actor)
    await _close_open(work, ticket_id, OfferState.WITHDRAWN)
    return cancelled


async def offer(work: Work, offer_id: int) -> OfferView:
    """Raises NotFound."""
    row = await work.session.get(Offer, offer_id)
    if row is None:
        raise NotFound(f"no offer {offer_id}")
    return _view(row)


async def offer_to(work: Work, ticket_id: int, technician_id: int) -> OfferView | None:
    """The newest offer of the ticket to the technician."""
    found = await work.session.execute(
        select(Offer)
        .where(Offer.ticket_id == ticket_id, Offer.technician_id == technician_id)
        .order_by(Offer.id.desc())
        .limit(1)
    )
    row = found.scalar_one_or_none()
    return _view(row) if row else None


async def open_offers_to(work: Work, technician_id: int) -> list[OfferView]:
    """What waits for the technician's answer, oldest first."""
    waiting = select(Offer).where(Offer.technician_id == technician_id, Offer.state == OfferState.OPEN)
    return [_view(row) for row in (await work.session.execute(waiting.order_by(Offer.id))).scalars()]


async def offers(
    work: Work, *, ticket_id: int | None = None, after: int | None = None, limit: int = 50
) -> list[OfferView]:
    """Newest first; `after` is the id of the last one of the page before."""
    query = select(Offer).order_by(Offer.id.desc()).limit(limit)
    if ticket_id is not None:
        query = query.where(Offer.ticket_id == ticket_id)
    if after is not None:
        query = query.where(Offer.id < after)
    return [_view(row) for row in (await work.session.execute(query)).scalars()]


async def rankings(work: Work, ticket_id: int) -> list[tuple[datetime, int, JsonObject]]:
    """When, for which handling, and the ranking with its reasons; oldest first."""
    rows = await work.session.execute(select(Ranking).where(Ranking.ticket_id == ticket_id).order_by(Ranking.id))
    return [(row.at, row.round, row.ranked) for row in rows.scalars()]


async def _rank(work: Work, ticket: TicketView) -> tuple[Ranked, ...]:
    asked = await work.session.execute(
        select(Offer.technician_id).where(Offer.ticket_id == ticket.id, Offer.round == ticket.round)
    )
    asked_ids, loads = set(asked.scalars()), await tickets.loads(work)
    familiar = await tickets.known_to(work, ticket.customer_id)
    applicants = [
        Applicant(
            id=technician.id,
            name=technician.name,
            skills=frozenset(technician.skills),
            on_duty=technician.on_duty,
            jobs=loads.get(technician.id, 0),
            latitude=technician.latitude,
            longitude=technician.longitude,
            familiar=technician.id in familiar or technician.id == ticket.technician_id,
            asked=technician.id in asked_ids,
        )
        for technician in await people.technicians(work)
        if technician.id != ticket.customer_id
    ]
    return rank(Job(ticket.skill, ticket.latitude, ticket.longitude), applicants)


async def _offer(work: Work, ticket: TicketView, technician_id: int) -> OfferView:
    row = await _asked_before(work, ticket, technician_id)
    row.state, row.answered_at = OfferState.OPEN, None
    row.offered_at, row.expires_at = work.now, work.now + work.settings.offer_timeout
    work.session.add(row)
    await work.session.flush()
    await plan(work, "offer-timeout", f"offer:{row.id}", row.expires_at, {"offer": row.id})
    card = Notice(
        technician_id,
        "job-card",
        {"ticket": ticket.id},
        card=tickets.card_of(ticket.id),
        fresh=True,
        urgent=True,
    )
    data: JsonObject = {"offer": row.id, "technician": technician_id}
    if ticket.status is Status.OFFERED:
        await record(work, "offered", SYSTEM, ticket_id=ticket.id, data=data, owes=[card])
    else:
        await tickets.move(work, ticket.id, Status.OFFERED, SYSTEM, event="offered", data=data, owes=[card])
    return _view(row)


async def _asked_before(work: Work, ticket: TicketView, technician_id: int) -> Offer:
    """The technician's offer of this handling, which a supervisor may open anew; else one to be made."""
    asked = await work.session.execute(
        select(Offer).where(
            Offer.ticket_id == ticket.id, Offer.round == ticket.round, Offer.technician_id == technician_id
        )
    )
    return asked.scalar_one_or_none() or Offer(
        ticket_id=ticket.id, ticket=ticket.number, round=ticket.round, technician_id=technician_id
    )


async def _nobody(work: Work, ticket: TicketView) -> None:
    if ticket.status is Status.UNASSIGNED:
        return
    owes = await people.to_supervisors(
        work, "unassigned", {"ticket": ticket.id, "number": ticket.number}, card=f"unassigned:{ticket.id}"
    )
    await tickets.move(work, ticket.id, Status.UNASSIGNED, SYSTEM, event="unassigned", owes=owes)


async def _held(work: Work, offer_id: int, actor: Actor) -> tuple[Offer, TicketView]:
    found = await work.session.execute(select(Offer).where(Offer.id == offer_id))
    row = found.scalar_one_or_none()
    if row is None:
        raise NotFound(f"no offer {offer_id}")
    if row.technician_id != actor.person_id:
        raise NotAllowed("the offer is to somebody else")
    await tickets.locked(work, row.ticket_id)
    await work.session.refresh(row)
    return row, await tickets.ticket(work, row.ticket_id)


def _still_open(offer: Offer, ticket: TicketView) -> None:
    if offer.state != OfferState.OPEN:
        raise TooLate(f"the offer of {ticket.number} is {offer.state}", what="offer", number=ticket.number)


def _answer(work: Work, offer: Offer, state: OfferState) -> None:
    offer.state, offer.answered_at = state, work.now


async def _open_offer(work: Work, ticket_id: int) -> Offer | None:
    found = await work.session.execute(
        select(Offer).where(Offer.ticket_id == ticket_id, Offer.state == OfferState.OPEN)
    )
    return found.scalar_one_or_none()


async def _close_open(work: Work, ticket_id: int, state: OfferState) -> None:
    row = await _open_offer(work, ticket_id)
    if row is not None:
        _answer(work, row, state)
        await forget(work, f"offer:{row.id}")
        await record(work, f"offer-{state}", SYSTEM, ticket_id=ticket_id, owes=[_job_card(row)])


def _job_card(offer: Offer) -> Notice:
    return Notice(offer.technician_id, "job-card", {"ticket": offer.ticket_id}, card=tickets.card_of(offer.ticket_id))


def _view(row: Offer) -> OfferView:
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
    )
