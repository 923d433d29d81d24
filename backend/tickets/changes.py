"""What may still change of a ticket while it is open, and what its two sides say to each other meanwhile."""

from collections.abc import Sequence

from backend.database import Json, JsonObject, Work
from backend.errors import Invalid, NotAllowed, WrongMove
from backend.journal import Actor, Role, record
from backend.outbox import Notice
from backend.tickets.models import Ticket
from backend.tickets.pauses import wait_no_more
from backend.tickets.rules import BEFORE_ARRIVAL, IN_TOUCH, OPEN, WITH_TECHNICIAN, Status
from backend.tickets.service import card_of, locked, move
from backend.tickets.values import TicketView
from backend.tickets.viewing import view


async def change_time(work: Work, ticket_id: int, actor: Actor, suits: Json) -> TicketView:
    """Another time suits the customer; the same one again changes nothing. Until the technician has arrived.

    Raises NotAllowed for anyone but the customer and the desk, WrongMove after the arrival.
    """
    ticket = await locked(work, ticket_id)
    if not (_owns(ticket, actor) or actor.role in (Role.DESK, Role.SUPERVISOR)):
        raise NotAllowed("only the customer or the desk changes the time", number=ticket.number)
    _check_status(ticket, BEFORE_ARRIVAL, "time-changed")
    if ticket.suits == suits and ticket.status != Status.NO_ACCESS:
        return view(ticket)
    before, ticket.suits, ticket.changed_at = ticket.suits, suits, work.now
    ticket.expected_at = None
    told: JsonObject = {"ticket": ticket.id, "number": ticket.number, "suits": suits}
    sides = [person for person in (_holder(ticket), ticket.customer_id) if person not in (None, actor.person_id)]
    owes = [*_cards(ticket), *(Notice(person, "time-changed", told) for person in sides if person is not None)]
    await record(work, "time-changed", actor, ticket_id=ticket.id, data={"before": before, "suits": suits}, owes=owes)
    if ticket.status != Status.NO_ACCESS:
        return view(ticket)
    await wait_no_more(work, ticket.id, "customer")
    return await move(work, ticket.id, Status.ACCEPTED, actor, event="access-arranged")


async def add_words(work: Work, ticket_id: int, actor: Actor, words: str, photos: Sequence[str] = ()) -> TicketView:
    """The customer adds a sentence or pictures to what they reported.

    Raises NotAllowed for anyone but the customer, WrongMove when the ticket is closed, Invalid for nothing at all.
    """
    ticket = await locked(work, ticket_id)
    if not _owns(ticket, actor):
        raise NotAllowed("the ticket is somebody else's", number=ticket.number)
    _check_status(ticket, OPEN, "added")
    words = _something(words, photos)
    ticket.symptoms = "\n".join(part for part in (ticket.symptoms, words) if part)
    ticket.photos, ticket.changed_at = [*ticket.photos, *photos], work.now
    owes = _cards(ticket)
    if (holder := _holder(ticket)) is not None:
        told: JsonObject = {"ticket": ticket.id, "number": ticket.number, "name": actor.name, "words": words}
        pictures = [Notice(holder, "job-photo", {"number": ticket.number, "photo": photo}) for photo in photos]
        owes += [*([Notice(holder, "ticket-added", told)] if words else []), *pictures]
    await record(work, "added", actor, ticket_id=ticket.id, data={"words": words, "photos": [*photos]}, owes=owes)
    return view(ticket)


async def talk(work: Work, ticket_id: int, actor: Actor, words: str, photos: Sequence[str] = ()) -> TicketView:
    """One line between the customer and the technician who holds the job, without either one's phone number.

    Raises NotAllowed for anyone else, WrongMove while nobody holds the job or when it is over, Invalid for nothing.
    """
    ticket = await locked(work, ticket_id)
    if actor.person_id is None or actor.person_id not in (ticket.customer_id, ticket.technician_id):
        raise NotAllowed("only the customer and the technician talk about a job", number=ticket.number)
    _check_status(ticket, IN_TOUCH, "said")
    words = _something(words, photos)
    other = _holder(ticket) if _owns(ticket, actor) else ticket.customer_id
    if other is None:
        raise WrongMove(f"nobody holds {ticket.number}", number=ticket.number, status=ticket.status, target="said")
    said: JsonObject = {"ticket": ticket.id, "number": ticket.number, "name": actor.name}
    owes = [Notice(other, "said", {**said, "words": words})] if words else []
    owes += [Notice(other, "said-photo", {**said, "photo": photo}) for photo in photos]
    await record(work, "said", actor, ticket_id=ticket.id, data={"words": words, "photos": [*photos]}, owes=owes)
    return view(ticket)


def _owns(ticket: Ticket, actor: Actor) -> bool:
    return actor.person_id == ticket.customer_id


def _holder(ticket: Ticket) -> int | None:
    """Who held it last is not the holder once it goes out again."""
    return ticket.technician_id if Status(ticket.status) in IN_TOUCH else None


def _check_status(ticket: Ticket, allowed: frozenset[Status], target: str) -> None:
    if Status(ticket.status) not in allowed:
        raise WrongMove(
            f"{ticket.number} is {ticket.status}", number=ticket.number, status=ticket.status, target=target
        )


def _something(words: str, photos: Sequence[str]) -> str:
    if not words.strip() and not photos:
        raise Invalid("neither words nor a picture; expected one of them")
    return words.strip()


def _cards(ticket: Ticket) -> list[Notice]:
    """The live cards of the customer and of who holds the job."""
    people = [(ticket.customer_id, "ticket-card")]
    if ticket.technician_id is not None and Status(ticket.status) in WITH_TECHNICIAN:
        people.append((ticket.technician_id, "job-card"))
    return [Notice(person, kind, {"ticket": ticket.id}, card=card_of(ticket.id)) for person, kind in people]
