"""The standard as a file: shown, checked, adopted, by the command line and the API; tickets keep their version."""

import asyncio
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.database import Database, Work
from backend.errors import Invalid, Refusal
from backend.journal import Actor, Role
from backend.keys import Scope, create_key
from backend.people.rules import StaffRole
from backend.standard import service as standard
from backend.standard.changes import changes
from backend.standard.reading import faults_in, read_standard
from backend.tickets.clocks import clocks_of
from backend.tickets.values import Place
from bot.commands import standard as commands
from bot.startup import CannotStart
from tests.backend import trade
from tests.backend.standard_oracle import as_toml, cases
from tests.backend.test_api_problems import check
from tests.conftest import ON_SQLITE_ONLY, MakeSettings

BOSS = Actor(Role.DESK, None, "operations")
DEFAULT = standard.default_text()
QUICKER = DEFAULT.replace('limit = "30m"', 'limit = "20m"')


@ON_SQLITE_ONLY
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**6))
async def test_what_is_shown_may_be_adopted_and_is_shown_again_to_the_letter(database: Database, seed: int) -> None:
    [case] = cases(1, seed, 1)
    text = f"# case {seed}\n{as_toml(case)}\n"
    async with database.begin() as work:
        await standard.adopt(work, text, BOSS)
        shown = (await standard.version(work)).text
        assert shown == text
        assert read_standard(shown) == read_standard(text)
        assert not (await standard.adopt(work, shown, BOSS)).is_new


async def test_the_default_holds_until_the_company_adopts_its_own(database: Database) -> None:
    async with database.begin() as work:
        assert await standard.current_version(work) == 1
        assert (await standard.version(work, 1)).text == DEFAULT
        adopted = await standard.adopt(work, QUICKER, BOSS)
        assert (adopted.version, adopted.is_new) == (2, True)
        assert adopted.changes == ('~ rule[first-contact opened urgency=urgent/expedited].limit: "30m" → "20m"',)
    async with database.begin() as work:
        found = await standard.version(work)
        assert (found.version, found.adopted_by, found.text) == (2, "operations", QUICKER)
        assert "standard-adopted" in await trade.events(work, None)


async def test_a_newer_default_of_the_program_is_taken_up_and_the_companys_own_standard_stays(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with database.begin() as work:
        await standard.current_version(work)
    monkeypatch.setattr(standard, "default_text", lambda: QUICKER)
    async with database.begin() as work:
        assert await standard.current_version(work) == 2
        await standard.adopt(work, DEFAULT, BOSS)
        assert await standard.current_version(work) == 3
        assert await standard.current_version(work) == 3
        assert (await standard.version(work)).text == DEFAULT


async def test_a_ticket_keeps_the_standard_it_was_opened_under(database: Database) -> None:
    async with database.begin() as work:
        old = await trade.opened(work, urgency="urgent")
        await standard.adopt(work, QUICKER, BOSS)
        new = await trade.opened(work, await trade.customer(work), "chat:2", urgency="urgent")
        assert (old.standard_version, new.standard_version) == (1, 2)
        limits = [(await clocks_of(work, ticket.id))[0].due_at - ticket.opened_at for ticket in (old, new)]
    assert limits == [timedelta(minutes=30), timedelta(minutes=20)]


async def test_of_two_who_adopt_at_the_same_moment_one_is_told(database: Database) -> None:
    async def one(text: str) -> str:
        try:
            async with database.begin() as work:
                return "adopted" if (await standard.adopt(work, text, BOSS)).is_new else "same"
        except Refusal as error:
            return error.code

    async with database.begin() as work:
        await standard.current_version(work)
    answers = await asyncio.gather(*(one(f"# {name}\n{DEFAULT}") for name in "abc"))
    async with database.begin() as work:
        assert (await standard.version(work)).version == 1 + answers.count("adopted")
    assert set(answers) <= {"adopted", "too-late"}
    assert "adopted" in answers


FAULTS = [
    ('limit = "30m"', 'limit = "30 min"', "line 117, rule[1].limit: seen '30 min', expected a limit such as 30m"),
    ('start = "opened"', 'begin = "opened"', "rule[1].start: missing"),
    ('start = "opened"', 'start = "opend"', "rule[1].start: seen 'opend': input should be 'opened'"),
    ('urgency = ["normal"]', 'urgency = ["slow"]', "rule[3].urgency[1]: seen 'slow': input should be 'normal'"),
    ('calendar = "always"', 'calendar = "never"', "rule[1].calendar: seen 'never', expected one of always, office"),
    ('ladder = "urgent"', 'ladder = "loud"', "rule[1].ladder: seen 'loud', expected one of desk, normal, urgent"),
    ('band = ["near"]', 'band = ["close"]', "rule[10].band: seen 'close', expected one of far, near"),
    ("up_to_km = 100", "", "band[1].up_to_km: missing; only the last band has no end"),
    ("up_to_km = 100", "up_to_km = -1", "band[1].up_to_km: seen -1: input should be greater than 0"),
    ("Mon-Fri 09:00-12:00", "Mon-Fri 09:00-14:00", "calendar.office.open: seen ['Mon-Fri 09:00-14:00', 'Mon-Fri 13:00"),
    ("Mon-Fri 09:00-12:00", "Mon-Fri 9-12", "which 'Mon-Fri 9-12' is not"),
    ("Mon-Fri 09:00-12:00", "Fri-Mon 09:00-12:00", "which 'Fri-Mon 09:00-12:00' does not"),
    ('tell = ["technician"]', 'tell = ["boss"]', "ladder.normal[1].tell[1]: seen 'boss': input should be 'technician'"),
    ('at = "80%"', 'at = "40%"', "ladder.normal[2].at: seen 40%, expected more than the 50% before"),
    ('at = "80%"', "at = 0.8", "ladder.normal[2].at: seen 0.8, expected a share such as 80% or 150%"),
    ("working = []", "working = [2026-02-30]", "not TOML"),
    ("closed = []", 'closed = ["2026-12-31/2026-12-24"]', "days.closed: seen ['2026-12-31/2026-12-24'], expected"),
    ("closed = []", "closed = [2026-01-32]", "not TOML"),
    ("working = []", "working = [2026-12-26]\nx = []", "days.x: no such field"),
    ('# country = "CN"', 'country = "XX" #', "public_holidays.country: no public holidays are known for 'XX'"),
    (
        '# country = "CN"',
        'country = "DE"\nsubdivision = "QQ" #',
        "public_holidays.subdivision: seen 'QQ', expected one",
    ),
    ('within = "5m"', 'within = "soon"', "digest.within: seen 'soon', expected a duration such as 90s, 30m"),
    ('stops = ["plan"', 'stops = ["plans"', "pause.parts.stops[1]: seen 'plans': input should be 'first-contact'"),
    ('limit = "3 working days"', 'limit = "none"', "no rule sets a limit for collection"),
    ("[digest]", "[digests]", "digests: no such field"),
    ("[[rule]]", "[[rule]", "not TOML"),
]


@pytest.mark.parametrize(("good", "bad", "told"), FAULTS, ids=[each[2] for each in FAULTS])
def test_a_fault_is_told_in_one_line_with_its_line_and_field(good: str, bad: str, told: str) -> None:
    assert good in DEFAULT
    text = DEFAULT.replace(good, bad, 1)
    faults = faults_in(text)
    [found] = [fault for fault in faults if told in fault]
    assert "\n" not in found
    if found.startswith("line "):
        number = int(found.removeprefix("line ").split(",")[0])
        assert text.splitlines()[number - 1].strip()
    with pytest.raises(Invalid):
        read_standard(text)


def test_a_good_standard_has_no_faults_and_nothing_at_all_is_none() -> None:
    assert faults_in(DEFAULT) == []
    assert faults_in("") != []


def test_what_changed_names_what_is_gone_and_new() -> None:
    added = f'{DEFAULT}\n[[station]]\nname = "Shanghai"\nlatitude = 31.2\nlongitude = 121.5\n'
    assert changes(DEFAULT, added) == [
        '+ station[Shanghai].name = "Shanghai"',
        "+ station[Shanghai].latitude = 31.2",
        "+ station[Shanghai].longitude = 121.5",
    ]
    assert changes(added, DEFAULT) == [line.replace("+", "-", 1) for line in changes(DEFAULT, added)]
    assert changes(DEFAULT, f"# a word\n{DEFAULT}") == []


@ON_SQLITE_ONLY
async def test_the_command_line_shows_checks_and_adopts(
    database_url: str, settings: MakeSettings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = settings(database_url=database_url)
    await commands.show_standard(here)
    assert capsys.readouterr().out == DEFAULT
    file = tmp_path / "standard.toml"
    file.write_text(QUICKER)
    await commands.check_standard(file)
    assert str(DEFAULT.count("[[rule]]")) in capsys.readouterr().out
    await commands.apply_standard(here, file)
    told = capsys.readouterr().out
    assert '"30m" → "20m"' in told
    assert "2" in told.splitlines()[-1]
    await commands.apply_standard(here, file)
    assert len(capsys.readouterr().out.splitlines()) == 1
    await commands.show_standard(here)
    assert capsys.readouterr().out == QUICKER
    file.write_text(QUICKER.replace('limit = "20m"', "limit = 20"))
    with pytest.raises(CannotStart) as refused:
        await commands.apply_standard(here, file)
    assert refused.value.facts["faults"].startswith("line 117, rule[1].limit: seen 20, expected")
    with pytest.raises(CannotStart):
        await commands.check_standard(tmp_path / "none.toml")


async def test_a_supervisors_key_reads_and_adopts_the_standard(api: httpx.AsyncClient, database: Database) -> None:
    check(await api.get("standard"), 403, "not-allowed")
    check(await api.put("standard", json={"text": QUICKER}), 403, "not-allowed")
    async with database.begin() as work:
        api.headers["Authorization"] = f"Bearer {await create_key(work, 'operations', [Scope.SUPERVISE])}"
    assert (await api.get("standard")).json()["text"] == DEFAULT
    answer = (await api.put("standard", json={"text": QUICKER})).json()
    assert (answer["version"], answer["is_new"], len(answer["changes"])) == (2, True, 1)
    shown = (await api.get("standard")).json()
    assert (shown["version"], shown["adopted_by"], shown["text"]) == (2, "operations", QUICKER)
    assert (await api.get("standard/versions/1")).json()["text"] == DEFAULT
    check(await api.get("standard/versions/9"), 404, "not-found")
    bad = await api.put("standard", json={"text": DEFAULT.replace('"2h"', '"two"', 1)})
    check(bad, 422, "invalid")
    assert "rule[2].limit: seen 'two'" in bad.json()["detail"]


async def _near(work: Work, latitude: float) -> list[str]:
    await trade.staff(work, "Wang Wei", StaffRole.TECHNICIAN, at=(31.23, 121.47))
    place = Place("88 Nanjing Road", latitude, 121.47)
    ticket = await trade.opened(work, await trade.customer(work), place=place)
    return [clock.clock for clock in await clocks_of(work, ticket.id)]


@pytest.mark.parametrize(("latitude", "expected"), [(31.9, "arrival"), (33.0, "reply")])
async def test_the_distance_from_the_nearest_technician_decides_about_arrival_or_reply(
    database: Database, latitude: float, expected: str
) -> None:
    async with database.begin() as work:
        assert set(await _near(work, latitude)) == {"first-contact", "solution", expected}


async def test_stations_of_the_standard_go_before_where_technicians_live(database: Database) -> None:
    station = '\n[[station]]\nname = "Nanjing"\nlatitude = 32.06\nlongitude = 118.8\n'
    async with database.begin() as work:
        await standard.adopt(work, DEFAULT + station, BOSS)
        assert set(await _near(work, 31.23)) == {"first-contact", "solution", "reply"}
