"""`aftercare chat`: talk to the bot in the terminal."""

import asyncio
import sys
from pathlib import Path
from uuid import uuid4

from backend.delivery import Delivery
from backend.settings import Settings
from bot.incoming import Command, Incoming, What
from bot.product import Product
from bot.startup import open_database, words
from bot.terminal.lines import Unreadable, read_line
from bot.terminal.recorder import Recorder
from bot.terminal.screen import CHANNEL, Screen

_GOODBYE = ("!quit", "!exit")


async def chat(settings: Settings, who: str, language: str, record: Path | None) -> None:
    """Talks as the person `who`, whose chat is kept under that name, until the input ends. Raises CannotStart.

    What is said is recorded into the file, as a transcript that the tests can play.
    """
    product = Product(settings)
    await open_database(product.database)
    screen = Screen(print)
    session = Session(product, screen, who, language)
    recorder = Recorder(record, who, language) if record else None
    try:
        await session.take(Command("start"))
        print(words("cli-chat-hint"))
        while (line := await asyncio.to_thread(sys.stdin.readline)) and line.strip() not in _GOODBYE:
            try:
                what = await read_line(line.rstrip("\n"), screen.keys, product.photos)
                if recorder:
                    recorder.write(what, screen.keys)
                await session.take(what)
            except Unreadable as error:
                print(words("cli-chat-unreadable", line=str(error)))
    finally:
        if product.telegram:
            await product.telegram.close()
        await product.database.close()


class Session:
    """One person at one terminal."""

    def __init__(self, product: Product, screen: Screen, who: str, language: str) -> None:
        self._product, self._screen = product, screen
        self._who, self._language = who, language
        self.channel = channel_of(who)
        self._delivery = Delivery(product.database, {}, product.undelivered, {}, boards={self.channel: screen.post})

    async def take(self, what: What) -> None:
        """One event, then everything it made due, as a running product would do it."""
        await self.hear(what)
        while await self._delivery.drain() or await self._product.run_due():
            pass

    async def hear(self, what: What) -> None:
        """One event; what is said for a moment is printed in brackets."""
        incoming = Incoming(self.channel, str(uuid4()), self.channel, self._who, self._who, self._language, what)
        reply = await self._product.door.receive(incoming)
        if reply.toast:
            self._screen.tell(f"  ({reply.toast})")


def channel_of(who: str) -> str:
    """A channel of each person's own, so that nobody is shown another's messages."""
    return f"{CHANNEL}:{who}"
