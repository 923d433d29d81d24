"""Deadlines counted minute by minute, slowly and obviously, against the product's arithmetic.

    python -m tests.backend.standard_oracle --cases 100000 --seed 1

A case is a standard as its file: random hours, public holidays, make-up days and closures, in zones that change their
clocks in every way there is; one or two limits for one clock, and pauses. The oracle walks on by a minute at a time and
asks whether that minute is worked. It shares nothing with the product but the file it is asked about.
"""

import argparse
import random
import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

import holidays

from backend.standard.calendars import calendar_of, passed
from backend.standard.reading import read_standard
from backend.standard.rules import Matter, reckon, terms
from backend.standard.values import Start

ZONES = (
    "Asia/Shanghai",
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "America/Sao_Paulo",
    "Africa/Casablanca",
    "Antarctica/Troll",
    "Asia/Beirut",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Chatham",
)
PUBLIC = (None, None, ("CN", None), ("CN", None), ("DE", "BY"), ("US", "NY"), ("HK", None), ("TW", None))
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SHARES = (50, 80, 100, 150)
DAY = 24 * 60
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

Hours = tuple[tuple[int, int], ...]
Public = tuple[str, str | None] | None
Place = tuple[str, Public, date]


@dataclass(frozen=True)
class Week:
    """A calendar: the hours of each weekday in minutes, and whether holidays, make-up days and closures count."""

    hours: tuple[Hours, ...]
    holidays: bool
    make_up_as: int


@dataclass(frozen=True)
class Case:
    """Moments and pauses in minutes since 1970; `limits` are pairs of a calendar's number and minutes."""

    zone: str
    public: Public
    weeks: tuple[Week, ...]
    limits: tuple[tuple[int, int], ...]
    since: int
    pauses: tuple[range, ...]
    worked: frozenset[date] = field(default_factory=frozenset)
    closed: frozenset[date] = field(default_factory=frozenset)


def oracle(case: Case) -> dict[str, int]:
    """When the clock is due, and when each share of its time is used up."""
    walked = [(_walk(case, case.weeks[week], minutes), minutes) for week, minutes in case.limits]
    marks, minutes = min(walked, key=lambda each: each[0][100])
    return {"due": marks[100], **{f"{share}%": marks[share] for share in SHARES}, "worked": minutes}


def _walk(case: Case, week: Week, minutes: int) -> dict[int, int]:
    """Minute by minute until half as much again is used up: when each share was."""
    marks: dict[int, int] = {}
    paused = {minute for pause in case.pauses for minute in pause}
    open_on: dict[int, bytes] = {}
    at, used = case.since, 0
    while len(marks) < len(SHARES):
        days, of_day = _local_day(case.zone, at // DAY)
        for minute in range(at % DAY, DAY):
            day = days[minute]
            if day not in open_on:
                open_on[day] = _open_minutes(_hours_on(case, week, date.fromordinal(day)))
            at += 1
            if open_on[day][of_day[minute]] and at - 1 not in paused:
                used += 1
                for share in SHARES:
                    if share not in marks and used * 100 >= minutes * share:
                        marks[share] = at
    return marks


@lru_cache(maxsize=1000)
def _open_minutes(hours: Hours) -> bytes:
    day = bytearray(DAY)
    for opens, closes in hours:
        day[opens:closes] = b"\1" * (closes - opens)
    return bytes(day)


def _hours_on(case: Case, week: Week, day: date) -> Hours:
    if not week.holidays:
        return week.hours[day.weekday()]
    off, made_up = _public(case.public, day.year)
    if day in case.closed:
        return ()
    if day in case.worked or day in made_up:
        return week.hours[week.make_up_as]
    if day in off:
        return ()
    return week.hours[day.weekday()]


@lru_cache(maxsize=200)
def _public(public: Public, year: int) -> tuple[frozenset[date], frozenset[date]]:
    if public is None:
        return frozenset(), frozenset()
    known = holidays.country_holidays(public[0], subdiv=public[1], years=range(year - 1, year + 2))
    return frozenset(known), frozenset(known.weekend_workdays)


@lru_cache(maxsize=8192)
def _local_day(zone: str, day: int) -> tuple["array[int]", "array[int]"]:
    """The local date and minute of each minute of a UTC day, kept because many cases ask for it."""
    known = ZoneInfo(zone)
    local = [(EPOCH + timedelta(days=day, minutes=minute)).astimezone(known) for minute in range(DAY)]
    return array("i", [at.toordinal() for at in local]), array("h", [at.hour * 60 + at.minute for at in local])


def product(case: Case) -> dict[str, int]:
    """The same figures from the product, read out of the standard's file."""
    standard = read_standard(as_toml(case))
    calendars = {name: calendar_of(standard, name, ZoneInfo("UTC"), "") for name in standard.calendar}
    since = EPOCH + case.since * MINUTE
    breaks = [(EPOCH + pause.start * MINUTE, EPOCH + pause.stop * MINUTE) for pause in case.pauses]
    [limits] = [found for clock, found in terms(standard, Start.OPENED, Matter()).items() if clock == "solution"]
    found = reckon(limits, calendars, standard.ladder, since, breaks)
    worked = passed(calendars[found.term.calendar], since, found.due_at, breaks)
    shares = {f"{share}%": _minutes(found.rungs[share] - EPOCH) for share in SHARES}
    return {"due": _minutes(found.due_at - EPOCH), **shares, "worked": _minutes(worked)}


def _minutes(span: timedelta) -> int:
    whole, rest = divmod(span, MINUTE)
    assert not rest, f"{span} is no whole number of minutes"
    return whole


def as_toml(case: Case) -> str:
    closed = ", ".join(str(day) for day in sorted(case.closed))
    worked = ", ".join(str(day) for day in sorted(case.worked))
    parts = [f'time_zone = "{case.zone}"', f"[days]\nworking = [{worked}]\nclosed = [{closed}]"]
    if case.public:
        parts.append(f'[public_holidays]\ncountry = "{case.public[0]}"')
        parts += [f'subdivision = "{case.public[1]}"'] if case.public[1] else []
    parts += [_calendar(number, week) for number, week in enumerate(case.weeks)]
    parts += [f'[[ladder.all]]\nat = "{share}%"\ntell = []' for share in SHARES]
    parts += [_rule("solution", "opened", f"{minutes}m", week) for week, minutes in case.limits]
    return "\n".join([*parts, _rule("collection", "returned", "3 working days", 0)])


def _calendar(number: int, week: Week) -> str:
    hours = ", ".join(
        f'"{name} {opens // 60:02}:{opens % 60:02}-{closes // 60:02}:{closes % 60:02}"'
        for name, windows in zip(WEEKDAYS, week.hours, strict=True)
        for opens, closes in windows
    )
    return (
        f'[calendar.c{number}]\nopen = [{hours}]\nworking_day = "8h"\nholidays = {str(week.holidays).lower()}\n'
        f'make_up_as = "{WEEKDAYS[week.make_up_as]}"'
    )


def _rule(clock: str, start: str, limit: str, week: int) -> str:
    return f'[[rule]]\nclock = "{clock}"\nstart = "{start}"\nlimit = "{limit}"\ncalendar = "c{week}"\nladder = "all"'


def cases(count: int, seed: int, places: int = 3000) -> Iterator[Case]:
    """`places`: near how many different days, each in its zone, the cases lie."""
    chance = random.Random(seed)
    pool = [_place(chance) for _ in range(places)]
    for _ in range(count):
        yield _case(chance, *chance.choice(pool))


def _place(chance: random.Random) -> Place:
    """Half of them near a change of clocks, most others near a holiday."""
    public = chance.choice(PUBLIC)
    if chance.random() < 0.5:
        zone = chance.choice(ZONES)
        return zone, public, chance.choice(_changes(zone) or (date(2026, 2, 17),))
    feasts = sorted(_public(public, 2026)[0])
    some_day = date(2026, 1, 1) + timedelta(days=chance.randrange(365))
    return chance.choice(ZONES[:3]), public, chance.choice(feasts) if feasts and chance.random() < 0.6 else some_day


def _case(chance: random.Random, zone: str, public: Public, near: date) -> Case:
    first = (near.toordinal() - EPOCH.toordinal()) * DAY - chance.randrange(3 * DAY)
    around = [near + timedelta(days=each) for each in range(-4, 8)]
    strewn = chance.sample(around, chance.choice((0, 0, 1, 2, 4)))
    split = chance.randint(0, len(strewn))
    weeks = tuple(_week(chance) for _ in range(chance.choice((1, 1, 2))))
    limits = tuple((each, chance.randint(1, 60) * 10) for each in range(len(weeks)))
    pauses = tuple(_pauses(chance, first))
    return Case(zone, public, weeks, limits, first, pauses, frozenset(strewn[:split]), frozenset(strewn[split:]))


def _pauses(chance: random.Random, first: int) -> Iterator[range]:
    """They may overlap, and begin before the clock does."""
    for _ in range(chance.choice((0, 0, 1, 1, 2, 3))):
        begin = first + chance.randint(-DAY, 3 * DAY)
        yield range(begin, begin + chance.choice((1, 37, 240, DAY, 2 * DAY + 11)))


def _week(chance: random.Random) -> Week:
    if chance.random() < 0.15:
        return Week(tuple(((0, DAY),) for _ in WEEKDAYS), chance.random() < 0.3, 0)
    usual, short = _windows(chance), _windows(chance)
    weekend: Sequence[Hours] = chance.choice((((), ()), (short, ()), (short, short), ((), short)))
    return Week((usual, usual, usual, short, usual, *weekend), chance.random() < 0.8, chance.randrange(5))


def _windows(chance: random.Random) -> Hours:
    """One to three windows of at least an hour in all, some of them in the night, some that touch."""
    edges = sorted(chance.sample(range(24 * 12 + 1), 2 * chance.choice((1, 2, 2, 3))))
    found = tuple((opens * 5, closes * 5) for opens, closes in zip(edges[::2], edges[1::2], strict=True))
    return found if sum(closes - opens for opens, closes in found) >= 60 else ((9 * 60, 12 * 60), (13 * 60, 18 * 60))


@cache
def _changes(zone: str) -> tuple[date, ...]:
    """The days on which the zone changed its clocks, in years with odd changes and in recent ones."""
    known, found = ZoneInfo(zone), []
    for year in (2011, 2018, 2025, 2026):
        for count in range(365):
            day = datetime(year, 1, 1, tzinfo=UTC) + timedelta(days=count)
            if day.astimezone(known).utcoffset() != (day + timedelta(days=1)).astimezone(known).utcoffset():
                found.append(day.date())
    return tuple(found)


def differences(count: int, seed: int, places: int = 3000) -> Iterator[tuple[Case, dict[str, int], dict[str, int]]]:
    """The cases in which product and oracle disagree, with what each says."""
    for case in cases(count, seed, places):
        expected, seen = oracle(case), product(case)
        if expected != seen:
            yield case, expected, seen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    found = 0
    for case, expected, seen in differences(asked.cases, asked.seed):
        found += 1
        if found <= 3:
            print(f"{case}\n  oracle  {expected}\n  product {seen}")
    print(f"{asked.cases} cases (seed {asked.seed}), {found} differences")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
