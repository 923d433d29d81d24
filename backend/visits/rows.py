"""The rows behind the commands of visits: who holds the job, and which outing is the present one."""

from sqlalchemy import select

from backend.actors import Actor
from backend.database import Json, JsonObject, Work
from backend.errors import NotAllowed
from backend.tickets import service as tickets
from backend.tickets.values import TicketView
from backend.visits.models import Visit
from backend.visits.rules import PartUsed, WorkType
from backend.visits.values import Proposal, ServiceRecord, VisitView


async def held(work: Work, ticket_id: int, actor: Actor) -> TicketView:
    """The ticket under its lock. Raises NotAllowed for anyone but the technician who holds the job."""
    await tickets.locked(work, ticket_id)
    ticket = await tickets.ticket(work, ticket_id)
    if ticket.technician_id is None or ticket.technician_id != actor.person_id:
        raise NotAllowed("the job is somebody else's", number=ticket.number)
    return ticket


async def begin(work: Work, ticket: TicketView, technician_id: int, *, remote: bool = False) -> Visit:
    """A new outing. What the customer agreed to on the last one of this handling holds on this one as well."""
    before = (await rows(work, ticket))[-1:]
    row = Visit(
        ticket_id=ticket.id,
        round=ticket.round,
        technician_id=technician_id,
        remote=remote,
        departed_at=work.now,
        photos=[],
        parts_used=[],
    )
    if before and before[0].agreed_at is not None:
        agreed = before[0]
        row.cause, row.plan, row.price = agreed.cause, agreed.plan, agreed.price
        row.proposed_at, row.agreed_at = agreed.proposed_at, agreed.agreed_at
    work.session.add(row)
    await work.session.flush()
    return row


async def rows(work: Work, ticket: TicketView) -> list[Visit]:
    """The outings of the present handling, oldest first."""
    mine = select(Visit).where(Visit.ticket_id == ticket.id, Visit.round == ticket.round).order_by(Visit.id)
    return list((await work.session.execute(mine)).scalars())


async def latest(work: Work, ticket: TicketView) -> Visit:
    """The present outing. Raises IndexError when nobody has set out yet, which the table of moves rules out."""
    return (await rows(work, ticket))[-1]


async def proposed(work: Work, ticket: TicketView) -> Visit | None:
    """The outing whose plan was put to the customer last in this handling: what was agreed holds for the next."""
    return next((row for row in reversed(await rows(work, ticket)) if row.proposed_at is not None), None)


async def under_way(work: Work, ticket: TicketView) -> Visit | None:
    """The outing that has neither ended nor been broken off."""
    last = (await rows(work, ticket))[-1:]
    return last[0] if last and last[0].left_at is None and last[0].finished_at is None else None


def view(row: Visit) -> VisitView:
    return VisitView(
        id=row.id,
        ticket_id=row.ticket_id,
        round=row.round,
        technician_id=row.technician_id,
        remote=row.remote,
        departed_at=row.departed_at,
        arrived_at=row.arrived_at,
        far_km=row.far_km,
        left_at=row.left_at,
        finished_at=row.finished_at,
        proposal=_proposal(row),
        cause=row.cause,
        record=_record(row),
        help_words=row.help_words,
        helper_id=row.helper_id,
        confirmed_at=row.confirmed_at,
        confirmed_by=row.confirmed_by,
    )


def _proposal(row: Visit) -> Proposal | None:
    if row.proposed_at is None:
        return None
    return Proposal(row.plan or "", row.price or 0, row.proposed_at, row.agreed_at, row.refused_at)


def _record(row: Visit) -> ServiceRecord | None:
    if row.finished_at is None:
        return None
    return ServiceRecord(
        cause=row.cause or "",
        solution=row.solution or "",
        parts=row.parts or "",
        minutes=row.minutes or 0,
        photos=tuple(row.photos),
        work_type=WorkType(row.work_type or WorkType.REPAIR),
        parts_used=tuple(_part(part) for part in _listed(row.parts_used)),
        charge=row.charge or 0,
    )


def _listed(value: Json) -> list[JsonObject]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _part(part: JsonObject) -> PartUsed:
    quantity = part.get("quantity")
    return PartUsed(
        name=str(part.get("name", "")),
        quantity=quantity if isinstance(quantity, int) else 1,
        old_serial=str(part.get("old_serial", "")),
        new_serial=str(part.get("new_serial", "")),
    )
