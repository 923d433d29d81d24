"""The Telegram side of the process: the bot, and how each update is taken and answered."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from telegram import Bot, BotCommand, Update
from telegram.error import Forbidden, InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from backend.settings import Settings
from bot.conversation import FrontDoor
from bot.photos import Photos
from bot.telegram.sender import TelegramSender
from bot.telegram.updates import Reader
from locales import text

_COMMANDS = (
    "report",
    "status",
    "complaint",
    "return",
    "back",
    "edit",
    "cancel",
    "help",
    "language",
    "person",
    "privacy",
    "stop",
)
_MENUS = ((None, "en"), ("en", "en"), ("zh", "zh-Hans"))
LONGEST_PAUSE = 30.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Line:
    """The bot and the connections that it speaks over, which are ours to close: it may never have had an answer."""

    bot: Bot
    connections: tuple[HTTPXRequest, HTTPXRequest]

    async def close(self) -> None:
        for connection in self.connections:
            await connection.shutdown()


def open_line(settings: Settings) -> Line:
    """Raises ValueError without a token."""
    if settings.telegram_token is None:
        raise ValueError("no Telegram token is set")
    polling, sending = HTTPXRequest(connection_pool_size=1), HTTPXRequest(connection_pool_size=32, pool_timeout=5.0)
    bot = Bot(
        settings.telegram_token.get_secret_value(),
        base_url=f"{settings.telegram_api}/bot",
        base_file_url=f"{settings.telegram_api}/file/bot",
        request=sending,
        get_updates_request=polling,
    )
    return Line(bot, (polling, sending))


class TokenRefused(Exception):
    """The Bot API does not know the token."""


async def bot_name(settings: Settings) -> str | None:
    """The bot's user name; None without a token or while the Bot API does not answer."""
    if settings.telegram_token is None:
        return None
    line = open_line(settings)
    try:
        return (await line.bot.get_me()).username
    except TelegramError:
        return None
    finally:
        await line.close()


class TelegramChannel:
    """Takes updates one after another in each chat, and different chats side by side."""

    def __init__(self, settings: Settings, door: FrontDoor, photos: Photos) -> None:
        self._line = open_line(settings)
        self.bot = self._line.bot
        self.sender = TelegramSender(self.bot, photos)
        token = self.bot.token
        self._reader = Reader(self.bot, token.partition(":")[0], photos)
        self._door = door

    async def check_token(self) -> None:
        """Raises TokenRefused; a Bot API that does not answer yet is no reason to stop."""
        try:
            await self.bot.get_me()
        except (InvalidToken, Forbidden) as error:
            raise TokenRefused from error
        except TelegramError as error:
            _log.warning("the Bot API does not answer yet: %s", type(error).__name__)

    async def until_it_answers(self, ask: Callable[[], Awaitable[object]]) -> None:
        """Asks the Bot API again and again until it answers."""
        pause = 0.5
        while True:
            try:
                await ask()
                return
            except TelegramError as error:
                _log.warning("the Bot API does not answer yet: %s", type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)

    async def close(self) -> None:
        await self._line.close()

    async def show_commands(self) -> None:
        """The menu of commands; Telegram tells languages apart by two letters only."""
        for code, language in _MENUS:
            commands = [BotCommand(name, text(language, f"command-{name}")) for name in _COMMANDS]
            await self.bot.set_my_commands(commands, language_code=code)

    async def take(self, update: Update) -> None:
        """Returns once the update is committed; raises when it could not be, so that it is delivered again."""
        incoming = await self._reader.read(update)
        reply = await self._door.receive(incoming) if incoming else None
        if update.callback_query is not None:
            try:
                await self.sender.toast(update.callback_query.id, reply.toast if reply else None)
            except TelegramError:
                _log.info("a tap was too old to be answered")

    async def take_all(self, updates: Sequence[Update]) -> int | None:
        """Takes a batch; returns the id of the last update before the first that failed, None if the first did."""
        by_chat: dict[int, list[Update]] = {}
        for update in updates:
            by_chat.setdefault(update.effective_chat.id if update.effective_chat else 0, []).append(update)
        failed: set[int] = set()
        await asyncio.gather(*(self._take_chat(batch, failed) for batch in by_chat.values()))
        confirmed = None
        for update in updates:
            if update.update_id in failed:
                break
            confirmed = update.update_id
        return confirmed

    async def _take_chat(self, batch: Sequence[Update], failed: set[int]) -> None:
        for position, update in enumerate(batch):
            try:
                await self.take(update)
            except Exception:
                _log.exception("update %s was not stored", update.update_id)
                failed.update(later.update_id for later in batch[position:])
                return
