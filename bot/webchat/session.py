"""One open page: frames in, messages out."""

import asyncio
import logging
from dataclasses import dataclass

from fastapi import WebSocket, WebSocketDisconnect
from starlette.websockets import WebSocketDisconnected

from backend.database import Database, JsonObject, Work
from bot.conversation import FrontDoor
from bot.incoming import Command, Incoming, Pressed, What
from bot.photos import Photos
from bot.webchat.board import CHANNEL, chat_at, echo, is_blank, since
from bot.webchat.frames import BadFrame, Hello, Spoken, read_frame
from bot.webchat.hub import Hub
from bot.webchat.keyboards import answer_of, close_keyboard, conversation_of, is_over
from bot.webchat.labels import chat_labels
from bot.wording import say
from dialogs.events import PhotoSent
from dialogs.phrases import Phrase, Words
from locales import text

_log = logging.getLogger(__name__)
LOOK_SECONDS = 2.0
"""How long another process's message may wait to be seen."""


@dataclass
class Page:
    """`base` is the address under which the page was served; `address` names the visitor's chat."""

    socket: WebSocket
    address: str
    base: str
    database: Database
    door: FrontDoor
    photos: Photos
    hub: Hub
    seen: int = 0
    language: str = "en"
    shown_language: str = ""

    async def run(self) -> None:
        """Until the page goes away."""
        await self.socket.accept()
        with self.hub.page(self.address) as changed:
            try:
                await self._greet()
                writer = asyncio.create_task(self._show(changed))
                try:
                    await self._listen()
                finally:
                    writer.cancel()
                    await asyncio.gather(writer, return_exceptions=True)
            except (WebSocketDisconnect, WebSocketDisconnected):
                return

    async def _greet(self) -> None:
        """The page says hello; a chat where nothing has been said yet is greeted, unless by a link."""
        while True:
            try:
                hello = read_frame(await self._received())
            except BadFrame as error:
                await self._refuse(error)
                continue
            if isinstance(hello, Hello):
                break
        self.seen, self.language = hello.seen, hello.language
        async with self.database.read() as work:
            chat = await chat_at(work, self.address)
            if hello.follows or (chat is not None and not await is_blank(work, chat.id)):
                return
        await self.door.receive(self._incoming(f"first:{self.address}", Command("start")))

    async def _received(self) -> str:
        """The next text frame. Raises BadFrame for a binary one."""
        message = await self.socket.receive()
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1000))
        raw = message.get("text")
        if not isinstance(raw, str):
            raise BadFrame(Words("web-frame-unreadable"))
        return raw

    async def _listen(self) -> None:
        while True:
            try:
                await self.hear(await self._received())
            except BadFrame as error:
                await self._refuse(error)

    async def hear(self, raw: str) -> None:
        """Takes one frame. Raises BadFrame."""
        frame = read_frame(raw)
        if isinstance(frame, Spoken):
            await self._take(frame)

    async def _take(self, frame: Spoken) -> None:
        if isinstance(frame.what, PhotoSent) and self.photos.path(frame.what.photo) is None:
            raise BadFrame(Words("photo-lost"), frame.frame)

        told: list[tuple[int, int]] = []

        async def stand(work: Work, chat_id: int) -> None:
            said = frame.echo
            if isinstance(frame.what, Pressed):
                said = await answer_of(work, chat_id, frame.tapped, frame.what.data)
            if said is not None:
                await echo(work, chat_id, frame.frame, said, frame.photo)
            data = frame.what.data if isinstance(frame.what, Pressed) else None
            if (conversation := await conversation_of(work, chat_id, data)) is not None:
                told.append((chat_id, conversation))

        reply = await self.door.receive(self._incoming(f"{self.address}:{frame.frame}", frame.what), stand)
        for chat_id, conversation in told:
            await self._tidy(chat_id, conversation)
        self.hub.wake(self.address)
        if reply.toast:
            await self._send({"type": "toast", "id": frame.frame, "text": reply.toast})
        else:
            await self._send({"type": "ack", "id": frame.frame})

    async def _tidy(self, chat_id: int, conversation: int) -> None:
        """Nobody can answer a question of a form that is over."""
        async with self.database.read() as work:
            over = await is_over(work, conversation)
        if over:
            async with self.database.begin() as work:
                await close_keyboard(work, chat_id, conversation)

    async def _show(self, changed: asyncio.Event) -> None:
        """Closes the page when it can show nothing more, so that it connects anew."""
        try:
            await self._keep_showing(changed)
        except (WebSocketDisconnect, RuntimeError):
            return
        except Exception:
            _log.exception("a page of %s can no longer be kept up to date", self.address)
            await self.socket.close(code=1011)

    async def _keep_showing(self, changed: asyncio.Event) -> None:
        while True:
            changed.clear()
            await self.catch_up()
            try:
                async with asyncio.timeout(LOOK_SECONDS):
                    await changed.wait()
            except TimeoutError:
                continue

    async def catch_up(self) -> None:
        """Sends the page what it has not seen yet."""
        async with self.database.read() as work:
            chat = await chat_at(work, self.address)
            frames = await since(work, chat.id, self.seen, self.base) if chat else []
            self.language = chat.language if chat else self.language
            if self.language != self.shown_language:
                frames.insert(0, self._welcome(work))
        for frame in frames:
            await self._send(frame)
            revision = frame.get("revision")
            self.seen = revision if isinstance(revision, int) else self.seen
        self.shown_language = self.language

    def _welcome(self, work: Work) -> JsonObject:
        return {
            "type": "welcome",
            "language": self.language,
            "title": text(self.language, "web-title", {"company": work.settings.company}),
            "labels": chat_labels(self.language),
            "timezone": work.settings.time_zone.key,
            "now": work.now.isoformat(),
        }

    async def _refuse(self, error: BadFrame) -> None:
        words: Phrase = error.words
        said = say(words, self.language, self.database.settings.time_zone)
        await self._send({"type": "refused", "id": error.frame, "text": said})

    async def _send(self, frame: JsonObject) -> None:
        await self.socket.send_json(frame)

    def _incoming(self, update_id: str, what: What) -> Incoming:
        return Incoming(
            source=CHANNEL,
            update_id=update_id,
            channel=CHANNEL,
            address=self.address,
            name="",
            language=self.language,
            what=what,
        )
