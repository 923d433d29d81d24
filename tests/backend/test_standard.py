"""The handbooks' deadlines and the hours in which nobody is written to."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import get_args
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.standard import values
from backend.standard.calendars import calendar_of
from backend.standard.quiet import AWAKE, contact_time
from backend.standard.reading import read_standard
from backend.standard.rules import DUE, Matter, Term, band_of, reckon, terms
from backend.standard.service import default_text
from backend.standard.values import Clock, Start
from backend.tickets.rules import MOVES, Kind, Status, Urgency

SHANGHAI = ZoneInfo("Asia/Shanghai")
DEFAULT = read_standard(default_text())
CALENDARS = {name: calendar_of(DEFAULT, name, SHANGHAI, "CN") for name in DEFAULT.calendar}
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
NOW = datetime(2026, 5, 6, 2, 0, tzinfo=UTC)
NO_ALARM = frozenset({Clock.COLLECTION, Clock.ASSESSMENT, *(clock for clock in Clock if clock.startswith("complaint"))})
"""Clocks that no ticket runs against today."""

MINUTES_FROM_OPENING = [
    ("hardware", "urgent", "general", None, {"first-contact": 30, "arranged": 120}),
    ("hardware", "expedited", "general", None, {"first-contact": 30, "arranged": 120}),
    ("hardware", "normal", "general", None, {"first-contact": 120, "solution": 1440}),
    ("hardware", "normal", "major", None, {"first-contact": 120, "solution": 1440, "arrival": 2880}),
    ("software", "urgent", "major", None, {"first-contact": 30, "arranged": 120, "arrival": 2880}),
    ("question", "normal", "general", None, {"first-contact": 120, "solution": 1440, "answer": 1440}),
    ("hardware", "normal", "general", "near", {"first-contact": 120, "solution": 1440, "arrival": 1440}),
    ("hardware", "urgent", "major", "near", {"first-contact": 30, "arranged": 120, "arrival": 1440}),
    ("hardware", "normal", "general", "far", {"first-contact": 120, "solution": 1440, "reply": 720}),
    ("software", "normal", "general", "far", {"first-contact": 120, "solution": 1440}),
]


def due(start: Start, matter: Matter, at: datetime = NOW) -> Mapping[str, datetime]:
    """When each clock of the default that starts now is due."""
    found = terms(DEFAULT, start, matter)
    return {clock.value: reckon(limits, CALENDARS, DEFAULT.ladder, at).due_at for clock, limits in found.items()}


@pytest.mark.parametrize(("kind", "urgency", "severity", "band", "minutes"), MINUTES_FROM_OPENING)
def test_a_ticket_gets_the_deadlines_of_the_handbooks(
    kind: str, urgency: str, severity: str, band: str | None, minutes: dict[str, int]
) -> None:
    found = due(Start.OPENED, Matter(kind, urgency, severity, band))
    assert found == {clock: NOW + timedelta(minutes=limit) for clock, limit in minutes.items()}


@pytest.mark.parametrize(("severity", "hours"), [("general", {"cleared": 4}), ("major", {"plan": 4, "cleared": 12})])
def test_the_arrival_starts_the_clocks_of_table_16_7(severity: str, hours: dict[str, int]) -> None:
    found = due(Start.ARRIVED, Matter("hardware", "normal", severity))
    assert found == {clock: NOW + timedelta(hours=limit) for clock, limit in hours.items()}


@pytest.mark.parametrize(
    ("start", "local"),
    [
        (Start.OBJECTED, {"second-solution": "2026-05-07T10:00"}),
        (Start.SUPPLIER, {"supplier": "2026-05-06T22:00", "reply": "2026-05-06T22:00"}),
        (Start.COMPLETED, {"assessment": "2026-05-08T10:00"}),
        (Start.RETURNED, {"collection": "2026-05-09T10:00"}),  # a Saturday that is worked
        (Start.COMPLAINED, {}),  # the handbook leaves the days to the company
    ],
)
def test_the_other_deadlines_of_the_handbooks(start: Start, local: dict[str, str]) -> None:
    found = due(start, Matter("hardware", "normal", "general"))
    assert found == {clock: datetime.fromisoformat(at).replace(tzinfo=SHANGHAI) for clock, at in local.items()}


@given(st.sampled_from(Kind), st.sampled_from(Urgency), st.sampled_from(["general", "major"]))
def test_every_ticket_is_watched_from_the_first_minute(kind: Kind, urgency: Urgency, severity: str) -> None:
    found = due(Start.OPENED, Matter(kind, urgency, severity))
    assert "first-contact" in found
    assert {"arranged", "solution"} & set(found)


def test_every_clock_of_a_ticket_is_stopped_by_its_life() -> None:
    kept = {clock for move in MOVES if move.target is not Status.CANCELLED for clock in move.stops}
    assert {rule.clock for rule in DEFAULT.rule} == set(Clock)
    assert set(Clock) - kept <= NO_ALARM


def test_the_standard_knows_every_kind_and_urgency_of_a_ticket() -> None:
    assert set(get_args(values.Kind)) == set(Kind)
    assert set(get_args(values.Urgency)) == set(Urgency)


@given(
    st.lists(st.tuples(st.sampled_from(["always", "office"]), st.integers(1, 600_000)), min_size=1, max_size=4), MOMENTS
)
def test_of_several_limits_for_one_clock_the_one_that_is_due_first_holds(
    limits: list[tuple[str, int]], now: datetime
) -> None:
    each = [Term(calendar, seconds, "normal") for calendar, seconds in limits]
    alone = [reckon([term], CALENDARS, DEFAULT.ladder, now).due_at for term in each]
    assert reckon(each, CALENDARS, DEFAULT.ladder, now).due_at == min(alone)


def test_a_day_of_office_hours_may_be_tighter_than_a_day_of_all_hours() -> None:
    day, working_day = Term("always", 24 * 3600, "normal"), Term("office", 8 * 3600, "normal")
    opened = NOW - timedelta(hours=3)  # seven in the morning
    found = reckon([day, working_day], CALENDARS, DEFAULT.ladder, opened)
    assert (found.term, found.due_at) == (working_day, NOW + timedelta(hours=8))


@given(st.sampled_from(["always", "office"]), st.integers(60, 200_000), MOMENTS)
def test_the_rungs_of_a_ladder_come_in_their_order(calendar: str, seconds: int, now: datetime) -> None:
    found = reckon([Term(calendar, seconds, "urgent")], CALENDARS, DEFAULT.ladder, now)
    assert sorted(found.rungs) == [50, 80, 100, 150]
    moments = [found.rungs[percent] for percent in sorted(found.rungs)]
    assert moments == sorted(moments)
    assert found.rungs[DUE] == found.due_at


@pytest.mark.parametrize(
    ("place", "band"),
    [((31.23, 121.47), "near"), ((30.27, 120.15), "far"), ((31.30, 120.58), "near"), (None, None)],
)
def test_shanghai_serves_suzhou_as_near_and_hangzhou_as_far(
    place: tuple[float, float] | None, band: str | None
) -> None:
    stations = [(31.2304, 121.4737), (22.54, 114.06)]
    assert band_of(DEFAULT, place, stations) == band
    assert band_of(DEFAULT, place, []) is None


def minute_by_minute(now: datetime, zone: ZoneInfo, quiet_from: int, quiet_until: int) -> datetime:
    """The slow and obvious way to the first moment of the day."""

    def is_quiet(at: datetime) -> bool:
        hour, night = at.astimezone(zone).hour, []
        each = quiet_from
        while each != quiet_until:
            night.append(each)
            each = (each + 1) % 24
        return hour in night

    at = now
    while is_quiet(at):
        at = at.replace(second=0, microsecond=0) + timedelta(minutes=1)
    return at


@given(MOMENTS, st.integers(0, 23), st.integers(0, 23))
def test_nobody_is_written_to_at_night_nor_later_than_need_be(now: datetime, start: int, end: int) -> None:
    assert contact_time(now, SHANGHAI, start, end) == minute_by_minute(now, SHANGHAI, start, end)


@given(MOMENTS, st.timedeltas(timedelta(), AWAKE))
def test_whoever_wrote_just_now_is_answered_even_at_night(now: datetime, ago: timedelta) -> None:
    assert contact_time(now, SHANGHAI, 21, 8, now - ago) == now


@pytest.mark.parametrize(
    ("local", "first"),
    [
        ("2026-05-06T20:59", "2026-05-06T20:59"),
        ("2026-05-06T21:00", "2026-05-07T08:00"),
        ("2026-05-07T00:00", "2026-05-07T08:00"),
        ("2026-05-07T07:59", "2026-05-07T08:00"),
        ("2026-05-07T08:00", "2026-05-07T08:00"),
    ],
)
def test_the_night_lasts_from_nine_to_eight_by_the_companys_clock(local: str, first: str) -> None:
    now = datetime.fromisoformat(local).replace(tzinfo=SHANGHAI).astimezone(UTC)
    assert contact_time(now, SHANGHAI, 21, 8) == datetime.fromisoformat(first).replace(tzinfo=SHANGHAI)
