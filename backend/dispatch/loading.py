"""Loads the job and the technicians' days out of tickets, offers, profiles and the catalogue."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from backend.catalog.needs import needs_of
from backend.catalog.values import USUAL_NEEDS, Needs
from backend.database import Work
from backend.dispatch.day import Day, plan_day
from backend.dispatch.models import Offer
from backend.dispatch.offers import OfferState
from backend.dispatch.rules import spare_minutes
from backend.dispatch.travel import GreatCircle
from backend.dispatch.values import Hold, Job, Point, Spans, Technician, Visit
from backend.dispatch.windows import minutes_between, promised
from backend.people.nearest import Nearest
from backend.people.roster import roster, today
from backend.people.values import Profile
from backend.standard.values import Clock
from backend.tickets import service as tickets
from backend.tickets.clocks import clocks_of
from backend.tickets.held import HeldJob, held_jobs
from backend.tickets.rules import Status
from backend.tickets.values import TicketView

DAYS_AHEAD = 2
"""Without a promised window a job may begin today or tomorrow."""
_BEGUN_BY = frozenset({Clock.ARRIVAL, Clock.SOLUTION, Clock.CLEARED, Clock.SECOND_SOLUTION})
"""Clocks that cannot be met before the visit has begun."""
TRAVEL = GreatCircle()


async def job_of(work: Work, ticket: TicketView) -> Job:
    """What the ticket's repair asks for, by the catalogue, its customer's time and its clocks."""
    needs = (await needs_of(work, _faults([ticket]))).get(ticket.fault_id or 0, USUAL_NEEDS)
    running = [clock for clock in await clocks_of(work, ticket.id) if not clock.stopped_at and not clock.paused_at]
    due = min((clock.due_at for clock in running if clock.clock in _BEGUN_BY), default=None)
    return Job(
        id=ticket.id,
        minutes=float(needs.minutes),
        place=_point(ticket.latitude, ticket.longitude),
        windows=promised(ticket.suits, work.now, work.settings.time_zone),
        deadline=None if due is None else max(0.0, (due - work.now).total_seconds() / 60),
        skills={} if ticket.skill is None else {ticket.skill: needs.level},
        tools=frozenset(needs.tools),
        parts=dict.fromkeys(needs.parts, 1),
    )


@dataclass(frozen=True)
class Sought:
    """What is looked for: the job, who was asked for it before, and whom its customer knows."""

    ticket: TicketView
    job: Job
    asked: frozenset[int]
    familiar: frozenset[int]


async def sought_for(work: Work, ticket: TicketView, asked: frozenset[int]) -> Sought:
    familiar = await tickets.known_to(work, ticket.customer_id)
    return Sought(ticket, await job_of(work, ticket), asked, familiar | {ticket.technician_id or 0})


async def members_for(work: Work, sought: Sought, skill: str | None, most: int | None = None) -> list[Technician]:
    """Those on duty, or those with the skill, in the order in which they are looked at; `most`: only so many."""
    ticket, first = sought.ticket, None
    if most is not None:
        first = Nearest(sought.job.place, most + 1, sought.familiar, {*sought.asked, ticket.customer_id})
    begins, days = _days_of(work, ticket)
    profiles = await roster(work, begins, skill, days=days, nearest=first)
    spare = spare_minutes([profile.skills for profile in profiles])
    members = [
        _technician(work, profile, sought, costs)
        for profile, costs in zip(profiles, spare, strict=True)
        if profile.id != ticket.customer_id
    ]
    way = TRAVEL.way_from(sought.job.place)
    return sorted(members, key=lambda each: (each.asked, not each.familiar, way(each.place), each.id))[:most]


def _days_of(work: Work, ticket: TicketView) -> tuple[date, int]:
    """Which local days the job may fall on."""
    first = today(work)
    begins = promised(ticket.suits, work.now, work.settings.time_zone)[0][0]
    ahead = 0 if begins == -float("inf") else max(0, int(begins // (24 * 60)) + 1)
    return first, min(ahead + DAYS_AHEAD, 14)


def _technician(work: Work, profile: Profile, sought: Sought, spare: float) -> Technician:
    shift: Spans = tuple(minutes_between(work.now, *span) for span in profile.shift)
    return Technician(
        id=profile.id,
        name=profile.name,
        place=profile.place or profile.home,
        skills=profile.skills,
        tools=profile.tools,
        stock=profile.stock,
        shift=shift,
        on_duty=profile.on_duty,
        on_leave=bool(profile.leave) and not any(end > 0 for _, end in shift),
        familiar=profile.id in sought.familiar,
        asked=profile.id in sought.asked,
        spare=spare,
    )


async def days_of(work: Work, technicians: Sequence[Technician]) -> dict[int, Day]:
    """The days as planned: what they have under way, accepted, and on offer."""
    ids = [technician.id for technician in technicians]
    offered = await _offered(work, ids)
    held = await held_jobs(work, ids, offered)
    needs = await needs_of(work, _faults(held))
    visits: defaultdict[int, list[Visit]] = defaultdict(list)
    for each in held:
        visit = _visit(work, each, needs.get(each.fault_id or 0, USUAL_NEEDS), is_offered=each.id in offered)
        for holder in offered.get(each.id, (each.technician_id or 0,)):
            visits[holder].append(visit)
    return {each.id: plan_day(each, sorted(visits[each.id], key=_order), TRAVEL) for each in technicians}


async def _offered(work: Work, technicians: Collection[int]) -> dict[int, list[int]]:
    """Tickets on offer, and to whom of these."""
    query = select(Offer.ticket_id, Offer.technician_id).where(
        Offer.state == OfferState.OPEN, Offer.technician_id.in_(technicians)
    )
    found: defaultdict[int, list[int]] = defaultdict(list)
    for ticket_id, technician_id in await work.session.execute(query):
        found[ticket_id].append(technician_id)
    return found


def _visit(work: Work, held: HeldJob, needs: Needs, *, is_offered: bool) -> Visit:
    windows = promised(held.suits, work.now, work.settings.time_zone)
    place = _point(held.latitude, held.longitude)
    accepted = Hold.ACCEPTED if held.status is Status.ACCEPTED else Hold.BEGUN
    hold = Hold.OFFERED if is_offered else accepted
    skills = {} if held.skill is None else {held.skill: needs.level}
    parts = dict.fromkeys(needs.parts, 1)
    return Visit(Job(held.id, float(needs.minutes), place, windows, None, skills, frozenset(needs.tools), parts), hold)


def _order(visit: Visit) -> tuple[bool, float, int]:
    """Begun ones first, then by promise, then the oldest."""
    return visit.hold is not Hold.BEGUN, max(0.0, visit.job.windows[0][0]), visit.job.id


def _faults(listed: Sequence[TicketView] | Sequence[HeldJob]) -> set[int]:
    return {each.fault_id for each in listed if each.fault_id is not None}


def _point(latitude: float | None, longitude: float | None) -> Point | None:
    return None if latitude is None or longitude is None else (latitude, longitude)
