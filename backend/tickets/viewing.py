"""A ticket as others see it: without its contact's number and address."""

from backend.database import Json
from backend.people.rules import masked_address, masked_phone
from backend.tickets.models import Ticket
from backend.tickets.rules import Honorific, Kind, Status, Urgency, Writer
from backend.tickets.values import Symptom, TicketView


def view(row: Ticket) -> TicketView:
    return TicketView(
        id=row.id,
        number=row.number,
        status=Status(row.status),
        kind=Kind(row.kind),
        urgency=Urgency(row.urgency),
        severity=row.severity,
        group=row.group,
        round=row.round,
        customer_id=row.customer_id,
        technician_id=row.technician_id,
        contact_name=row.contact_name,
        honorific=Honorific(row.honorific) if row.honorific else None,
        masked_phone=masked_phone(row.contact_phone),
        masked_address=masked_address(row.address) if row.address else "",
        writer=Writer(row.writer),
        organisation=row.organisation,
        client_name=row.client_name,
        masked_client_phone=masked_phone(row.client_phone) if row.client_phone else None,
        tried=row.tried,
        symptoms=row.symptoms,
        further=_symptoms(row.further),
        product_id=row.product_id,
        product_words=row.product_words,
        fault_id=row.fault_id,
        fault_words=row.fault_words,
        skill=row.skill,
        serial=row.serial,
        purchased_on=row.purchased_on,
        purchase_words=row.purchase_words,
        latitude=row.latitude,
        longitude=row.longitude,
        suits=row.suits,
        expected_at=row.expected_at,
        photos=tuple(row.photos),
        objection=row.objection,
        opened_at=row.opened_at,
        changed_at=row.changed_at,
        standard_version=row.standard_version,
    )


def _symptoms(further: Json) -> tuple[Symptom, ...]:
    return tuple(Symptom.from_json(each) for each in further) if isinstance(further, list) else ()
