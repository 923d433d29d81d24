"""The handbooks' deadlines and the hours in which nobody is written to."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.standard.quiet import AWAKE, contact_time
from backend.standard.rules import DEFAULT, Limit, Start, deadlines, due
from backend.tickets.rules import Clock, Kind, Urgency

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
NOW = datetime(2026, 5, 6, 2, 0, tzinfo=UTC)

MINUTES_FROM_OPENING = [
    ("hardware", "urgent", "general", {"first-contact": 30, "arranged": 120}),
    ("hardware", "expedited", "general", {"first-contact": 30, "arranged": 120}),
    ("hardware", "normal", "general", {"first-contact": 120, "solution": 1440}),
    ("hardware", "normal", "major", {"first-contact": 120, "solution": 1440, "arrival": 2880}),
    ("software", "urgent", "major", {"first-contact": 30, "arranged": 120, "arrival": 2880}),
    ("question", "normal", "general", {"first-contact": 120, "solution": 1440, "answer": 1440}),
]


@pytest.mark.parametrize(("kind", "urgency", "severity", "minutes"), MINUTES_FROM_OPENING)
def test_a_ticket_gets_the_deadlines_of_the_handbooks(
    kind: str, urgency: str, severity: str, minutes: dict[str, int]
) -> None:
    found = deadlines(DEFAULT, Start.OPENED, NOW, SHANGHAI, kind, urgency, severity)
    assert found == {clock: NOW + timedelta(minutes=limit) for clock, limit in minutes.items()}


@pytest.mark.parametrize(("severity", "hours"), [("general", {"cleared": 4}), ("major", {"plan": 4, "cleared": 12})])
def test_the_arrival_starts_the_clocks_of_table_16_7(severity: str, hours: dict[str, int]) -> None:
    found = deadlines(DEFAULT, Start.ARRIVED, NOW, SHANGHAI, "hardware", "normal", severity)
    assert found == {clock: NOW + timedelta(hours=limit) for clock, limit in hours.items()}


def test_an_objection_is_to_be_solved_within_a_day() -> None:
    found = deadlines(DEFAULT, Start.OBJECTED, NOW, SHANGHAI, "hardware", "normal", "general")
    assert found == {"second-solution": NOW + timedelta(hours=24)}


@given(st.sampled_from(Kind), st.sampled_from(Urgency), st.sampled_from(["general", "major"]))
def test_every_ticket_is_watched_from_the_first_minute(kind: Kind, urgency: Urgency, severity: str) -> None:
    found = deadlines(DEFAULT, Start.OPENED, NOW, SHANGHAI, kind, urgency, severity)
    assert "first-contact" in found
    assert {"arranged", "solution"} & set(found)


def test_every_clock_of_the_standard_is_stopped_by_the_life_of_a_ticket() -> None:
    assert {limit.clock for limit in DEFAULT} == set(Clock)


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=6))
def test_of_two_limits_for_one_clock_the_tighter_holds(minutes: list[int]) -> None:
    limits = [Limit("first-contact", Start.OPENED, minutes=each) for each in minutes]
    found = deadlines(limits, Start.OPENED, NOW, SHANGHAI, "hardware", "normal", "general")
    assert found == {"first-contact": NOW + timedelta(minutes=min(minutes))}


@given(MOMENTS, st.integers(1, 12), st.sampled_from([SHANGHAI, BERLIN]))
def test_working_days_leave_out_weekends_and_keep_the_hour(start: datetime, days: int, zone: ZoneInfo) -> None:
    end = due(Limit("answer", Start.OPENED, working_days=days), start, zone).astimezone(zone)
    begin = start.astimezone(zone)
    passed = [begin.date() + timedelta(days=each + 1) for each in range((end.date() - begin.date()).days)]
    assert sum(day.weekday() < 5 for day in passed) == days
    assert end.weekday() < 5
    assert end.time() == begin.time() or zone is BERLIN  # but for the hour that summer time leaves out


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
