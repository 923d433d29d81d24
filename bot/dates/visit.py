"""When a visit suits, in free words: what of it cannot be. Words that name no day are anybody's to read."""

import re
from datetime import date, timedelta
from enum import StrEnum

from bot.dates.joined import Joined, is_denied, joined
from bot.dates.spans import Span, in_year
from bot.dates.words import marks

FARTHEST = timedelta(days=366)
_LATEST_HOUR = 2400
"""A number of four digits up to this may be an hour."""
_GONE = re.compile(r"(?:last|prior) (?:year|month|week(?: (?:[1-6]|day))?)|.* ago")
_YEARS_ON = re.compile(r" (?:in n?(\d{1,2}) years?|n?(\d{1,2}) (?:years?|nian) after) ")


class Unfit(StrEnum):
    NO_SUCH_DAY = "no-such-day"
    PAST = "past"
    TOO_FAR = "too-far"


def unfit_for_visit(text: str, today: date) -> Unfit | None:
    """Why nobody can come then: the first reason that the words give. A day of this year or the next is fit."""
    row = marks(text)
    if (years := _YEARS_ON.search(row)) and int(years[1] or years[2]) > 1:
        return Unfit.TOO_FAR
    found = (_judged(row, phrase, today) for phrase in joined(row, today) if not is_denied(row, phrase))
    return next((unfit for unfit in found if unfit), None)


def _judged(row: str, phrase: Joined, today: date) -> Unfit | None:
    said, words = phrase.said, row[phrase.start : phrase.end]
    if not said.is_real:
        return Unfit.NO_SUCH_DAY
    if said.days is not None:
        return _best([(day, day) for day in said.days], today)
    if said.year is not None and (said.within_year or said.year > _LATEST_HOUR or "nian" in words):
        span = in_year(said, said.year)
        return _best([span], today) if span else Unfit.TOO_FAR
    if said.span is not None and _GONE.fullmatch(words):
        return _best([said.span], today)
    return None


def _best(spans: list[Span], today: date) -> Unfit | None:
    """None where one of them will do."""
    judged = [_of_span(span, today) for span in spans]
    return None if None in judged else judged[0]


def _of_span(span: Span, today: date) -> Unfit | None:
    if span[1] < today:
        return Unfit.PAST
    return Unfit.TOO_FAR if span[0] > today + FARTHEST else None
