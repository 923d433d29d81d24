"""What a technician taps on the job, and what the customer answers to it: one backend command each, or a form."""

from collections.abc import Awaitable, Callable, Mapping

from backend.catalog.warranty import Coverage
from backend.database import JsonObject
from backend.dispatch.travel import distance_km
from backend.people import service as people
from backend.tickets import service as tickets
from backend.tickets.rules import Kind
from backend.tickets.values import TicketView
from backend.visits import helping, obstacles, proposals, remote
from backend.visits import service as visits
from backend.visits.rules import FAR_KM
from backend.visits.values import Proposal
from bot import running
from bot.buttons import ActionTap, row_id
from bot.cover import cover_of
from bot.money import whole_units
from bot.turn import Key, Turn
from dialogs.phrases import Words

LATE = (15, 30, 60, 120)
REASONS = ("busy", "far", "skill", "parts", "ill", "other")


async def depart(turn: Turn, subject: str) -> Words:
    await visits.depart(turn.work, row_id(subject), turn.me.actor)
    return Words("toast-departed")


async def arrive(turn: Turn, subject: str) -> Words | None:
    """Far from the address by the place last shared: asked once whether that is so."""
    ticket = await tickets.ticket(turn.work, row_id(subject))
    km = await _km_away(turn, ticket)
    if km is not None and km > FAR_KM:
        yes: Key = (Words("button-arrive-far"), ActionTap("arrive-far", subject))
        await turn.say(Words("arrive-far", {"km": f"{km:.1f}", "number": ticket.number}), rows=[[yes]])
        return None
    await visits.arrive(turn.work, ticket.id, turn.me.actor)
    return Words("toast-arrived")


async def arrive_far(turn: Turn, subject: str) -> Words:
    ticket = await tickets.ticket(turn.work, row_id(subject))
    await visits.arrive(turn.work, ticket.id, turn.me.actor, await _km_away(turn, ticket))
    return Words("toast-arrived")


async def finish(turn: Turn, subject: str) -> None:
    """The service record, with what the events and the proposal tell filled in; of a question only the answer."""
    ticket = await visits.check_can_finish(turn.work, row_id(subject), turn.me.actor)
    if ticket.kind is Kind.QUESTION:
        await running.begin(turn, "guidance", f"ticket:{ticket.id}")
    else:
        await running.begin(turn, "record", f"ticket:{ticket.id}", await _known_of(turn, ticket))


async def answer(turn: Turn, subject: str) -> None:
    """Answers a question about use in the chat."""
    ticket = await remote.answer(turn.work, row_id(subject), turn.me.actor)
    await running.begin(turn, "talk", f"ticket:{ticket.id}")


async def ask_remote(turn: Turn, subject: str) -> Words:
    await remote.ask_consent(turn.work, row_id(subject), turn.me.actor)
    return Words("toast-remote-asked")


async def agree_remote(turn: Turn, subject: str) -> Words:
    ticket = await remote.consent(turn.work, row_id(subject), turn.me.as_customer, given=True)
    return Words("toast-remote-agreed", {"number": ticket.number})


async def refuse_remote(turn: Turn, subject: str) -> Words:
    await remote.consent(turn.work, row_id(subject), turn.me.as_customer, given=False)
    return Words("toast-remote-refused")


async def visit_needed(turn: Turn, subject: str) -> Words:
    await remote.visit_needed(turn.work, row_id(subject), turn.me.actor)
    return Words("toast-visit-needed")


async def propose(turn: Turn, subject: str) -> None:
    ticket = await proposals.check_can_propose(turn.work, row_id(subject), turn.me.actor)
    await running.begin(turn, "proposal", f"ticket:{ticket.id}")


async def agree(turn: Turn, subject: str) -> Words:
    await _answer(turn, subject, agreed=True)
    return Words("toast-proposal-agreed")


async def disagree(turn: Turn, subject: str) -> Words:
    await _answer(turn, subject, agreed=False)
    return Words("toast-proposal-refused")


async def _answer(turn: Turn, subject: str, *, agreed: bool) -> None:
    """A button answers the proposal that it stands under, and no later one."""
    ticket, _, stamp = subject.partition(".")
    await proposals.answer(turn.work, row_id(ticket), turn.me.as_customer, agreed=agreed, stamp=row_id(stamp))


async def need_parts(turn: Turn, subject: str) -> None:
    await _form(turn, "parts", subject)


async def need_help(turn: Turn, subject: str) -> None:
    await _form(turn, "assist", subject)


async def no_access(turn: Turn, subject: str) -> None:
    await _form(turn, "noaccess", subject)


async def parts_are_here(turn: Turn, subject: str) -> Words:
    await obstacles.parts_are_here(turn.work, row_id(subject), turn.me.actor)
    return Words("toast-parts-here")


async def give_help(turn: Turn, subject: str) -> Words:
    await helping.give(turn.work, row_id(subject), turn.me.actor)
    return Words("toast-help-given")


async def late(turn: Turn, subject: str) -> Words | None:
    """First how late, then it is told."""
    ticket, _, minutes = subject.partition(".")
    if minutes:
        await obstacles.running_late(turn.work, row_id(ticket), turn.me.actor, row_id(minutes))
        return Words("toast-late")
    held = await obstacles.check_holds(turn.work, row_id(ticket), turn.me.actor)
    keys: list[Key] = [
        (Words("button-late-by", {"minutes": each}), ActionTap("late", f"{held.id}.{each}")) for each in LATE
    ]
    await turn.say(Words("late-which"), rows=[keys])
    return None


async def hand_back(turn: Turn, subject: str) -> Words | None:
    """First why, then the next one is asked."""
    ticket, _, reason = subject.partition(".")
    if reason in REASONS:
        given = await obstacles.hand_back(turn.work, row_id(ticket), turn.me.actor, reason)
        return Words("toast-handed-back", {"number": given.number})
    held = await obstacles.check_holds(turn.work, row_id(ticket), turn.me.actor)
    await turn.say(Words("hand-back-why", {"number": held.number}), rows=reasons("hand-back", str(held.id)))
    return None


def reasons(verb: str, subject: str) -> list[list[Key]]:
    """One button a reason, two in a row."""
    keys: list[Key] = [
        (Words("reason-why", {"reason": each}), ActionTap(verb, f"{subject}.{each}")) for each in REASONS
    ]
    return [keys[at : at + 2] for at in range(0, len(keys), 2)]


async def _form(turn: Turn, form: str, subject: str) -> None:
    held = await obstacles.check_holds(turn.work, row_id(subject), turn.me.actor)
    await running.begin(turn, form, f"ticket:{held.id}")


async def _known_of(turn: Turn, ticket: TicketView) -> JsonObject:
    """The minutes as measured, and cause and charge where they are settled already."""
    known: JsonObject = {"minutes": await visits.measured_minutes(turn.work, ticket.id)}
    outings = [visit for visit in await visits.visits_of(turn.work, ticket.id) if visit.round == ticket.round]
    planned = next((visit for visit in reversed(outings) if visit.proposal), None)
    if planned and planned.cause:
        known["cause"] = planned.cause
    if planned and planned.proposal and (planned.proposal.agreed_at or planned.proposal.refused_at):
        known["charge"] = _agreed_price(turn, planned.proposal)
    elif (cover := await cover_of(turn.work, ticket)) and cover.coverage in (Coverage.FREE, Coverage.SUPPLIER):
        known["charge"] = 0
    return known


def _agreed_price(turn: Turn, proposal: Proposal) -> int:
    """In whole units; nothing where the customer did not agree."""
    return whole_units(proposal.price, turn.work.settings.currency) if proposal.agreed_at else 0


async def _km_away(turn: Turn, ticket: TicketView) -> float | None:
    """How far the technician is from the job, where both places are known and theirs is fresh."""
    place = await people.fresh_place(turn.work, turn.me.id)
    if place is None or ticket.latitude is None or ticket.longitude is None:
        return None
    return round(distance_km(place, (ticket.latitude, ticket.longitude)), 1)


FIELDWORK: Mapping[str, Callable[[Turn, str], Awaitable[Words | None]]] = {
    "depart": depart,
    "arrive": arrive,
    "arrive-far": arrive_far,
    "finish": finish,
    "answer": answer,
    "remote": ask_remote,
    "remote-yes": agree_remote,
    "remote-no": refuse_remote,
    "visit-needed": visit_needed,
    "propose": propose,
    "proposal-yes": agree,
    "proposal-no": disagree,
    "parts": need_parts,
    "parts-here": parts_are_here,
    "help-wanted": need_help,
    "give-help": give_help,
    "no-access": no_access,
    "late": late,
    "hand-back": hand_back,
}
