"""Waiting for a change without polling."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import TypeVar

T = TypeVar("T")


class Pulse:
    """Every change beats; who waits looks again at each beat."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def beat(self) -> None:
        """Wake all who wait."""
        self._event.set()
        self._event = asyncio.Event()

    async def until(self, found: Callable[[], T | None], seconds: float) -> T | None:
        """Return the first value of `found` that is not None, or None after `seconds`."""
        end = monotonic() + seconds
        while (value := found()) is None and (left := end - monotonic()) > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._event.wait(), left)
        return value
