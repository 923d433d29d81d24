"""What no single value of a standard tells: that its parts fit together. Pure."""

from collections.abc import Iterator
from itertools import pairwise

from backend.standard.public_holidays import subdivisions
from backend.standard.values import Clock, Rule, ServiceStandard, Start

Fault = tuple[tuple[str | int, ...], str]
"""Where, and what is wrong there."""


def faults_of(standard: ServiceStandard) -> Iterator[Fault]:
    yield from _rules(standard)
    yield from _calendars(standard)
    yield from _ladders(standard)
    yield from _bands(standard)
    yield from _days(standard)


def _rules(standard: ServiceStandard) -> Iterator[Fault]:
    bands = {band.name for band in standard.band}
    for number, rule in enumerate(standard.rule):
        if rule.calendar not in standard.calendar:
            yield ("rule", number, "calendar"), f"seen {rule.calendar!r}, expected one of {_list(standard.calendar)}"
        if rule.ladder not in standard.ladder:
            yield ("rule", number, "ladder"), f"seen {rule.ladder!r}, expected one of {_list(standard.ladder)}"
        for name in rule.band:
            if name not in bands:
                yield ("rule", number, "band"), f"seen {name!r}, expected one of {_list(bands)}"
    if not any(_is_collection(rule) for rule in standard.rule):
        yield ("rule",), "no rule sets a limit for collection, started by returned; customers are told that day"


def _is_collection(rule: Rule) -> bool:
    """One that holds for every return."""
    asked = rule.kind or rule.urgency or rule.severity or rule.band or rule.group
    return rule.clock is Clock.COLLECTION and rule.start is Start.RETURNED and rule.limit is not None and not asked


def _calendars(standard: ServiceStandard) -> Iterator[Fault]:
    for name, hours in standard.calendar.items():
        if not any(hours.open):
            yield ("calendar", name, "open"), "the calendar never opens"
    holidays = standard.public_holidays
    if holidays.country and holidays.country not in subdivisions():
        yield ("public_holidays", "country"), f"no public holidays are known for {holidays.country!r}"
    elif holidays.subdivision and not holidays.country:
        yield ("public_holidays", "subdivision"), "a subdivision needs its country beside it"
    elif holidays.subdivision and holidays.subdivision not in (known := subdivisions()[holidays.country or ""]):
        yield ("public_holidays", "subdivision"), f"seen {holidays.subdivision!r}, expected one of {_list(known)}"


def _ladders(standard: ServiceStandard) -> Iterator[Fault]:
    for name, ladder in standard.ladder.items():
        for number, (lower, higher) in enumerate(pairwise(ladder), start=1):
            if higher.at <= lower.at:
                yield ("ladder", name, number, "at"), f"seen {higher.at}%, expected more than the {lower.at}% before"


def _bands(standard: ServiceStandard) -> Iterator[Fault]:
    reach = 0.0
    for number, band in enumerate(standard.band):
        last = number == len(standard.band) - 1
        if band.up_to_km is None and not last:
            yield ("band", number, "up_to_km"), "missing; only the last band has no end"
        elif band.up_to_km is not None and band.up_to_km <= reach:
            yield ("band", number, "up_to_km"), f"seen {band.up_to_km:g}, expected more than the {reach:g} before"
        reach = band.up_to_km or reach
    for number, station in enumerate(standard.station):
        if not (-90 <= station.latitude <= 90 and -180 <= station.longitude <= 180):
            yield ("station", number), "expected latitude -90 to 90 and longitude -180 to 180"


def _days(standard: ServiceStandard) -> Iterator[Fault]:
    for day in sorted({*standard.days.working} & {*standard.days.closed}):
        yield ("days", "closed"), f"{day} is in the list of working days, too"


def _list(names: object) -> str:
    assert hasattr(names, "__iter__")
    return ", ".join(sorted(names)) or "none"
