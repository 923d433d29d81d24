"""Live cards: one message for each job, request or task in a chat, always showing how it stands now."""

from typing import cast

from backend.catalog import service as catalog
from backend.chats import chat_by_id
from backend.database import Work
from backend.delivery import Parcel
from backend.dispatch import service as dispatch
from backend.dispatch.service import OfferState
from backend.followups import service as followups
from backend.followups.reopening import may_reopen
from backend.followups.service import CallBackState
from backend.people import service as people
from backend.tickets import service as tickets
from backend.tickets.clocks import next_due, waits_for
from backend.tickets.contact import reveal
from backend.tickets.rules import OPEN, WITH_TECHNICIAN, Honorific, Kind, Status, Writer
from backend.tickets.values import TicketView
from bot.buttons import ActionTap
from bot.cover import cover_lines
from bot.field_cards import job_keys, may_be_remote, plan_lines
from bot.ranked import figure_phrase, newest_ranking, ranked_line
from bot.shown import Shown
from bot.told import honorific_in
from bot.turn import Key
from dialogs.phrases import Listing, Moment, Names, Phrase, Words
from dialogs.prompts import window_phrase

_MAY_CANCEL = (
    *(Status.GRADED, Status.OFFERED, Status.UNASSIGNED, Status.ACCEPTED, Status.EN_ROUTE),
    *(Status.REMOTE, Status.WAITING_PARTS, Status.NO_ACCESS),
)
_TAKEN = (*WITH_TECHNICIAN, Status.AWAITING, Status.CONFIRMED)
_OF_QUESTIONS = (Status.ACCEPTED, Status.REMOTE, Status.AWAITING, Status.OBJECTED, Status.CONFIRMED)
_CHOICES = 6


async def ticket_card(work: Work, parcel: Parcel) -> Shown:
    """The customer's own request: number, state, who comes, the next deadline."""
    ticket = await tickets.ticket(work, _id(parcel, "ticket"))
    lines: list[Phrase] = [
        Words("card-number", {"number": ticket.number}),
        _status(ticket),
        *await _what(work, ticket),
        *_when(ticket),
    ]
    if ticket.technician_id is not None and ticket.status in _TAKEN:
        technician = await people.known(work, ticket.technician_id)
        lines.append(Words("card-technician", {"name": technician.name}))
    is_on_the_way = ticket.status in (Status.ACCEPTED, Status.EN_ROUTE)
    if ticket.expected_at is not None and ticket.expected_at > work.now and is_on_the_way:
        lines.append(Words("card-expected", {"at": Moment(ticket.expected_at.isoformat())}))
    waits = [] if ticket.status is Status.WAITING_PARTS else await waits_for(work, ticket.id)
    lines += [Words("card-waits", {"reason": reason}) for reason in waits]
    due = await next_due(work, ticket.id)
    if due and due[1] > work.now and ticket.status not in (Status.AWAITING, Status.CONFIRMED, Status.CANCELLED):
        clock, due_at = due
        lines.append(Words("card-due", {"clock": Words("clock", {"clock": clock}), "due": Moment(due_at.isoformat())}))
    return Shown((Listing(tuple(lines), lines=True),), _customer_keys(ticket))


def _status(ticket: TicketView) -> Words:
    """A question is answered, not repaired."""
    if ticket.kind is Kind.QUESTION and ticket.status in _OF_QUESTIONS:
        return Words("card-status-question", {"status": ticket.status.value})
    return Words("card-status-customer", {"status": ticket.status.value})


def _customer_keys(ticket: TicketView) -> tuple[tuple[Key, ...], ...]:
    subject = str(ticket.id)
    retime: Key = (Words("button-retime"), ActionTap("retime", subject))
    add: Key = (Words("button-add"), ActionTap("add", subject))
    talk: Key = (Words("button-talk-technician"), ActionTap("talk", subject))
    cancel: Key = (Words("button-cancel-ticket"), ActionTap("cancel", subject))
    rows: list[tuple[Key, ...]] = []
    if ticket.status in _MAY_CANCEL and ticket.kind is not Kind.QUESTION:
        rows.append((retime, add))
    elif ticket.status in OPEN:
        rows.append((add,))
    if ticket.status in WITH_TECHNICIAN:
        rows.append((talk,))
    return (*rows, (cancel,)) if ticket.status in _MAY_CANCEL else tuple(rows)


async def job_card(work: Work, parcel: Parcel) -> Shown:
    """The technician's job: masked while it is on offer, whole for whoever holds it, and the next step to tap.

    An offer comes in a message of its own; the card of an earlier handling does not turn into a second one.
    """
    ticket = await tickets.ticket(work, _id(parcel, "ticket"))
    reader = await people.known(work, cast(int, (await chat_by_id(work, parcel.chat_id)).person_id))
    offer = await dispatch.offer_to(work, ticket.id, reader.id)
    holds = ticket.technician_id == reader.id and ticket.status in WITH_TECHNICIAN
    is_offered = offer is not None and offer.state is OfferState.OPEN
    if offer and is_offered and parcel.replaces is None:
        until = Moment(offer.expires_at.isoformat())
        head = Words("job-offer", {"number": ticket.number, "round": ticket.round, "until": until})
        accept: Key = (Words("button-accept"), ActionTap("accept", str(offer.id)))
        decline: Key = (Words("button-decline"), ActionTap("decline", str(offer.id)))
        where = [*_masked(ticket), *await _distance(work, ticket, reader.id)]
        return Shown((head, await _job_lines(work, ticket, where)), ((accept, decline),))
    if holds:
        contact = await reveal(work, ticket.id, reader.actor)
        whole = _people(ticket, contact.phone, contact.client_phone)
        if contact.address:
            whole.append(Words("card-address", {"address": contact.address}))
        if contact.latitude is not None and contact.longitude is not None:
            pin = {"latitude": f"{contact.latitude:.5f}", "longitude": f"{contact.longitude:.5f}"}
            whole.append(Words("card-map", pin))
        head = Words("job-held", {"number": ticket.number, "status": ticket.status.value})
        keys = await job_keys(work, ticket, may_be_remote=await may_be_remote(work, ticket))
        lines = [*whole, *await plan_lines(work, ticket)]
        return Shown((head, await _job_lines(work, ticket, lines)), keys)
    mine = ticket.technician_id == reader.id
    is_over = offer is not None and not is_offered and offer.state is not OfferState.ACCEPTED
    state = ticket.status.value if mine else (offer.state.value if offer and is_over else "gone")
    if state == OfferState.TAKEN and ticket.technician_id is not None:
        holder = (await people.known(work, ticket.technician_id)).name
        return Shown((Words("job-taken", {"number": ticket.number, "name": holder}),))
    return Shown((Words("job-over", {"number": ticket.number, "state": state}),))


async def job_photo(work: Work, parcel: Parcel) -> Shown:
    """A picture that the customer sent."""
    return Shown((Words("job-photo", {"number": str(parcel.args["number"])}),), photo=str(parcel.args["photo"]))


async def solved_answered(work: Work, parcel: Parcel) -> Shown:
    """The question whether it is solved, once it was answered: no buttons any more."""
    ticket = await tickets.ticket(work, _id(parcel, "ticket"))
    answer = {Status.CONFIRMED: "solved", Status.UNANSWERED: "unanswered"}.get(ticket.status, "unsolved")
    if ticket.kind is Kind.QUESTION:
        return Shown((Words("question-answered", {"number": ticket.number, "answer": answer}),))
    return Shown((Words("solved-answered", {"number": ticket.number, "answer": answer}),))


async def unassigned(work: Work, parcel: Parcel) -> Shown:
    """A job that nobody took: the ranking with its reasons, and the supervisor's choice."""
    ticket = await tickets.ticket(work, _id(parcel, "ticket"))
    head = Words("unassigned", {"number": ticket.number, "status": ticket.status.value})
    if ticket.status is not Status.UNASSIGNED:
        return Shown((head,))
    rows = (await newest_ranking(work, ticket.id))[:_CHOICES]
    lines = [Listing(tuple(ranked_line(row) for row in rows), lines=True)] if rows else []
    keys = tuple(
        ((Words("button-assign", {"name": str(row["name"])}), ActionTap("assign", f"{ticket.id}.{row['technician']}")),)
        for row in rows
    )
    return Shown((head, await _job_lines(work, ticket, _masked(ticket)), *lines), keys)


async def call_back(work: Work, parcel: Parcel) -> Shown:
    """A dissatisfied customer to be called: what they said, who takes it, what came of it."""
    task = await followups.call_back(work, _id(parcel, "call_back"))
    ticket = await tickets.ticket(work, task.ticket_id)
    lines: list[Phrase] = [
        Words("call-back-head", {"number": ticket.number, "state": task.state.value}),
        Words("call-back-customer", {"name": ticket.contact_name, "phone": ticket.masked_phone}),
    ]
    if task.score is not None:
        lines.append(Words("call-back-score", {"score": task.score}))
    lines += [Words("option-survey-reasons", {"option": code}) for code in task.reasons]
    lines += [Words("call-back-words", {"words": words}) for words in (task.words, task.result) if words]
    if task.taken_by is not None:
        lines.append(Words("call-back-taken", {"name": (await people.known(work, task.taken_by)).name}))
    take: Key = (Words("button-take-call-back"), ActionTap("take-call-back", str(task.id)))
    close: Key = (Words("button-close-call-back"), ActionTap("close-call-back", str(task.id)))
    number: Key = (Words("button-show-contact"), ActionTap("contact", str(task.id)))
    reopen: Key = (Words("button-reopen"), ActionTap("reopen", str(task.id)))
    if task.reopen_asked_at is not None:
        answer = {None: "asked", True: "yes", False: "no"}[task.reopen_agreed]
        lines.append(Words("call-back-reopening", {"answer": answer}))
    more = ((reopen,),) if may_reopen(task, ticket) and task.reopen_asked_at is None else ()
    keys = {CallBackState.OPEN: ((take,),), CallBackState.TAKEN: ((number,), *more, (close,))}
    return Shown((Listing(tuple(lines), lines=True),), keys.get(task.state, ()))


async def reopening(work: Work, parcel: Parcel) -> Shown:
    """The question whether somebody shall come again; no buttons once it was answered."""
    task = await followups.call_back(work, _id(parcel, "call_back"))
    if task.reopen_agreed is not None:
        answer = "yes" if task.reopen_agreed else "no"
        return Shown((Words("reopen-answered", {"number": task.ticket, "answer": answer}),))
    yes: Key = (Words("button-reopen-yes"), ActionTap("reopen-yes", str(task.id)))
    no: Key = (Words("button-reopen-no"), ActionTap("reopen-no", str(task.id)))
    return Shown((Words("reopen-asked", {"number": task.ticket}),), ((yes, no),))


def _id(parcel: Parcel, name: str) -> int:
    return cast(int, parcel.args[name])


def _masked(ticket: TicketView) -> list[Phrase]:
    lines = _people(ticket, ticket.masked_phone, ticket.masked_client_phone)
    if ticket.latitude is None and ticket.masked_address:
        lines.append(Words("card-address", {"address": ticket.masked_address}))
    return lines


def _people(ticket: TicketView, phone: str, client_phone: str | None) -> list[Phrase]:
    """Who wrote, and for a dealer whose product it is, with the numbers that the reader may see."""
    who = _addressed(ticket)
    if ticket.writer is Writer.SELF or not ticket.organisation:
        return [Words("card-contact", {"name": who, "phone": phone})]
    if ticket.writer is Writer.ORGANISATION:
        return [Words("card-organisation", {"organisation": ticket.organisation, "name": who, "phone": phone})]
    dealer: Phrase = Words("card-dealer", {"organisation": ticket.organisation, "name": who, "phone": phone})
    if not ticket.client_name:
        return [dealer]
    if client_phone is None:
        return [Words("card-client", {"name": ticket.client_name}), dealer]
    return [Words("card-contact", {"name": ticket.client_name, "phone": client_phone}), dealer]


def _addressed(ticket: TicketView) -> Phrase:
    """The name with its honorific, unless the name has one already."""
    honorific = ticket.honorific
    if honorific in (None, Honorific.NONE) or honorific_in(ticket.contact_name) is not None:
        return ticket.contact_name
    return Words("addressed", {"honorific": honorific.value, "name": ticket.contact_name})


def _when(ticket: TicketView) -> list[Phrase]:
    """Nobody comes for a question."""
    return [] if ticket.kind is Kind.QUESTION else [Words("card-suits", {"time": suits_phrase(ticket.suits)})]


async def _distance(work: Work, ticket: TicketView, technician_id: int) -> list[Phrase]:
    """How far it is, as the ranking saw it."""
    mine = [row for row in await newest_ranking(work, ticket.id) if row["technician"] == technician_id]
    reasons = mine[0]["reasons"] if mine else []
    return [
        Words("reason", {"code": "distance", "figure": figure_phrase(reason["figure"])})
        for reason in (reasons if isinstance(reasons, list) else [])
        if isinstance(reason, dict) and reason["code"] == "distance"
    ]


async def _job_lines(work: Work, ticket: TicketView, contact: list[Phrase]) -> Phrase:
    lines = [
        *await _what(work, ticket),
        Words("card-symptoms", {"words": ticket.symptoms}),
        *([Words("card-objection", {"words": ticket.objection})] if ticket.objection else []),
        *([Words("card-tried", {"words": ticket.tried})] if ticket.tried else []),
        *([] if ticket.kind is Kind.HARDWARE else [Words("card-kind", {"kind": ticket.kind.value})]),
        Words("card-urgency", {"urgency": ticket.urgency.value}),
        *await cover_lines(work, ticket),
        *_when(ticket),
        *contact,
    ]
    return Listing(tuple(lines), lines=True)


async def _what(work: Work, ticket: TicketView) -> list[Phrase]:
    lines: list[Phrase] = []
    if ticket.product_id is not None:
        lines.append(Words("card-product", {"name": Names((await catalog.product(work, ticket.product_id)).names)}))
    elif ticket.product_words:
        lines.append(Words("card-product", {"name": ticket.product_words}))
    if ticket.fault_id is not None:
        lines.append(Words("card-fault", {"name": Names((await catalog.fault(work, ticket.fault_id)).names)}))
    elif ticket.fault_words and ticket.fault_words != ticket.symptoms:
        lines.append(Words("card-fault", {"name": ticket.fault_words}))
    for symptom in ticket.further:
        known = await catalog.fault(work, symptom.fault_id) if symptom.fault_id is not None else None
        lines.append(Words("card-further", {"name": Names(known.names) if known else symptom.words}))
    return lines


def suits_phrase(suits: object) -> Phrase:
    """The time that suits the customer."""
    match suits:
        case {"window": str(window)}:
            return window_phrase(window)
        case {"words": str(words)}:
            return words
        case _:
            return window_phrase("soon")
