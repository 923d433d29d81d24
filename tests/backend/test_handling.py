"""What follows a complaint, a return, a call-back and a word on the phone: the customer is told what is true."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from backend.clock import FixedClock
from backend.complaints import service as complaints
from backend.complaints.handling import complaint_is_due, take_in_hand
from backend.database import Database
from backend.errors import NotAllowed, TooLate
from backend.followups import service as followups
from backend.followups.reopening import answer_reopening, ask_to_reopen
from backend.goods import service as goods
from backend.goods.collecting import arrange_collection, collection_is_due
from backend.journal import history
from backend.people import service as people
from backend.people.rules import StaffRole
from backend.tickets import service as tickets
from backend.tickets.rules import Status
from tests.backend import trade
from tests.backend.test_api_problems import check
from tests.backend.test_complaints import PHONED as COMPLAINT
from tests.backend.test_complaints import taken as complained
from tests.backend.test_goods import PHONED as RETURN
from tests.backend.test_goods import taken as returned

DUE = {"return-due": collection_is_due, "complaint-due": complaint_is_due}


async def test_who_complained_hears_who_has_it_in_hand_and_only_one_has(database: Database) -> None:
    async with database.begin() as work:
        one, two = [await trade.staff(work, name, StaffRole.SUPERVISOR) for name in ("Chen", "Zhou")]
        owner = await trade.customer(work)
        complaint = await complained(work, owner)
        assert await complaints.open_complaints(work) == 1
        with pytest.raises(NotAllowed):
            await take_in_hand(work, complaint.id, owner.actor)
        await take_in_hand(work, complaint.id, one.actor)
        again = await take_in_hand(work, complaint.id, one.actor)
        assert (again.status, again.handler) == ("in-hand", "Chen")
        with pytest.raises(TooLate):
            await take_in_hand(work, complaint.id, two.actor)
        assert await complaints.open_complaints(work) == 0
        [told] = await trade.owed(work, "complaint-in-hand")
        assert told.args == {"number": complaint.number, "name": "Chen"}


async def test_a_collection_that_nobody_arranged_in_time_is_told_to_the_supervisors_once(
    database: Database, clock: FixedClock
) -> None:
    async with database.begin() as work:
        await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        owner = await trade.customer(work)
        late, timely = await returned(work, owner), await returned(work, owner, "chat:2")
        await arrange_collection(work, timely.id, trade.DESK)
        assert await goods.open_returns(work) == 1
    clock.forward(late.due_at - clock.now() - timedelta(minutes=1))
    await trade.do_due(database, DUE)
    async with database.read() as work:
        assert await trade.owed(work, "return-due") == []
    clock.forward(timedelta(minutes=2))
    await trade.do_due(database, DUE)
    clock.forward(timedelta(days=30))
    await trade.do_due(database, DUE)
    async with database.read() as work:
        assert [each.args for each in await trade.owed(work, "return-due")] == [{"number": late.number}]
        assert [each.args for each in await trade.owed(work, "return-arranged")] == [{"number": timely.number}]


async def test_the_desk_takes_complaints_in_hand_and_arranges_collections(api: httpx.AsyncClient) -> None:
    complaint = (await api.post("complaints", json=COMPLAINT)).json()
    assert (await api.post(f"complaints/{complaint['number']}/take")).json()["handler"] == "front desk"
    goods_return = (await api.post("returns", json=RETURN)).json()
    arranged = (await api.post(f"returns/{goods_return['number']}/collection")).json()
    assert (arranged["status"], bool(arranged["arranged_at"])) == ("arranged", True)
    check(await api.post("complaints/CP20260506099/take"), 404, "not-found")
    check(await api.post("returns/RT20260506099/collection"), 404, "not-found")


async def _called_back(database: Database, *reasons: str) -> tuple[int, Any, Any]:
    ticket, owner, _ = await trade.confirmed(database)
    async with database.begin() as work:
        chief = await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        await followups.open_call_back(
            work, "survey:1", ticket.id, ticket.number, owner.id, 3, reasons, "it still leaks"
        )
        await followups.take(work, 1, chief.actor)
    return ticket.id, owner, chief


async def test_a_job_that_was_not_done_is_opened_again_when_the_customer_agrees(database: Database) -> None:
    ticket_id, owner, chief = await _called_back(database, "B")
    async with database.begin() as work:
        with pytest.raises(TooLate):
            await answer_reopening(work, 1, owner.actor, agreed=True)
        for _ in range(2):
            await ask_to_reopen(work, 1, chief.actor)
        assert len(await trade.owed(work, "reopen-asked")) == 1
        with pytest.raises(NotAllowed):
            await answer_reopening(work, 1, chief.actor, agreed=True)
        ticket = await answer_reopening(work, 1, owner.actor, agreed=True)
        assert (ticket.status, ticket.round, ticket.objection) == (Status.OBJECTED, 2, "it still leaks")
        with pytest.raises(TooLate):
            await answer_reopening(work, 1, owner.actor, agreed=True)
    await trade.do_due(database)
    async with database.read() as work:
        assert (await tickets.ticket(work, ticket_id)).status is Status.OFFERED


async def test_a_job_stays_closed_when_the_customer_does_not_want_it_opened(database: Database) -> None:
    ticket_id, owner, chief = await _called_back(database, "A", "D")
    async with database.begin() as work:
        await ask_to_reopen(work, 1, chief.actor)
        await answer_reopening(work, 1, owner.actor, agreed=False)
        assert (await tickets.ticket(work, ticket_id)).status is Status.CONFIRMED


async def test_bad_manners_open_no_job_again(database: Database) -> None:
    _, _, chief = await _called_back(database, "D", "H")
    async with database.begin() as work:
        with pytest.raises(TooLate):
            await ask_to_reopen(work, 1, chief.actor)


async def test_the_desk_confirms_on_the_word_of_a_customer_without_a_chat(
    api: httpx.AsyncClient, database: Database, clock: FixedClock
) -> None:
    async with database.begin() as work:
        technician = await trade.staff(work, "Wang Wei")
        owner = await people.add_customer(work, "Li Na", "+8613912345678", None)
        ticket = await trade.opened(work, owner)
    path = f"tickets/{ticket.number}/confirm"
    word = {"said_by": "Mr Li", "said_at": clock.now().isoformat(), "words": "fine again"}
    check(await api.post(path, json=word), 409, "wrong-move")
    await trade.accepted(database, ticket, technician)
    await trade.repaired(database, ticket, technician)
    for wrong in (clock.now() - timedelta(days=1), clock.now() + timedelta(days=1)):
        check(await api.post(path, json={**word, "said_at": wrong.isoformat()}), 422, "invalid")
    for _ in range(2):
        assert (await api.post(path, json=word)).json()["status"] == "confirmed"
    async with database.read() as work:
        [entry] = [each for each in await history(work, ticket.id) if each.event == "confirmed-on-word"]
        assert (entry.role, entry.actor) == ("desk", "front desk")
        assert {**entry.data, "not_told": None} == {**word, "not_told": None} | {"said_at": clock.now().isoformat()}


async def test_who_has_a_chat_is_not_confirmed_for(
    api: httpx.AsyncClient, database: Database, clock: FixedClock
) -> None:
    async with database.begin() as work:
        technician, owner = await trade.staff(work, "Wang Wei"), await trade.customer(work)
        ticket = await trade.opened(work, owner)
    await trade.accepted(database, ticket, technician)
    await trade.repaired(database, ticket, technician)
    word = {"said_by": "Li Na", "said_at": clock.now().isoformat()}
    check(await api.post(f"tickets/{ticket.number}/confirm", json=word), 403, "not-allowed")
