"""Live cards: one message for each job, request or task in a chat, always showing how it stands now."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from backend.catalog import service as catalog
from backend.chats import chat_by_id
from backend.database import Json, Work
from backend.delivery import Parcel
from backend.dispatch import service as dispatch
from backend.dispatch.service import OfferState
from backend.followups import service as followups
from backend.followups.service import CallBackState
from backend.people import service as people
from backend.tickets import service as tickets
from backend.tickets.clocks import next_due
from backend.tickets.contact import reveal
from backend.tickets.rules import OPEN, WITH_TECHNICIAN, Status
from backend.tickets.values import TicketView
from bot.buttons import ActionTap, FormTap
from bot.dates.purchase import Bought, warranty
from bot.turn import Key
from dialogs.phrases import Listing, Moment, Names, Phrase, Words
from dialogs.prompts import window_phrase

_MAY_CANCEL = (Status.GRADED, Status.OFFERED, Status.UNASSIGNED, Status.ACCEPTED, Status.EN_ROUTE)
_TAKEN = (*WITH_TECHNICIAN, Status.AWAITING, Status.CONFIRMED)
_NEXT = {Status.ACCEPTED: "depart", Status.EN_ROUTE: "arrive", Status.ARRIVED: "finish"}
_CHOICES = 6


@dataclass(frozen=True)
class Shown:
    """A message before it has a language."""

    paragraphs: tuple[Phrase, ...]
    rows: tuple[tuple[tuple[Phrase, ActionTap | FormTap], ...], ...] = ()
    wants: str | None = None
    photo: str | None = None


async def ticket_card(work: Work, parcel: Parcel) -> Shown:
    """The customer's own request: number, state, who comes, the next deadline."""
    ticket = await tickets.ticket(work, _id(parcel, "ticket"))
    lines: list[Phrase] = [
        Words("card-number", {"number": ticket.number}),
        Words("card-status-customer", {"status": ticket.status.value}),
        *await _what(work, ticket),
        Words("card-suits", {"time": suits_phrase(ticket.suits)}),
    ]
    if ticket.technician_id is not None and ticket.status in _TAKEN:
        technician = await people.known(work, ticket.technician_id)
        lines.append(Words("card-technician", {"name": technician.name}))
    due = await next_due(work, ticket.id)
    if due and due[1] > work.now and ticket.status not in (Status.AWAITING, Status.CONFIRMED, Status.CANCELLED):
        clock, due_at = due
        lines.append(Words("card-due", {"clock": Words("clock", {"clock": clock}), "due": Moment(due_at.isoformat())}))
    return Shown((Listing(tuple(lines), lines=True),), _customer_keys(ticket))


def _customer_keys(ticket: TicketView) -> tuple[tuple[Key, ...], ...]:
    subject = str(ticket.id)
    retime: Key = (Words("button-retime"), ActionTap("retime", subject))
    add: Key = (Words("button-add"), ActionTap("add", subject))
    talk: Key = (Words("button-talk-technician"), ActionTap("talk", subject))
    cancel: Key = (Words("button-cancel-ticket"), ActionTap("cancel", subject))
    rows: list[tuple[Key, ...]] = []
    if ticket.status in _MAY_CANCEL:
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
        whole: list[Phrase] = [Words("card-contact", {"name": contact.name, "phone": contact.phone})]
        if contact.address:
            whole.append(Words("card-address", {"address": contact.address}))
        if contact.latitude is not None and contact.longitude is not None:
            pin = {"latitude": f"{contact.latitude:.5f}", "longitude": f"{contact.longitude:.5f}"}
            whole.append(Words("card-map", pin))
        verb = _NEXT.get(ticket.status)
        step: Key = (Words(f"button-{verb}"), ActionTap(verb or "", str(ticket.id)))
        head = Words("job-held", {"number": ticket.number, "status": ticket.status.value})
        talk: Key = (Words("button-talk-customer"), ActionTap("talk", str(ticket.id)))
        keys = ((step,), (talk,)) if verb else ((talk,),)
        return Shown((head, await _job_lines(work, ticket, whole)), keys)
    mine = ticket.technician_id == reader.id
    state = ticket.status.value if mine else (offer.state.value if offer and not is_offered else "gone")
    return Shown((Words("job-over", {"number": ticket.number, "state": state}),))


async def job_photo(work: Work, parcel: Parcel) -> Shown:
    """A picture that the customer sent."""
    return Shown((Words("job-photo", {"number": str(parcel.args["number"])}),), photo=str(parcel.args["photo"]))


async def solved_answered(work: Work, parcel: Parcel) -> Shown:
    """The question whether it is solved, once it was answered: no buttons any more."""
    ticket = await tickets.ticket(work, _id(parcel, "ticket"))
    answer = "solved" if ticket.status is Status.CONFIRMED else "unsolved"
    return Shown((Words("solved-answered", {"number": ticket.number, "answer": answer}),))


async def unassigned(work: Work, parcel: Parcel) -> Shown:
    """A job that nobody took: the ranking with its reasons, and the supervisor's choice."""
    ticket = await tickets.ticket(work, _id(parcel, "ticket"))
    head = Words("unassigned", {"number": ticket.number, "status": ticket.status.value})
    if ticket.status is not Status.UNASSIGNED:
        return Shown((head,))
    kept = await dispatch.rankings(work, ticket.id)
    ranked = kept[-1][2]["ranked"] if kept else []
    rows = [row for row in ranked if isinstance(row, dict)][:_CHOICES] if isinstance(ranked, list) else []
    lines = [Listing(tuple(_ranked_line(row) for row in rows), lines=True)] if rows else []
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
    keys = {CallBackState.OPEN: ((take,),), CallBackState.TAKEN: ((number,), (close,))}
    return Shown((Listing(tuple(lines), lines=True),), keys.get(task.state, ()))


def _id(parcel: Parcel, name: str) -> int:
    return cast(int, parcel.args[name])


def _masked(ticket: TicketView) -> list[Phrase]:
    lines: list[Phrase] = [Words("card-contact", {"name": ticket.contact_name, "phone": ticket.masked_phone})]
    if ticket.latitude is None and ticket.masked_address:
        lines.append(Words("card-address", {"address": ticket.masked_address}))
    return lines


async def _distance(work: Work, ticket: TicketView, technician_id: int) -> list[Phrase]:
    """How far it is, as the ranking saw it."""
    kept = await dispatch.rankings(work, ticket.id)
    rows = kept[-1][2]["ranked"] if kept else []
    mine = (
        [row for row in rows if isinstance(row, dict) and row["technician"] == technician_id]
        if isinstance(rows, list)
        else []
    )
    reasons = mine[0]["reasons"] if mine else []
    return [
        Words("reason", {"code": "distance", "figure": _figure(reason["figure"])})
        for reason in (reasons if isinstance(reasons, list) else [])
        if isinstance(reason, dict) and reason["code"] == "distance"
    ]


async def _job_lines(work: Work, ticket: TicketView, contact: list[Phrase]) -> Phrase:
    lines = [
        *await _what(work, ticket),
        Words("card-symptoms", {"words": ticket.symptoms}),
        *([Words("card-objection", {"words": ticket.objection})] if ticket.objection else []),
        Words("card-urgency", {"urgency": ticket.urgency.value}),
        *await _warranty(work, ticket),
        Words("card-suits", {"time": suits_phrase(ticket.suits)}),
        *contact,
    ]
    return Listing(tuple(lines), lines=True)


async def _warranty(work: Work, ticket: TicketView) -> list[Phrase]:
    """Whether the warranty still runs, as far as the purchase date tells."""
    if ticket.product_id is None:
        return []
    months = (await catalog.product(work, ticket.product_id)).warranty_months
    today = work.now.astimezone(work.settings.time_zone).date()
    return [Words("card-warranty", {"state": warranty(_bought(ticket), months, today)})]


def _bought(ticket: TicketView) -> Bought | None:
    if ticket.purchased_on is not None:
        return Bought(ticket.purchased_on, ticket.purchased_on, known=True)
    earliest, found, latest = (ticket.purchase_words or "").partition("/")
    if not found:
        return None
    try:
        return Bought(date.fromisoformat(earliest), date.fromisoformat(latest), known=True)
    except ValueError:
        return None


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


def _ranked_line(row: dict[str, Json]) -> Phrase:
    reasons = row["reasons"]
    listed = reasons if isinstance(reasons, list) else []
    why = Listing(
        tuple(
            Words("reason", {"code": str(reason["code"]), "figure": _figure(reason.get("figure"))})
            for reason in listed
            if isinstance(reason, dict)
        )
    )
    return Words("ranked-line", {"name": str(row["name"]), "why": why})


def _figure(figure: Json) -> str | int:
    return figure if isinstance(figure, str | int) else f"{figure:.1f}" if isinstance(figure, float) else ""
