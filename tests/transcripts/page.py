"""How messages look on paper."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from backend.clock import Clock
from bot.rendered import Rendered
from tests.transcripts.phones import Shown

_MARGIN = " " * 4


def page(news: Iterable[Shown], at: str = "") -> list[str]:
    """What appeared, with the time where time went by."""
    return [line for shown in news for line in _message(shown, at)]


def toast(name: str, words: str) -> list[str]:
    return [f"{_MARGIN}{name} sees for a moment: {words}"]


def now(clock: Clock, zone: ZoneInfo) -> str:
    return f"{clock.now().astimezone(zone):%A %H:%M}"


def _message(shown: Shown, at: str) -> list[str]:
    head = (
        f"{shown.name}'s message {shown.message} becomes"
        if shown.edited
        else f"{shown.name} gets message {shown.message}"
    )
    head = f"{_MARGIN}{head}{f', {at}' if at else ''}:"
    return [head, *(f"{_MARGIN}| {line}".rstrip() for line in _lines(shown.rendered))]


def _lines(rendered: Rendered) -> list[str]:
    lines = ["(a picture)"] if rendered.photo else []
    lines += rendered.text.split("\n")
    lines += [" ".join(f"[{key.label}]" for key in row) for row in rendered.rows]
    return [*lines, f"(offers to send: {rendered.wants_label})"] if rendered.wants else lines
