"""Ranks, offers, and takes the answers. Runs under the ticket's lock, so that a race has one winner."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import select

from backend.chats import chats_of
from backend.database import JsonObject, Work
from backend.dispatch.considering import Considered, consider
from backend.dispatch.models import Offer, Ranking
from backend.dispatch.offers import (
    OfferState,
    OfferView,
    made_for,
    offer,
    offer_to,
    offers,
    open_of,
    open_offers_to,
    rankings,
    row_for,
    view,
)
from backend.duework import forget, plan
from backend.errors import NotAllowed, NotFound, TooLate
from backend.journal import SYSTEM, Actor, Role, record
from backend.outbox import Notice
from backend.people import service as people
from backend.tickets import service as tickets
from backend.tickets import viewing
from backend.tickets.clocks import clocks_of
from backend.tickets.rules import Status
from backend.tickets.values import TicketView

__all__ = [
    "OfferState",
    "OfferView",
    "accept",
    "assign",
    "call_off",
    "decline",
    "dispatch",
    "offer",
    "offer_displaced",
    "offer_timed_out",
    "offer_to",
    "offer_undelivered",
    "offers",
    "open_offers_to",
    "rankings",
]

_WAITING = (Status.GRADED, Status.OFFERED, Status.UNASSIGNED, Status.OBJECTED)
ESCALATE_AT = 0.5
"""The share of the time left at the first offer after which the supervisors decide."""
_LONGEST_REASON = 300


async def dispatch(work: Work, args: JsonObject) -> None:
    """Due work: offers the job to the best technician not asked yet, or to all who fit; nobody left, or half of the
    time used up: the supervisors."""
    ticket = viewing.view(await tickets.locked(work, cast(int, args["ticket"])))
    made = await made_for(work, ticket.id, ticket.round) if ticket.status in _WAITING else ()
    if ticket.status not in _WAITING or any(row.state == OfferState.OPEN for row in made):
        return
    found = await consider(work, ticket, frozenset(row.technician_id for row in made))
    work.session.add(Ranking(ticket_id=ticket.id, round=ticket.round, at=work.now, ranked=found.kept))
    if await _is_pressing(work, ticket, made) or not await _ask(work, ticket, found):
        await _nobody(work, ticket)


async def assign(work: Work, ticket_id: int, technician_id: int, actor: Actor, reason: str = "") -> OfferView:
    """The supervisor has the job offered to somebody, whatever the ranking says. Raises NotAllowed, NotFound,
    TooLate."""
    if actor.role not in (Role.SUPERVISOR, Role.DESK):
        raise NotAllowed("only a supervisor assigns jobs")
    await tickets.locked(work, ticket_id)
    ticket = await tickets.ticket(work, ticket_id)
    if ticket.status not in _WAITING:
        raise TooLate(f"{ticket.number} is {ticket.status}", what="assigned", number=ticket.number)
    if technician_id not in {technician.id for technician in await people.technicians(work)}:
        raise NotFound(f"no technician {technician_id}")
    await _close_open(work, ticket_id, OfferState.WITHDRAWN)
    why: JsonObject = {"reason": reason.strip()[:_LONGEST_REASON]} if reason.strip() else {}
    await record(work, "assigned", actor, ticket_id=ticket_id, data={"technician": technician_id, **why})
    row = await row_for(work, ticket.id, ticket.number, ticket.round, technician_id)
    return view((await _offer(work, ticket, row))[0])


async def accept(work: Work, offer_id: int, actor: Actor) -> TicketView:
    """The first of those asked has the job. Raises NotAllowed for anyone who was not asked, TooLate, with the name of
    whoever has it, when the offer is no longer open."""
    row, ticket = await _held(work, offer_id, actor)
    if row.state == OfferState.ACCEPTED and ticket.technician_id == actor.person_id:
        return ticket
    await _check_open(work, row, ticket)
    await _answer(work, row, OfferState.ACCEPTED)
    await _close_open(work, ticket.id, OfferState.TAKEN)
    await tickets.hand_over(work, ticket.id, row.technician_id)
    told = Notice(ticket.customer_id, "accepted", {"number": ticket.number, "technician": actor.name})
    photos = [
        Notice(row.technician_id, "job-photo", {"number": ticket.number, "photo": photo}) for photo in ticket.photos
    ]
    return await tickets.move(work, ticket.id, Status.ACCEPTED, actor, event="accepted", owes=[told, *photos])


async def decline(work: Work, offer_id: int, actor: Actor, reason: str = "") -> TicketView:
    """The next one is asked. Raises as `accept`."""
    row, ticket = await _held(work, offer_id, actor)
    if row.state == OfferState.DECLINED:
        row.reason = row.reason or reason.strip()[:_LONGEST_REASON] or None
        return ticket
    await _check_open(work, row, ticket)
    row.reason = reason.strip()[:_LONGEST_REASON] or None
    why: JsonObject = {"reason": row.reason} if row.reason else {}
    await _pass_on(work, row, OfferState.DECLINED, "declined", actor, why)
    return ticket


async def offer_timed_out(work: Work, args: JsonObject) -> None:
    """Due work: an offer that nobody answered goes to the next."""
    row = await _locked_offer(work, cast(int, args["offer"]))
    if row.state == OfferState.OPEN and row.expires_at <= work.now:
        await _pass_on(work, row, OfferState.EXPIRED, "offer-expired", SYSTEM, {"technician": row.technician_id})


async def offer_displaced(work: Work, args: JsonObject) -> None:
    """Due work: an offer that nobody has accepted makes room for another job and is made anew to somebody else."""
    row = await _locked_offer(work, cast(int, args["offer"]))
    if row.state == OfferState.OPEN:
        data: JsonObject = {"technician": row.technician_id, "for": args["for"]}
        await _pass_on(work, row, OfferState.WITHDRAWN, "offer-displaced", SYSTEM, data)


async def offer_undelivered(work: Work, ticket_id: int, technician_id: int) -> None:
    """The technician cannot be reached: as good as declined, at once."""
    await tickets.locked(work, ticket_id)
    for row in await open_of(work, ticket_id):
        if row.technician_id == technician_id:
            data: JsonObject = {"technician": technician_id}
            await _pass_on(work, row, OfferState.UNREACHABLE, "offer-undelivered", SYSTEM, data)


async def call_off(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    """Cancels the ticket and takes back what is on offer. Raises WrongMove, NotAllowed."""
    cancelled = await tickets.cancel_ticket(work, ticket_id, actor)
    await _close_open(work, ticket_id, OfferState.WITHDRAWN)
    return cancelled


async def _ask(work: Work, ticket: TicketView, found: Considered) -> Sequence[Offer]:
    """Offers the job to the best who can be reached, or to all of them. None of those who fit was asked before."""
    asked: list[Offer] = []
    reached = await chats_of(work, [ranked.technician_id for ranked in found.fit])
    for ranked in found.fit:
        row = Offer(ticket_id=ticket.id, ticket=ticket.number, round=ticket.round, technician_id=ranked.technician_id)
        if ranked.technician_id not in reached:
            await _skip(work, row)
            continue
        offered, ticket = await _offer(work, ticket, row)
        asked.append(offered)
        if not work.settings.take_any:
            break
    if asked:
        await _displace(work, ticket, asked[0].technician_id, found.displaces)
    return asked


async def _skip(work: Work, row: Offer) -> None:
    row.state, row.offered_at, row.expires_at, row.answered_at = OfferState.UNREACHABLE, work.now, work.now, work.now
    work.session.add(row)
    data: JsonObject = {"technician": row.technician_id}
    await record(work, "offer-undelivered", SYSTEM, ticket_id=row.ticket_id, data=data)


async def _displace(work: Work, ticket: TicketView, technician_id: int, displaced: Sequence[int]) -> None:
    """Each in a transaction of its own: two tickets are never locked at once."""
    rows = select(Offer.id).where(
        Offer.ticket_id.in_(displaced), Offer.technician_id == technician_id, Offer.state == OfferState.OPEN
    )
    for offer_id in list(await work.session.scalars(rows)) if displaced else []:
        args: JsonObject = {"offer": offer_id, "for": ticket.number}
        await plan(work, "offer-displaced", f"offer:{offer_id}:displaced", work.now, args)


async def _offer(work: Work, ticket: TicketView, row: Offer) -> tuple[Offer, TicketView]:
    """Also the ticket as it is then."""
    row.state, row.answered_at, row.reason = OfferState.OPEN, None, None
    row.offered_at, row.expires_at = work.now, work.now + work.settings.offer_timeout
    work.session.add(row)
    await work.session.flush()
    await plan(work, "offer-timeout", f"offer:{row.id}", row.expires_at, {"offer": row.id})
    card = replace(_job_card(row), fresh=True, urgent=True)
    data: JsonObject = {"offer": row.id, "technician": row.technician_id}
    if ticket.status is Status.OFFERED:
        await record(work, "offered", SYSTEM, ticket_id=ticket.id, data=data, owes=[card])
        return row, ticket
    return row, await tickets.move(work, ticket.id, Status.OFFERED, SYSTEM, event="offered", data=data, owes=[card])


async def _is_pressing(work: Work, ticket: TicketView, made: Sequence[Offer]) -> bool:
    """Whether so much of the time to the next deadline has gone by with asking that the supervisors decide."""
    first = min((row.offered_at for row in made), default=None)
    due = None if first is None else await _due_at(work, ticket.id)
    return first is not None and due is not None and work.now >= first + max(timedelta(), due - first) * ESCALATE_AT


async def _due_at(work: Work, ticket_id: int) -> datetime | None:
    running = (clock for clock in await clocks_of(work, ticket_id) if not clock.stopped_at and not clock.paused_at)
    return min((clock.due_at for clock in running), default=None)


async def _nobody(work: Work, ticket: TicketView) -> None:
    if ticket.status is Status.UNASSIGNED:
        return
    owes = await people.to_supervisors(
        work, "unassigned", {"ticket": ticket.id, "number": ticket.number}, card=f"unassigned:{ticket.id}"
    )
    await tickets.move(work, ticket.id, Status.UNASSIGNED, SYSTEM, event="unassigned", owes=owes)


async def _locked_offer(work: Work, offer_id: int) -> Offer:
    row = (await work.session.execute(select(Offer).where(Offer.id == offer_id))).scalar_one()
    await tickets.locked(work, row.ticket_id)
    await work.session.refresh(row)
    return row


async def _held(work: Work, offer_id: int, actor: Actor) -> tuple[Offer, TicketView]:
    found = await work.session.execute(select(Offer.technician_id).where(Offer.id == offer_id))
    asked = found.scalar_one_or_none()
    if asked is None:
        raise NotFound(f"no offer {offer_id}")
    if asked != actor.person_id:
        raise NotAllowed("the offer is to somebody else")
    row = await _locked_offer(work, offer_id)
    return row, await tickets.ticket(work, row.ticket_id)


async def _check_open(work: Work, row: Offer, ticket: TicketView) -> None:
    if row.state == OfferState.TAKEN and ticket.technician_id is not None:
        name = (await people.known(work, ticket.technician_id)).name
        raise TooLate(f"{name} has {ticket.number}", what="offer-taken", number=ticket.number, name=name)
    if row.state != OfferState.OPEN:
        raise TooLate(f"the offer of {ticket.number} is {row.state}", what="offer", number=ticket.number)


async def _answer(work: Work, row: Offer, state: OfferState) -> None:
    row.state, row.answered_at = state, work.now
    await forget(work, f"offer:{row.id}")


async def _pass_on(
    work: Work, row: Offer, state: OfferState, event: str, actor: Actor, data: JsonObject | None = None
) -> None:
    await _answer(work, row, state)
    await record(work, event, actor, ticket_id=row.ticket_id, data=data, owes=[_job_card(row)])
    await tickets.plan_dispatch(work, row.ticket_id)


async def _close_open(work: Work, ticket_id: int, state: OfferState) -> None:
    for row in await open_of(work, ticket_id):
        await _answer(work, row, state)
        await record(work, f"offer-{state}", SYSTEM, ticket_id=ticket_id, owes=[_job_card(row)])


def _job_card(row: Offer) -> Notice:
    return Notice(row.technician_id, "job-card", {"ticket": row.ticket_id}, card=tickets.card_of(row.ticket_id))
