"""Delivering updates by HTTP POST."""

import asyncio
from dataclasses import dataclass

import httpx

from tests.botapi.pulse import Pulse
from tests.botapi.refusals import Json
from tests.botapi.updates import Update, UpdateQueue

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
GROWTH = 2


@dataclass(frozen=True)
class Retry:
    """Delay before the next try, in seconds: it starts at `first` and doubles up to `longest`."""

    first: float = 0.02
    longest: float = 0.5


@dataclass(frozen=True)
class Webhook:
    """What setWebhook said."""

    url: str
    secret: str
    max_connections: int


class Courier:
    """Delivers to one webhook: a lane in order, the lanes side by side."""

    def __init__(self, hook: Webhook, queue: UpdateQueue, pulse: Pulse, retry: Retry) -> None:
        self.hook = hook
        self.last_error = ""
        self._queue = queue
        self._pulse = pulse
        self._retry = retry
        self._doors = asyncio.Semaphore(hook.max_connections)
        self._lanes: dict[str, asyncio.Task[None]] = {}
        self._client = httpx.AsyncClient(trust_env=False, verify=False, timeout=60)

    def wake(self) -> None:
        """Start on every lane that has something and is not at work."""
        for lane in self._queue.lanes():
            if lane not in self._lanes:
                self._lanes[lane] = asyncio.get_running_loop().create_task(self._work(lane))

    async def close(self) -> None:
        """Stop delivering; what was not delivered stays queued."""
        tasks = list(self._lanes.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._client.aclose()

    def info(self) -> Json:
        """Return the WebhookInfo."""
        base: Json = {
            "url": self.hook.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._queue),
            "max_connections": self.hook.max_connections,
        }
        return base | ({"last_error_date": 1, "last_error_message": self.last_error} if self.last_error else {})

    async def _work(self, lane: str) -> None:
        try:
            delay = self._retry.first
            while (waiting := self._queue.first(lane)) is not None:
                if await self._post(waiting.update):
                    self._queue.drop(waiting)
                    delay = self._retry.first
                else:
                    await asyncio.sleep(delay)
                    delay = min(delay * GROWTH, self._retry.longest)
        finally:
            del self._lanes[lane]

    async def _post(self, update: Update) -> bool:
        headers = {SECRET_HEADER: self.hook.secret} if self.hook.secret else {}
        try:
            async with self._doors:
                answer = await self._client.post(self.hook.url, json=update.json(), headers=headers)
        except httpx.HTTPError as error:
            self.last_error = f"Connection error: {error}"
            return False
        if not answer.is_success:
            self.last_error = f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}"
        return answer.is_success
