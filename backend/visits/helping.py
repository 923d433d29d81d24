"""An engineer who cannot solve it alone asks for help; colleagues with the skill are called (flow chart 16-5)."""

from backend.actors import Actor, Role
from backend.database import JsonObject, Work
from backend.errors import NotAllowed, TooLate, WrongMove
from backend.journal import history, record
from backend.outbox import Notice
from backend.people import service as people
from backend.tickets import service as tickets
from backend.tickets.rules import WITH_TECHNICIAN
from backend.tickets.values import TicketView
from backend.visits.rows import held, under_way


async def ask(work: Work, ticket_id: int, actor: Actor, words: str) -> int:
    """Asks every colleague on duty with the skill, and the supervisors when there is none; gives how many were asked.

    Raises NotAllowed, WrongMove when the technician is not at the job.
    """
    ticket = await held(work, ticket_id, actor)
    row = await under_way(work, ticket)
    if row is None:
        raise WrongMove(f"{ticket.number} is {ticket.status}", status=ticket.status.value, target="help")
    row.help_words, row.helper_id = words, None
    told: JsonObject = {"ticket": ticket.id, "visit": row.id}
    colleagues = [
        each.id
        for each in await people.technicians(work)
        if each.on_duty and each.id not in (actor.person_id, ticket.customer_id) and _can(ticket, each.skills)
    ]
    card = _card(row.id)
    owes = [Notice(person, "help-wanted", told, card=card, fresh=True, urgent=True) for person in colleagues]
    if not colleagues:
        args: JsonObject = {"number": ticket.number, "technician": actor.name, "words": words}
        owes = await people.to_supervisors(work, "help-wanted-desk", args)
    data: JsonObject = {"words": words, "asked": [*colleagues]}
    await record(work, "help-asked", actor, ticket_id=ticket.id, data=data, owes=owes)
    return len(colleagues)


async def give(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    """The first colleague to say so helps; the same one again changes nothing.

    Raises NotAllowed for whoever was not asked, TooLate when somebody else helps or the job is over.
    """
    await tickets.locked(work, ticket_id)
    ticket = await tickets.ticket(work, ticket_id)
    if actor.role is not Role.TECHNICIAN or actor.person_id not in await _asked(work, ticket):
        raise NotAllowed("only a colleague helps", number=ticket.number)
    row = await under_way(work, ticket)
    if row is None or ticket.status not in WITH_TECHNICIAN:
        raise TooLate(f"{ticket.number} needs no help any more", what="help", number=ticket.number)
    if row.helper_id is not None:
        if row.helper_id == actor.person_id:
            return ticket
        helper = await people.known(work, row.helper_id)
        raise TooLate(f"{helper.name} helps already", what="helper", number=ticket.number, name=helper.name)
    row.helper_id = actor.person_id
    told: JsonObject = {"number": ticket.number, "name": actor.name}
    owes = [Notice(row.technician_id, "help-comes", told, urgent=True), *await cards(work, ticket, row.id)]
    await record(work, "help-given", actor, ticket_id=ticket.id, data={"helper": actor.person_id}, owes=owes)
    return ticket


async def cards(work: Work, ticket: TicketView, visit_id: int) -> list[Notice]:
    """The call for help as it stands now, in the chats of those who were asked."""
    shown: JsonObject = {"ticket": ticket.id, "visit": visit_id}
    return [Notice(person, "help-wanted", shown, card=_card(visit_id)) for person in await _asked(work, ticket)]


async def _asked(work: Work, ticket: TicketView) -> list[int]:
    """Whom the last call for help on this job went to."""
    calls = [entry.data["asked"] for entry in await history(work, ticket.id) if entry.event == "help-asked"]
    asked = calls[-1] if calls else []
    return [person for person in asked if isinstance(person, int)] if isinstance(asked, list) else []


def _can(ticket: TicketView, skills: tuple[str, ...]) -> bool:
    return ticket.skill is None or ticket.skill in skills


def _card(visit_id: int) -> str:
    return f"help:{visit_id}"
