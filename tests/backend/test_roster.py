"""What is known of the staff: abilities, hours, leave, places and vans, by command, over HTTP and as a file."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event, select

from backend.clock import FixedClock
from backend.database import Database, Work
from backend.errors import Invalid, NotAllowed, NotFound, Refusal
from backend.journal import JournalEntry
from backend.people import leave, roster, stock
from backend.people import service as people
from backend.people.hours import AROUND_THE_CLOCK, local_days, week_of, working_time
from backend.people.models import StaffMember
from backend.people.profiles import set_company_hours, set_profile, set_shift
from backend.people.rules import StaffRole
from backend.people.service import Known
from backend.people.team import apply_team, export_team
from backend.people.team_file import read_team, write_team
from backend.people.values import Abilities, SpellKind
from tests.backend import trade
from tests.backend.test_api_problems import check

OFFICE = ("Mon-Fri 09:00-12:00", "Mon-Fri 13:00-18:00")
WEDNESDAY = date(2026, 5, 6)
SHANGHAI = ZoneInfo("Asia/Shanghai")
ABLE = Abilities(
    {"washer": 3, "electric": 2}, ("multimeter",), False, (31.2, 121.4), ("Mon-Wed 08:00-12:00",), {"seal": 2}
)


def at(hour: int, minute: int = 0, day: date = WEDNESDAY) -> datetime:
    """In Shanghai."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=SHANGHAI)


async def journalled(work: Work, event: str) -> list[object]:
    found = await work.session.scalars(select(JournalEntry).where(JournalEntry.event == event))
    return [entry.data for entry in found]


async def test_a_profile_holds_what_was_entered_and_the_history_says_what_changed(database: Database) -> None:
    async with database.begin() as work:
        wang = await trade.staff(work, "Wang Wei", skills=["washer"], at=(31.0, 121.0))
        fresh = await roster.profile(work, wang.id)
        assert (fresh.skills, fresh.tools, fresh.stock, fresh.home) == ({"washer": 2}, None, None, (31.0, 121.0))
        await set_profile(work, wang.id, ABLE, trade.DESK)
        await set_profile(work, wang.id, ABLE, trade.DESK)
    async with database.read() as work:
        kept = await roster.profile(work, wang.id)
        assert (kept.skills, kept.tools, kept.stock) == (ABLE.skills, frozenset(["multimeter"]), {"seal": 2})
        assert (kept.remote, kept.home, kept.hours) == (False, (31.2, 121.4), ABLE.hours)
        changed = ["skills", "tools", "remote", "home", "hours", "stock"]
        assert await journalled(work, "profile-set") == [{"person": wang.id, "changed": changed}]


@pytest.mark.parametrize(
    "wrong",
    [
        Abilities({"washer": 4}),
        Abilities({"juggling": 2}),
        Abilities(tools=("A B",)),
        Abilities(home=(91.0, 0.0)),
        Abilities(hours=("Mon 09:00-08:00",)),
        Abilities(stock={"seal": -1}),
    ],
)
async def test_a_profile_that_cannot_be_meant_is_refused(database: Database, wrong: Abilities) -> None:
    async with database.begin() as work:
        await trade.stock(work)
        wang = await trade.staff(work, "Wang Wei", skills=["washer"])
        with pytest.raises(Invalid):
            await set_profile(work, wang.id, wrong, trade.DESK)


async def test_staff_enter_their_own_leave_and_parts_and_nothing_else(database: Database) -> None:
    async with database.begin() as work:
        wang, other = await trade.staff(work, "Wang Wei"), await trade.staff(work, "Li Wei")
        chen = await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        with pytest.raises(NotAllowed):
            await set_profile(work, wang.id, ABLE, wang.actor)
        with pytest.raises(NotAllowed):
            await set_shift(work, wang.id, OFFICE, wang.actor)
        with pytest.raises(NotAllowed):
            await stock.put_part(work, other.id, "seal", 1, wang.actor)
        with pytest.raises(NotAllowed):
            await leave.add_leave(work, other.id, at(13), at(18), "", wang.actor)
        assert await stock.put_part(work, wang.id, "seal", 1, wang.actor) == 1
        mine = await leave.add_leave(work, wang.id, at(13), at(18), "dentist", wang.actor)
        assert await leave.add_leave(work, wang.id, at(13), at(18), "dentist", chen.actor) == mine
        with pytest.raises(NotAllowed):
            await leave.cancel_leave(work, mine.id, other.actor)
        with pytest.raises(NotFound):
            await leave.cancel_extra_shift(work, mine.id, chen.actor)
        await leave.cancel_leave(work, mine.id, chen.actor)
        assert await roster.spells(work) == []
        with pytest.raises(NotFound):
            await set_profile(work, 999, ABLE, chen.actor)


async def test_a_van_never_holds_less_than_nothing_and_every_part_is_accounted_for(database: Database) -> None:
    async with database.begin() as work:
        wang = await trade.staff(work, "Wang Wei")
        with pytest.raises(Refusal):
            await stock.take_part(work, wang.id, "seal", 1, wang.actor)
        assert await stock.put_part(work, wang.id, "seal", 3, wang.actor) == 3
        assert await stock.take_part(work, wang.id, "seal", 2, wang.actor) == 1
        with pytest.raises(Refusal) as refused:
            await stock.take_part(work, wang.id, "seal", 2, wang.actor)
        assert refused.value.facts == {"what": "stock", "part": "seal", "held": 1}
        assert await stock.take_part(work, wang.id, "seal", 1, wang.actor) == 0
        assert (await roster.profile(work, wang.id)).stock == {}
        for part, count in (("seal", 0), ("seal", -1), ("A B", 1), ("seal", 10_000)):
            with pytest.raises(Invalid):
                await stock.put_part(work, wang.id, part, count, wang.actor)
        await stock.count_parts(work, wang.id, {"seal": 4, "pump": 1}, trade.DESK)
        [counted] = await journalled(work, "stock-counted")
        assert counted == {"person": wang.id, "changed": {"pump": 1, "seal": 4}}
        taken = [{"person": wang.id, "part": "seal", "count": count, "left": left} for count, left in ((2, 1), (1, 0))]
        assert await journalled(work, "part-taken") == taken


async def test_the_last_part_goes_to_one_of_two_who_take_it_at_once(database: Database) -> None:
    async with database.begin() as work:
        wang = await trade.staff(work, "Wang Wei")
        await stock.put_part(work, wang.id, "seal", 1, wang.actor)

    async def take() -> int:
        async with database.begin() as work:
            return await stock.take_part(work, wang.id, "seal", 1, wang.actor)

    taken = await asyncio.gather(*(take() for _ in range(4)), return_exceptions=True)
    assert [each for each in taken if not isinstance(each, Refusal)] == [0]


async def test_a_shared_place_is_kept_with_its_moment_and_leaves_the_home_alone(
    database: Database, clock: FixedClock
) -> None:
    async with database.begin() as work:
        wang = await trade.staff(work, "Wang Wei", at=(31.0, 121.0))
        [known] = await people.technicians(work)
        assert (known.latitude, known.longitude) == (31.0, 121.0)
    clock.forward(timedelta(minutes=30))
    async with database.begin() as work:
        await people.set_place(work, wang.id, 31.5, 121.5)
        [known] = await people.technicians(work)
        assert (known.latitude, known.longitude) == (31.5, 121.5)
        kept = await roster.profile(work, wang.id)
        assert (kept.home, kept.place, kept.place_at) == ((31.0, 121.0), (31.5, 121.5), clock.now())


async def _team(work: Work) -> tuple[Known, Known, Known]:
    wang = await trade.staff(work, "Wang Wei", skills=["washer"])
    li = await trade.staff(work, "Li Wei", skills=["washer-dryer"])
    zhao = await trade.staff(work, "Zhao Lei", skills=["electric", "washer"])
    await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
    await people.set_duty(work, zhao.id, on_duty=False)
    return wang, li, zhao


async def test_the_roster_has_those_on_duty_with_the_skill_and_their_working_time(database: Database) -> None:
    async with database.begin() as work:
        wang, li, zhao = await _team(work)
        assert [each.id for each in await roster.roster(work, WEDNESDAY)] == [wang.id, li.id]
        assert [each.id for each in await roster.roster(work, WEDNESDAY, "washer")] == [wang.id]
        skilled = await roster.roster(work, WEDNESDAY, "washer", off_duty=True)
        assert [each.id for each in skilled] == [wang.id, zhao.id]
        assert await roster.roster(work, WEDNESDAY, '%"') == []
        assert skilled[0].shift == ((at(0), at(0, day=WEDNESDAY + timedelta(days=1))),)
        await set_company_hours(work, OFFICE, trade.DESK)
        await set_shift(work, li.id, ["Wed 20:00-24:00", "Thu 00:00-04:00"], trade.DESK)
        await leave.add_leave(work, wang.id, at(11), at(14), "training", trade.DESK)
        await leave.add_extra_shift(work, wang.id, at(17), at(20), trade.DESK)
        first, second = await roster.roster(work, WEDNESDAY, days=2)
        thursday = WEDNESDAY + timedelta(days=1)
        assert first.shift == (
            (at(9), at(11)),
            (at(14), at(20)),
            (at(9, day=thursday), at(12, day=thursday)),
            (at(13, day=thursday), at(18, day=thursday)),
        )
        assert [(spell.begins_at, spell.ends_at) for spell in first.leave] == [(at(11), at(14))]
        assert second.shift == ((at(20), at(4, day=thursday)),)
        await set_shift(work, li.id, None, trade.DESK)
        assert (await roster.profile(work, li.id)).shift == ((at(9), at(12)), (at(13), at(18)))


async def test_the_roster_takes_as_many_statements_for_a_hundred_as_for_one(database: Database) -> None:
    told: list[str] = []
    event.listen(database.engine.sync_engine, "before_cursor_execute", lambda *seen: told.append(seen[2]))
    async with database.begin() as work:
        first = await trade.staff(work, "Wang Wei")
        await leave.add_leave(work, first.id, at(11), at(14), "", trade.DESK)
    for more in (0, 100):
        async with database.begin() as work:
            for number in range(more):
                person = await trade.customer(work, f"technician {number}")
                work.session.add(StaffMember(person_id=person.id, role="technician", skills=[], joined_at=work.now))
        async with database.read() as work:
            told.clear()
            assert len(await roster.roster(work, WEDNESDAY)) == 1 + more
            assert len([each for each in told if each.startswith("SELECT")]) == 2


async def test_leave_that_is_over_or_ends_before_it_begins_is_refused(database: Database) -> None:
    async with database.begin() as work:
        wang = await trade.staff(work, "Wang Wei")
        for begins_at, ends_at in (
            (at(13), at(13)),
            (at(14), at(13)),
            (at(8), at(9)),
            (at(13), at(13, day=date.max - timedelta(1))),
        ):
            with pytest.raises(Invalid):
                await leave.add_leave(work, wang.id, begins_at, ends_at, "", wang.actor)


_HOURS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 1439), st.integers(1, 600)), max_size=5)
_SPANS = st.lists(st.tuples(st.integers(-600, 3000), st.integers(1, 900)), max_size=3)


@given(_HOURS, _SPANS, _SPANS, st.dates(date(2026, 3, 20), date(2026, 4, 5)))
def test_working_time_is_what_stepping_through_the_minutes_finds(
    windows: list[tuple[int, int, int]],
    extra: list[tuple[int, int]],
    away: list[tuple[int, int]],
    day: date,
) -> None:
    """In a zone whose clocks are put forward on 29 March 2026."""
    zone = ZoneInfo("Europe/Berlin")
    hours, open_minutes = _weekly(windows)
    within = local_days(day, 2, zone)
    spans = [
        [(within[0] + timedelta(minutes=a), within[0] + timedelta(minutes=a + b)) for a, b in each]
        for each in (extra, away)
    ]
    found = working_time(hours, zone, within, *spans)
    assert all(earlier[1] < later[0] for earlier, later in pairwise(found))
    moment = within[0]
    while moment < within[1]:
        local = moment.astimezone(zone)
        on = (local.weekday(), local.hour * 60 + local.minute) in open_minutes or _in(moment, spans[0])
        assert _in(moment, list(found)) == (on and not _in(moment, spans[1])), moment
        moment += timedelta(minutes=7)


def _weekly(windows: list[tuple[int, int, int]]) -> tuple[tuple[str, ...], set[tuple[int, int]]]:
    """Those that do not overlap, as text and as minutes."""
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    kept: set[tuple[int, int]] = set()
    texts = []
    for day, begin, length in windows:
        end = min(begin + length, 1440)
        minutes = {(day, minute) for minute in range(begin, end)}
        if not minutes & kept:
            kept |= minutes
            texts.append(f"{names[day]} {begin // 60:02}:{begin % 60:02}-{end // 60:02}:{end % 60:02}")
    return tuple(texts), kept


def _in(moment: datetime, spans: list[tuple[datetime, datetime]]) -> bool:
    return any(begin <= moment < end for begin, end in spans)


def test_hours_that_cannot_be_read_are_refused_with_an_example() -> None:
    assert week_of(()) == ((),) * 7
    assert sum(map(len, week_of(AROUND_THE_CLOCK))) == 7
    for wrong in ("Mon", "Mon 9-12", "Sun-Mon 09:00-12:00", "Mon 09:00-25:00"):
        with pytest.raises(Invalid, match="expected"):
            week_of((wrong,))


async def test_a_team_comes_back_from_its_file_as_it_was(database: Database) -> None:
    async with database.begin() as work:
        wang, li, _ = await _team(work)
        await set_company_hours(work, OFFICE, trade.DESK)
        await set_profile(work, wang.id, ABLE, trade.DESK)
        await leave.add_leave(work, wang.id, at(11), at(14), 'a "quiet" day', trade.DESK)
        await leave.add_extra_shift(work, li.id, at(19), at(21), trade.DESK)
        text = write_team(await export_team(work))
        team = read_team(text)
        before = await roster.staff(work)
    async with database.begin() as work:
        for each in before:
            await set_profile(work, each.id, Abilities(), trade.DESK)
        await stock.count_parts(work, wang.id, {}, trade.DESK)
        for spell in await roster.spells(work):
            await leave.cancel(work, spell.id, spell.kind, trade.DESK)
        await set_company_hours(work, AROUND_THE_CLOCK, trade.DESK)
        assert write_team(await export_team(work)) != text
        await apply_team(work, team, trade.DESK)
        assert write_team(await export_team(work)) == text
        entries = await work.session.scalar(select(JournalEntry.id).order_by(JournalEntry.id.desc()).limit(1))
        await apply_team(work, team, trade.DESK)
        last = await work.session.scalar(select(JournalEntry.id).order_by(JournalEntry.id.desc()).limit(1))
        assert last == entries, "taking in what holds already changes nothing"


async def test_what_a_team_file_does_not_mention_stays(database: Database) -> None:
    async with database.begin() as work:
        wang, li, _ = await _team(work)
        await set_profile(work, wang.id, ABLE, trade.DESK)
        await leave.add_leave(work, wang.id, at(11), at(14), "", trade.DESK)
        before = await roster.staff(work)
        await apply_team(work, read_team('[[member]]\nname = "Wang Wei"\nremote = true\n'), trade.DESK)
        after = await roster.staff(work)
        assert [each for each in after if each.id != wang.id] == [each for each in before if each.id != wang.id]
        assert (after[0].remote, after[0].skills, after[0].hours) == (True, ABLE.skills, ABLE.hours)
        away = '[[member]]\nname = "Wang Wei"\nhours = "company"\nleave = []\n'
        await apply_team(work, read_team(away), trade.DESK)
        kept = await roster.profile(work, wang.id)
        assert (kept.hours, kept.leave, kept.stock) == (None, (), {"seal": 2})
        assert li.id not in [spell.person_id for spell in await roster.spells(work)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[member]\n", "not TOML"),
        ("[[member]]\nname = 'Nobody'", "Nobody"),
        ("[[member]]\nname = 'Wang Wei'\nid = 999", "999"),
        ("[[member]]\nname = 'Wang Wei'\n[[member]]\nname = 'Wang Wei'", "twice"),
        ("[[member]]\nname = 'Twin'", "expected an id"),
        ("[[member]]\nname = 'Wang Wei'\nlevel = 3", "member.1.level"),
        ("[[member]]\nname = 'Wang Wei'\nskills = { washer = 4 }", "member.1.skills.washer"),
        ("[[member]]\nname = 'Wang Wei'\nhours = ['whenever']", "whenever"),
        ("[[member]]\nname = 'Wang Wei'\nleave = [{ begins_at = 2026-05-06, ends_at = 2026-05-07 }]", "begins_at"),
        ("hours = ['Mon 09:00-08:00']", "Mon 09:00-08:00"),
    ],
)
async def test_a_wrong_team_file_is_refused_with_what_is_wrong(database: Database, text: str, told: str) -> None:
    async with database.begin() as work:
        for chat, name in (("one", "Wang Wei"), ("two", "Twin"), ("three", "Twin")):
            invited = await people.invite(work, StaffRole.TECHNICIAN, name)
            await people.redeem(work, invited.token, (await trade.customer(work, chat)).id)
        with pytest.raises(Refusal) as refused:
            await apply_team(work, read_team(text), trade.DESK)
        assert told in refused.value.detail


async def test_the_desk_keeps_profiles_and_leave_over_http(api: httpx.AsyncClient, database: Database) -> None:
    async with database.begin() as work:
        wang, _, _ = await _team(work)
    mine = f"staff/{wang.id}"
    asked = {"skills": {"washer": 3}, "tools": ["pump", "gauge"], "home": [31.2, 121.4], "hours": list(OFFICE)}
    shown = (await api.put(f"{mine}/profile", json={**asked, "stock": {"seal": 2}})).json()
    assert (shown["tools"], shown["stock"], shown["home"]) == (["gauge", "pump"], {"seal": 2}, [31.2, 121.4])
    times = {"begins_at": at(11).isoformat(), "ends_at": at(14).isoformat()}
    added = await api.post(f"{mine}/leave", json={**times, "reason": "training"})
    assert (added.status_code, added.json()["kind"]) == (201, SpellKind.LEAVE)
    shown = (await api.get(f"{mine}/profile")).json()
    hours = [[datetime.fromisoformat(each).astimezone(SHANGHAI).hour for each in span] for span in shown["shift"]]
    assert hours == [[9, 11], [14, 18]]
    extra = await api.post(
        f"{mine}/extra-shifts", json={**times, "begins_at": at(20).isoformat(), "ends_at": at(21).isoformat()}
    )
    assert [each["kind"] for each in (await api.get(f"{mine}/leave")).json()["items"]] == ["leave", "extra"]
    check(await api.delete(f"staff/{wang.id + 1}/leave/{added.json()['id']}"), 404, "not-found")
    assert (await api.delete(f"{mine}/leave/{added.json()['id']}")).status_code == 204
    assert (await api.delete(f"{mine}/extra-shifts/{extra.json()['id']}")).status_code == 204
    page = (await api.get("staff", params={"limit": 3})).json()
    assert [each["name"] for each in page["items"]] == ["Wang Wei", "Li Wei", "Zhao Lei"]
    rest = (await api.get("staff", params={"cursor": page["next"]})).json()
    assert [(each["role"], each["tools"]) for each in rest["items"]] == [("supervisor", None)]


async def test_what_cannot_be_meant_is_refused_over_http(api: httpx.AsyncClient, database: Database) -> None:
    async with database.begin() as work:
        mine = f"staff/{(await trade.staff(work, 'Wang Wei')).id}"
        stranger = await trade.customer(work)
    check(await api.get(f"staff/{stranger.id}/profile"), 404, "not-found")
    for wrong in ({}, {"skills": {"washer": 0}}, {"skills": {}, "home": [91, 0]}, {"skills": {}, "hours": ["always"]}):
        check(await api.put(f"{mine}/profile", json=wrong), 422, "invalid")
    naive = {"begins_at": "2026-05-06T11:00:00", "ends_at": "2026-05-06T12:00:00"}
    check(await api.post(f"{mine}/leave", json=naive), 422, "invalid")
    over = {"begins_at": datetime(2020, 1, 1, tzinfo=UTC).isoformat(), "ends_at": "2020-01-02T00:00:00Z"}
    check(await api.post(f"{mine}/leave", json=over), 422, "invalid")
