"""Who is considered for a job: the nearest first, more while nobody fits, and what is kept of it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from backend.database import JsonObject, Work
from backend.dispatch.loading import TRAVEL, days_of, job_of, members_for
from backend.dispatch.placement import Basis, place
from backend.dispatch.rules import Ranked, Ranking
from backend.dispatch.values import Job, Reason, Technician
from backend.people.left_out import left_out
from backend.tickets.values import TicketView

NEAREST = 24
"""So many days are looked at; more only while nobody fits."""
TOLD = 40
"""So many technicians are told one by one in what is kept; the others in groups."""


@dataclass(frozen=True)
class Considered:
    """`fit` are the technicians who may be asked, best first. `displaces`: tickets on offer to the first of them that
    have to go to somebody else for it."""

    fit: tuple[Ranked, ...]
    kept: JsonObject
    displaces: tuple[int, ...] = ()


async def consider(work: Work, ticket: TicketView) -> Considered:
    """Ranks for the ticket; everybody, where all who fit are asked at once.

    Nobody fits: an offer that nobody has accepted yet may make room.
    """
    job = await job_of(work, ticket)
    waiting, judged = iter(_nearest(job, await members_for(work, ticket, ticket.skill))), list[Ranked]()
    while batch := list(islice(waiting, NEAREST)):
        judged += Ranking(job, await days_of(work, batch), TRAVEL)
        if any(each.fit for each in judged) and not work.settings.take_any:
            break
    judged.sort(key=lambda each: (not each.fit, each.late, each.minutes))
    fit = tuple(each for each in judged if each.fit)
    kept = await _kept(work, ticket, judged, [technician.id for technician in waiting])
    return Considered(fit, kept) if fit else await _with_room(work, ticket, job, kept)


def _nearest(job: Job, members: Sequence[Technician]) -> list[Technician]:
    way = TRAVEL.way_from(job.place)
    return sorted(members, key=lambda each: (each.asked, not each.familiar, way(each.place), each.id))


async def _with_room(work: Work, ticket: TicketView, job: Job, kept: JsonObject) -> Considered:
    """Whoever has the skill may give up an open offer that one of the others near the job can take."""
    skilled = _nearest(job, await members_for(work, ticket, ticket.skill))[:NEAREST]
    others = _nearest(job, await members_for(work, ticket, None))[:NEAREST]
    days = await days_of(work, list({each.id: each for each in (*skilled, *others)}.values()))
    placed = place(job, days, Basis(TRAVEL), chain=1)
    if placed is None:
        return Considered((), kept)
    who = days[placed.technician_id].technician
    reasons = (Reason("makes-room", len(placed.moved)),) if placed.moved else ()
    ranked = Ranked(who.id, who.name, True, 0.0, placed.minutes, reasons)
    return Considered((ranked,), kept, placed.moved)


async def _kept(work: Work, ticket: TicketView, judged: Sequence[Ranked], farther: Sequence[int]) -> JsonObject:
    """What is kept of the ranking: everybody with what speaks for and against them."""
    told, groups = [*judged], defaultdict[str, list[int]](list)
    if farther:
        groups["farther"] += farther
    for each in await left_out(work, ticket.skill, max(0, TOLD - len(judged))):
        reasons = _barring(ticket, each.on_duty, each.has_skill)
        ids = [technician for technician in each.ids if technician != ticket.customer_id]
        if each.name:
            told += [Ranked(technician, each.name, False, 0.0, 0.0, reasons) for technician in ids]
        else:
            groups[reasons[0].code] += ids
    return {"ranked": [each.to_json() for each in told], "others": {code: [*ids] for code, ids in groups.items()}}


def _barring(ticket: TicketView, on_duty: bool, has_skill: bool) -> tuple[Reason, ...]:
    skill = () if has_skill else (Reason("no-skill", ticket.skill),)
    return (*skill, *(() if on_duty else (Reason("off-duty"),)))
