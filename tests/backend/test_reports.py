"""Daily reports (tables 16-1.6 and 16-1.7): drafted from the events, corrected, sent, added up."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.clock import FixedClock
from backend.database import Database
from backend.errors import Invalid, NotAllowed, TooLate
from backend.people.rules import StaffRole
from backend.reports import service as reports
from backend.reports.rules import TRAVEL, Outing, draft_of
from backend.tickets import service as tickets
from backend.visits import service as visits
from backend.visits.rules import PartUsed, merged_minutes, read_parts
from tests.backend import trade

NOON = datetime(2026, 5, 1, 4, tzinfo=UTC)
SPANS = st.lists(st.tuples(st.integers(0, 600), st.integers(0, 120)), max_size=8)


@given(SPANS)
def test_overlapping_time_counts_once(minutes: list[tuple[int, int]]) -> None:
    spans = [(NOON + timedelta(minutes=at), NOON + timedelta(minutes=at + long)) for at, long in minutes]
    each_minute = {at + minute for at, long in minutes for minute in range(long)}
    assert merged_minutes(spans) == len(each_minute)


def outing(kind: str, start: int, arrive: int, end: int, ticket: str = "SN1") -> Outing:
    at = [NOON + timedelta(minutes=minute) for minute in (start, arrive, end)]
    return Outing(ticket, kind, at[0], at[1], at[2], remote=False, minutes=None)


def test_a_day_is_drafted_by_kind_with_travel_apart() -> None:
    found = draft_of([outing("repair", 0, 20, 60), outing("clean", 60, 70, 90, "SN2"), outing("repair", 50, 55, 80)])
    assert [(each.kind, each.jobs, each.minutes) for each in found.kinds] == [
        ("repair", 1, 60),
        ("clean", 1, 20),
        (TRAVEL, 2, 35),
    ]
    assert found.minutes == 90


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("drain pump", PartUsed("drain pump")),
        ("2 x drain pump, A1, B2", PartUsed("drain pump", 2, "A1", "B2")),
        ("排水泵 ×2，旧 A1，新 B2", PartUsed("排水泵", 2, "A1", "B2")),
        ("seal DS-40 x3", PartUsed("seal DS-40", 3)),
    ],
)
def test_parts_are_read_with_quantity_and_serials_old_and_new(line: str, part: PartUsed) -> None:
    assert read_parts(line) == (part,)


async def test_the_day_is_drafted_once_corrected_sent_and_added_up(database: Database, clock: FixedClock) -> None:
    async with database.begin() as work:
        technician, owner = await trade.staff(work, "Wang Wei"), await trade.customer(work)
        boss = await trade.staff(work, "Liu Fang", StaffRole.SUPERVISOR)
        ticket = await trade.opened(work, owner)
    await trade.accepted(database, ticket, technician)
    async with database.begin() as work:
        await visits.depart(work, ticket.id, technician.actor)
    clock.forward(timedelta(minutes=20))
    async with database.begin() as work:
        await visits.arrive(work, ticket.id, technician.actor)
    clock.forward(timedelta(minutes=40))
    async with database.begin() as work:
        await visits.finish(work, ticket.id, technician.actor, trade.DONE)
        day = work.now.astimezone(work.settings.time_zone).date()
        await reports.plan_drafts(work)
    clock.forward(timedelta(days=1))
    await trade.do_due(database, HANDLERS)
    async with database.begin() as work:
        before = await reports.summary(work, day)
        assert (before.minutes, before.missing) == (0, ("Wang Wei",))
        (card,) = await trade.owed(work, "daily-report")
        report = await reports.report(work, int(str(card.args["report"])))
        assert [(each.kind, each.minutes) for each in report.kinds] == [("repair", 40), (TRAVEL, 20)]
        with pytest.raises(NotAllowed):
            await reports.send(work, report.id, boss.actor)
        with pytest.raises(Invalid):
            await reports.correct(work, report.id, technician.actor, 3000, "")
        await reports.correct(work, report.id, technician.actor, 75, "paperwork")
        await reports.send(work, report.id, technician.actor)
        await reports.send(work, report.id, technician.actor)
        with pytest.raises(TooLate):
            await reports.correct(work, report.id, technician.actor, 60, "")
        after = await reports.summary(work, day)
    assert (after.minutes, after.missing, len(after.sent)) == (75, (), 1)


async def test_work_of_the_late_evening_comes_into_the_draft(database: Database, clock: FixedClock) -> None:
    async with database.begin() as work:
        technician, owner = await trade.staff(work, "Wang Wei"), await trade.customer(work)
        ticket = await trade.opened(work, owner)
    await trade.accepted(database, ticket, technician)
    async with database.begin() as work:
        await visits.depart(work, ticket.id, technician.actor)
        await visits.arrive(work, ticket.id, technician.actor)
    clock.forward(timedelta(minutes=10))
    async with database.begin() as work:
        day = work.now.astimezone(work.settings.time_zone).date()
        early = await reports.draft(work, technician.id, day)
    clock.forward(timedelta(minutes=30))
    async with database.begin() as work:
        await visits.finish(work, ticket.id, technician.actor, trade.DONE)
        late = await reports.draft(work, technician.id, day)
    assert early is not None
    assert late is not None
    assert (early.id, early.minutes, late.minutes) == (late.id, 10, 40)


async def test_whoever_did_not_work_gets_no_draft(database: Database) -> None:
    async with database.begin() as work:
        technician = await trade.staff(work, "Wang Wei")
        assert await reports.draft(work, technician.id, date(2026, 5, 1)) is None


async def test_a_job_that_was_cancelled_on_the_way_counts_until_then(database: Database, clock: FixedClock) -> None:
    async with database.begin() as work:
        technician, owner = await trade.staff(work, "Wang Wei"), await trade.customer(work)
        ticket = await trade.opened(work, owner)
    await trade.accepted(database, ticket, technician)
    async with database.begin() as work:
        await visits.depart(work, ticket.id, technician.actor)
    clock.forward(timedelta(minutes=15))
    async with database.begin() as work:
        await tickets.cancel_ticket(work, ticket.id, owner.actor)
    clock.forward(timedelta(hours=2))
    async with database.begin() as work:
        day = work.now.astimezone(work.settings.time_zone).date()
        found = await reports.draft(work, technician.id, day)
    assert found is not None
    assert found.minutes == 15


HANDLERS = {"daily-drafts": reports.draft_all, "daily-summary": reports.sum_up}
