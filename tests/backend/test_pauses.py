"""Waiting stops the clocks that it should, and is on record."""

import asyncio
from datetime import timedelta

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.clock import FixedClock
from backend.database import Database, Work
from backend.errors import Invalid, NotAllowed, WrongMove
from backend.people.rules import StaffRole
from backend.tickets import service as tickets
from backend.tickets.clocks import clocks_of, next_due, waits_for
from backend.tickets.pauses import pause, pauses, resume
from backend.tickets.values import ClockView, TicketView
from tests.backend import trade
from tests.backend.test_api_problems import check
from tests.conftest import ON_SQLITE_ONLY


async def _clock(work: Work, ticket: TicketView, name: str) -> ClockView:
    [found] = [each for each in await clocks_of(work, ticket.id) if each.clock == name]
    return found


async def test_waiting_for_parts_stops_the_solution_and_lets_the_first_contact_run(
    database: Database, clock: FixedClock
) -> None:
    async with database.begin() as work:
        ticket = await trade.opened(work)
        before = {each.clock: each.due_at for each in await clocks_of(work, ticket.id)}
    clock.forward(timedelta(hours=1))
    async with database.begin() as work:
        assert (await pause(work, ticket.id, "parts", trade.DESK)).until_at is None
        assert (await _clock(work, ticket, "solution")).paused_at == clock.now()
        assert (await _clock(work, ticket, "first-contact")).paused_at is None
        assert await next_due(work, ticket.id) == ("first-contact", before["first-contact"])
        assert await waits_for(work, ticket.id) == ["parts"]
    clock.forward(timedelta(hours=30))
    async with database.begin() as work:
        await resume(work, ticket.id, "parts", trade.DESK)
        solution = await _clock(work, ticket, "solution")
        assert (solution.due_at, solution.paused_at) == (before["solution"] + timedelta(hours=30), None)
        assert (await _clock(work, ticket, "first-contact")).due_at == before["first-contact"]
        assert await waits_for(work, ticket.id) == []


async def test_a_pause_is_on_record_with_who_and_why(database: Database, clock: FixedClock) -> None:
    async with database.begin() as work:
        technician = await trade.staff(work, "Wang Wei")
        ticket = await trade.opened(work)
    await trade.accepted(database, ticket, technician)
    async with database.begin() as work:
        for _ in range(2):
            await pause(work, ticket.id, "parts", technician.actor)
    clock.forward(timedelta(days=1))
    async with database.begin() as work:
        await resume(work, ticket.id, "parts", trade.DESK)
        [found] = await pauses(work, ticket.id)
        assert (found.reason, found.role, found.actor) == ("parts", "technician", "Wang Wei")
        assert found.until_at == found.from_at + timedelta(days=1)
        assert (await trade.events(work, ticket.id))[-2:] == ["paused", "resumed"]
        assert [row.card for row in await trade.owed(work, "ticket-card")][-1] == f"ticket:{ticket.id}"


async def test_two_pauses_at_once_count_once_and_the_last_one_ends_them(database: Database, clock: FixedClock) -> None:
    async with database.begin() as work:
        ticket = await trade.opened(work)
        due_at = (await _clock(work, ticket, "solution")).due_at
        await pause(work, ticket.id, "parts", trade.DESK)
    for reason, begins in (("customer", True), ("parts", False), ("customer", False)):
        clock.forward(timedelta(hours=2))
        async with database.begin() as work:
            await (pause if begins else resume)(work, ticket.id, reason, trade.DESK)
            assert ((await _clock(work, ticket, "solution")).paused_at is None) == (
                await waits_for(work, ticket.id) == []
            )
    async with database.read() as work:
        assert (await _clock(work, ticket, "solution")).due_at == due_at + timedelta(hours=6)


async def test_nobody_is_alarmed_about_a_clock_that_stands_still(database: Database, clock: FixedClock) -> None:
    async with database.begin() as work:
        await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        ticket = await trade.opened(work, kind="question")
        await pause(work, ticket.id, "customer", trade.DESK)
    clock.forward(timedelta(hours=1))
    async with database.begin() as work:
        await resume(work, ticket.id, "customer", trade.DESK)
        await pause(work, ticket.id, "customer", trade.DESK)
    clock.forward(timedelta(days=9))
    await trade.do_due(database)
    async with database.begin() as work:
        rungs = [event for event in await trade.events(work, ticket.id) if event.startswith("clock-")]
        assert len(rungs) == 4  # of the first contact, which nothing stops
        await resume(work, ticket.id, "customer", trade.DESK)
    clock.forward(timedelta(hours=20))
    await trade.do_due(database)
    async with database.read() as work:
        assert (await _clock(work, ticket, "solution")).breached_at is None
        assert "clock-warning" in (await trade.events(work, ticket.id))[-3:]


async def test_a_rung_that_was_told_is_not_told_again_after_a_pause(database: Database, clock: FixedClock) -> None:
    async with database.begin() as work:
        ticket = await trade.opened(work)
    for _ in range(3):
        clock.forward(timedelta(hours=13))
        await trade.do_due(database)
        async with database.begin() as work:
            await pause(work, ticket.id, "parts", trade.DESK)
        clock.forward(timedelta(days=1))
        async with database.begin() as work:
            await resume(work, ticket.id, "parts", trade.DESK)
    await trade.do_due(database)
    async with database.read() as work:
        rungs = [event for event in await trade.events(work, ticket.id) if event.startswith("clock-")]
    assert sorted(rungs) == sorted(["clock-warning", "clock-warning", "clock-breached", "clock-escalated"] * 2)


async def test_the_supplier_is_to_be_asked_within_twelve_hours_and_the_answer_ends_that(
    database: Database, clock: FixedClock
) -> None:
    async with database.begin() as work:
        ticket = await trade.opened(work)
        await pause(work, ticket.id, "supplier", trade.DESK)
        for name in ("supplier", "reply"):
            assert (await _clock(work, ticket, name)).due_at == clock.now() + timedelta(hours=12)
        assert (await _clock(work, ticket, "solution")).paused_at == clock.now()
    clock.forward(timedelta(hours=5))
    async with database.begin() as work:
        await resume(work, ticket.id, "supplier", trade.DESK)
        assert (await _clock(work, ticket, "reply")).stopped_at == clock.now()
        await pause(work, ticket.id, "supplier", trade.DESK)
        again = await _clock(work, ticket, "reply")
        assert (again.stopped_at, again.due_at) == (None, clock.now() + timedelta(hours=12))


async def test_only_who_has_to_do_with_the_job_pauses_it_and_only_for_a_known_reason(database: Database) -> None:
    async with database.begin() as work:
        technician, owner = await trade.staff(work, "Wang Wei"), await trade.customer(work)
        other = await trade.customer(work, "Mallory")
        ticket = await trade.opened(work, owner)
        for stranger in (technician, owner, other):
            with pytest.raises(NotAllowed):
                await pause(work, ticket.id, "parts", stranger.actor)
        with pytest.raises(Invalid, match="customer, parts, supplier"):
            await pause(work, ticket.id, "lunch", trade.DESK)
        with pytest.raises(WrongMove):
            await resume(work, ticket.id, "parts", trade.DESK)


async def test_a_ticket_that_is_over_waits_for_nothing(database: Database) -> None:
    async with database.begin() as work:
        ticket = await trade.opened(work)
        await pause(work, ticket.id, "parts", trade.DESK)
        await tickets.cancel_ticket(work, ticket.id, trade.DESK)
        assert await waits_for(work, ticket.id) == []
        with pytest.raises(WrongMove):
            await pause(work, ticket.id, "parts", trade.DESK)


async def test_two_who_pause_at_the_same_moment_make_one_pause(database: Database) -> None:
    async with database.begin() as work:
        ticket = await trade.opened(work)

    async def one() -> None:
        async with database.begin() as work:
            await pause(work, ticket.id, "parts", trade.DESK)

    await asyncio.gather(*(one() for _ in range(5)))
    async with database.read() as work:
        assert len(await pauses(work, ticket.id)) == 1


@ON_SQLITE_ONLY
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), min_size=1, max_size=5))
async def test_pausing_and_resuming_never_shortens_and_adds_what_was_waited(
    database: Database, clock: FixedClock, spells: list[tuple[int, int]]
) -> None:
    async with database.begin() as work:
        ticket = await trade.opened(work, await trade.customer(work), f"chat:{clock.now()}:{spells}")
        due_at = (await _clock(work, ticket, "solution")).due_at
    for runs, waits in spells:
        clock.forward(timedelta(minutes=runs))
        async with database.begin() as work:
            await pause(work, ticket.id, "parts", trade.DESK)
        clock.forward(timedelta(minutes=waits))
        async with database.begin() as work:
            await resume(work, ticket.id, "parts", trade.DESK)
            later = (await _clock(work, ticket, "solution")).due_at
        if sum(each[0] for each in spells) < 24 * 60:
            assert later == due_at + timedelta(minutes=waits)
        assert later >= due_at
        due_at = later


async def test_the_desk_pauses_over_http(api: httpx.AsyncClient, database: Database) -> None:
    async with database.begin() as work:
        ticket = await trade.opened(work)
    check(await api.post(f"tickets/{ticket.number}/pauses", json={"reason": "lunch"}), 422, "invalid")
    check(await api.delete(f"tickets/{ticket.number}/pauses/parts"), 409, "wrong-move")
    made = await api.post(f"tickets/{ticket.number}/pauses", json={"reason": "parts"})
    assert (made.status_code, made.json()["actor"]) == (201, "front desk")
    [listed] = (await api.get(f"tickets/{ticket.number}/pauses")).json()["items"]
    assert (listed["reason"], listed["until_at"]) == ("parts", None)
    detail = (await api.get(f"tickets/{ticket.number}")).json()
    assert [each["clock"] for each in detail["clocks"] if each["paused_at"]] == ["solution"]
    ended = await api.delete(f"tickets/{ticket.number}/pauses/parts")
    assert (ended.status_code, ended.json()["until_at"] is None) == (200, False)
    check(await api.get("tickets/SN1/pauses"), 404, "not-found")
