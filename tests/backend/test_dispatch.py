"""Offers go from one technician to the next, and to the supervisor when there is no one."""

from datetime import timedelta
from typing import cast

import pytest

from backend.chats import chat_of, mark_blocked
from backend.clock import FixedClock
from backend.database import Database, Json, JsonObject
from backend.dispatch import service as dispatch
from backend.dispatch.considering import NEAREST
from backend.dispatch.service import OfferState
from backend.errors import NotAllowed, TooLate
from backend.journal import history
from backend.people import service as people
from backend.people.leave import add_leave
from backend.people.rules import StaffRole
from backend.tickets import service as tickets
from backend.tickets.rules import Status
from backend.tickets.values import Place
from tests.backend import trade


async def test_a_declined_job_goes_to_the_next_and_then_to_the_supervisor_once(database: Database) -> None:
    async with database.begin() as work:
        team = [await trade.staff(work, name) for name in ("First", "Second")]
        await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        ticket = await trade.opened(work)
    for technician in team:
        offer = await trade.offered(database, ticket)
        assert offer.technician_id == technician.id
        async with database.begin() as work:
            await dispatch.decline(work, offer.id, technician.actor)
    await trade.do_due(database)
    async with database.read() as work:
        assert (await tickets.ticket(work, ticket.id)).status is Status.UNASSIGNED
        assert len(await trade.owed(work, "unassigned")) == 1
        assert len(await dispatch.rankings(work, ticket.id)) == 3


async def test_an_offer_that_nobody_answers_goes_to_the_next_when_its_time_is_over(
    database: Database, clock: FixedClock
) -> None:
    async with database.begin() as work:
        first, second = await trade.staff(work, "First"), await trade.staff(work, "Second")
        ticket = await trade.opened(work)
    offer = await trade.offered(database, ticket)
    clock.forward(timedelta(minutes=9, seconds=59))
    assert await trade.offered(database, ticket) == offer
    clock.forward(timedelta(seconds=1))
    assert (await trade.offered(database, ticket)).technician_id == second.id
    async with database.begin() as work:
        assert (await dispatch.offer(work, offer.id)).state is OfferState.EXPIRED
        with pytest.raises(TooLate):
            await dispatch.accept(work, offer.id, first.actor)


async def test_only_the_technician_asked_can_accept_and_saying_it_twice_is_no_error(database: Database) -> None:
    async with database.begin() as work:
        technician, other = await trade.staff(work, "First"), await trade.staff(work, "Second")
        ticket = await trade.opened(work)
    offer = await trade.offered(database, ticket)
    async with database.begin() as work:
        with pytest.raises(NotAllowed):
            await dispatch.accept(work, offer.id, other.actor)
        for _ in range(2):
            held = await dispatch.accept(work, offer.id, technician.actor)
            assert (held.status, held.technician_id) == (Status.ACCEPTED, technician.id)
        assert (await trade.events(work, ticket.id)).count("accepted") == 1


async def test_the_supervisor_assigns_even_somebody_who_declined(database: Database) -> None:
    async with database.begin() as work:
        technician = await trade.staff(work, "First")
        supervisor = await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        ticket = await trade.opened(work)
    offer = await trade.offered(database, ticket)
    async with database.begin() as work:
        await dispatch.decline(work, offer.id, technician.actor)
    await trade.do_due(database)
    async with database.begin() as work:
        with pytest.raises(NotAllowed):
            await dispatch.assign(work, ticket.id, technician.id, technician.actor)
        again = await dispatch.assign(work, ticket.id, technician.id, supervisor.actor)
        assert (await dispatch.accept(work, again.id, technician.actor)).status is Status.ACCEPTED


async def test_a_ticket_called_off_takes_its_offer_back(database: Database) -> None:
    async with database.begin() as work:
        technician, owner = await trade.staff(work, "First"), await trade.customer(work)
        ticket = await trade.opened(work, owner)
    offer = await trade.offered(database, ticket)
    async with database.begin() as work:
        await dispatch.call_off(work, ticket.id, owner.actor)
        with pytest.raises(TooLate):
            await dispatch.accept(work, offer.id, technician.actor)


async def test_skill_and_place_of_a_ticket_decide_who_is_asked(database: Database) -> None:
    async with database.begin() as work:
        await trade.stock(work)
        await trade.staff(work, "Near", skills=["electric"], at=(31.23, 121.47))
        skilled = await trade.staff(work, "Far", skills=["washer"], at=(31.4, 121.5))
        ticket = await trade.opened(work, product_id=1)
    assert (await trade.offered(database, ticket)).technician_id == skilled.id


async def test_a_job_declined_with_a_reason_keeps_the_words(database: Database) -> None:
    async with database.begin() as work:
        technician = await trade.staff(work, "First")
        ticket = await trade.opened(work)
    offer = await trade.offered(database, ticket)
    async with database.begin() as work:
        await dispatch.decline(work, offer.id, technician.actor, "  my van is in the workshop ")
        assert (await dispatch.offer(work, offer.id)).reason == "my van is in the workshop"
        [entry] = [entry for entry in await history(work, ticket.id) if entry.event == "declined"]
    assert entry.data == {"reason": "my van is in the workshop"}


async def test_a_supervisor_who_overrules_the_ranking_may_say_why_and_it_stays_on_record(database: Database) -> None:
    async with database.begin() as work:
        technician = await trade.staff(work, "First")
        supervisor = await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        ticket = await trade.opened(work)
        await dispatch.assign(work, ticket.id, technician.id, supervisor.actor, "knows the lift")
        [entry] = [entry for entry in await history(work, ticket.id) if entry.event == "assigned"]
    assert (entry.actor, entry.data) == ("Chen", {"technician": technician.id, "reason": "knows the lift"})


async def test_a_technician_who_cannot_be_reached_is_passed_over_at_once(database: Database) -> None:
    async with database.begin() as work:
        first, second = await trade.staff(work, "First"), await trade.staff(work, "Second")
        ticket = await trade.opened(work)
    assert (await trade.offered(database, ticket)).technician_id == first.id
    async with database.begin() as work:
        await dispatch.offer_undelivered(work, ticket.id, first.id)
    assert (await trade.offered(database, ticket)).technician_id == second.id
    async with database.read() as work:
        states = [each.state for each in await dispatch.offers(work, ticket_id=ticket.id)]
    assert states == [OfferState.OPEN, OfferState.UNREACHABLE]


async def test_a_technician_who_blocked_the_bot_is_not_waited_for(database: Database) -> None:
    async with database.begin() as work:
        first, second = await trade.staff(work, "First"), await trade.staff(work, "Second")
        chat = await chat_of(work, first.id)
        assert chat is not None
        await mark_blocked(work, chat.id)
        ticket = await trade.opened(work)
    assert (await trade.offered(database, ticket)).technician_id == second.id


async def test_when_asking_has_used_up_half_of_the_time_the_supervisor_decides(
    database: Database, clock: FixedClock
) -> None:
    async with database.begin() as work:
        for number in range(9):
            await trade.staff(work, f"Technician {number}")
        await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        ticket = await trade.opened(work)
    for _ in range(6):
        assert (await trade.offered(database, ticket)).state is OfferState.OPEN
        clock.forward(timedelta(minutes=10))
    await trade.do_due(database)
    async with database.read() as work:
        assert (await tickets.ticket(work, ticket.id)).status is Status.UNASSIGNED
        assert len(await dispatch.offers(work, ticket_id=ticket.id)) == 6
        assert len(await trade.owed(work, "unassigned")) == 1


async def test_an_offer_nobody_has_accepted_makes_room_for_a_job_that_fits_nowhere_else(
    database: Database, clock: FixedClock
) -> None:
    window: Json = {"window": "2026-05-06/11-12"}
    here, there = Place("", 31.23, 121.47), Place("", 31.235, 121.475)
    async with database.begin() as work:
        await trade.stock(work)
        both = await trade.staff(work, "Both", skills=["washer", "electric"], at=(31.23, 121.47))
        owner = await trade.customer(work)
        first = await trade.opened(work, owner, "chat:1", product_id=1, suits=window, place=here)
    assert (await trade.offered(database, first)).technician_id == both.id
    async with database.begin() as work:
        plain = await trade.staff(work, "Plain", skills=["washer"], at=(31.24, 121.48))
        second = await trade.opened(work, owner, "chat:2", fault_id=2, suits=window, place=there)
    assert (await trade.offered(database, second)).technician_id == both.id
    moved = await trade.offered(database, first)
    assert (moved.technician_id, moved.state) == (plain.id, OfferState.OPEN)
    async with database.read() as work:
        assert "offer-displaced" in await trade.events(work, first.id)


async def test_in_a_large_team_the_near_are_told_by_name_and_nobody_is_left_out(database: Database) -> None:
    async with database.begin() as work:
        team = [await trade.staff(work, f"T{number}", at=(31.0 + number / 100, 121.0)) for number in range(60)]
        await people.set_duty(work, team[0].id, on_duty=False)
        ticket = await trade.opened(work, place=Place("", 31.595, 121.0))
    assert (await trade.offered(database, ticket)).technician_id == team[59].id
    async with database.read() as work:
        [(_, _, kept)] = await dispatch.rankings(work, ticket.id)
    told, others = cast(list[JsonObject], kept["ranked"]), cast(dict[str, list[int]], kept["others"])
    assert [each["technician"] for each in told if each["fit"]] == [each.id for each in reversed(team[-NEAREST:])]
    known = [*(each["technician"] for each in told), *others["farther"]]
    assert sorted(cast(list[int], known)) == [each.id for each in team]


async def test_whoever_is_far_away_is_asked_when_nobody_near_can_come(database: Database) -> None:
    window: Json = {"window": "2026-05-06/11-12"}
    async with database.begin() as work:
        far = await trade.staff(work, "Far", at=(31.5, 121.0))
        near = [await trade.staff(work, f"Near {number}", at=(31.0, 121.0)) for number in range(NEAREST + 4)]
        for each in near:
            begins, ends = work.now + timedelta(minutes=1), work.now + timedelta(days=3)
            await add_leave(work, each.id, begins, ends, "", trade.DESK)
        ticket = await trade.opened(work, suits=window, place=Place("", 31.0, 121.0))
    assert (await trade.offered(database, ticket)).technician_id == far.id
