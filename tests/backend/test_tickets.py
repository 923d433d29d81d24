"""Opening tickets, their history and their deadlines, on both engines."""

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from backend.clock import FixedClock
from backend.database import Database
from backend.duework import DueWork
from backend.errors import NotAllowed, WrongMove
from backend.journal import Actor, Role, history
from backend.people import service as people
from backend.people.rules import StaffRole
from backend.people.service import Known
from backend.tickets import service as tickets
from backend.tickets.clocks import clocks_of
from backend.tickets.contact import reveal
from backend.tickets.models import DailyCount
from backend.tickets.rules import Status
from backend.tickets.values import TicketView
from backend.visits import service as visits
from tests.backend import trade


async def test_the_same_origin_twice_gives_one_ticket(database: Database) -> None:
    async with database.begin() as work:
        owner = await trade.customer(work)
        first = await trade.opened(work, owner, "chat:1")
    async with database.begin() as work:
        assert await trade.opened(work, owner, "chat:1", symptoms="said again") == first
        assert [ticket.id for ticket in await tickets.tickets(work)] == [first.id]
        assert await trade.events(work, first.id) == ["received", "graded"]


async def test_the_same_origin_at_the_same_moment_gives_one_ticket(database: Database) -> None:
    async with database.begin() as work:
        owner = await trade.customer(work)

    async def one() -> TicketView:
        async with database.begin() as work:
            return await trade.opened(work, owner, "chat:1")

    assert len({ticket.number for ticket in await asyncio.gather(*(one() for _ in range(6)))}) == 1


async def test_tickets_opened_at_the_same_moment_get_numbers_without_gaps(database: Database) -> None:
    async with database.begin() as work:
        owner = await trade.customer(work)

    async def one(origin: str) -> str:
        async with database.begin() as work:
            return (await trade.opened(work, owner, origin)).number

    numbers = await asyncio.gather(*(one(f"chat:{count}") for count in range(12)))
    assert sorted(numbers) == [f"SN20260506{count:03d}" for count in range(1, 13)]


async def test_a_day_with_a_thousand_tickets_goes_on_counting(database: Database) -> None:
    async with database.begin() as work:
        owner = await trade.customer(work)
        work.session.add(DailyCount(prefix="SN", day=date(2026, 5, 6), count=998))
        await work.session.flush()
        numbers = [(await trade.opened(work, owner, f"chat:{count}")).number for count in range(3)]
    assert numbers == ["SN20260506999", "SN202605061000", "SN202605061001"]


async def test_numbers_begin_anew_at_the_companys_midnight(database: Database, clock: FixedClock) -> None:
    clock.forward(timedelta(hours=13, minutes=59))
    async with database.begin() as work:
        owner = await trade.customer(work)
        late = await trade.opened(work, owner, "chat:1")
    clock.forward(timedelta(minutes=1))
    async with database.begin() as work:
        early = await trade.opened(work, owner, "chat:2")
    assert (late.number, early.number) == ("SN20260506001", "SN20260507001")


async def test_a_ticket_whose_opening_failed_leaves_no_trace(database: Database) -> None:
    with pytest.raises(RuntimeError):
        await _open_and_crash(database)
    async with database.begin() as work:
        assert await tickets.tickets(work) == []
        assert (await trade.opened(work)).number == "SN20260506001"


async def _open_and_crash(database: Database) -> None:
    async with database.begin() as work:
        await trade.opened(work)
        raise RuntimeError("the power went")


async def test_the_customer_is_shown_the_ticket_at_once(database: Database) -> None:
    async with database.begin() as work:
        ticket = await trade.opened(work)
        assert [(row.args, row.card) for row in await trade.owed(work, "ticket-card")] == [
            ({"ticket": ticket.id}, f"ticket:{ticket.id}")
        ]


async def test_whoever_cannot_be_told_is_named_in_the_history(database: Database) -> None:
    async with database.begin() as work:
        caller = await people.add_customer(work, "Li Na", "+8613912345678", None)
        ticket = await tickets.open_ticket(work, trade.request(caller), trade.DESK)
        assert (await history(work, ticket.id))[0].data["not_told"] == ["ticket-card"]


async def test_supervisors_hear_of_a_deadline_before_and_when_it_is_missed(
    database: Database, clock: FixedClock
) -> None:
    async with database.begin() as work:
        await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        ticket = await trade.opened(work, urgency="urgent")
    heard = []
    for _ in range(4):
        clock.forward(timedelta(minutes=8, seconds=20))
        await trade.do_due(database)
        async with database.read() as work:
            told: list[Any] = [row.args["alarms"] for row in await trade.owed(work, "alarms")]
            heard.append([alarm["percent"] for alarms in told for alarm in alarms])
    assert heard == [[], [], [80], [80, 100]]
    async with database.read() as work:
        [first, second] = await clocks_of(work, ticket.id)
    assert (first.clock, first.breached_at) == ("first-contact", clock.now())
    assert second.breached_at is None


async def test_a_deadline_that_was_kept_is_not_spoken_of(database: Database, clock: FixedClock) -> None:
    async with database.begin() as work:
        technician = await trade.staff(work, "Wang Wei")
        await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        ticket = await trade.opened(work, urgency="urgent")
    await trade.accepted(database, ticket, technician)
    clock.forward(timedelta(days=2))
    await trade.do_due(database)
    async with database.read() as work:
        assert await trade.owed(work, "alarms") == []
        assert await work.session.scalar(select(DueWork.key).limit(1)) is None


async def test_cancelling_stops_every_clock_and_cannot_be_done_once_work_has_begun(database: Database) -> None:
    async with database.begin() as work:
        technician, owner = await trade.staff(work, "Wang Wei"), await trade.customer(work)
        gone, kept = await trade.opened(work, owner), await trade.opened(work, owner, "chat:2")
        await tickets.cancel_ticket(work, gone.id, owner.actor)
        assert all(each.stopped_at for each in await clocks_of(work, gone.id))
    await trade.accepted(database, kept, technician)
    async with database.begin() as work:
        await visits.depart(work, kept.id, technician.actor)
        await visits.arrive(work, kept.id, technician.actor)
        with pytest.raises(WrongMove):
            await tickets.cancel_ticket(work, kept.id, owner.actor)


async def test_nobody_cancels_somebody_elses_ticket(database: Database) -> None:
    async with database.begin() as work:
        ticket, other = await trade.opened(work), await trade.customer(work, "Mallory")
        with pytest.raises(NotAllowed):
            await tickets.cancel_ticket(work, ticket.id, other.actor)


async def test_only_who_needs_the_contact_sees_it_and_every_reader_is_on_record(database: Database) -> None:
    async with database.begin() as work:
        technician, other = await trade.staff(work, "Wang Wei"), await trade.customer(work, "Mallory")
        ticket = await trade.opened(work, await trade.customer(work))
        for stranger in (technician.actor, other.actor, Actor(Role.SYSTEM)):
            with pytest.raises(NotAllowed):
                await reveal(work, ticket.id, stranger)
    await trade.accepted(database, ticket, technician)
    async with database.begin() as work:
        readers = [technician.actor, Actor(Role.DESK, None, "anna"), Actor(Role.DESK, None, "ben")]
        for reader in [*readers, *readers]:
            assert (await reveal(work, ticket.id, reader)).phone == "+8613912345678"
        looks = [entry.actor for entry in await history(work, ticket.id) if entry.event.startswith("contact-shown")]
        assert looks == ["Wang Wei", "anna", "ben"]


async def test_the_technician_no_longer_sees_the_contact_when_the_job_is_done(database: Database) -> None:
    ticket, _, technician = await trade.confirmed(database)
    async with database.begin() as work:
        with pytest.raises(NotAllowed):
            await reveal(work, ticket.id, technician.actor)


async def test_an_objection_starts_a_second_handling_with_its_own_deadline(
    database: Database, clock: FixedClock
) -> None:
    async with database.begin() as work:
        technician, owner = await trade.staff(work, "Wang Wei"), await trade.customer(work)
        ticket = await trade.opened(work, owner)
    await trade.accepted(database, ticket, technician)
    await trade.repaired(database, ticket, technician)
    async with database.begin() as work:
        again = await visits.object_to(work, ticket.id, owner.actor, "it still leaks")
        assert (again.status, again.round) == (Status.OBJECTED, 2)
        running = [each for each in await clocks_of(work, ticket.id) if not each.stopped_at]
        assert [(each.clock, each.round) for each in running] == [("second-solution", 2)]
        assert running[0].due_at == clock.now() + timedelta(hours=24)
    await trade.accepted(database, ticket, technician)
    await trade.repaired(database, ticket, technician)
    async with database.begin() as work:
        assert (await visits.confirm(work, ticket.id, owner.actor)).status is Status.CONFIRMED
        assert [visit.round for visit in await visits.visits_of(work, ticket.id)] == [1, 2]
        assert all(each.stopped_at for each in await clocks_of(work, ticket.id))


async def test_only_the_customer_confirms_and_only_the_holder_works(database: Database) -> None:
    async with database.begin() as work:
        technician, owner = await trade.staff(work, "Wang Wei"), await trade.customer(work)
        others: list[Known] = [await trade.customer(work, "Mallory"), technician]
        ticket = await trade.opened(work, owner)
    await trade.accepted(database, ticket, technician)
    async with database.begin() as work:
        with pytest.raises(NotAllowed):
            await visits.depart(work, ticket.id, owner.actor)
    await trade.repaired(database, ticket, technician)
    async with database.begin() as work:
        for other in others:
            with pytest.raises(NotAllowed):
                await visits.confirm(work, ticket.id, other.actor)
