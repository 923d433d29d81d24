import pytest
from sqlalchemy import select

from backend.complaints import service as complaints
from backend.complaints.rules import ComplaintKind, Wish
from backend.complaints.service import ComplaintRequest
from backend.database import Database
from backend.errors import NotAllowed
from backend.journal import Actor, JournalEntry, Role
from backend.people import service as people


async def test_a_look_at_the_number_of_a_complaint_is_the_supervisors_and_on_record(database: Database) -> None:
    async with database.begin() as work:
        customer = await people.add_customer(work, "Ms Wang", "+8613800138000", None)
        request = ComplaintRequest(
            "test:1", customer.id, "Ms Wang", "+8613800138000", "It took a week", ComplaintKind.DELAY, Wish.APOLOGY
        )
        taken = await complaints.take_complaint(work, request, customer.as_customer)
        with pytest.raises(NotAllowed):
            await complaints.reveal(work, taken.id, customer.as_customer)
        boss = Actor(Role.SUPERVISOR, customer.id, "Zhou Min")
        assert (await complaints.reveal(work, taken.id, boss)).phone == "+8613800138000"
        looks = await work.session.execute(select(JournalEntry.data).where(JournalEntry.event == "contact-shown"))
        assert looks.scalars().all() == [{"number": taken.number}]
