"""Where time comes from. Everything stored is UTC; only the edge shows the company's zone."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol


class Clock(Protocol):
    """Tells the present moment as an aware UTC datetime."""

    def now(self) -> datetime: ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class ShiftedClock:
    """The system clock moved forward by an amount that a file remembers, so that a restart keeps it.

    The demo and tests move time with it; it never moves back.
    """

    def __init__(self, file: Path, base: Callable[[], datetime] = SystemClock().now) -> None:
        self._file = file
        self._base = base
        self._shift = timedelta(seconds=float(file.read_text())) if file.exists() else timedelta()

    def now(self) -> datetime:
        return self._base() + self._shift

    def forward(self, by: timedelta) -> None:
        """Raises ValueError for a negative amount."""
        if by < timedelta():
            raise ValueError(f"a clock only moves forward, not by {by}")
        self._shift += by
        self._file.write_text(str(self._shift.total_seconds()))


class FixedClock:
    """Stands still until it is moved. For tests."""

    def __init__(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        return self._at

    def forward(self, by: timedelta) -> None:
        self._at += by
