"""How a day stands is read out of the database, and a plan said yes to is carried out, as long as it is still true."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from backend.catalog.models import Fault
from backend.chats import chat_of, mark_blocked
from backend.clock import FixedClock
from backend.database import Database, Work
from backend.dispatch import service as dispatch
from backend.dispatch.planner import Change
from backend.dispatch.proposals import DayPlan, carry_out, load_day, plan_anew
from backend.dispatch.service import OfferState
from backend.dispatch.solver import load_solver
from backend.errors import Invalid, TooLate
from backend.journal import history
from backend.people import leave
from backend.people.profiles import set_profile
from backend.people.service import Known
from backend.people.values import Abilities
from backend.tickets import service as tickets
from backend.tickets.rules import Status
from backend.tickets.values import Place, TicketView
from backend.visits import service as visits
from tests.backend import trade

SOLVE = load_solver()
TOMORROW = date(2026, 5, 7)
WEST, EAST = (31.20, 121.30), (31.20, 121.60)
MORNING = {"window": "2026-05-07/09-12"}


def given_to(changes: tuple[Change, ...]) -> dict[int, int | None]:
    return {change.job_id: change.to for change in changes}


async def planned(work: Work) -> DayPlan:
    return plan_anew(await load_day(work, TOMORROW), SOLVE)


async def two_crossed(database: Database) -> tuple[Mapping[str, Known], Mapping[str, TicketView]]:
    """Both are asked for the job on the other side of the town."""
    window = {"window": "2026-05-07/09-17"}
    async with database.begin() as work:
        await trade.stock(work)
        team = {"West": await trade.staff(work, "West", skills=["washer"], at=WEST)}
        team["East"] = await trade.staff(work, "East", skills=["washer"], at=EAST)
        jobs = {}
        for number, (name, place) in enumerate({"West": WEST, "East": EAST}.items()):
            where = Place("88 Nanjing Road", *place)
            jobs[name] = await trade.opened(work, None, f"chat:{number}", product_id=1, suits=window, place=where)
        for name, other in (("West", "East"), ("East", "West")):
            await dispatch.assign(work, jobs[name].id, team[other].id, trade.DESK)
    return team, jobs


async def test_a_plan_said_yes_to_moves_the_offers_and_says_so_in_the_history(database: Database) -> None:
    team, jobs = await two_crossed(database)
    async with database.read() as work:
        plan = await planned(work)
    assert given_to(plan.proposal.changes) == {jobs[name].id: team[name].id for name in jobs}
    async with database.begin() as work:
        assert [each.state for each in await dispatch.offers(work)] == [OfferState.OPEN] * 2
        for change in plan.proposal.changes:
            await carry_out(work, plan, change, trade.DESK)
    async with database.read() as work:
        for name, job in jobs.items():
            newest, older = await dispatch.offers(work, ticket_id=job.id)
            assert (newest.technician_id, newest.state) == (team[name].id, OfferState.OPEN)
            assert older.state is OfferState.WITHDRAWN
            [entry] = [entry for entry in await history(work, job.id) if entry.event == "planned"]
            assert entry.data["technician"] == team[name].id
            assert str(entry.data["begins_at"]).startswith("2026-05-07T01:00")


async def test_a_job_accepted_meanwhile_stays_with_who_accepted_it(database: Database) -> None:
    team, jobs = await two_crossed(database)
    async with database.read() as work:
        plan = await planned(work)
        offer = (await dispatch.offers(work, ticket_id=jobs["West"].id))[0]
    async with database.begin() as work:
        await dispatch.accept(work, offer.id, team["East"].actor)
    [change] = [each for each in plan.proposal.changes if each.job_id == jobs["West"].id]
    async with database.begin() as work:
        with pytest.raises(TooLate):
            await carry_out(work, plan, change, trade.DESK)
    async with database.read() as work:
        assert "planned" not in await trade.events(work, jobs["West"].id)
        again = await planned(work)
    assert [change.job_id for change in again.proposal.changes if change.is_move] == [jobs["East"].id]


async def test_nobody_is_planned_for_what_they_declined_or_when_they_cannot_be_reached(database: Database) -> None:
    team, jobs = await two_crossed(database)
    async with database.read() as work:
        offer = (await dispatch.offers(work, ticket_id=jobs["East"].id))[0]
    async with database.begin() as work:
        await dispatch.decline(work, offer.id, team["West"].actor)
        chat = await chat_of(work, team["East"].id)
        assert chat is not None
        await mark_blocked(work, chat.id)
    async with database.read() as work:
        stops = {each.job.id: each for each in (await load_day(work, TOMORROW)).outset.stops}
    assert stops[jobs["East"].id].may == frozenset()
    assert stops[jobs["West"].id].may == {team["West"].id}


async def test_only_jobs_of_that_day_are_planned(database: Database, clock: FixedClock) -> None:
    async with database.begin() as work:
        await trade.staff(work, "West", at=WEST)
        windows = {"today": "2026-05-06/14-16", "tomorrow": "2026-05-07/09-11", "later": "2026-05-09/09-11"}
        opened = {
            day: await trade.opened(work, None, f"chat:{day}", suits={"window": window})
            for day, window in windows.items()
        }
    clock.forward(timedelta(minutes=1))
    async with database.read() as work:
        for ahead, day in enumerate(["today", "tomorrow", None, "later"]):
            found = await load_day(work, date(2026, 5, 6) + timedelta(days=ahead))
            assert [each.job.id for each in found.outset.stops] == ([opened[day].id] if day else [])
        with pytest.raises(Invalid):
            await load_day(work, date(2026, 5, 5))


async def test_a_job_that_nobody_was_found_for_gets_its_technician(database: Database) -> None:
    async with database.begin() as work:
        ticket = await trade.opened(work, suits={"window": "2026-05-07/09-11"}, place=Place("1 Bund", *EAST))
    await trade.do_due(database)
    async with database.begin() as work:
        assert (await tickets.ticket(work, ticket.id)).status is Status.UNASSIGNED
        technician = await trade.staff(work, "New", at=WEST)
        plan = await planned(work)
        [change] = plan.proposal.changes
        await carry_out(work, plan, change, trade.DESK)
        assert (await tickets.ticket(work, ticket.id)).status is Status.OFFERED
    assert (change.holders, change.to, plan.names[technician.id]) == ((), technician.id, "New")


async def test_level_tools_leave_and_shift_decide_who_may_have_a_job(database: Database) -> None:
    good = Abilities({"washer": 2}, tools=("torque-wrench",), hours=("Mon-Fri 09:00-12:00", "Mon-Fri 13:00-18:00"))
    team = {
        "Good": good,
        "Low": replace(good, skills={"washer": 1}),
        "Bare": replace(good, tools=()),
        "Away": good,
        "Weekend": replace(good, hours=("Sat 09:00-12:00",)),
    }
    async with database.begin() as work:
        await trade.stock(work)
        hard = Fault(key="drum", category="washing-machine", severity="general", level=2, tools=["torque-wrench"])
        work.session.add(hard)
        await work.session.flush()
        known = {name: await trade.staff(work, name, at=WEST) for name in team}
        for name, abilities in team.items():
            await set_profile(work, known[name].id, abilities, trade.DESK)
        night, next_night = datetime(2026, 5, 6, 16, tzinfo=UTC), datetime(2026, 5, 7, 16, tzinfo=UTC)
        await leave.add_leave(work, known["Away"].id, night, next_night, "", trade.DESK)
        await trade.opened(work, product_id=1, fault_id=hard.id, suits=MORNING)
    async with database.read() as work:
        outset = (await load_day(work, TOMORROW)).outset
    assert set(outset.team) == {known[name].id for name in ("Good", "Low", "Bare")}
    assert [stop.may for stop in outset.stops] == [{known["Good"].id}]
    good_day = outset.team[known["Good"].id]
    assert [round(moment - outset.begins) for span in good_day.shift for moment in span] == [540, 720, 780, 1080]
    assert round(good_day.free_at - outset.begins) == 540


async def test_a_later_day_begins_at_home_and_today_goes_on_where_the_work_is(database: Database) -> None:
    async with database.begin() as work:
        technician = await trade.staff(work, "Wang Wei", at=WEST)
        await set_profile(work, technician.id, Abilities(home=WEST), trade.DESK)
        now = await trade.opened(work, place=Place("1 Bund", *EAST), suits={"window": "soon"})
    await trade.accepted(database, now, technician)
    async with database.begin() as work:
        await visits.depart(work, now.id, technician.actor)
        next_one = await trade.opened(work, None, "chat:2", suits=MORNING)
    async with database.read() as work:
        today, tomorrow = [(await load_day(work, TOMORROW - timedelta(days=ago))).outset for ago in (1, 0)]
    assert today.stops == ()
    assert (today.team[technician.id].place, tomorrow.team[technician.id].place) == (EAST, WEST)
    assert today.team[technician.id].free_at > 60
    assert [stop.job.id for stop in tomorrow.stops] == [next_one.id]
    assert today.room == tomorrow.room == {technician.id: 7}
