"""The grammar of dates over the marks of words: which marks together tell what of a date."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from bot.dates.amounts import AMOUNT, TOLD_AGO, amount
from bot.dates.spans import YEARS, Said, ago, week_of

_Reading = Callable[[re.Match[str], date], Said | None]

_NUMBER = r"[np]?(\d{1,2})"
_SIGN = r"[-/.]"
_MONTH = r"(0?[1-9]|1[0-2])"
_WEEKS = {"this": 0, "last": 1, "prior": 2, "next": -1}


def phrases(row: str, today: date) -> Iterator[tuple[int, int, Said]]:
    """Where each phrase starts and ends in the row of marks, and what it tells; of two that fit, the first rule's."""
    at = 1
    while at < len(row):
        found = next(((m, read) for rule, read in _RULES if (m := rule.match(row, at))), None)
        if found and (said := found[1](found[0], today)):
            yield at, found[0].end(), said
        at = (found[0].end() if found else row.index(" ", at)) + 1


def alone(row: str, today: date) -> Said | None:
    """What the marks tell that are a date only where nothing else is said: "3 years", "15/3", "202403"."""
    for rule, read in _ALONE:
        if found := rule.fullmatch(row):
            return read(found, today)
    return None


def _full_date(found: re.Match[str], today: date) -> Said | None:
    """Day first, then month first, then year first: whichever has been by then is meant."""
    first, second, third = (int(number) for number in found.groups())
    if len(found[1]) > 2:
        year = first if len(found[1]) == 4 else 1911 + first
        orders = [(year, second, third), (year, third, second)]
    else:
        year = third if len(found[3]) == 4 else _century(third, today)
        orders = [(year, second, first), (year, first, second)]
        orders += [(_century(first, today), second, third)] if len(found[3]) <= 2 else []
    if not any(order[0] in YEARS for order in orders):
        return None
    return Said(days=tuple(day for order in orders if (day := _valid(*order))))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def _century(year: int, today: date) -> int:
    return 2000 + year if 2000 + year <= today.year else 1900 + year


def _month(first: str, last: str, day: str | None = None, year: int | None = None) -> Said | None:
    months = int(first), int(last)
    told = int(day) if day else None
    return Said(year=year, months=months, day=told) if all(1 <= month <= 12 for month in months) else None


def _named_month(found: re.Match[str], today: date) -> Said | None:
    day, month, year = found.groups()
    return _month(month, month, day, int(year) if len(year) == 4 else _century(int(year), today))


def _relative(found: re.Match[str], today: date) -> Said:
    back, (_, unit, day) = _WEEKS[found[1]], found.groups()
    if unit == "year":
        return Said(year=today.year - back)
    if unit == "month":
        year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
        return Said(year=year, months=(month + 1, month + 1))
    first, last = week_of(today, back)
    if day:
        first = last = date.fromordinal(last.toordinal() if day == "day" else first.toordinal() + int(day) - 1)
    return Said(span=(first, last))


def _weekday(found: re.Match[str], today: date) -> Said:
    return Said(span=ago(days := (today.isoweekday() - int(found[1])) % 7 or 7, days, "day", today, rounded=False))


def _holiday(found: re.Match[str], today: date) -> Said:
    near = {"before": "before", "ago": "before", "after": "after"}.get(found[1] or found[3] or "")
    return Said(holiday=found[2], part=near)


def _day_and_month(found: re.Match[str], today: date) -> Said | None:
    return _month(found[2], found[2], found[1]) or _month(found[1], found[1], found[2])


_NO_UNIT = rf"(?! (?:{_SIGN}|days?|weeks?|months?|moon|years?|nian|or \d+ \w+ ago))"
_RULES: tuple[tuple[re.Pattern[str], _Reading], ...] = tuple(
    (re.compile(rf"(?:{rule})(?= )"), read)
    for rule, read in (
        (rf"(\d{{1,4}}) {_SIGN} (\d{{1,2}}) {_SIGN} (\d{{4}}|\d{{1,2}})", _full_date),
        (r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])", _full_date),
        (rf"(?:(\d{{1,2}}) {_SIGN} )?m(\d+) {_SIGN} (\d{{4}}|\d\d)", _named_month),
        (rf"(\d{{1,2}}) {_SIGN} m(\d+)", lambda m, _: _month(m[2], m[2], m[1])),
        (rf"(\d{{4}}) {_SIGN} {_MONTH}", lambda m, _: _month(m[2], m[2], year=int(m[1]))),
        (rf"{_MONTH} {_SIGN} (\d{{4}})", lambda m, _: _month(m[1], m[1], year=int(m[2]))),
        (r"(this|last|prior|next) (year|month|week(?: ([1-6]|day))?)", _relative),
        (TOLD_AGO, amount),
        (r"roc [np]?(\d{1,3})(?: nian)?", lambda m, _: Said(year=1911 + int(m[1]))),
        (r"(?<!money )[np]?(\d{4})(?: nian)?(?! money)", lambda m, _: Said(year=int(m[1]))),
        (r"n?(1\d\d) nian", lambda m, _: Said(year=1911 + int(m[1]))),
        (r"(?:' |p)?(\d\d) nian|' (\d\d)", lambda m, today: Said(year=_century(int(m[1] or m[2]), today))),
        (
            rf"(?:(?<=year )|(?<=nian ))n11(?! (?:more|half|date)){_NO_UNIT}",
            lambda m, _: Said(holiday="national"),
        ),
        (rf"(\d{{1,2}}) m(\d+) (?:, )?(?:' )?(\d\d){_NO_UNIT}", _named_month),
        (
            rf"m(\d+) (\d{{1,2}}) (?:, )?(?:' )?(\d\d){_NO_UNIT}",
            lambda m, today: _month(m[1], m[1], m[2], _century(int(m[3]), today)),
        ),
        (rf"m(\d+) n?(\d{{1,2}}){_NO_UNIT}", lambda m, _: _month(m[1], m[1], m[2])),
        (r"n?(\d{1,2}) m(\d+)", lambda m, _: _month(m[2], m[2], m[1])),
        (r"m(\d+)", lambda m, _: _month(m[1], m[1])),
        (rf"{_NUMBER}(?: moon)? (?:or|-) {_NUMBER} moon", lambda m, _: _month(m[1], m[2])),
        (r"p(\d)(\d) moon", lambda m, _: _month(m[1], m[2])),
        (
            rf"n?(\d{{1,2}}) moon(?: {_NUMBER}(?= (?:day|date|buy|,|$))(?: day| date)?)?",
            lambda m, _: _month(m[1], m[1], m[2]),
        ),
        (rf"{_NUMBER} (?:day|date)", lambda m, _: Said(day=int(m[1]))),
        (r"(spring|summer|autumn|winter)", lambda m, _: Said(season=m[1])),
        (r"(?:(before|after) )?h-(\w+)(?: (ago|after))?", _holiday),
        (r"(?:last |this )?w(\d)", _weekday),
        (
            r"(nian |moon )?(early|mid|late|half1|half2|quarter\d)",
            lambda m, _: Said(part=m[2], of_year=True if m[1] == "nian " or m[2][-1].isdigit() else None),
        ),
        (r"last", lambda m, _: Said(last=True)),
    )
)
_ALONE: tuple[tuple[re.Pattern[str], _Reading], ...] = (
    (re.compile(AMOUNT), amount),
    (re.compile(rf"(\d{{1,2}}) {_SIGN} (\d{{1,2}})"), _day_and_month),
    (re.compile(rf"((?:19|20)\d\d){_MONTH}"), lambda m, _: _month(m[2], m[2], year=int(m[1]))),
    (re.compile(r"(?:.* )?fresh(?: .*)?"), lambda _, today: Said(span=ago(0, 14, "day", today, rounded=False))),
)
