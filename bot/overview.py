"""Where things stand, for whoever asks: a customer's requests, a technician's jobs, the supervisor's open ends."""

from backend.followups import service as followups
from backend.followups.service import CallBackState
from backend.outbox import owe
from backend.people.rules import StaffRole
from backend.tickets import service as tickets
from backend.tickets.rules import Status
from backend.tickets.values import TicketView
from bot.buttons import ActionTap
from bot.turn import Key, Turn
from dialogs.phrases import Words

_MOST = 8


async def show_status(turn: Turn) -> None:
    match turn.me.role:
        case None:
            await _show(turn, await tickets.open_tickets_of(turn.work, turn.me.id), "ticket-card", "status")
        case StaffRole.TECHNICIAN:
            await _show(turn, await tickets.jobs_of(turn.work, turn.me.id), "job-card", "status-technician")
        case StaffRole.SUPERVISOR:
            await _show_open_ends(turn)


async def show_card(turn: Turn, ticket: TicketView) -> None:
    """The ticket's live card in a new message, for whoever it concerns."""
    kind = "job-card" if ticket.technician_id == turn.me.id else "ticket-card"
    await owe(turn.work, turn.chat.id, kind, {"ticket": ticket.id}, card=tickets.card_of(ticket.id), fresh=True)


async def _show(turn: Turn, found: list[TicketView], kind: str, words: str) -> None:
    if len(found) == 1:
        await show_card(turn, found[0])
    elif found:
        await turn.say(Words(words, {"count": len(found)}), rows=[[_ticket_key(each)] for each in found[-_MOST:]])
    else:
        await turn.say(Words(words, {"count": 0}))


async def _show_open_ends(turn: Turn) -> None:
    stuck = await tickets.tickets(turn.work, limit=_MOST, status=Status.UNASSIGNED)
    waiting = [each for each in await followups.call_backs(turn.work) if each.state is not CallBackState.CLOSED]
    words = Words("status-supervisor", {"unassigned": len(stuck), "waiting": len(waiting)})
    rows: list[list[Key]] = [[_ticket_key(each)] for each in stuck]
    rows += [
        [(Words("button-call-back", {"id": each.id}), ActionTap("call-back", str(each.id)))] for each in waiting[:_MOST]
    ]
    await turn.say(words, rows=rows)


def _ticket_key(ticket: TicketView) -> Key:
    label = Words("button-ticket", {"number": ticket.number, "status": ticket.status.value})
    return label, ActionTap("ticket", str(ticket.id))
