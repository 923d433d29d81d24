"""Takes returns and exchanges, and shows them. The customer hears the number at once, the supervisors of the return."""

from datetime import date

from sqlalchemy import func, select

from backend.catalog import service as catalog
from backend.database import JsonObject, Work
from backend.duework import plan
from backend.errors import Invalid, NotAllowed, NotFound
from backend.goods.models import GoodsReturn
from backend.goods.rules import (
    Condition,
    ReturnKind,
    ReturnStatus,
    check_lines,
    check_proof,
    check_quantity,
)
from backend.goods.values import ReturnRequest, ReturnView
from backend.journal import Actor, Role, record
from backend.outbox import Notice
from backend.people import service as people
from backend.people.rules import masked_address, masked_phone
from backend.standard import service as standard
from backend.standard.values import Clock, Start
from backend.tickets import service as tickets
from backend.tickets.numbers import hold_count, next_number
from backend.tickets.rules import Prefix
from backend.tickets.values import Contact


async def take_return(work: Work, request: ReturnRequest, actor: Actor) -> ReturnView:
    """Numbers and files a return. The same origin a second time: the same return.

    Raises Invalid, NotFound for a ticket or product that does not exist, NotAllowed for somebody else's ticket.
    """
    if (known := await return_from(work, request.origin)) is not None:
        return known
    row = await _new_return(work, request, actor)
    data: JsonObject = {"return": row.id, "number": row.number, "kind": row.kind}
    owes = [
        Notice(row.customer_id, "return-taken", {"number": row.number, "due_at": row.due_at.isoformat()}),
        *await notices_of(work, row.id),
    ]
    await plan(work, "return-due", due_key(row.id), row.due_at, {"return": row.id})
    await record(work, "return-taken", actor, ticket_id=row.ticket_id, data=data, owes=owes)
    return view(row)


async def return_from(work: Work, origin: str) -> ReturnView | None:
    """The return that the origin brought. Nobody else takes one until the transaction ends."""
    await hold_count(work, Prefix.RETURN)
    row = (await work.session.execute(select(GoodsReturn).where(GoodsReturn.origin == origin))).scalar_one_or_none()
    return view(row) if row else None


async def goods_return(work: Work, return_id: int) -> ReturnView:
    """Raises NotFound."""
    row = await work.session.get(GoodsReturn, return_id)
    if row is None:
        raise NotFound(f"no return {return_id}")
    return view(row)


async def open_returns(work: Work) -> int:
    """How many wait for their collection to be arranged."""
    waiting = select(func.count()).select_from(GoodsReturn).where(GoodsReturn.status == ReturnStatus.RECEIVED)
    return (await work.session.execute(waiting)).scalar_one()


async def notices_of(work: Work, return_id: int) -> list[Notice]:
    """The supervisors' live card of the return. For this feature's own modules."""
    return await people.to_supervisors(work, "return", {"return": return_id}, card=f"return:{return_id}")


def due_key(return_id: int) -> str:
    """The key of the due work that watches the collection."""
    return f"return-due:{return_id}"


async def reveal(work: Work, return_id: int, actor: Actor) -> Contact:
    """The whole number and address, for the supervisor and the desk; every look goes on record.

    Raises NotAllowed, NotFound.
    """
    if actor.role not in (Role.SUPERVISOR, Role.DESK):
        raise NotAllowed("the contact of a return is the supervisor's")
    row = await work.session.get(GoodsReturn, return_id)
    if row is None:
        raise NotFound(f"no return {return_id}")
    await record(work, "contact-shown", actor, ticket_id=row.ticket_id, data={"number": row.number})
    return Contact(row.contact_name, row.contact_phone, row.address, row.latitude, row.longitude)


async def return_numbered(work: Work, number: str) -> ReturnView:
    """Raises NotFound."""
    found = await work.session.execute(select(GoodsReturn).where(GoodsReturn.number == number.strip().upper()))
    row = found.scalar_one_or_none()
    if row is None:
        raise NotFound(f"no return {number[:40]!r}", number=number[:40])
    return view(row)


async def returns(
    work: Work, *, after: int | None = None, limit: int = 50, customer_id: int | None = None
) -> list[ReturnView]:
    """Newest first; `after` is the id of the last one of the page before."""
    query = select(GoodsReturn).order_by(GoodsReturn.id.desc()).limit(limit)
    if after is not None:
        query = query.where(GoodsReturn.id < after)
    if customer_id is not None:
        query = query.where(GoodsReturn.customer_id == customer_id)
    return [view(row) for row in (await work.session.execute(query)).scalars()]


async def _new_return(work: Work, request: ReturnRequest, actor: Actor) -> GoodsReturn:
    ticket = await _ticket_number(work, request)
    await _check_product(work, request)
    due_at = await standard.due_moment(work, Clock.COLLECTION, Start.RETURNED)
    assert due_at is not None  # a standard without that limit is refused
    row = GoodsReturn(
        number=await next_number(work, Prefix.RETURN),
        origin=request.origin,
        status=ReturnStatus.RECEIVED,
        kind=request.kind,
        customer_id=request.customer_id,
        ticket_id=request.ticket_id,
        ticket=ticket,
        product_id=request.product_id,
        product_words=request.product_words,
        model=request.model,
        serial=request.serial,
        colour=request.colour,
        quantity=check_quantity(request.quantity),
        amount=request.amount,
        purchased_on=_past(work, request.purchased_on),
        purchase_words=request.purchase_words,
        proof=check_proof(request.proof, has_none=request.no_proof),
        condition=request.condition,
        reason=request.reason,
        symptoms=check_lines(request.symptoms, "symptoms"),
        tried=request.tried,
        questions=check_lines(request.questions, "questions"),
        notes=request.notes,
        contact_name=request.contact_name,
        contact_phone=request.contact_phone,
        address=request.pickup.address,
        latitude=request.pickup.latitude,
        longitude=request.pickup.longitude,
        taken_by=actor.person_id,
        registrar=actor.name,
        received_at=work.now,
        due_at=due_at,
    )
    work.session.add(row)
    await work.session.flush()
    return row


async def _ticket_number(work: Work, request: ReturnRequest) -> str | None:
    if request.ticket_id is None:
        return None
    ticket = await tickets.ticket(work, request.ticket_id)
    if ticket.customer_id != request.customer_id:
        raise NotAllowed("the ticket is somebody else's", number=ticket.number)
    return ticket.number


async def _check_product(work: Work, request: ReturnRequest) -> None:
    if request.product_id is not None:
        await catalog.product(work, request.product_id)
    elif not (request.product_words or request.model):
        raise Invalid("a return of nothing; expected a product of the catalogue, or words for it", what="product")


def _past(work: Work, day: date | None) -> date | None:
    if day is not None and day > work.now.astimezone(work.settings.time_zone).date():
        raise Invalid("a purchase in the future; expected a date up to today", what="purchased_on")
    return day


def view(row: GoodsReturn) -> ReturnView:
    return ReturnView(
        id=row.id,
        number=row.number,
        status=ReturnStatus(row.status),
        kind=ReturnKind(row.kind),
        customer_id=row.customer_id,
        ticket_id=row.ticket_id,
        ticket=row.ticket,
        product_id=row.product_id,
        product_words=row.product_words,
        model=row.model,
        serial=row.serial,
        colour=row.colour,
        quantity=row.quantity,
        amount=row.amount,
        purchased_on=row.purchased_on,
        purchase_words=row.purchase_words,
        proof=tuple(row.proof),
        condition=Condition(row.condition),
        reason=row.reason,
        symptoms=tuple(row.symptoms),
        tried=row.tried,
        questions=tuple(row.questions),
        notes=row.notes,
        contact_name=row.contact_name,
        masked_phone=masked_phone(row.contact_phone),
        masked_address=masked_address(row.address),
        taken_by=row.taken_by,
        registrar=row.registrar,
        received_at=row.received_at,
        due_at=row.due_at,
        arranged_at=row.arranged_at,
    )
