"""Phrases of dates side by side that complete each other: "the 15th", "March", "2024"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.dates.phrases import phrases
from bot.dates.spans import Said

BETWEEN = frozenset({"in", ","})
_DENIED_BEFORE = re.compile(r" (?:not|before|after|next) (?:in )?$")
_DENIED_AFTER = re.compile(r" (?:ago|after) ")


@dataclass(frozen=True)
class Joined:
    start: int
    end: int
    said: Said


def joined(row: str, today: date) -> Iterator[Joined]:
    """Those of the row of marks, in order."""
    last: Joined | None = None
    for start, end, said in phrases(row, today):
        together = last.said.joined(said) if last and gap(row, last.end, start) <= BETWEEN else None
        if last and together:
            last = Joined(last.start, end, together)
            continue
        if last:
            yield last
        last = Joined(start, end, said)
    if last:
        yield last


def gap(row: str, start: int, end: int) -> set[str]:
    """The marks between two phrases."""
    return set(row[start:end].split())


def is_denied(row: str, phrase: Joined) -> bool:
    """Not then, or before or after it: nothing that a span could tell."""
    return bool(
        _DENIED_BEFORE.search(row[max(0, phrase.start - 20) : phrase.start]) or _DENIED_AFTER.match(row, phrase.end)
    )
