"""How long ago: an amount of days, weeks, months or years, as roughly as people tell it."""

import re
from datetime import date

from bot.dates.spans import Said, Span, ago

AMOUNT = (
    r"(?:(?P<bound>more|less) )?"
    r"(?:(?P<count>[np]?\d{1,2}|v\d+-\d+)(?: (?:or|-) (?P<to>n?\d{1,2})| \. (?P<tenths>\d))? |(?<!\d ))"
    r"(?:(?P<over>more) )?(?:(?:and )?(?P<half>half) )?"
    r"(?P<unit>days?|weeks?|months?|moon(?= ago)|years?|nian(?! [np]?\d+ moon))"
    r"(?: (?:and )?(?P<and_half>half))?(?: (?P<more>more))?"
)
TOLD_AGO = rf"(?P<lead>had |fresh |last )?{AMOUNT}(?(lead)(?: (?:ago|old))?| (?:ago|old))"


def amount(found: re.Match[str], today: date) -> Said:
    fewest, most = _counts(found)
    unit = {"moon": "month", "nian": "year"}.get(found["unit"], found["unit"].rstrip("s"))
    span = _bounded(found, fewest, most, unit, today)
    exact = unit == "year" and fewest == most == int(most) and not _bound(found)
    return Said(span=span, year=today.year - int(most) if exact else None)


def _bounded(found: re.Match[str], fewest: float, most: float, unit: str, today: date) -> Span:
    match _bound(found):
        case "last":
            return ago(0, most, unit, today, rounded=False)
        case "less":
            return ago(max(0, fewest - 1), most, unit, today, rounded=False)
        case "more":
            return ago(fewest, most + 1, unit, today, rounded=False)
        case _:
            return ago(fewest, most, unit, today)


def _bound(found: re.Match[str]) -> str | None:
    if found.groupdict().get("lead") == "last ":
        return "last"
    return found["bound"] or found["over"] or found["more"]


def _counts(found: re.Match[str]) -> tuple[float, float]:
    count, half = found["count"], 0.5 if found["half"] or found["and_half"] else 0.0
    if count is None:
        one = 0.0 if found["half"] else 1.0
        return (2.0, 9.0) if found["unit"].endswith("s") and not half else (one + half, one + half)
    if count[0] == "v":
        fewest, most = (float(number) for number in count[1:].split("-"))
    elif count[0] == "p":
        fewest, most = float(count[1]), float(count[2])
    else:
        fewest = float(f"{count.lstrip('n')}.{found['tenths'] or 0}")
        most = max(fewest, float((found["to"] or "0").lstrip("n")))
    return fewest + half, most + half
