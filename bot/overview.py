"""Where things stand, for whoever asks: a customer's requests, a technician's jobs, the supervisor's open ends."""

from datetime import datetime, time, timedelta

from backend.catalog.settling import open_words
from backend.complaints import service as complaints
from backend.dispatch import service as dispatch
from backend.followups import service as followups
from backend.followups.service import CallBackState
from backend.goods import service as goods
from backend.outbox import owe
from backend.people.rules import StaffRole
from backend.tickets import service as tickets
from backend.tickets.rules import Prefix, Status
from backend.tickets.values import TicketView
from backend.visits import service as visits
from bot.buttons import ActionTap
from bot.turn import Key, Turn
from dialogs.phrases import Moment, Words

_MOST = 8


async def show_status(turn: Turn) -> None:
    match turn.me.role:
        case None:
            await _show(turn, await tickets.open_tickets_of(turn.work, turn.me.id), "status")
        case StaffRole.TECHNICIAN:
            jobs = await tickets.jobs_of(turn.work, turn.me.id)
            own = await tickets.open_tickets_of(turn.work, turn.me.id)
            offered = [offer.ticket_id for offer in await dispatch.open_offers_to(turn.work, turn.me.id)]
            for ticket_id in offered:
                card = tickets.card_of(ticket_id)
                await owe(turn.work, turn.chat.id, "job-card", {"ticket": ticket_id}, card=card, fresh=True)
            await turn.say(await _today(turn, len(jobs)))
            if jobs or own or not offered:
                await _show(turn, [*jobs, *own], "status-technician")
        case StaffRole.SUPERVISOR | StaffRole.MANAGER:
            await _show_open_ends(turn)


async def _today(turn: Turn, in_hand: int) -> Words:
    """What the technician has done since midnight, and what is left."""
    midnight = datetime.combine(turn.context.now.date(), time(), turn.context.now.tzinfo)
    outings = await visits.visits_between(turn.work, turn.me.id, midnight, turn.context.now + timedelta(days=1))
    done = {outing.ticket_id for outing in outings if outing.finished_at is not None}
    return Words("status-today", {"done": len(done), "left": in_hand})


async def show_case(turn: Turn, number: str) -> bool:
    """A request, complaint or return, as its number tells. False where it is somebody else's; raises NotFound."""
    match number.strip().upper()[:2]:
        case Prefix.COMPLAINT:
            complaint = await complaints.complaint_numbered(turn.work, number)
            words = Words("status-complaint", {"number": complaint.number, "name": complaint.handler or "none"})
            return await _say_to(turn, {complaint.customer_id}, words)
        case Prefix.RETURN:
            goods_return = await goods.return_numbered(turn.work, number)
            due = Moment(goods_return.due_at.isoformat())
            state = goods_return.status.value
            words = Words("status-return", {"number": goods_return.number, "status": state, "due": due})
            return await _say_to(turn, {goods_return.customer_id}, words)
        case _:
            ticket = await tickets.ticket_numbered(turn.work, number)
            if not _may_see(turn, {ticket.customer_id, ticket.technician_id}):
                return False
            await show_card(turn, ticket)
            return True


async def _say_to(turn: Turn, people: set[int | None], words: Words) -> bool:
    if not _may_see(turn, people):
        return False
    await turn.say(words)
    return True


def _may_see(turn: Turn, people: set[int | None]) -> bool:
    return turn.me.id in people or turn.me.role in (StaffRole.SUPERVISOR, StaffRole.MANAGER)


async def show_card(turn: Turn, ticket: TicketView) -> None:
    """The ticket's live card in a new message, for whoever it concerns; for anybody else on the staff its file."""
    if turn.me.id not in (ticket.customer_id, ticket.technician_id):
        await owe(turn.work, turn.chat.id, "ticket-file", {"ticket": ticket.id})
        return
    kind = "job-card" if ticket.technician_id == turn.me.id else "ticket-card"
    await owe(turn.work, turn.chat.id, kind, {"ticket": ticket.id}, card=tickets.card_of(ticket.id), fresh=True)


async def _show(turn: Turn, found: list[TicketView], words: str) -> None:
    if len(found) == 1:
        await show_card(turn, found[0])
    elif found:
        await turn.say(Words(words, {"count": len(found)}), rows=[[_ticket_key(each)] for each in found[-_MOST:]])
    else:
        await turn.say(Words(words, {"count": 0}))


async def _show_open_ends(turn: Turn) -> None:
    stuck = await tickets.tickets(turn.work, limit=_MOST, status=Status.UNASSIGNED)
    waiting = [each for each in await followups.call_backs(turn.work) if each.state is not CallBackState.CLOSED]
    words = Words(
        "status-supervisor",
        {
            "unassigned": len(stuck),
            "waiting": len(waiting),
            "complaints": await complaints.open_complaints(turn.work),
            "returns": await goods.open_returns(turn.work),
            "unknown": await open_words(turn.work),
        },
    )
    rows: list[list[Key]] = [[_ticket_key(each)] for each in stuck]
    rows += [
        [(Words("button-call-back", {"id": each.id}), ActionTap("call-back", str(each.id)))] for each in waiting[:_MOST]
    ]
    await turn.say(words, rows=rows)


def _ticket_key(ticket: TicketView) -> Key:
    label = Words("button-ticket", {"number": ticket.number, "status": ticket.status.value})
    return label, ActionTap("ticket", str(ticket.id))
