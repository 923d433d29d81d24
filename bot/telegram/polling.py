"""Long polling: an update is confirmed to Telegram only after it is committed here."""

import asyncio
import logging

from telegram.error import RetryAfter, TelegramError

from bot.telegram.channel import LONGEST_PAUSE, TelegramChannel
from bot.telegram.updates import ALLOWED

WAIT_SECONDS = 25
_log = logging.getLogger(__name__)


async def poll(channel: TelegramChannel) -> None:
    """Runs until it is cancelled. What was fetched and not confirmed is fetched again after a crash."""
    offset: int | None = None
    pause = 0.5
    await _without_webhook(channel)
    while True:
        try:
            updates = await channel.bot.get_updates(
                offset=offset, timeout=WAIT_SECONDS, read_timeout=10, allowed_updates=ALLOWED
            )
            confirmed = await channel.take_all(updates)
            offset = offset if confirmed is None else confirmed + 1
            pause = 0.5
            if updates and confirmed != updates[-1].update_id:
                await asyncio.sleep(pause)
        except TelegramError as error:
            wait = error.retry_after if isinstance(error, RetryAfter) else pause
            _log.warning("polling failed: %s", type(error).__name__)
            await asyncio.sleep(wait if isinstance(wait, int | float) else wait.total_seconds())
            pause = min(pause * 2, LONGEST_PAUSE)


async def _without_webhook(channel: TelegramChannel) -> None:
    """Telegram refuses polling while a webhook is set."""
    await channel.until_it_answers(channel.bot.delete_webhook)
    await channel.until_it_answers(channel.show_commands)
