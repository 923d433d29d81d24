"""What a tapped button outside forms does: one backend command each, or the form that leads to it."""

from collections.abc import Awaitable, Callable, Collection, Mapping

from backend.catalog import service as catalog
from backend.complaints import service as complaints
from backend.database import JsonObject
from backend.dispatch import service as dispatch
from backend.errors import NotFound, TooLate, WrongMove
from backend.followups import service as followups
from backend.goods import service as goods
from backend.journal import record
from backend.outbox import owe
from backend.people import service as people
from backend.surveys import service as surveys
from backend.tickets import service as tickets
from backend.tickets.contact import reveal
from backend.tickets.rules import BEFORE_ARRIVAL, IN_TOUCH, OPEN, Status
from backend.tickets.values import TicketView
from backend.visits import service as visits
from bot import desk, joining, running
from bot.actions.asked import survey_answers
from bot.buttons import ActionTap
from bot.overview import show_card, show_status
from bot.turn import Turn
from dialogs.phrases import Names, Words
from locales import LANGUAGES


async def press(turn: Turn, tap: ActionTap) -> Words | None:
    """Does what the button says and gives the toast. Raises Refusal; NotFound for a button that is not ours."""
    handler = _TAPS.get(tap.verb)
    if handler is None:
        raise NotFound(f"no button {tap.verb[:20]!r}", what="button")
    return await handler(turn, tap.subject)


async def languages(turn: Turn, _: str = "") -> None:
    rows = [[(Words(f"language-{code}"), ActionTap("language", code))] for code in LANGUAGES]
    await turn.say(Words("language-which"), rows=rows)


async def set_language(turn: Turn, code: str) -> Words:
    """From now on everything in this chat is in the language, the present question first."""
    if code not in LANGUAGES:
        raise NotFound(f"no language {code[:20]!r}", what="button")
    turn.chat.language = code
    await turn.work.session.flush()
    if not await running.ask_again(turn, (Words("language-set"),)):
        await turn.say(Words("language-set"))
    return Words("language-set")


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
    ticket = await tickets.ticket(turn.work, _id(subject))
    if ticket.status is Status.UNASSIGNED and turn.me.role == "supervisor":
        args: JsonObject = {"ticket": ticket.id, "number": ticket.number}
        await owe(turn.work, turn.chat.id, "unassigned", args, card=f"unassigned:{ticket.id}", fresh=True)
    elif turn.me.id in (ticket.customer_id, ticket.technician_id):
        await show_card(turn, ticket)
    else:
        raise NotFound(f"no ticket {subject} for this person", what="button")


async def _accept(turn: Turn, subject: str) -> Words:
    ticket = await dispatch.accept(turn.work, _id(subject), turn.me.actor)
    return Words("toast-accepted", {"number": ticket.number})


async def _decline(turn: Turn, subject: str) -> Words:
    await dispatch.decline(turn.work, _id(subject), turn.me.actor)
    return Words("toast-declined")


async def _depart(turn: Turn, subject: str) -> Words:
    await visits.depart(turn.work, _id(subject), turn.me.actor)
    return Words("toast-departed")


async def _arrive(turn: Turn, subject: str) -> Words:
    await visits.arrive(turn.work, _id(subject), turn.me.actor)
    return Words("toast-arrived")


async def _finish(turn: Turn, subject: str) -> None:
    ticket = await visits.check_can_finish(turn.work, _id(subject), turn.me.actor)
    await running.begin(turn, "record", f"ticket:{ticket.id}")


async def _solved(turn: Turn, subject: str) -> Words:
    await visits.confirm(turn.work, _id(subject), turn.me.as_customer)
    return Words("toast-thanks")


async def _unsolved(turn: Turn, subject: str) -> None:
    ticket = await visits.check_can_judge(turn.work, _id(subject), turn.me.as_customer)
    await running.begin(turn, "objection", f"ticket:{ticket.id}")


async def _cancel(turn: Turn, subject: str) -> None:
    ticket = await _own(turn, subject)
    yes = (Words("button-cancel-ticket-yes"), ActionTap("cancel-yes", subject))
    no = (Words("button-cancel-ticket-no"), ActionTap("ticket", subject))
    await turn.say(Words("cancel-ticket", {"number": ticket.number}), rows=[[yes], [no]])


async def _cancel_yes(turn: Turn, subject: str) -> Words:
    ticket = await dispatch.call_off(turn.work, _id(subject), turn.me.as_customer)
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
    ticket = await tickets.ticket(turn.work, _id(subject))
    if turn.me.id not in (ticket.customer_id, ticket.technician_id):
        raise NotFound(f"no ticket {subject} of this person", what="button")
    _check_status(ticket, IN_TOUCH, "said")
    await running.begin(turn, "talk", f"ticket:{ticket.id}")


async def _survey_more(turn: Turn, subject: str) -> None:
    """The rest of a survey, taken up where it was left."""
    survey = await surveys.survey(turn.work, _id(subject))
    if survey.customer_id != turn.me.id:
        raise NotFound(f"no survey {subject} of this person", what="button")
    if not survey.going_on:
        raise TooLate("the survey is closed", what="survey")
    await running.begin(turn, "survey", f"survey:{survey.id}", survey_answers(survey))


async def _learn(turn: Turn, subject: str) -> None:
    """The supervisor says what unknown words mean; from now on they are known."""
    row, _, entry = subject.partition(".")
    waiting = await catalog.still_unmatched(turn.work, _id(row))
    if turn.me.role != "supervisor" or waiting is None:
        raise NotFound("no words wait for a meaning", what="button")
    if entry:
        await catalog.learn_alias(turn.work, waiting.kind, _id(entry), waiting.words, waiting.language)
    await catalog.resolve_unmatched(turn.work, waiting.id)
    args: JsonObject = {"unmatched": waiting.id}
    owes = await people.to_supervisors(turn.work, "unmatched", args, card=f"unmatched:{waiting.id}")
    await record(turn.work, "words-settled", turn.me.actor, data={"unmatched": waiting.id}, owes=owes)
    learned = "unmatched-learned" if entry else "unmatched-left"
    names = turn.context.catalogue.names(waiting.kind, _id(entry)) if entry else None
    await turn.say(Words(learned, {"words": waiting.words, "name": Names(names or {})} if entry else {}))


async def _take_over(turn: Turn, subject: str) -> Words:
    await desk.take_over(turn, _id(subject))
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
    ticket = await tickets.ticket(turn.work, _id(subject))
    if ticket.customer_id != turn.me.id:
        raise NotFound(f"no ticket {subject} of this person", what="button")
    return ticket


async def _assign(turn: Turn, subject: str) -> Words:
    ticket_id, _, technician_id = subject.partition(".")
    await dispatch.assign(turn.work, _id(ticket_id), _id(technician_id), turn.me.actor)
    technician = await people.known(turn.work, _id(technician_id))
    args: JsonObject = {"ticket": _id(ticket_id)}
    await owe(turn.work, turn.chat.id, "unassigned", args, card=f"unassigned:{ticket_id}")
    return Words("toast-assigned", {"name": technician.name})


async def _call_back(turn: Turn, subject: str) -> None:
    found = await followups.call_back(turn.work, _id(subject))
    if turn.me.role != "supervisor":
        raise NotFound("call-backs are the supervisor's", what="button")
    card = f"call-back:{found.id}"
    await owe(turn.work, turn.chat.id, "call-back", {"call_back": found.id}, card=card, fresh=True)


async def _take_call_back(turn: Turn, subject: str) -> Words:
    await followups.take(turn.work, _id(subject), turn.me.actor)
    return Words("toast-call-back-taken")


async def _contact(turn: Turn, subject: str) -> None:
    """The whole number, for whoever took the call-back; the look goes on record."""
    task = await followups.check_can_close(turn.work, _id(subject), turn.me.actor)
    contact = await reveal(turn.work, task.ticket_id, turn.me.actor)
    await turn.say(Words("call-back-contact", {"name": contact.name, "phone": contact.phone}))


async def _complaint_contact(turn: Turn, subject: str) -> None:
    contact = await complaints.reveal(turn.work, _id(subject), turn.me.actor)
    await turn.say(Words("call-back-contact", {"name": contact.name, "phone": contact.phone}))


async def _return_contact(turn: Turn, subject: str) -> None:
    contact = await goods.reveal(turn.work, _id(subject), turn.me.actor)
    address = [Words("card-address", {"address": contact.address})] if contact.address else []
    await turn.say(Words("call-back-contact", {"name": contact.name, "phone": contact.phone}), *address)


async def _close_call_back(turn: Turn, subject: str) -> None:
    found = await followups.check_can_close(turn.work, _id(subject), turn.me.actor)
    await running.begin(turn, "callback", f"call-back:{found.id}")


def _id(text: str) -> int:
    if not text.isdecimal() or len(text) > 12:
        raise NotFound(f"no button for {text[:20]!r}", what="button")
    return int(text)


_TAPS: Mapping[str, Callable[[Turn, str], Awaitable[Words | None]]] = {
    "report": _report,
    "status": _status,
    "languages": languages,
    "language": set_language,
    "duty": _duty,
    "ticket": _ticket,
    "accept": _accept,
    "decline": _decline,
    "depart": _depart,
    "arrive": _arrive,
    "finish": _finish,
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
