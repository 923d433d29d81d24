"""The Telegram side of the process: the bot, and how each update is taken and answered."""

import asyncio
import logging
from collections.abc import Sequence

from telegram import Bot, BotCommand, Update
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

from backend.settings import Settings
from bot.conversation import FrontDoor
from bot.photos import Photos
from bot.telegram.sender import TelegramSender
from bot.telegram.updates import Reader
from locales import text

_COMMANDS = ("report", "status", "back", "edit", "cancel", "help", "language", "person", "privacy", "stop")
_MENUS = ((None, "en"), ("en", "en"), ("zh", "zh-Hans"))
_log = logging.getLogger(__name__)


def make_bot(settings: Settings) -> Bot:
    """Raises ValueError without a token."""
    if settings.telegram_token is None:
        raise ValueError("no Telegram token is set")
    return Bot(
        settings.telegram_token.get_secret_value(),
        base_url=f"{settings.telegram_api}/bot",
        base_file_url=f"{settings.telegram_api}/file/bot",
        request=HTTPXRequest(connection_pool_size=32, pool_timeout=5.0),
        get_updates_request=HTTPXRequest(connection_pool_size=1),
    )


class TelegramChannel:
    """Takes updates one after another in each chat, and different chats side by side."""

    def __init__(self, settings: Settings, door: FrontDoor, photos: Photos) -> None:
        self.bot = make_bot(settings)
        self.sender = TelegramSender(self.bot, photos)
        self._reader = Reader(self.bot, photos)
        self._door = door

    async def open(self) -> None:
        """Raises TelegramError when the Bot API does not answer or does not know the token."""
        try:
            await self.bot.initialize()
        except BaseException:
            await self.bot.shutdown()
            raise

    async def close(self) -> None:
        await self.bot.shutdown()

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
