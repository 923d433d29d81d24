"""The short list of ticks. APScheduler only ticks; what is due stands in rows."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from backend.database import Database

TICK_SECONDS = 0.5
_log = logging.getLogger(__name__)

Job = Callable[[], Awaitable[int]]
"""Does what is due now and returns how much that was."""


class Schedule:
    """Runs each job at every tick, after every commit of this process, and again while it finds work."""

    def __init__(self, database: Database, jobs: list[Job]) -> None:
        self._database = database
        self._wakes = [(job, asyncio.Event()) for job in jobs]
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._tasks: list[asyncio.Task[None]] = []
        self._stopping = False

    def start(self) -> None:
        self._database.on_commit.append(self.wake)
        self._scheduler.add_job(self._tick, "interval", seconds=TICK_SECONDS, max_instances=1, coalesce=True)
        self._scheduler.start()
        self._tasks = [asyncio.create_task(self._run(job, wake)) for job, wake in self._wakes]

    async def stop(self) -> None:
        """Ends after the job under way."""
        self._stopping = True
        self._scheduler.pause()
        await asyncio.sleep(0)  # a tick that is due ends; cancelled, it would leave an error in the log
        self._scheduler.shutdown(wait=False)
        self._database.on_commit.remove(self.wake)
        self.wake()
        await asyncio.gather(*self._tasks)

    def wake(self) -> None:
        """Runs every job now instead of at the next tick."""
        for _, wake in self._wakes:
            wake.set()

    async def _tick(self) -> None:
        """A coroutine, since APScheduler runs plain functions in threads, from where no event may be set."""
        self.wake()

    async def _run(self, job: Job, wake: asyncio.Event) -> None:
        while not self._stopping:
            wake.clear()
            try:
                while await job() and not self._stopping:
                    pass
            except Exception:
                _log.exception("a tick failed; the next one tries again")
            await wake.wait()
