"""What stops a job, and how it goes on: remote help, plans, parts, nobody at home, help, lateness, silence."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import update

from backend.actors import Role
from backend.clock import FixedClock
from backend.database import Database, JsonObject
from backend.errors import Invalid, NotAllowed, TooLate, WrongMove
from backend.outbox import OutboxMessage, OutboxState
from backend.people import service as people
from backend.people.roster import profile
from backend.people.rules import StaffRole
from backend.people.service import Known
from backend.people.stock import count_parts
from backend.standard import service as standard
from backend.tickets import service as tickets
from backend.tickets.changes import change_time
from backend.tickets.clocks import clocks_of
from backend.tickets.pauses import pause, pauses
from backend.tickets.rules import Kind, Status
from backend.tickets.values import Place, TicketView
from backend.visits import helping, obstacles, proposals, remote
from backend.visits import service as visits
from backend.visits.proposals import stamp_of
from backend.visits.rules import PartUsed, WorkType, read_parts
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


async def running(database: Database, ticket: TicketView) -> set[str]:
    async with database.read() as work:
        return {each.clock for each in await clocks_of(work, ticket.id) if each.stopped_at is None}


async def test_the_fault_is_to_be_cleared_in_time_also_where_nobody_was_at_home_the_first_time(
    database: Database, clock: FixedClock
) -> None:
    ticket, owner, technician = await held(database)
    async with database.begin() as work:
        await visits.depart(work, ticket.id, technician.actor)
        await obstacles.no_access(work, ticket.id, technician.actor, ["photo-1"])
        await change_time(work, ticket.id, owner.actor, FRIDAY)
    assert "cleared" not in await running(database, ticket)
    clock.forward(timedelta(days=1))
    async with database.begin() as work:
        await visits.depart(work, ticket.id, technician.actor)
        await visits.arrive(work, ticket.id, technician.actor)
        (cleared,) = [each for each in await clocks_of(work, ticket.id) if each.clock == "cleared"]
        assert cleared.due_at == work.now + timedelta(hours=4)


async def test_coming_back_with_parts_does_not_start_the_time_to_clear_the_fault_anew(
    database: Database, clock: FixedClock
) -> None:
    ticket, _, technician = await on_site(database)
    clock.forward(timedelta(hours=1))
    async with database.begin() as work:
        await obstacles.need_parts(work, ticket.id, technician.actor, "seal")
        await obstacles.parts_are_here(work, ticket.id, technician.actor)
        await visits.depart(work, ticket.id, technician.actor)
        await visits.arrive(work, ticket.id, technician.actor)
        (cleared,) = [each for each in await clocks_of(work, ticket.id) if each.clock == "cleared"]
        assert cleared.due_at == work.now + timedelta(hours=3)


async def test_nobody_is_alarmed_about_an_arrival_after_the_job_was_solved_from_afar(
    database: Database, clock: FixedClock
) -> None:
    async with database.begin() as work:
        technician, owner = await trade.staff(work, "Wang Wei", at=(31.2, 121.4)), await trade.customer(work)
        place = Place("88 Nanjing Road", 31.23, 121.47)
        ticket = await trade.opened(work, owner, kind="hardware", place=place)
    await trade.accepted(database, ticket, technician)
    assert "arrival" in await running(database, ticket)
    async with database.begin() as work:
        await remote.ask_consent(work, ticket.id, technician.actor)
        await remote.consent(work, ticket.id, owner.actor, given=True)
        await visits.finish(work, ticket.id, technician.actor, trade.DONE)
    assert await running(database, ticket) == set()


async def test_an_urgent_job_that_was_handed_back_is_arranged_in_time_once_more(
    database: Database, clock: FixedClock
) -> None:
    async with database.begin() as work:
        technician = await trade.staff(work, "Wang Wei")
        ticket = await trade.opened(work, urgency="urgent")
    await trade.accepted(database, ticket, technician)
    assert "arranged" not in await running(database, ticket)
    clock.forward(timedelta(hours=5))
    async with database.begin() as work:
        await obstacles.hand_back(work, ticket.id, technician.actor, "ill")
        (arranged,) = [each for each in await clocks_of(work, ticket.id) if each.clock == "arranged"]
        assert (arranged.stopped_at, arranged.due_at) == (None, work.now + timedelta(hours=2))
    assert "first-contact" not in await running(database, ticket)


async def test_a_pause_that_nobody_ended_does_not_stop_the_clock_of_the_second_handling(database: Database) -> None:
    ticket, owner, technician = await on_site(database)
    async with database.begin() as work:
        await pause(work, ticket.id, "supplier", trade.DESK)
        await visits.finish(work, ticket.id, technician.actor, trade.DONE)
        await visits.object_to(work, ticket.id, owner.actor, "it still leaks")
        (second,) = [each for each in await clocks_of(work, ticket.id) if each.clock == "second-solution"]
        assert (second.paused_at, second.due_at) == (None, work.now + timedelta(hours=24))


async def test_an_old_button_does_not_agree_to_a_new_price(database: Database, clock: FixedClock) -> None:
    ticket, owner, technician = await on_site(database)
    async with database.begin() as work:
        await proposals.propose(work, ticket.id, technician.actor, "a worn seal", "replace it", 10_000)
        cheap = stamp_of(work.now)
    clock.forward(timedelta(minutes=1))
    async with database.begin() as work:
        await proposals.propose(work, ticket.id, technician.actor, "a broken pump", "replace it", 90_000)
        with pytest.raises(TooLate):
            await proposals.answer(work, ticket.id, owner.actor, agreed=True, stamp=cheap)
        await proposals.answer(work, ticket.id, owner.actor, agreed=True, stamp=stamp_of(work.now))
        (visit,) = await visits.visits_of(work, ticket.id)
    assert visit.proposal is not None
    assert (visit.proposal.price, visit.proposal.agreed_at is not None) == (90_000, True)


async def test_consent_is_asked_for_once_and_refused_for_good(database: Database) -> None:
    ticket, owner, technician = await held(database)
    async with database.begin() as work:
        for _ in range(2):
            await remote.ask_consent(work, ticket.id, technician.actor)
        assert len(await trade.owed(work, "remote-consent")) == 1
        for _ in range(2):
            await remote.consent(work, ticket.id, owner.actor, given=False)
        with pytest.raises(WrongMove):
            await remote.ask_consent(work, ticket.id, technician.actor)


async def test_whoever_takes_over_a_job_asks_for_consent_anew(database: Database) -> None:
    ticket, owner, technician = await held(database)
    async with database.begin() as work:
        other = await trade.staff(work, "Zhang Min")
        await remote.ask_consent(work, ticket.id, technician.actor)
        await obstacles.hand_back(work, ticket.id, technician.actor, "ill")
    await trade.accepted(database, ticket, other)
    async with database.begin() as work:
        with pytest.raises(WrongMove):
            await remote.consent(work, ticket.id, owner.actor, given=True)
        await remote.ask_consent(work, ticket.id, other.actor)
        assert (await remote.consent(work, ticket.id, owner.actor, given=True)).status is Status.REMOTE


async def test_what_nobody_asks_any_more_loses_its_buttons(database: Database) -> None:
    ticket, _, technician = await held(database)

    async def shown(kind: str) -> int:
        async with database.read() as work:
            return len([row for row in await trade.owed(work, kind) if not row.fresh])

    async def all_sent() -> None:
        async with database.begin() as work:
            await work.session.execute(update(OutboxMessage).values(state=OutboxState.SENT))

    async with database.begin() as work:
        helper = await trade.staff(work, "Zhang Min")
        await remote.ask_consent(work, ticket.id, technician.actor)
    await all_sent()
    async with database.begin() as work:
        await visits.depart(work, ticket.id, technician.actor)
    assert await shown("remote-answered") == 1
    async with database.begin() as work:
        await visits.arrive(work, ticket.id, technician.actor)
        await helping.ask(work, ticket.id, technician.actor, "two people to lift it")
        await proposals.propose(work, ticket.id, technician.actor, "a worn seal", "replace it", 0)
    await all_sent()
    async with database.begin() as work:
        await visits.finish(work, ticket.id, technician.actor, trade.DONE)
        with pytest.raises(TooLate):
            await helping.give(work, ticket.id, helper.actor)
    assert (await shown("proposal"), await shown("help-wanted")) == (1, 1)


async def test_whoever_was_not_asked_to_help_neither_hears_of_it_nor_helps(database: Database) -> None:
    ticket, _, technician = await on_site(database)
    async with database.begin() as work:
        asked, off = await trade.staff(work, "Zhang Min"), await trade.staff(work, "Zhou Jie")
        await people.set_duty(work, off.id, on_duty=False)
        assert await helping.ask(work, ticket.id, technician.actor, "two people to lift it") == 1
        with pytest.raises(NotAllowed):
            await helping.give(work, ticket.id, off.actor)
        before = {row.chat_id for row in await trade.owed(work, "help-wanted")}
        await helping.give(work, ticket.id, asked.actor)
        assert {row.chat_id for row in await trade.owed(work, "help-wanted")} == before


async def test_another_time_forgets_that_the_technician_was_late_for_the_old_one(database: Database) -> None:
    ticket, owner, technician = await held(database)
    async with database.begin() as work:
        await obstacles.running_late(work, ticket.id, technician.actor, 30)
        assert (await change_time(work, ticket.id, owner.actor, FRIDAY)).expected_at is None


async def test_a_standard_without_pauses_stops_no_technician(database: Database) -> None:
    async with database.begin() as work:
        text = re.sub(r"\[pause\.\w+\]\nstops = .*\n", "", standard.default_text())
        await standard.adopt(work, text, trade.DESK)
    ticket, owner, technician = await on_site(database)
    async with database.begin() as work:
        await obstacles.need_parts(work, ticket.id, technician.actor, "seal")
        await obstacles.parts_are_here(work, ticket.id, technician.actor)
        await visits.depart(work, ticket.id, technician.actor)
        await obstacles.no_access(work, ticket.id, technician.actor, ["photo-1"])
        assert (await change_time(work, ticket.id, owner.actor, FRIDAY)).status is Status.ACCEPTED
        assert await pauses(work, ticket.id) == []


async def test_a_question_is_answered_without_asking_for_leave_and_a_fault_is_not(database: Database) -> None:
    async with database.begin() as work:
        technician, owner = await trade.staff(work, "Wang Wei"), await trade.customer(work)
        question = await trade.opened(work, owner, kind=Kind.QUESTION)
        fault = await trade.opened(work, owner, "chat:2")
    for ticket in (question, fault):
        await trade.accepted(database, ticket, technician)
    async with database.begin() as work:
        assert (await remote.answer(work, question.id, technician.actor)).status is Status.REMOTE
        assert (await remote.answer(work, question.id, technician.actor)).status is Status.REMOTE
        with pytest.raises(NotAllowed):
            await remote.answer(work, question.id, owner.actor)
        with pytest.raises(WrongMove):
            await remote.answer(work, fault.id, technician.actor)
    async with database.begin() as work:
        done = ServiceRecord("How to set the timer?", "hold Start", "", 5, work_type=WorkType.GUIDANCE)
        assert (await visits.finish(work, question.id, technician.actor, done)).status is Status.AWAITING
