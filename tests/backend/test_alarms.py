"""Who hears of a deadline and when: rung by rung, once, many in one message, the urgent at once."""

import asyncio
from datetime import timedelta
from typing import Any

from backend.chats import chat_by_id
from backend.clock import FixedClock
from backend.database import Database, Work
from backend.delivery import Parcel
from backend.people.rules import StaffRole
from backend.people.service import Known
from backend.standard import service as standard
from backend.tickets import service as tickets
from bot.notices import compose
from tests.backend import trade
from tests.backend.test_standard_file import BOSS, DEFAULT
from tests.conftest import ON_SQLITE_ONLY, START


async def _told(work: Work, *people: Known) -> dict[str, list[list[tuple[str, int]]]]:
    """Each message to each of them, as pairs of clock and per cent."""
    rows = await trade.owed(work, "alarms")
    names = {person.id: person.name for person in people}
    found: dict[str, list[list[tuple[str, int]]]] = {name: [] for name in names.values()}
    for row in rows:
        reader = (await chat_by_id(work, row.chat_id)).person_id
        listed: Any = row.args["alarms"]
        if reader in names:
            found[names[reader]].append([(each["clock"], each["percent"]) for each in listed])
    return found


async def test_each_rung_tells_whom_it_names_and_the_one_above_is_last(database: Database, clock: FixedClock) -> None:
    async with database.begin() as work:
        boss = await trade.staff(work, "Director", StaffRole.MANAGER)
        chen, wang = await trade.staff(work, "Chen", StaffRole.SUPERVISOR), await trade.staff(work, "Wang Wei")
        ticket = await trade.opened(work)
    await trade.accepted(database, ticket, wang)
    for hours in (12, 8, 5, 12):
        clock.forward(timedelta(hours=hours))
        await trade.do_due(database)
        clock.forward(timedelta(minutes=5))
        await trade.do_due(database)
    async with database.read() as work:
        told = await _told(work, boss, chen, wang)
    assert told == {
        "Wang Wei": [[("solution", 50)], [("solution", 80)], [("solution", 100)]],
        "Chen": [[("solution", 80)], [("solution", 100)], [("solution", 150)]],
        "Director": [[("solution", 150)]],
    }


async def test_without_a_manager_the_supervisors_hear_it(database: Database, clock: FixedClock) -> None:
    text = DEFAULT.replace('tell = ["supervisor", "manager"]', 'tell = ["manager"]')
    async with database.begin() as work:
        await standard.adopt(work, text, BOSS)
        chen = await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        await trade.opened(work, urgency="urgent")
    clock.forward(timedelta(minutes=46))
    await trade.do_due(database)
    async with database.read() as work:
        assert [("first-contact", 150)] in (await _told(work, chen))["Chen"]


async def test_forty_deadlines_of_one_morning_are_one_message(database: Database, clock: FixedClock) -> None:
    async with database.begin() as work:
        chen = await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        owner = await trade.customer(work)
        for count in range(40):
            await trade.opened(work, owner, f"chat:{count}")
    clock.forward(timedelta(hours=2))
    await trade.do_due(database)
    async with database.read() as work:
        assert await _told(work, chen) == {"Chen": []}
    for _ in range(8):
        clock.forward(timedelta(minutes=5))
        await trade.do_due(database)
    async with database.read() as work:
        assert await _told(work, chen) == {"Chen": [[("first-contact", 100)] * 40]}


async def test_an_urgent_deadline_is_told_at_once_and_by_itself(database: Database, clock: FixedClock) -> None:
    async with database.begin() as work:
        chen = await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        owner = await trade.customer(work)
        await trade.opened(work, owner, "chat:1", urgency="urgent")
        await trade.opened(work, owner, "chat:2", urgency="urgent")
    clock.forward(timedelta(minutes=30))
    await trade.do_due(database)
    async with database.read() as work:
        told = (await _told(work, chen))["Chen"]
        assert sorted(told) == sorted([[("first-contact", 80)], [("first-contact", 100)]] * 2)
        assert all(row.urgent for row in await trade.owed(work, "alarms"))


async def test_a_deadline_that_no_longer_matters_within_the_five_minutes_is_not_spoken_of(
    database: Database, clock: FixedClock
) -> None:
    async with database.begin() as work:
        chen = await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        ticket = await trade.opened(work)
    clock.forward(timedelta(minutes=97))
    await trade.do_due(database)
    async with database.begin() as work:
        assert "clock-warning" in await trade.events(work, ticket.id)
        await tickets.cancel_ticket(work, ticket.id, trade.DESK)
    clock.forward(timedelta(minutes=6))
    await trade.do_due(database)
    async with database.read() as work:
        assert await _told(work, chen) == {"Chen": []}


async def test_a_rung_fires_once_though_several_processes_look_for_it(database: Database, clock: FixedClock) -> None:
    async with database.begin() as work:
        chen = await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        ticket = await trade.opened(work)
    clock.forward(timedelta(hours=2))
    other = Database(database.settings, clock)
    await asyncio.gather(*(trade.do_due(each) for each in (database, other, database)))
    clock.forward(timedelta(minutes=5))
    await asyncio.gather(*(trade.do_due(each) for each in (database, other)))
    await other.close()
    async with database.read() as work:
        events = [event for event in await trade.events(work, ticket.id) if event.startswith("clock-")]
        assert sorted(events) == ["clock-breached", "clock-warning", "clock-warning"]
        assert await _told(work, chen) == {"Chen": [[("first-contact", 100)]]}


@ON_SQLITE_ONLY
async def test_the_message_lists_what_is_near_what_was_missed_and_what_is_far_over(database: Database) -> None:
    listed = [
        {
            "number": f"SN2026050600{count}",
            "clock": "solution",
            "due_at": "2026-05-06T04:00:00+00:00",
            "percent": percent,
        }
        for count, percent in enumerate((80, 100, 150), start=1)
    ]
    async with database.begin() as work:
        chen = await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        for language in ("en", "zh-Hans", "zh-Hant"):
            shown = await compose(work, _parcel(chen, language, {"alarms": listed}))
            lines = shown.text.splitlines()
            assert [line for line in lines if "SN2026050600" in line] == lines[-3:]
            assert len({line[0] for line in lines[-3:]}) == 3
        many = await compose(work, _parcel(chen, "en", {"alarms": listed[:1] * 60}))
        assert many.text.startswith("60 ")
        assert many.text.endswith("35 more")
        one = await compose(work, _parcel(chen, "en", {"alarms": listed[:1]}))
        assert len(one.text.splitlines()) == 1


def _parcel(person: Known, language: str, args: Any) -> Parcel:
    return Parcel(1, 1, "test", person.name, language, "alarms", args, None, None, False, 0, START)
