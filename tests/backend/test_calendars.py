"""Working time: the product's arithmetic against counting by the minute, and what always holds of it."""

import os
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.standard.calendars import Calendar, Span, moment, passed, spans
from tests.backend.standard_oracle import differences

OFFICE = (((540, 720), (780, 1080)),) * 5 + ((), ())
ZONES = st.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]).map(ZoneInfo)
EDGES = st.lists(st.integers(0, 1440), min_size=2, max_size=6, unique=True).map(sorted)
WINDOWS = EDGES.map(lambda edges: tuple(zip(edges[::2], edges[1::2], strict=False)))
WEEKS = st.tuples(*(st.just(()) | WINDOWS for _ in range(6)), WINDOWS)
CALENDARS = st.builds(Calendar, ZONES, WEEKS, st.just(timedelta(hours=8)), st.sampled_from([None, "CN", "DE"]))
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 6, 1), timezones=st.just(UTC))  # noqa: DTZ001
AMOUNTS = st.timedeltas(timedelta(seconds=1), timedelta(hours=4))
BREAKS = st.lists(st.tuples(MOMENTS, st.timedeltas(timedelta(), timedelta(days=3))), max_size=3)


def test_deadlines_are_those_of_counting_minute_by_minute() -> None:
    count, places = (100_000, 3000) if "LONG_SWEEPS" in os.environ else (2000, 80)
    assert not list(differences(count, 7, places))


@given(CALENDARS, MOMENTS, AMOUNTS)
def test_a_deadline_is_in_working_time_or_at_its_end(calendar: Calendar, since: datetime, amount: timedelta) -> None:
    due = moment(calendar, since, amount)
    day = due - timedelta(days=2)
    assert any(begin < due <= end for begin, end in spans(calendar, max(since, day)) if begin < due)
    assert passed(calendar, since, due) == amount


@given(CALENDARS, MOMENTS, AMOUNTS, AMOUNTS, st.timedeltas(timedelta(), timedelta(days=2)))
def test_more_time_or_a_later_start_never_makes_it_due_earlier(
    calendar: Calendar, since: datetime, amount: timedelta, more: timedelta, later: timedelta
) -> None:
    due = moment(calendar, since, amount)
    assert moment(calendar, since, amount + more) > due
    assert moment(calendar, since + later, amount) >= due


@given(CALENDARS, MOMENTS, AMOUNTS, st.lists(st.tuples(st.floats(0, 2), st.timedeltas(timedelta(), timedelta(days=3)))))
def test_a_pause_never_shortens_and_costs_what_it_took_of_working_time(
    calendar: Calendar, since: datetime, amount: timedelta, pauses: list[tuple[float, timedelta]]
) -> None:
    due = moment(calendar, since, amount)
    breaks: list[Span] = [(begin := since + (due - since) * share, begin + length) for share, length in pauses[:4]]
    paused = moment(calendar, since, amount, breaks)
    assert paused >= due
    assert passed(calendar, since, paused, breaks) == amount
    assert moment(calendar, since, amount, [*breaks, *breaks]) == paused


@given(CALENDARS, MOMENTS, st.timedeltas(timedelta(), timedelta(days=3)), st.timedeltas(timedelta(), timedelta(days=3)))
def test_the_time_of_two_stretches_is_that_of_both(
    calendar: Calendar, since: datetime, first: timedelta, second: timedelta
) -> None:
    middle, end = since + first, since + first + second
    assert passed(calendar, since, middle) + passed(calendar, middle, end) == passed(calendar, since, end)


@pytest.mark.parametrize(
    ("zone", "local", "hours", "due"),
    [
        ("Europe/Berlin", "2026-03-29T00:30", 3, "2026-03-29T04:30"),  # two o'clock does not happen
        ("Europe/Berlin", "2026-10-25T00:30", 3, "2026-10-25T02:30"),  # two o'clock happens twice
        ("Asia/Shanghai", "2026-03-29T00:30", 3, "2026-03-29T03:30"),
        ("Australia/Lord_Howe", "2026-10-04T00:00", 3, "2026-10-04T03:30"),  # half an hour is left out
        ("Pacific/Apia", "2011-12-29T22:00", 4, "2011-12-31T02:00"),  # the thirtieth is left out
    ],
)
def test_hours_are_those_that_really_pass_when_the_clocks_change(zone: str, local: str, hours: int, due: str) -> None:
    always = Calendar(ZoneInfo(zone), (((0, 1440),),) * 7, timedelta(hours=24))
    since = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    found = moment(always, since, timedelta(hours=hours))
    assert found - since == timedelta(hours=hours)
    assert found.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%dT%H:%M") == due


@pytest.mark.parametrize(
    ("local", "due"),
    [
        ("2026-05-06T10:00", "2026-05-07T10:00"),
        ("2026-05-06T12:30", "2026-05-06T18:00"),  # five hours of the afternoon and three of the morning
        ("2026-05-06T23:00", "2026-05-07T18:00"),
        ("2026-05-08T18:00", "2026-05-09T18:00"),  # a Saturday worked in exchange for the holidays
        ("2026-09-30T13:00", "2026-10-08T12:00"),  # the National Day holidays
        ("2026-12-24T09:00", "2026-12-28T18:00"),  # closed on two days by the company
    ],
)
def test_a_working_day_by_the_calendar_of_a_company_in_shanghai(local: str, due: str) -> None:
    zone, closed = ZoneInfo("Asia/Shanghai"), frozenset({date(2026, 12, 24), date(2026, 12, 25)})
    office = Calendar(zone, OFFICE, timedelta(hours=8), "CN", None, frozenset(), closed)
    since = datetime.fromisoformat(local).replace(tzinfo=zone)
    amount = timedelta(hours=5) if local.endswith("12:30") else office.working_day
    assert moment(office, since, amount) == datetime.fromisoformat(due).replace(tzinfo=zone)


def test_a_make_up_day_that_nobody_announced_stands_in_the_standard() -> None:
    zone, saturday = ZoneInfo("Asia/Shanghai"), datetime(2027, 2, 20, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
    known = Calendar(zone, OFFICE, timedelta(hours=8), "CN", None, frozenset({saturday.date()}), make_up_as=4)
    unknown = Calendar(zone, OFFICE, timedelta(hours=8), "CN")
    assert moment(known, saturday, timedelta(hours=1)) == saturday + timedelta(hours=1)
    assert moment(unknown, saturday, timedelta(hours=1)).astimezone(zone).strftime("%a") == "Mon"


def test_a_calendar_that_never_opens_is_an_error_and_no_endless_wait() -> None:
    never = Calendar(ZoneInfo("UTC"), ((),) * 7, timedelta(hours=8))
    with pytest.raises(ValueError, match="never passes"):
        moment(never, datetime(2026, 1, 1, tzinfo=UTC), timedelta(hours=1))
