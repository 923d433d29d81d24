"""When something was bought, from the free words of a customer."""

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from bot.dates.joined import BETWEEN, Joined, gap, is_denied, joined
from bot.dates.phrases import alone
from bot.dates.spans import Span, span_of
from bot.dates.words import UNREAD, marks

_EITHER = {"or", "-", "and", "/"}
_ASIDE = {"in", ",", "buy", "had", "and"}


@dataclass(frozen=True)
class Bought:
    """The first and the last day on which it may have been bought, both None where the customer does not know."""

    earliest: date | None
    latest: date | None
    known: bool


@dataclass(frozen=True)
class _Dated:
    start: int
    end: int
    span: Span


def purchase_date(text: str, today: date) -> Bought | None:
    """The days that the words may mean, today the last of them; None where they name no day, or only days to come.

    Of several dates the one nearest to the word for buying counts, otherwise the first. Nothing beyond the first
    thousand characters is read. Raises NoSuchDay where the words name a day that no calendar has.
    """
    row = marks(text)
    if span := _told(row, today):
        return Bought(*span, known=True)
    return Bought(None, None, known=False) if " unknown " in row else None


def _told(row: str, today: date) -> Span | None:
    dated = list(_dated(row, today))
    if dated:
        bought = [found.start() for found in re.finditer(r"(?<= )(?:buy|had|fresh)(?= )", row)]
        return min(dated, key=lambda one: _distance(row, one, bought)).span
    said = alone(" ".join(mark for mark in row.split() if mark not in _ASIDE), today)
    return span_of(said, today) if said else None


def _dated(row: str, today: date) -> list[_Dated]:
    """The spans that the row tells, in order; those of "either … or" together, of a date told twice the narrower."""
    dated: list[_Dated] = []
    for phrase in _completed(row, list(joined(row, today))):
        span = None if is_denied(row, phrase) or _astray(row, phrase) else span_of(phrase.said, today)
        if span is None:
            continue
        last = dated[-1] if dated else None
        both = _both(last.span, span, gap(row, last.end, phrase.start)) if last else None
        if last and both:
            dated[-1] = _Dated(last.start, phrase.end, both)
        else:
            dated.append(_Dated(phrase.start, phrase.end, span))
    return dated


def _completed(row: str, told: list[Joined]) -> list[Joined]:
    """Each with the year that was said only once for two: "March or April 2024"."""
    for at, (first, second) in enumerate(pairwise(told)):
        if _either(gap(row, first.end, second.start)):
            told[at] = replace(told[at], said=told[at].said.filled(second.said))
            told[at + 1] = replace(second, said=second.said.filled(told[at].said))
    return told


def _both(first: Span, second: Span, between: set[str]) -> Span | None:
    if _either(between):
        return min(first[0], second[0]), max(first[1], second[1])
    if between <= BETWEEN:
        inner, outer = sorted((first, second), key=lambda span: span[1] - span[0])
        return inner if outer[0] <= inner[0] and inner[1] <= outer[1] else None
    return None


def _either(between: set[str]) -> bool:
    return bool(between & _EITHER) and between <= _EITHER | BETWEEN


def _astray(row: str, phrase: Joined) -> bool:
    """A spring and a "may" are dates only where the words speak of time."""
    if phrase.said.season is None and row[phrase.start : phrase.end] != "m5":
        return False
    lone = phrase.said.year is None and phrase.said.last is None
    in_time = f" {UNREAD} " not in row or " buy " in row or row[: phrase.start].endswith(" in ")
    return lone and not in_time


def _distance(row: str, dated: _Dated, bought: list[int]) -> int:
    """Words between the date and the nearest word for buying."""
    near = (row[dated.end : at] if at >= dated.end else row[at : dated.start] for at in bought)
    return min((between.count(" ") for between in near), default=0)
