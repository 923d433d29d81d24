"""A company in a database: technicians with chats, tickets done and under way, and some that wait for dispatch."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

from sqlalchemy import insert

from backend.chats import Chat
from backend.database import Base, JsonObject, Work
from backend.people.models import Person, StaffMember
from backend.people.rules import StaffRole
from backend.standard import service as standard
from backend.tickets.models import Ticket
from backend.tickets.rules import Kind, Status, Urgency, Writer
from benchmarks import teams

IN_HAND = 3
"""Jobs under way of each technician; the other tickets are done."""
ON_DUTY = 0.9
CUSTOMERS = 2_000
_LOT = 500


async def fill(work: Work, technicians: int, count: int, waiting: int) -> list[int]:
    """The ids of the tickets that wait."""
    dice, version = Random(1), await standard.current_version(work)
    people = range(1, technicians + CUSTOMERS + 1)
    await _insert(work, Person, ({"id": key, "name": f"P{key}", "created_at": work.now} for key in people))
    await _insert(work, Chat, (_chat(work, key) for key in people))
    await _insert(work, StaffMember, (_member(work, dice, key) for key in range(1, technicians + 1)))
    await _insert(work, Ticket, (_ticket(work, dice, key, technicians, count, version) for key in range(1, count + 1)))
    open_ids = list(range(count + 1, count + 1 + waiting))
    await _insert(work, Ticket, (_waiting(work, dice, key, technicians, version) for key in open_ids))
    return open_ids


async def _insert(work: Work, table: type[Base], rows: Iterator[dict[str, object]]) -> None:
    lot: list[dict[str, object]] = []
    for row in rows:
        lot.append(row)
        if len(lot) == _LOT:
            await work.session.execute(insert(table), lot)
            lot = []
    if lot:
        await work.session.execute(insert(table), lot)


def _chat(work: Work, key: int) -> dict[str, object]:
    return {
        "id": key,
        "channel": "test",
        "address": str(key),
        "person_id": key,
        "language": "en",
        "private": True,
        "seen_at": work.now,
    }


def _member(work: Work, dice: Random, key: int) -> dict[str, object]:
    latitude, longitude = teams.place(dice)
    return {
        "person_id": key,
        "role": StaffRole.TECHNICIAN.value,
        "skills": dice.sample(teams.SKILLS, teams.SKILLS_EACH),
        "levels": {},
        "home_latitude": latitude,
        "home_longitude": longitude,
        "on_duty": dice.random() < ON_DUTY,
        "joined_at": work.now,
    }


def _ticket(work: Work, dice: Random, key: int, technicians: int, count: int, version: int) -> dict[str, object]:
    is_open = key > count - IN_HAND * technicians
    holder = key % technicians + 1
    row = _row(work, dice, key, technicians, version)
    status = Status.ACCEPTED if is_open else Status.CONFIRMED
    return {**row, "status": status.value, "technician_id": holder}


def _waiting(work: Work, dice: Random, key: int, technicians: int, version: int) -> dict[str, object]:
    return {**_row(work, dice, key, technicians, version), "status": Status.GRADED.value}


def _row(work: Work, dice: Random, key: int, technicians: int, version: int) -> dict[str, object]:
    latitude, longitude = teams.place(dice)
    day, hour = (work.now + timedelta(days=1)).date(), dice.choice((9, 12, 15))
    suits: JsonObject = {"window": f"{day}/{hour}-{hour + 3}"} if dice.random() < 0.5 else {"window": "soon"}
    return {
        "id": key,
        "number": f"SN{key:012d}",
        "origin": f"made:{key}",
        "kind": Kind.HARDWARE.value,
        "urgency": Urgency.NORMAL.value,
        "severity": "general",
        "group": "hardware",
        "standard_version": version,
        "round": 1,
        "customer_id": technicians + 1 + dice.randrange(CUSTOMERS),
        "contact_name": "Li Na",
        "contact_phone": "+8613912345678",
        "symptoms": "it leaks",
        "further": [],
        "writer": Writer.SELF.value,
        "product_words": "",
        "fault_words": "",
        "skill": dice.choice(teams.SKILLS),
        "address": "88 Nanjing Road",
        "latitude": latitude,
        "longitude": longitude,
        "suits": suits,
        "photos": [],
        "opened_at": work.now,
        "changed_at": work.now,
    }
