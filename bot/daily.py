"""The daily report in chat: the technician's card, its buttons, and the supervisor's sum (tables 16-1.6 and 16-1.7)."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from typing import cast

from backend.database import Work
from backend.delivery import Parcel
from backend.reports import service as reports
from backend.reports.rules import KindOfWork
from bot import running
from bot.buttons import ActionTap, row_id
from bot.shown import Shown
from bot.turn import Key, Turn
from dialogs.phrases import Day, Listing, Phrase, Words


async def daily_report(work: Work, parcel: Parcel) -> Shown:
    """The technician's day as drafted or corrected; no buttons once it was sent."""
    found = await reports.report(work, cast(int, parcel.args["report"]))
    state = "draft" if found.sent_at is None else "sent"
    lines: list[Phrase] = [
        Words("daily-head", {"day": Day(found.day.isoformat()), "state": state}),
        *_kinds(found.kinds),
        Words("daily-total", {"hours": found.minutes // 60, "minutes": found.minutes % 60}),
        *([found.note] if found.note else []),
    ]
    send: Key = (Words("button-daily-send"), ActionTap("daily-send", str(found.id)))
    correct: Key = (Words("button-daily-correct"), ActionTap("daily-correct", str(found.id)))
    return Shown((Listing(tuple(lines), lines=True),), ((send,), (correct,)) if found.sent_at is None else ())


async def daily_summary(work: Work, parcel: Parcel) -> Shown:
    """All that was sent for the day, and who is missing."""
    found = await reports.summary(work, date.fromisoformat(str(parcel.args["day"])))
    lines: list[Phrase] = [
        Words("daily-summary-head", {"day": Day(found.day.isoformat()), "sent": len(found.sent)}),
        *_kinds(found.kinds),
        Words("daily-total", {"hours": found.minutes // 60, "minutes": found.minutes % 60}),
    ]
    if found.missing:
        lines.append(Words("daily-missing", {"names": Listing(found.missing)}))
    return Shown((Listing(tuple(lines), lines=True),))


async def _send(turn: Turn, subject: str) -> Words:
    await reports.send(turn.work, row_id(subject), turn.me.actor)
    return Words("toast-daily-sent")


async def _correct(turn: Turn, subject: str) -> None:
    found = await reports.check_can_correct(turn.work, row_id(subject), turn.me.actor)
    await running.begin(turn, "daily", f"daily-report:{found.id}")


def _kinds(kinds: tuple[KindOfWork, ...]) -> list[Phrase]:
    return [
        Words(
            "daily-kind",
            {"work": Words("kind-of-work", {"kind": each.kind}), "jobs": each.jobs, "minutes": each.minutes},
        )
        for each in kinds
    ]


DAILY_TAPS: Mapping[str, Callable[[Turn, str], Awaitable[Words | None]]] = {
    "daily-send": _send,
    "daily-correct": _correct,
}
