"""Who is considered for a job: the nearest first, more while nobody fits, and what is kept of it."""

from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from itertools import islice

from backend.database import JsonObject, Work
from backend.dispatch.loading import TRAVEL, Sought, days_of, members_for, sought_for
from backend.dispatch.placement import Basis, place
from backend.dispatch.rules import Ranked, Ranking
from backend.dispatch.values import Reason, Technician
from backend.people.left_out import left_out
from backend.tickets.values import TicketView

NEAREST = 16
"""So many days are looked at; more only while nobody fits."""
TOLD = 40
"""So many technicians are told one by one in what is kept; the others of a larger team in groups."""


@dataclass(frozen=True)
class Considered:
    """`fit` are the technicians who may be asked, best first. `displaces`: tickets on offer to the first of them that
    have to go to somebody else for it."""

    fit: tuple[Ranked, ...]
    kept: JsonObject
    displaces: tuple[int, ...] = ()


async def consider(work: Work, ticket: TicketView, asked: frozenset[int]) -> Considered:
    """Ranks for the ticket; everybody, where all who fit are asked at once. `asked`: who may not be asked again.

    Nobody fits: an offer that nobody has accepted yet may make room.
    """
    sought, judged = await sought_for(work, ticket, asked), list[Ranked]()
    async for batch in _in_turn(work, sought):
        judged += Ranking(sought.job, await days_of(work, batch), TRAVEL)
        if any(each.fit for each in judged) and not work.settings.take_any:
            break
    judged.sort(key=lambda each: (not each.fit, each.late, each.minutes))
    fit = tuple(each for each in judged if each.fit)
    kept = await _kept(work, ticket, judged)
    return Considered(fit, kept) if fit else await _with_room(work, sought, kept)


async def _in_turn(work: Work, sought: Sought) -> AsyncIterator[list[Technician]]:
    """A few of those with the skill at a time. Most often the first few do, and the others are never loaded."""
    skill = sought.ticket.skill
    yield (first := await members_for(work, sought, skill, NEAREST))
    if len(first) == NEAREST:
        seen = {each.id for each in first}
        others = iter([each for each in await members_for(work, sought, skill) if each.id not in seen])
        while batch := list(islice(others, NEAREST)):
            yield batch


async def _with_room(work: Work, sought: Sought, kept: JsonObject) -> Considered:
    """Whoever has the skill may give up an open offer that one of the others near the job can take."""
    skilled = await members_for(work, sought, sought.ticket.skill, NEAREST)
    others = await members_for(work, sought, None, NEAREST)
    days = await days_of(work, list({each.id: each for each in (*skilled, *others)}.values()))
    placed = place(sought.job, days, Basis(TRAVEL), chain=1)
    if placed is None:
        return Considered((), kept)
    who = days[placed.technician_id].technician
    reasons = (Reason("makes-room", len(placed.moved)),) if placed.moved else ()
    ranked = Ranked(who.id, who.name, True, 0.0, placed.minutes, reasons)
    return Considered((ranked,), kept, placed.moved)


async def _kept(work: Work, ticket: TicketView, judged: Sequence[Ranked]) -> JsonObject:
    """What is kept of the ranking: everybody with what speaks for and against them."""
    told, groups = list[Ranked](), defaultdict[str, list[int]](list)
    seen = {each.technician_id for each in judged} | {ticket.customer_id}
    for each in await left_out(work, ticket.skill, max(0, TOLD - len(judged)), seen):
        reasons = _barring(ticket, each.on_duty, each.has_skill)
        if each.names:
            told += [Ranked(technician, each.names[technician], False, 0.0, 0.0, reasons) for technician in each.ids]
        else:
            groups[reasons[0].code if reasons else "farther"] += each.ids
    ranked = [*judged, *sorted(told, key=lambda each: each.technician_id)]
    others: JsonObject = {code: [*sorted(ids)] for code, ids in groups.items()}
    return {"ranked": [each.to_json() for each in ranked], "others": others}


def _barring(ticket: TicketView, on_duty: bool, has_skill: bool) -> tuple[Reason, ...]:
    skill = () if has_skill else (Reason("no-skill", ticket.skill),)
    return (*skill, *(() if on_duty else (Reason("off-duty"),)))
