"""What a tapped button outside forms does: one backend command each, or the form that leads to it."""

from collections.abc import Awaitable, Callable, Collection, Mapping

from backend.actors import Role
from backend.catalog import service as catalog
from backend.catalog.settling import settle, teach
from backend.complaints import service as complaints
from backend.complaints.handling import take_in_hand
from backend.database import JsonObject
from backend.dispatch import service as dispatch
from backend.errors import NotFound, TooLate, WrongMove
from backend.followups import service as followups
from backend.followups.reopening import answer_reopening, ask_to_reopen
from backend.goods import service as goods
from backend.goods.collecting import arrange_collection
from backend.outbox import owe
from backend.people import service as people
from backend.surveys import service as surveys
from backend.tickets import service as tickets
from backend.tickets.contact import reveal
from backend.tickets.rules import BEFORE_ARRIVAL, IN_TOUCH, OPEN, Status
from backend.tickets.values import TicketView
from backend.visits import service as visits
from bot import desk, joining, language, running
from bot.actions.asked import survey_answers
from bot.buttons import ActionTap, row_id
from bot.daily import DAILY_TAPS
from bot.fieldwork import FIELDWORK, REASONS, reasons
from bot.overview import show_card, show_status
from bot.turn import Turn
from dialogs.phrases import Names, Words


async def press(turn: Turn, tap: ActionTap) -> Words | None:
    """Does what the button says and gives the toast. Raises Refusal; NotFound for a button that is not ours."""
    handler = _TAPS.get(tap.verb)
    if handler is None:
        raise NotFound(f"no button {tap.verb[:20]!r}", what="button")
    return await handler(turn, tap.subject)


async def _languages(turn: Turn, _: str) -> None:
    await language.choose_language(turn)


async def _report(turn: Turn, _: str) -> None:
    await joining.report(turn)


async def _status(turn: Turn, _: str) -> None:
    await show_status(turn)


async def _complain(turn: Turn, _: str) -> None:
    await joining.complain(turn)


async def _send_back(turn: Turn, _: str) -> None:
    await joining.send_back(turn)


async def _duty(turn: Turn, wanted: str) -> Words:
    if turn.me.role != "technician":
        raise NotFound("only technicians have a duty", what="button")
    await people.set_duty(turn.work, turn.me.id, on_duty=wanted == "on")
    words = Words("duty-on" if wanted == "on" else "duty-off")
    await turn.say(words)
    return words


async def _ticket(turn: Turn, subject: str) -> None:
    ticket = await tickets.ticket(turn.work, row_id(subject))
    if ticket.status is Status.UNASSIGNED and turn.me.actor.role is Role.SUPERVISOR:
        args: JsonObject = {"ticket": ticket.id, "number": ticket.number}
        await owe(turn.work, turn.chat.id, "unassigned", args, card=f"unassigned:{ticket.id}", fresh=True)
    elif turn.me.id in (ticket.customer_id, ticket.technician_id):
        await show_card(turn, ticket)
    else:
        raise NotFound(f"no ticket {subject} for this person", what="button")


async def _accept(turn: Turn, subject: str) -> Words:
    ticket = await dispatch.accept(turn.work, row_id(subject), turn.me.actor)
    return Words("toast-accepted", {"number": ticket.number})


async def _decline(turn: Turn, subject: str) -> Words:
    offer, _, reason = subject.partition(".")
    ticket = await dispatch.decline(turn.work, row_id(offer), turn.me.actor, reason if reason in REASONS else "")
    if reason:
        return Words("toast-decline-reason")
    await turn.say(Words("decline-why", {"number": ticket.number}), rows=reasons("decline", offer))
    return Words("toast-declined")


async def _solved(turn: Turn, subject: str) -> Words:
    await visits.confirm(turn.work, row_id(subject), turn.me.as_customer)
    return Words("toast-thanks")


async def _unsolved(turn: Turn, subject: str) -> None:
    ticket = await visits.check_can_object(turn.work, row_id(subject), turn.me.as_customer)
    await running.begin(turn, "objection", f"ticket:{ticket.id}")


async def _cancel(turn: Turn, subject: str) -> None:
    ticket = await _own(turn, subject)
    yes = (Words("button-cancel-ticket-yes"), ActionTap("cancel-yes", subject))
    no = (Words("button-cancel-ticket-no"), ActionTap("ticket", subject))
    await turn.say(Words("cancel-ticket", {"number": ticket.number}), rows=[[yes], [no]])


async def _cancel_yes(turn: Turn, subject: str) -> Words:
    ticket = await dispatch.call_off(turn.work, row_id(subject), turn.me.as_customer)
    words = Words("ticket-cancelled", {"number": ticket.number})
    await turn.say(words)
    return words


async def _retime(turn: Turn, subject: str) -> None:
    ticket = await _own(turn, subject)
    _check_status(ticket, BEFORE_ARRIVAL, "time-changed")
    await running.begin(turn, "retime", f"ticket:{ticket.id}")


async def _add(turn: Turn, subject: str) -> None:
    ticket = await _own(turn, subject)
    _check_status(ticket, OPEN, "added")
    await running.begin(turn, "addition", f"ticket:{ticket.id}")


async def _talk(turn: Turn, subject: str) -> None:
    """A line to the other side of the job."""
    ticket = await tickets.ticket(turn.work, row_id(subject))
    if turn.me.id not in (ticket.customer_id, ticket.technician_id):
        raise NotFound(f"no ticket {subject} of this person", what="button")
    _check_status(ticket, IN_TOUCH, "said")
    await running.begin(turn, "talk", f"ticket:{ticket.id}")


async def _survey_more(turn: Turn, subject: str) -> None:
    """The rest of a survey, taken up where it was left."""
    survey = await surveys.survey(turn.work, row_id(subject))
    if survey.customer_id != turn.me.id:
        raise NotFound(f"no survey {subject} of this person", what="button")
    if not survey.going_on:
        raise TooLate("the survey is closed", what="survey")
    await running.begin(turn, "survey", f"survey:{survey.id}", survey_answers(survey))


async def _learn(turn: Turn, subject: str) -> None:
    """The supervisor says what unknown words mean; from now on they are known."""
    row, _, entry = subject.partition(".")
    waiting = await catalog.still_unmatched(turn.work, row_id(row))
    if turn.me.actor.role is not Role.SUPERVISOR or waiting is None:
        raise NotFound("no words wait for a meaning", what="button")
    me = turn.me.actor
    if entry:
        await teach(turn.work, me, waiting.kind, row_id(entry), waiting.words, waiting.language, settles=waiting.id)
    else:
        await settle(turn.work, me, [waiting.id])
    learned = "unmatched-learned" if entry else "unmatched-left"
    names = turn.context.catalogue.names(waiting.kind, row_id(entry)) if entry else None
    await turn.say(Words(learned, {"words": waiting.words, "name": Names(names or {})} if entry else {}))


async def _take_over(turn: Turn, subject: str) -> Words:
    await desk.take_over(turn, row_id(subject))
    return Words("toast-taken-over")


async def _give_back(turn: Turn, subject: str) -> None:
    await desk.give_back(turn)


def _check_status(ticket: TicketView, allowed: Collection[Status], target: str) -> None:
    """Raises WrongMove before anybody has written a word in vain."""
    if ticket.status not in allowed:
        told = f"{ticket.number} is {ticket.status}"
        raise WrongMove(told, number=ticket.number, status=ticket.status, target=target)


async def _own(turn: Turn, subject: str) -> TicketView:
    """The customer's own ticket. Raises NotFound."""
    ticket = await tickets.ticket(turn.work, row_id(subject))
    if ticket.customer_id != turn.me.id:
        raise NotFound(f"no ticket {subject} of this person", what="button")
    return ticket


async def _assign(turn: Turn, subject: str) -> Words:
    ticket_id, _, technician_id = subject.partition(".")
    await dispatch.assign(turn.work, row_id(ticket_id), row_id(technician_id), turn.me.actor)
    technician = await people.known(turn.work, row_id(technician_id))
    args: JsonObject = {"ticket": row_id(ticket_id)}
    await owe(turn.work, turn.chat.id, "unassigned", args, card=f"unassigned:{ticket_id}")
    return Words("toast-assigned", {"name": technician.name})


async def _call_back(turn: Turn, subject: str) -> None:
    found = await followups.call_back(turn.work, row_id(subject))
    if turn.me.actor.role is not Role.SUPERVISOR:
        raise NotFound("call-backs are the supervisor's", what="button")
    card = f"call-back:{found.id}"
    await owe(turn.work, turn.chat.id, "call-back", {"call_back": found.id}, card=card, fresh=True)


async def _take_call_back(turn: Turn, subject: str) -> Words:
    await followups.take(turn.work, row_id(subject), turn.me.actor)
    return Words("toast-call-back-taken")


async def _contact(turn: Turn, subject: str) -> None:
    """The whole number, for whoever took the call-back; the look goes on record."""
    task = await followups.check_can_close(turn.work, row_id(subject), turn.me.actor)
    contact = await reveal(turn.work, task.ticket_id, turn.me.actor)
    await turn.say(Words("call-back-contact", {"name": contact.name, "phone": contact.phone}))


async def _complaint_contact(turn: Turn, subject: str) -> None:
    contact = await complaints.reveal(turn.work, row_id(subject), turn.me.actor)
    await turn.say(Words("call-back-contact", {"name": contact.name, "phone": contact.phone}))


async def _reopen(turn: Turn, subject: str) -> Words:
    await ask_to_reopen(turn.work, row_id(subject), turn.me.actor)
    return Words("toast-reopen-asked")


async def _reopen_yes(turn: Turn, subject: str) -> Words:
    await answer_reopening(turn.work, row_id(subject), turn.me.as_customer, agreed=True)
    return Words("toast-thanks")


async def _reopen_no(turn: Turn, subject: str) -> Words:
    await answer_reopening(turn.work, row_id(subject), turn.me.as_customer, agreed=False)
    return Words("toast-thanks")


async def _take_complaint(turn: Turn, subject: str) -> Words:
    taken = await take_in_hand(turn.work, row_id(subject), turn.me.actor)
    return Words("toast-complaint-taken", {"number": taken.number})


async def _arrange_return(turn: Turn, subject: str) -> Words:
    arranged = await arrange_collection(turn.work, row_id(subject), turn.me.actor)
    return Words("toast-return-arranged", {"number": arranged.number})


async def _return_contact(turn: Turn, subject: str) -> None:
    contact = await goods.reveal(turn.work, row_id(subject), turn.me.actor)
    address = [Words("card-address", {"address": contact.address})] if contact.address else []
    await turn.say(Words("call-back-contact", {"name": contact.name, "phone": contact.phone}), *address)


async def _close_call_back(turn: Turn, subject: str) -> None:
    found = await followups.check_can_close(turn.work, row_id(subject), turn.me.actor)
    await running.begin(turn, "callback", f"call-back:{found.id}")


_TAPS: Mapping[str, Callable[[Turn, str], Awaitable[Words | None]]] = {
    **FIELDWORK,
    **DAILY_TAPS,
    "report": _report,
    "status": _status,
    "languages": _languages,
    "language": language.set_language,
    "duty": _duty,
    "ticket": _ticket,
    "accept": _accept,
    "decline": _decline,
    "solved": _solved,
    "unsolved": _unsolved,
    "cancel": _cancel,
    "cancel-yes": _cancel_yes,
    "assign": _assign,
    "call-back": _call_back,
    "take-call-back": _take_call_back,
    "contact": _contact,
    "complaint-contact": _complaint_contact,
    "return-contact": _return_contact,
    "take-complaint": _take_complaint,
    "reopen": _reopen,
    "reopen-yes": _reopen_yes,
    "reopen-no": _reopen_no,
    "arrange-return": _arrange_return,
    "complain": _complain,
    "send-back": _send_back,
    "retime": _retime,
    "add": _add,
    "talk": _talk,
    "survey-more": _survey_more,
    "learn": _learn,
    "take-over": _take_over,
    "give-back": _give_back,
    "close-call-back": _close_call_back,
}
