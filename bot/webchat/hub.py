"""Wakes the open pages of a chat when something new stands in it."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager


class Hub:
    """Pages of this process; another process's messages are found at the next look."""

    def __init__(self) -> None:
        self._pages: defaultdict[str, set[asyncio.Event]] = defaultdict(set)

    @contextmanager
    def page(self, address: str) -> Iterator[asyncio.Event]:
        """An event that is set whenever the chat has changed."""
        event = asyncio.Event()
        self._pages[address].add(event)
        try:
            yield event
        finally:
            self._pages[address].discard(event)
            if not self._pages[address]:
                del self._pages[address]

    def wake(self, address: str) -> None:
        for event in self._pages.get(address, ()):
            event.set()
