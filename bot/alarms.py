"""Deadlines that run out, as one message for whoever has to do something about them."""

from collections.abc import Iterator

from backend.database import Json, Work
from backend.delivery import Parcel
from backend.standard.rules import DUE
from bot.shown import Shown
from dialogs.phrases import Listing, Moment, Phrase, Words

_MOST = 25
"""Lines that surely fit one message."""


async def alarms(work: Work, parcel: Parcel) -> Shown:
    """One line a deadline, the earliest first; what does not fit is counted."""
    found = parcel.args["alarms"]
    if not isinstance(found, list):
        raise ValueError(f"not alarms: {found!r}")
    lines: list[Phrase] = list(_lines(found[:_MOST]))
    if len(found) > _MOST:
        lines.append(Words("alarms-more", {"count": len(found) - _MOST}))
    head = (Words("alarms", {"count": len(found)}),) if len(found) > 1 else ()
    return Shown((*head, Listing(tuple(lines), lines=True)))


def _lines(found: list[Json]) -> Iterator[Phrase]:
    for alarm in found:
        match alarm:
            case {"number": str(number), "clock": str(clock), "due_at": str(due_at), "percent": int(percent)}:
                stage = "near" if percent < DUE else "missed" if percent == DUE else "over"
                told: dict[str, Phrase] = {
                    "number": number,
                    "clock": Words("clock", {"clock": clock}),
                    "due": Moment(due_at),
                }
                yield Words("alarm", {**told, "stage": stage, "percent": percent})
            case _:
                raise ValueError(f"not an alarm: {alarm!r}")
