"""Remote first: an engineer tries by chat or phone before anyone travels (charts 16-1, 16-5; handbook D, step 3)."""

from backend.actors import Actor
from backend.database import JsonObject, Work
from backend.errors import NotAllowed, WrongMove
from backend.journal import history, record
from backend.outbox import Notice
from backend.tickets import service as tickets
from backend.tickets.rules import Kind, Status
from backend.tickets.values import TicketView
from backend.visits.rows import begin, held, latest


async def ask_consent(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    """The technician asks the customer for leave to help from afar. Asked twice it is put once.

    Raises NotAllowed, WrongMove also once it was answered.
    """
    ticket = await held(work, ticket_id, actor)
    _check(ticket, Status.ACCEPTED)
    state = await state_of(work, ticket)
    if state == "asked":
        return ticket
    if state is not None:
        raise WrongMove(f"{ticket.number} was asked about already", status=ticket.status.value, target="remote")
    told: JsonObject = {"ticket": ticket.id, "number": ticket.number, "technician": actor.name}
    asked = Notice(ticket.customer_id, "remote-consent", told, card=_card(ticket), fresh=True)
    await record(work, "remote-asked", actor, ticket_id=ticket.id, owes=[asked, _job(ticket)])
    return ticket


async def answer(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    """The technician answers a question about use: who asks it wants to be told, and has consented by asking.

    Said twice it changes nothing. Raises NotAllowed, WrongMove also for what is no question.
    """
    ticket = await held(work, ticket_id, actor)
    if ticket.status is Status.REMOTE:
        return ticket
    _check(ticket, Status.ACCEPTED)
    if ticket.kind is not Kind.QUESTION or ticket.technician_id is None:
        raise WrongMove(f"{ticket.number} is no question", status=ticket.status.value, target="remote")
    await begin(work, ticket, ticket.technician_id, remote=True)
    return await tickets.move(work, ticket_id, Status.REMOTE, actor, event="answering", facts=("consent",))


async def consent(work: Work, ticket_id: int, actor: Actor, *, given: bool) -> TicketView:
    """The customer's yes or no. Said twice it changes nothing.

    Raises NotAllowed for anyone else, WrongMove when nobody asks any more.
    """
    await tickets.locked(work, ticket_id)
    ticket = await tickets.ticket(work, ticket_id)
    if ticket.customer_id != actor.person_id:
        raise NotAllowed("only the customer consents to remote help", number=ticket.number)
    if given and ticket.status is Status.REMOTE:
        return ticket
    _check(ticket, Status.ACCEPTED)
    state = await state_of(work, ticket)
    if state == "refused" and not given:
        return ticket
    if ticket.technician_id is None or state != "asked":
        raise WrongMove(f"nobody asks about {ticket.number}", status=ticket.status.value, target="remote")
    event = "remote-agreed" if given else "remote-refused"
    told = Notice(ticket.technician_id, event, {"ticket": ticket.id, "number": ticket.number})
    answered = answered_card(ticket)
    if not given:
        await record(work, event, actor, ticket_id=ticket.id, owes=[told, answered, _job(ticket)])
        return ticket
    await begin(work, ticket, ticket.technician_id, remote=True)
    facts = ("consent",)
    return await tickets.move(work, ticket_id, Status.REMOTE, actor, event=event, facts=facts, owes=[told, answered])


async def visit_needed(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    """It cannot be solved from afar; the remote help ends and somebody travels. Raises NotAllowed, WrongMove."""
    ticket = await held(work, ticket_id, actor)
    if ticket.status is Status.ACCEPTED:
        return ticket
    _check(ticket, Status.REMOTE)
    (await latest(work, ticket)).left_at = work.now
    told = Notice(ticket.customer_id, "visit-needed", {"number": ticket.number, "technician": actor.name})
    return await tickets.move(work, ticket_id, Status.ACCEPTED, actor, event="visit-needed", owes=[told])


async def state_of(work: Work, ticket: TicketView) -> str | None:
    """How the question for consent stands: `asked`, `agreed`, `refused`, or None where nobody has asked.

    Each handling asks anew, and so does who takes over a job that was handed back.
    """
    state: str | None = None
    for entry in await history(work, ticket.id):
        state = _EVENTS.get(entry.event, state)
    return state


def answered_card(ticket: TicketView) -> Notice:
    """The question for consent loses its buttons."""
    return Notice(ticket.customer_id, "remote-answered", {"ticket": ticket.id}, card=_card(ticket))


_EVENTS = {
    "remote-asked": "asked",
    "remote-agreed": "agreed",
    "remote-refused": "refused",
    "objected": None,
    "handed-back": None,
}


def _check(ticket: TicketView, status: Status) -> None:
    if ticket.status is not status:
        raise WrongMove(f"{ticket.number} is {ticket.status}", status=ticket.status.value, target="remote")


def _card(ticket: TicketView) -> str:
    return f"remote:{ticket.id}:{ticket.round}"


def _job(ticket: TicketView) -> Notice:
    return Notice(ticket.technician_id or 0, "job-card", {"ticket": ticket.id}, card=tickets.card_of(ticket.id))
