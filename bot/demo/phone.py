"""A phone of the played story: a real client of the web chat's WebSocket, which prints what it shows."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

PATIENCE = 20.0
"""Seconds that anything expected may take to come."""
Message = dict[str, Any]
Found = TypeVar("Found")


class Missing(Exception):
    """What was expected did not come."""


@dataclass
class Phone:
    """`name` stands before every line of the transcript; `tell` prints one."""

    name: str
    tell: Callable[[str], None]
    socket: ClientConnection
    messages: dict[int, Message] = field(default_factory=dict)
    toast: str = ""
    _changed: asyncio.Event = field(default_factory=asyncio.Event)
    _answered: dict[str, asyncio.Future[None]] = field(default_factory=dict)
    _reader: asyncio.Task[None] | None = None
    _mark: int = 0

    @classmethod
    async def open(
        cls, name: str, url: str, tell: Callable[[str], None], language: str, cookie: str | None = None
    ) -> Self:
        """Connects and says hello."""
        headers = {"Cookie": cookie} if cookie else {}
        socket = await connect(f"{url.replace('http', 'ws', 1)}/ws", additional_headers=headers, max_size=2**20)
        phone = cls(name, tell, socket)
        await socket.send(json.dumps({"type": "hello", "seen": 0, "language": language}))
        phone._reader = asyncio.create_task(phone._read())
        return phone

    async def close(self) -> None:
        await self.socket.close()
        if self._reader:
            await asyncio.gather(self._reader, return_exceptions=True)

    async def says(self, words: str) -> None:
        self.tell(f"{self.name} → {words}")
        await self._send({"type": "text", "text": words})

    async def opens(self, payload: str) -> None:
        self.tell(f"{self.name} → /start {payload[:4]}…")
        await self._send({"type": "start", "payload": payload})

    async def shares(self, latitude: float, longitude: float) -> None:
        self.tell(f"{self.name} → {latitude}, {longitude}")
        await self._send({"type": "place", "latitude": latitude, "longitude": longitude})

    async def taps(self, wanted: str, about: str = "") -> None:
        """Taps a button that came since the phone's last act and whose data holds `wanted`, in a message that holds
        `about`. Waits for it to appear. Raises Missing."""
        message, button = await self._button(wanted, about)
        self.tell(f"{self.name} → [{button['text']}]")
        await self._send({"type": "tap", "data": button["data"], "message": message["id"]})

    async def sees(self, wanted: str | None = None) -> Message:
        """The newest message since the phone's last act whose text or buttons hold `wanted`. Raises Missing."""
        return await self._until(lambda: self._find(wanted, since=self._mark), wanted or "an answer")

    async def has_seen(self, wanted: str) -> Message:
        """The same over everything in the chat. Raises Missing."""
        return await self._until(lambda: self._find(wanted, since=0), wanted)

    def _find(self, wanted: str | None, since: int) -> Message | None:
        for message in sorted(self.messages.values(), key=lambda each: -each["revision"]):
            if message["from"] == "bot" and message["revision"] > since and (not wanted or wanted in _all(message)):
                return message
        return None

    async def _button(self, wanted: str, about: str) -> tuple[Message, dict[str, str]]:
        def find() -> tuple[Message, dict[str, str]] | None:
            for message in sorted(self.messages.values(), key=lambda each: -each["revision"]):
                if message["revision"] <= self._mark or about not in message["text"]:
                    continue
                for button in (button for row in message["buttons"] or [] for button in row):
                    if wanted in button["data"]:
                        return message, button
            return None

        return await self._until(find, f"a button {wanted}")

    async def _until(self, look: Callable[[], Found | None], what: str) -> Found:
        try:
            async with asyncio.timeout(PATIENCE):
                while (found := look()) is None:
                    self._changed.clear()
                    await self._changed.wait()
                return found
        except TimeoutError as error:
            raise Missing(f"{self.name}: {what}") from error

    async def _send(self, frame: Message) -> None:
        """Returns once the frame is committed. Raises Missing."""
        self._mark = max((message["revision"] for message in self.messages.values()), default=0)
        frame_id = str(uuid4())
        answered = self._answered[frame_id] = asyncio.get_running_loop().create_future()
        try:
            await self.socket.send(json.dumps({**frame, "id": frame_id}))
            async with asyncio.timeout(PATIENCE):
                await answered
        except (TimeoutError, ConnectionClosed) as error:
            raise Missing(f"{self.name}: no answer to {frame['type']}") from error

    async def _read(self) -> None:
        try:
            async for raw in self.socket:
                self._take(json.loads(raw))
        except ConnectionClosed:
            return

    def _take(self, frame: Message) -> None:
        match frame["type"]:
            case "message":
                self._show(frame)
                self.messages[frame["id"]] = frame
                self._changed.set()
            case "ack" | "toast" | "refused":
                if frame["type"] != "ack":
                    self.tell(f"{self.name}   ({frame['text']})")
                waiting = self._answered.pop(frame["id"], None)
                if waiting and not waiting.done():
                    waiting.set_result(None)

    def _show(self, message: Message) -> None:
        if message["from"] != "bot":
            return
        sign = "✎" if message["id"] in self.messages else "←"
        indent = "\n" + " " * (len(self.name) + 3)
        self.tell(f"{self.name} {sign} {message['text'].replace(chr(10), indent)}")
        for row in message["buttons"] or []:
            self.tell(" " * (len(self.name) + 3) + "  ".join(f"[{button['text']}]" for button in row))


def _all(message: Message) -> str:
    buttons = " ".join(button["data"] for row in message["buttons"] or [] for button in row)
    return f"{message['text']} {buttons}"
