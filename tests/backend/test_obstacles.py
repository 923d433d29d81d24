"""What stops a job, and how it goes on: remote help, plans, parts, nobody at home, help, lateness, silence."""

from datetime import timedelta

import pytest

from backend.actors import Role
from backend.clock import FixedClock
from backend.database import Database, JsonObject
from backend.errors import Invalid, NotAllowed, TooLate, WrongMove
from backend.people import service as people
from backend.people.roster import profile
from backend.people.rules import StaffRole
from backend.people.service import Known
from backend.people.stock import count_parts
from backend.tickets import service as tickets
from backend.tickets.changes import change_time
from backend.tickets.pauses import pauses
from backend.tickets.rules import Status
from backend.tickets.values import TicketView
from backend.visits import helping, obstacles, proposals, remote
from backend.visits import service as visits
from backend.visits.rules import PartUsed, read_parts
from backend.visits.values import ServiceRecord
from tests.backend import trade

FRIDAY: JsonObject = {"words": "Friday afternoon"}


async def held(database: Database) -> tuple[TicketView, Known, Known]:
    """An accepted job: the ticket, its customer and its technician."""
    async with database.begin() as work:
        technician, owner = await trade.staff(work, "Wang Wei"), await trade.customer(work)
        ticket = await trade.opened(work, owner)
    await trade.accepted(database, ticket, technician)
    return ticket, owner, technician


async def on_site(database: Database) -> tuple[TicketView, Known, Known]:
    ticket, owner, technician = await held(database)
    async with database.begin() as work:
        await visits.depart(work, ticket.id, technician.actor)
        await visits.arrive(work, ticket.id, technician.actor)
    return ticket, owner, technician


async def status_of(database: Database, ticket: TicketView) -> Status:
    async with database.read() as work:
        return (await tickets.ticket(work, ticket.id)).status


async def test_a_job_solved_by_chat_needs_the_customers_consent_and_no_travel(
    database: Database, clock: FixedClock
) -> None:
    ticket, owner, technician = await held(database)
    async with database.begin() as work:
        with pytest.raises(WrongMove):
            await remote.consent(work, ticket.id, owner.actor, given=True)
        await remote.ask_consent(work, ticket.id, technician.actor)
        with pytest.raises(NotAllowed):
            await remote.consent(work, ticket.id, technician.actor, given=True)
        assert (await remote.consent(work, ticket.id, owner.actor, given=True)).status is Status.REMOTE
        assert (await remote.consent(work, ticket.id, owner.actor, given=True)).status is Status.REMOTE
    clock.forward(timedelta(minutes=12))
    async with database.begin() as work:
        assert await visits.measured_minutes(work, ticket.id) == 12
        done = await visits.finish(work, ticket.id, technician.actor, trade.DONE)
        (visit,) = await visits.visits_of(work, ticket.id)
    assert done.status is Status.AWAITING
    assert visit.remote
    assert visit.arrived_at is None


async def test_whoever_refuses_remote_help_is_visited_and_not_asked_again(database: Database) -> None:
    ticket, owner, technician = await held(database)
    async with database.begin() as work:
        await remote.ask_consent(work, ticket.id, technician.actor)
        await remote.consent(work, ticket.id, owner.actor, given=False)
        view = await tickets.ticket(work, ticket.id)
        assert (view.status, await remote.state_of(work, view)) == (Status.ACCEPTED, "refused")
        with pytest.raises(WrongMove):
            await remote.consent(work, ticket.id, owner.actor, given=True)


async def test_remote_help_that_does_not_do_becomes_a_visit(database: Database) -> None:
    ticket, owner, technician = await held(database)
    async with database.begin() as work:
        await remote.ask_consent(work, ticket.id, technician.actor)
        await remote.consent(work, ticket.id, owner.actor, given=True)
        await remote.visit_needed(work, ticket.id, technician.actor)
        await visits.depart(work, ticket.id, technician.actor)
        await visits.arrive(work, ticket.id, technician.actor)
        await visits.finish(work, ticket.id, technician.actor, trade.DONE)
        first, second = await visits.visits_of(work, ticket.id)
    assert (first.remote, first.left_at is not None, first.record) == (True, True, None)
    assert (second.remote, second.record is not None) == (False, True)


async def test_nothing_is_charged_that_the_customer_has_not_agreed_to(database: Database) -> None:
    ticket, owner, technician = await on_site(database)
    costly = ServiceRecord("a worn seal", "seal replaced", "seal", 45, charge=30_000)
    async with database.begin() as work:
        await proposals.propose(work, ticket.id, technician.actor, "a worn seal", "replace it", 30_000)
    with pytest.raises(WrongMove, match="agreed"):
        async with database.begin() as work:
            await visits.finish(work, ticket.id, technician.actor, costly)
    async with database.begin() as work:
        with pytest.raises(NotAllowed):
            await proposals.answer(work, ticket.id, technician.actor, agreed=True)
        await proposals.answer(work, ticket.id, owner.actor, agreed=True)
        with pytest.raises(TooLate):
            await proposals.answer(work, ticket.id, owner.actor, agreed=False)
    dearer = ServiceRecord("a worn seal", "seal replaced", "seal", 45, charge=30_001)
    with pytest.raises(WrongMove, match="agreed"):
        async with database.begin() as work:
            await visits.finish(work, ticket.id, technician.actor, dearer)
    async with database.begin() as work:
        assert (await visits.finish(work, ticket.id, technician.actor, costly)).status is Status.AWAITING


async def test_a_price_that_was_agreed_still_holds_when_the_technician_comes_back_with_parts(
    database: Database,
) -> None:
    ticket, owner, technician = await on_site(database)
    costly = ServiceRecord("a worn seal", "seal replaced", "seal", 45, charge=30_000)
    async with database.begin() as work:
        await proposals.propose(work, ticket.id, technician.actor, "a worn seal", "replace it", 30_000)
        await proposals.answer(work, ticket.id, owner.actor, agreed=True)
        await obstacles.need_parts(work, ticket.id, technician.actor, "seal")
        await obstacles.parts_are_here(work, ticket.id, technician.actor)
        await visits.depart(work, ticket.id, technician.actor)
        await visits.arrive(work, ticket.id, technician.actor)
        assert (await visits.finish(work, ticket.id, technician.actor, costly)).status is Status.AWAITING


async def test_a_new_proposal_asks_anew(database: Database) -> None:
    ticket, owner, technician = await on_site(database)
    async with database.begin() as work:
        await proposals.propose(work, ticket.id, technician.actor, "a worn seal", "replace it", 30_000)
        await proposals.answer(work, ticket.id, owner.actor, agreed=False)
        await proposals.propose(work, ticket.id, technician.actor, "a worn seal", "glue it", 10_000)
        (visit,) = await visits.visits_of(work, ticket.id)
        assert visit.proposal is not None
        assert (visit.proposal.price, visit.proposal.refused_at) == (10_000, None)
        with pytest.raises(Invalid):
            await proposals.propose(work, ticket.id, technician.actor, "a worn seal", "glue it", -1)


async def test_a_job_that_waits_for_parts_pauses_its_clocks_until_they_are_here(
    database: Database, clock: FixedClock
) -> None:
    ticket, _, technician = await on_site(database)
    async with database.begin() as work:
        await obstacles.need_parts(work, ticket.id, technician.actor, "drain pump")
        (waiting,) = await pauses(work, ticket.id)
        assert (waiting.reason, waiting.until_at) == ("parts", None)
    clock.forward(timedelta(days=2))
    async with database.begin() as work:
        await obstacles.parts_are_here(work, ticket.id, technician.actor)
        assert (await obstacles.parts_are_here(work, ticket.id, technician.actor)).status is Status.ACCEPTED
        (waiting,) = await pauses(work, ticket.id)
        assert waiting.until_at == work.now
        await visits.depart(work, ticket.id, technician.actor)
        await visits.arrive(work, ticket.id, technician.actor)
        await visits.finish(work, ticket.id, technician.actor, trade.DONE)
        assert len(await visits.visits_of(work, ticket.id)) == 2


async def test_nobody_at_home_needs_a_picture_and_a_new_time_from_the_customer(database: Database) -> None:
    ticket, owner, technician = await held(database)
    async with database.begin() as work:
        with pytest.raises(WrongMove):
            await obstacles.no_access(work, ticket.id, technician.actor, ["photo-1"])
        await visits.depart(work, ticket.id, technician.actor)
    with pytest.raises(WrongMove, match="photo"):
        async with database.begin() as work:
            await obstacles.no_access(work, ticket.id, technician.actor, [])
    async with database.begin() as work:
        await obstacles.no_access(work, ticket.id, technician.actor, ["photo-1"])
        assert (await change_time(work, ticket.id, owner.actor, FRIDAY)).status is Status.ACCEPTED
        (waited,) = await pauses(work, ticket.id)
        assert (waited.reason, waited.until_at) == ("customer", work.now)


@pytest.mark.parametrize("waits_at", ["the question", "the door"])
async def test_silence_is_reminded_of_twice_and_then_closed_and_marked_as_such(
    waits_at: str, database: Database, clock: FixedClock
) -> None:
    ticket, owner, technician = await on_site(database)
    async with database.begin() as work:
        if waits_at == "the door":
            await obstacles.no_access(work, ticket.id, technician.actor, ["photo-1"])
        else:
            await visits.finish(work, ticket.id, technician.actor, trade.DONE)
    reminder = "no-access-reminder" if waits_at == "the door" else "solved-reminder"
    for reminders in (1, 2):
        clock.forward(timedelta(days=1))
        await trade.do_due(database)
        async with database.read() as work:
            assert len(await trade.owed(work, reminder)) == reminders
    clock.forward(timedelta(days=1))
    await trade.do_due(database)
    assert await status_of(database, ticket) is Status.UNANSWERED
    async with database.begin() as work:
        assert "closed-unanswered" in await trade.events(work, ticket.id)
        reopened = await visits.object_to(work, ticket.id, owner.actor, "it still leaks")
    assert (reopened.status, reopened.round) == (Status.OBJECTED, 2)


async def test_an_answer_ends_the_reminders(database: Database, clock: FixedClock) -> None:
    ticket, owner, technician = await on_site(database)
    async with database.begin() as work:
        await visits.finish(work, ticket.id, technician.actor, trade.DONE)
        await visits.confirm(work, ticket.id, owner.actor)
    clock.forward(timedelta(days=5))
    await trade.do_due(database)
    async with database.read() as work:
        assert await trade.owed(work, "solved-reminder") == []
    assert await status_of(database, ticket) is Status.CONFIRMED


async def test_the_first_colleague_helps_and_the_others_are_told_who(database: Database) -> None:
    ticket, owner, technician = await on_site(database)
    async with database.begin() as work:
        first, second = await trade.staff(work, "Zhang Min"), await trade.staff(work, "Zhou Jie")
        assert await helping.ask(work, ticket.id, technician.actor, "two people to lift it") == 2
        await helping.give(work, ticket.id, first.actor)
        await helping.give(work, ticket.id, first.actor)
        with pytest.raises(TooLate, match="Zhang Min"):
            await helping.give(work, ticket.id, second.actor)
        for person in (owner.actor, technician.actor):
            with pytest.raises(NotAllowed):
                await helping.give(work, ticket.id, person)


async def test_where_nobody_can_help_the_supervisors_hear_of_it(database: Database) -> None:
    ticket, _, technician = await on_site(database)
    async with database.begin() as work:
        await trade.staff(work, "Liu Fang", StaffRole.SUPERVISOR)
        assert await helping.ask(work, ticket.id, technician.actor, "two people to lift it") == 0
        assert len(await trade.owed(work, "help-wanted-desk")) == 1


async def test_a_job_given_back_goes_to_somebody_else(database: Database) -> None:
    ticket, _, technician = await held(database)
    async with database.begin() as work:
        other = await trade.staff(work, "Zhang Min")
        with pytest.raises(WrongMove, match="reason"):
            await obstacles.hand_back(work, ticket.id, technician.actor, "")
    async with database.begin() as work:
        await obstacles.hand_back(work, ticket.id, technician.actor, "ill")
        assert (await tickets.ticket(work, ticket.id)).technician_id is None
    offer = await trade.offered(database, ticket)
    assert offer.technician_id == other.id


async def test_running_late_tells_the_customer_once(database: Database) -> None:
    ticket, _, technician = await held(database)
    async with database.begin() as work:
        view = await obstacles.running_late(work, ticket.id, technician.actor, 30)
        await obstacles.running_late(work, ticket.id, technician.actor, 30)
        assert view.expected_at == work.now.replace(second=0, microsecond=0) + timedelta(minutes=30)
        assert len(await trade.owed(work, "late")) == 1
        with pytest.raises(Invalid):
            await obstacles.running_late(work, ticket.id, technician.actor, 0)
    assert technician.actor.role is Role.TECHNICIAN


async def test_whoever_was_late_is_not_expected_any_more_once_there(database: Database) -> None:
    ticket, _, technician = await held(database)
    async with database.begin() as work:
        await obstacles.running_late(work, ticket.id, technician.actor, 30)
        await visits.depart(work, ticket.id, technician.actor)
        await visits.arrive(work, ticket.id, technician.actor)
        assert (await tickets.ticket(work, ticket.id)).expected_at is None


async def test_parts_built_in_leave_the_van(database: Database) -> None:
    ticket, _, technician = await on_site(database)
    used = ServiceRecord(
        "a worn seal", "seal replaced", "3 x door seal, A1, B2", 45, parts_used=read_parts("3 x door seal, A1, B2")
    )
    async with database.begin() as work:
        await count_parts(work, technician.id, {"door-seal": 2, "pump": 1}, trade.DESK)
        await visits.finish(work, ticket.id, technician.actor, used)
        assert (await profile(work, technician.id)).stock == {"pump": 1}
        (visit,) = await visits.visits_of(work, ticket.id)
    assert visit.record is not None
    assert visit.record.parts_used == (PartUsed("door seal", 3, "A1", "B2"),)


async def test_whoever_has_no_chat_is_asked_by_the_desk_and_never_closed_for_silence(
    database: Database, clock: FixedClock
) -> None:
    async with database.begin() as work:
        technician = await trade.staff(work, "Wang Wei")
        caller = await people.add_customer(work, "Mr Chen", "+8613912345678", None)
        ticket = await trade.opened(work, caller)
    await trade.accepted(database, ticket, technician)
    await trade.repaired(database, ticket, technician)
    clock.forward(timedelta(days=10))
    await trade.do_due(database)
    assert await status_of(database, ticket) is Status.AWAITING
