"""What a visit adds up to: time spent, parts used, what must be there before it ends. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

FAR_KM = 0.5
"""Arrived farther than this from the address: asked once whether that is so."""
_QUANTITY = re.compile(r"(?:(?P<before>\d{1,3})\s*[x×*]\s*)?(?P<name>.+?)(?:\s*[x×*]\s*(?P<after>\d{1,3}))?$", re.I)


class WorkType(StrEnum):
    """Kinds of work in the daily report (table 16-1.6)."""

    REPAIR = "repair"
    REPLACE = "replace"
    ADJUST = "adjust"
    CLEAN = "clean"
    SOFTWARE = "software"
    INSTALL = "install"
    GUIDANCE = "guidance"
    INSPECT = "inspect"


@dataclass(frozen=True)
class PartUsed:
    """A part changed; serials as read on the old and the new piece."""

    name: str
    quantity: int = 1
    old_serial: str = ""
    new_serial: str = ""


Span = tuple[datetime, datetime]


def merged_minutes(spans: Iterable[Span]) -> int:
    """Minutes covered by the spans, overlaps counted once; a begun minute counts."""
    total, end = timedelta(), None
    for begin, until in sorted(spans):
        begin = begin if end is None else max(begin, end)
        if until > begin:
            total += until - begin
            end = until
    return -(-int(total.total_seconds()) // 60)


def read_parts(lines: str) -> tuple[PartUsed, ...]:
    """One part a line: `2 x pump, old A1, new B2`; quantity and serials may be missing."""
    return tuple(_part(line) for line in re.split(r"[\n;；]", lines) if line.strip())


def stock_keys(parts: Iterable[PartUsed]) -> dict[str, int]:
    """How many of each, by the key that a van's stock knows the part by: `Drain pump DP-20` is `drain-pump-dp-20`."""
    counted: dict[str, int] = {}
    for part in parts:
        key = "-".join(re.findall(r"[a-z0-9]+", part.name.casefold()))
        if key:
            counted[key] = counted.get(key, 0) + part.quantity
    return counted


def _part(line: str) -> PartUsed:
    name, *serials = [piece.strip() for piece in re.split(r"[,，]", line)]
    found = _QUANTITY.fullmatch(name)
    count = int(found["before"] or found["after"] or 1) if found else 1
    old, new = ([*(_bare(serial) for serial in serials), "", ""])[:2]
    return PartUsed((found["name"] if found else name).strip(), count, old, new)


def _bare(serial: str) -> str:
    """The serial without the word that says which piece it stands on."""
    return serial.split()[-1] if serial.split() else ""
