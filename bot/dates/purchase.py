"""When something was bought, from the free words of a customer, and whether its warranty still runs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from bot.dates.phrases import alone, phrases
from bot.dates.spans import Said, Span, months_later, span_of
from bot.dates.words import UNREAD, marks

_BETWEEN = {"in", ","}
_EITHER = {"or", "-", "and", "/"}
_ASIDE = {"in", ",", "buy", "had", "and"}
_DENIED_BEFORE = re.compile(r" (?:not|before|after|next) (?:in )?$")
_DENIED_AFTER = re.compile(r" (?:ago|after) ")


@dataclass(frozen=True)
class Bought:
    """The first and the last day on which it may have been bought, both None where the customer does not know."""

    earliest: date | None
    latest: date | None
    known: bool


@dataclass(frozen=True)
class _Phrase:
    start: int
    end: int
    said: Said


@dataclass(frozen=True)
class _Dated:
    start: int
    end: int
    span: Span


def purchase_date(text: str, today: date) -> Bought | None:
    """The days that the words may mean, today the last of them; None where they name no day, or only days to come.

    Of several dates the one nearest to the word for buying counts, otherwise the first. Nothing beyond the first
    thousand characters is read.
    """
    row = marks(text)
    if span := _told(row, today):
        return Bought(*span, known=True)
    return Bought(None, None, known=False) if " unknown " in row else None


def warranty(bought: Bought | None, months: int, today: date) -> Literal["in", "out", "unclear"]:
    """Whether so many months of warranty still run today; the day they end on is covered."""
    if bought is None or bought.earliest is None or bought.latest is None:
        return "unclear"
    if today <= months_later(bought.earliest, months):
        return "in"
    return "out" if today > months_later(bought.latest, months) else "unclear"


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
    for phrase in _completed(row, list(_joined(row, today))):
        span = None if _denied(row, phrase) or _astray(row, phrase) else span_of(phrase.said, today)
        if span is None:
            continue
        last = dated[-1] if dated else None
        both = _both(last.span, span, _gap(row, last.end, phrase.start)) if last else None
        if last and both:
            dated[-1] = _Dated(last.start, phrase.end, both)
        else:
            dated.append(_Dated(phrase.start, phrase.end, span))
    return dated


def _joined(row: str, today: date) -> Iterator[_Phrase]:
    """Phrases side by side that complete each other, as one."""
    last: _Phrase | None = None
    for start, end, said in phrases(row, today):
        together = last.said.joined(said) if last and _gap(row, last.end, start) <= _BETWEEN else None
        if last and together:
            last = _Phrase(last.start, end, together)
            continue
        if last:
            yield last
        last = _Phrase(start, end, said)
    if last:
        yield last


def _completed(row: str, joined: list[_Phrase]) -> list[_Phrase]:
    """Each with the year that was said only once for two: "March or April 2024"."""
    for at, (first, second) in enumerate(pairwise(joined)):
        if _either(_gap(row, first.end, second.start)):
            joined[at] = replace(joined[at], said=joined[at].said.filled(second.said))
            joined[at + 1] = replace(second, said=second.said.filled(joined[at].said))
    return joined


def _both(first: Span, second: Span, gap: set[str]) -> Span | None:
    if _either(gap):
        return min(first[0], second[0]), max(first[1], second[1])
    if gap <= _BETWEEN:
        inner, outer = sorted((first, second), key=lambda span: span[1] - span[0])
        return inner if outer[0] <= inner[0] and inner[1] <= outer[1] else None
    return None


def _gap(row: str, start: int, end: int) -> set[str]:
    return set(row[start:end].split())


def _either(gap: set[str]) -> bool:
    return bool(gap & _EITHER) and gap <= _EITHER | _BETWEEN


def _denied(row: str, phrase: _Phrase) -> bool:
    """Not then, or before or after it: nothing that a span could tell."""
    return bool(
        _DENIED_BEFORE.search(row[max(0, phrase.start - 20) : phrase.start]) or _DENIED_AFTER.match(row, phrase.end)
    )


def _astray(row: str, phrase: _Phrase) -> bool:
    """A spring and a "may" are dates only where the words speak of time."""
    if phrase.said.season is None and row[phrase.start : phrase.end] != "m5":
        return False
    lone = phrase.said.year is None and phrase.said.last is None
    in_time = f" {UNREAD} " not in row or " buy " in row or row[: phrase.start].endswith(" in ")
    return lone and not in_time


def _distance(row: str, dated: _Dated, bought: list[int]) -> int:
    """Words between the date and the nearest word for buying."""
    near = (row[dated.end : at] if at >= dated.end else row[at : dated.start] for at in bought)
    return min((gap.count(" ") for gap in near), default=0)
