"""A day planned anew: how it stands is loaded, a plan is made of it, and the offers go out as proposed."""

from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select

from backend.chats import chat_of
from backend.database import JsonObject, Work
from backend.dispatch.fitness import is_able
from backend.dispatch.loading import TRAVEL, days_of, job_of
from backend.dispatch.models import Offer
from backend.dispatch.offers import OfferState, open_of
from backend.dispatch.planner import Change, Proposal, propose
from backend.dispatch.routing import Outset, Solve, Stop
from backend.dispatch.service import assign
from backend.dispatch.standing import Standing, falls, has_promise, standing
from backend.dispatch.values import Job, Technician
from backend.dispatch.windows import minutes_between
from backend.errors import Invalid, TooLate
from backend.journal import Actor, record
from backend.people import service as people
from backend.people.hours import local_days
from backend.people.roster import roster, today
from backend.people.values import Profile
from backend.tickets import service as tickets
from backend.tickets.rules import Status
from backend.tickets.values import TicketView

FARTHEST = 14
"""Days ahead that can be planned."""
_NOT_ACCEPTED = (Status.GRADED, Status.OFFERED, Status.UNASSIGNED, Status.OBJECTED)
_PAGE = 200


@dataclass(frozen=True)
class Situation:
    """The moments of the outset are minutes since `at`. `names`: of everybody it mentions."""

    day: date
    at: datetime
    outset: Outset
    names: Mapping[int, str]


@dataclass(frozen=True)
class DayPlan:
    """As proposed for a situation, in the same measures."""

    day: date
    at: datetime
    proposal: Proposal
    names: Mapping[int, str]

    def moment(self, minutes: float) -> datetime:
        return self.at + timedelta(minutes=minutes)


async def load_day(work: Work, day: date) -> Situation:
    """Raises Invalid for a day that is over or too far ahead."""
    if not 0 <= (day - today(work)).days <= FARTHEST:
        raise Invalid(f"the day {day}; expected one from today to {FARTHEST} days ahead", what="day")
    outset = await _outset(work, day)
    names = {key: each.name for key, each in outset.team.items()}
    elsewhere = {who for stop in outset.stops for who in stop.holders if who not in names}
    names |= {who: (await people.known(work, who)).name for who in sorted(elsewhere)}
    return Situation(day, work.now, outset, names)


def plan_anew(found: Situation, solve: Solve) -> DayPlan:
    """Takes a while for hundreds of jobs, and needs no transaction."""
    return DayPlan(found.day, found.at, propose(found.outset, solve), found.names)


async def carry_out(work: Work, plan: DayPlan, change: Change, actor: Actor) -> None:
    """Offers a moved job to whom the plan names. Raises NotAllowed, and TooLate when it is not as the plan found it."""
    assert change.to is not None
    assert change.begins_after is not None
    await tickets.locked(work, change.job_id)
    ticket = await tickets.ticket(work, change.job_id)
    holders = tuple(sorted(row.technician_id for row in await open_of(work, change.job_id)))
    if holders != change.holders or ticket.status not in _NOT_ACCEPTED:
        raise TooLate(f"{change.number} is no longer as the plan found it", what="planned", number=change.number)
    begins_at = plan.moment(change.begins_after).isoformat()
    data: JsonObject = {"technician": change.to, "instead_of": list(holders), "begins_at": begins_at}
    await record(work, "planned", actor, ticket_id=change.job_id, data=data)
    await assign(work, change.job_id, change.to, actor)


async def _outset(work: Work, day: date) -> Outset:
    """The technicians at work on that day, and the jobs that fall on it."""
    midnight, ends = minutes_between(work.now, *local_days(day, 1, work.settings.time_zone))
    begins = max(0.0, midnight)
    profiles = {each.id: each for each in await roster(work, today(work), days=(day - today(work)).days + 1)}
    days = await days_of(work, [_technician(work, each) for each in profiles.values()])
    everybody = {key: standing(each, profiles[key].home, begins, ends) for key, each in days.items()}
    at_work = {key: each for key, each in everybody.items() if each.technician.shift}
    team = {key: each.technician for key, each in at_work.items()}
    room = {key: each.room for key, each in at_work.items()}
    stops = [*await _accepted(work, at_work), *await _not_accepted(work, everybody, team, begins, ends)]
    return Outset(team, room, tuple(stops), TRAVEL, begins, ends)


def _technician(work: Work, profile: Profile) -> Technician:
    """With all the working time from now to the end of the day that is planned."""
    return Technician(
        id=profile.id,
        name=profile.name,
        place=profile.place or profile.home,
        skills=profile.skills,
        tools=profile.tools,
        stock=profile.stock,
        shift=tuple(minutes_between(work.now, *span) for span in profile.shift),
    )


async def _accepted(work: Work, at_work: Mapping[int, Standing]) -> list[Stop]:
    held = [(job, key) for key, each in at_work.items() for job in each.accepted]
    return [
        Stop(job, (await tickets.ticket(work, job.id)).number, frozenset({key}), (key,), is_accepted=True)
        for job, key in held
    ]


async def _not_accepted(
    work: Work, everybody: Mapping[int, Standing], team: Mapping[int, Technician], begins: float, ends: float
) -> list[Stop]:
    reached = [each for key, each in team.items() if await chat_of(work, key) is not None]
    stops = []
    async for page in _waiting(work):
        asked = await _asked(work, page)
        for ticket in page:
            job, states = await job_of(work, ticket), asked[ticket.id]
            holders = tuple(sorted(who for who, state in states.items() if state == OfferState.OPEN))
            if _belongs(job, [everybody[who] for who in holders if who in everybody], begins, ends):
                free = [each for each in reached if each.id not in states or each.id in holders]
                may = (each.id for each in free if each.id != ticket.customer_id and is_able(job, each))
                stops.append(Stop(job, ticket.number, frozenset(may), holders))
    return sorted(stops, key=lambda stop: stop.job.id)


def _belongs(job: Job, holders: Iterable[Standing], begins: float, ends: float) -> bool:
    """What nobody was promised and nobody is asked for belongs to any day, unless it is due before."""
    if has_promise(job):
        return falls(job, begins, begins, ends)
    if asked := tuple(holders):
        return any(job.id in each.offered for each in asked)
    return job.deadline is None or not 0 < job.deadline < begins


async def _waiting(work: Work) -> AsyncIterator[list[TicketView]]:
    for status in _NOT_ACCEPTED:
        after = None
        while page := await tickets.tickets(work, after=after, limit=_PAGE, status=status):
            yield page
            after = page[-1].id


async def _asked(work: Work, page: Iterable[TicketView]) -> Mapping[int, Mapping[int, str]]:
    """Whom each ticket was offered to in its present handling, and what came of it."""
    rounds = {ticket.id: ticket.round for ticket in page}
    columns = (Offer.ticket_id, Offer.round, Offer.technician_id, Offer.state)
    found: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for ticket_id, handling, who, state in await work.session.execute(
        select(*columns).where(Offer.ticket_id.in_(rounds))
    ):
        if rounds[ticket_id] == handling:
            found[ticket_id][who] = state
    return found
