"""Offers go from one technician to the next, and to the supervisor when there is no one."""

from datetime import timedelta

import pytest

from backend.clock import FixedClock
from backend.database import Database
from backend.dispatch import service as dispatch
from backend.dispatch.service import OfferState
from backend.errors import NotAllowed, TooLate
from backend.people.rules import StaffRole
from backend.tickets import service as tickets
from backend.tickets.rules import Status
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
        await trade.staff(work, "Near", skills=["fridge"], at=(31.23, 121.47))
        skilled = await trade.staff(work, "Far", skills=["washer"], at=(31.4, 121.5))
        ticket = await trade.opened(work, product_id=1)
    assert (await trade.offered(database, ticket)).technician_id == skilled.id
