"""The row of a new ticket, graded by the catalogue."""

from dataclasses import dataclass

from backend.catalog import service as catalog
from backend.database import Work
from backend.standard import service as standard
from backend.tickets.models import Ticket
from backend.tickets.numbers import next_number
from backend.tickets.rules import Honorific, Kind, Prefix, Status, group_of
from backend.tickets.values import RepairRequest


async def new_ticket(work: Work, request: RepairRequest) -> Ticket:
    """Numbered and received; nothing is told of it yet."""
    graded = await _graded_by_catalogue(work, request)
    row = Ticket(
        number=await next_number(work, Prefix.TICKET),
        origin=request.origin,
        status=Status.RECEIVED,
        kind=graded.kind,
        urgency=request.urgency,
        severity=graded.severity,
        group=group_of(graded.kind),
        standard_version=await standard.current_version(work),
        round=1,
        customer_id=request.customer_id,
        contact_name=request.contact_name,
        honorific=Honorific(request.honorific) if request.honorific else None,
        contact_phone=request.contact_phone,
        writer=request.writer,
        organisation=request.organisation,
        client_name=request.client_name,
        client_phone=request.client_phone,
        tried=request.tried,
        symptoms=request.symptoms,
        further=[symptom.to_json() for symptom in request.further],
        product_id=request.product_id,
        product_words=request.product_words,
        fault_id=request.fault_id,
        fault_words=request.fault_words,
        skill=graded.skill,
        serial=request.serial,
        purchased_on=request.purchased_on,
        purchase_words=request.purchase_words,
        address=request.place.address,
        latitude=request.place.latitude,
        longitude=request.place.longitude,
        suits=request.suits,
        photos=list(request.photos),
        opened_at=work.now,
        changed_at=work.now,
    )
    work.session.add(row)
    await work.session.flush()
    return row


@dataclass(frozen=True)
class _Graded:
    kind: Kind
    severity: str
    skill: str | None


async def _graded_by_catalogue(work: Work, request: RepairRequest) -> _Graded:
    """Kind, severity and the skill wanted, by the first fault; one that nobody knows yet counts as general."""
    product = await catalog.product(work, request.product_id) if request.product_id is not None else None
    fault = await catalog.fault(work, request.fault_id) if request.fault_id is not None else None
    skill = (fault.skill if fault else None) or (product.skill if product else None)
    kind = request.kind or (fault.concern if fault else Kind.HARDWARE)
    return _Graded(kind, fault.severity.value if fault else "general", skill)
