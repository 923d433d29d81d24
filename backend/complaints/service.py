"""Takes complaints and shows them. The customer hears the number at once, the supervisors hear of the complaint."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from backend.complaints.models import Complaint
from backend.complaints.rules import Channel, ComplaintKind, ComplaintStatus, Wish, check_claim, check_words
from backend.database import JsonObject, Work
from backend.duework import plan
from backend.errors import NotAllowed, NotFound
from backend.journal import Actor, Role, record
from backend.outbox import Notice
from backend.people import service as people
from backend.people.rules import masked_phone
from backend.standard import service as standard
from backend.standard.values import Clock, Start
from backend.tickets import service as tickets
from backend.tickets.numbers import hold_count, next_number
from backend.tickets.rules import Prefix
from backend.tickets.values import Contact


@dataclass(frozen=True)
class ComplaintRequest:
    """`origin` is unique to what brought the complaint: taking it a second time gives the same one.

    `words` are the customer's own, of what happened. `claimed` is in minor units of the company's currency.
    """

    origin: str
    customer_id: int
    contact_name: str
    contact_phone: str
    words: str
    kind: ComplaintKind
    wish: Wish
    ticket_id: int | None = None
    claimed: int | None = None
    photos: Sequence[str] = ()
    channel: Channel = Channel.CHAT


@dataclass(frozen=True)
class ComplaintView:
    """A complaint with its phone number masked. `ticket` is the ticket's number, `handler` who has it in hand."""

    id: int
    number: str
    status: ComplaintStatus
    kind: ComplaintKind
    wish: Wish
    channel: Channel
    customer_id: int
    ticket_id: int | None
    ticket: str | None
    contact_name: str
    masked_phone: str
    words: str
    claimed: int | None
    photos: tuple[str, ...]
    taken_by: int | None
    registrar: str
    received_at: datetime
    handler: str | None
    due_at: datetime | None


async def take_complaint(work: Work, request: ComplaintRequest, actor: Actor) -> ComplaintView:
    """Numbers and files a complaint. The same origin a second time: the same complaint.

    Raises Invalid, NotFound for a ticket that does not exist, NotAllowed for somebody else's.
    """
    if (known := await complaint_from(work, request.origin)) is not None:
        return known
    row = await _new_complaint(work, request, actor)
    data: JsonObject = {"complaint": row.id, "number": row.number, "kind": row.kind, "wish": row.wish}
    owes = [
        Notice(row.customer_id, "complaint-taken", {"number": row.number}),
        *await notices_of(work, row.id),
    ]
    if row.due_at is not None:
        await plan(work, "complaint-due", f"complaint-due:{row.id}", row.due_at, {"complaint": row.id})
    await record(work, "complaint-taken", actor, ticket_id=row.ticket_id, data=data, owes=owes)
    return view(row)


async def complaint_from(work: Work, origin: str) -> ComplaintView | None:
    """The complaint that the origin brought. Nobody else takes one until the transaction ends."""
    await hold_count(work, Prefix.COMPLAINT)
    row = (await work.session.execute(select(Complaint).where(Complaint.origin == origin))).scalar_one_or_none()
    return view(row) if row else None


async def complaint(work: Work, complaint_id: int) -> ComplaintView:
    """Raises NotFound."""
    row = await work.session.get(Complaint, complaint_id)
    if row is None:
        raise NotFound(f"no complaint {complaint_id}")
    return view(row)


async def open_complaints(work: Work) -> int:
    """How many nobody has in hand."""
    waiting = select(func.count()).select_from(Complaint).where(Complaint.status == ComplaintStatus.RECEIVED)
    return (await work.session.execute(waiting)).scalar_one()


async def notices_of(work: Work, complaint_id: int) -> list[Notice]:
    """The supervisors' live card of the complaint. For this feature's own modules."""
    return await people.to_supervisors(work, "complaint", {"complaint": complaint_id}, card=f"complaint:{complaint_id}")


async def reveal(work: Work, complaint_id: int, actor: Actor) -> Contact:
    """The whole number, for the supervisor and the desk; every look goes on record. Raises NotAllowed, NotFound."""
    if actor.role not in (Role.SUPERVISOR, Role.DESK):
        raise NotAllowed("the contact of a complaint is the supervisor's")
    row = await work.session.get(Complaint, complaint_id)
    if row is None:
        raise NotFound(f"no complaint {complaint_id}")
    await record(work, "contact-shown", actor, ticket_id=row.ticket_id, data={"number": row.number})
    return Contact(row.contact_name, row.contact_phone, "", None, None)


async def complaint_numbered(work: Work, number: str) -> ComplaintView:
    """Raises NotFound."""
    found = await work.session.execute(select(Complaint).where(Complaint.number == number.strip().upper()))
    row = found.scalar_one_or_none()
    if row is None:
        raise NotFound(f"no complaint {number[:40]!r}", number=number[:40])
    return view(row)


async def complaints(
    work: Work, *, after: int | None = None, limit: int = 50, customer_id: int | None = None
) -> list[ComplaintView]:
    """Newest first; `after` is the id of the last one of the page before."""
    query = select(Complaint).order_by(Complaint.id.desc()).limit(limit)
    if after is not None:
        query = query.where(Complaint.id < after)
    if customer_id is not None:
        query = query.where(Complaint.customer_id == customer_id)
    return [view(row) for row in (await work.session.execute(query)).scalars()]


async def _new_complaint(work: Work, request: ComplaintRequest, actor: Actor) -> Complaint:
    words, claimed = check_words(request.words), check_claim(request.claimed)
    ticket = await tickets.ticket(work, request.ticket_id) if request.ticket_id is not None else None
    if ticket is not None and ticket.customer_id != request.customer_id:
        raise NotAllowed("the ticket is somebody else's", number=ticket.number)
    row = Complaint(
        number=await next_number(work, Prefix.COMPLAINT),
        origin=request.origin,
        status=ComplaintStatus.RECEIVED,
        kind=request.kind,
        wish=request.wish,
        channel=request.channel,
        customer_id=request.customer_id,
        ticket_id=request.ticket_id,
        ticket=ticket.number if ticket else None,
        contact_name=request.contact_name,
        contact_phone=request.contact_phone,
        words=words,
        claimed=claimed,
        photos=list(request.photos),
        taken_by=actor.person_id,
        registrar=actor.name,
        received_at=work.now,
        due_at=await standard.due_moment(work, Clock.COMPLAINT, Start.COMPLAINED),
    )
    work.session.add(row)
    await work.session.flush()
    return row


def view(row: Complaint) -> ComplaintView:
    return ComplaintView(
        id=row.id,
        number=row.number,
        status=ComplaintStatus(row.status),
        kind=ComplaintKind(row.kind),
        wish=Wish(row.wish),
        channel=Channel(row.channel),
        customer_id=row.customer_id,
        ticket_id=row.ticket_id,
        ticket=row.ticket,
        contact_name=row.contact_name,
        masked_phone=masked_phone(row.contact_phone),
        words=row.words,
        claimed=row.claimed,
        photos=tuple(row.photos),
        taken_by=row.taken_by,
        registrar=row.registrar,
        received_at=row.received_at,
        handler=row.handler,
        due_at=row.due_at,
    )
