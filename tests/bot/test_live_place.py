"""A place shared live on Telegram: every move arrives as an edited message."""

from pathlib import Path
from typing import Any

import pytest
from telegram import Bot, Update

from bot.incoming import Incoming, Moved
from bot.photos import Photos
from bot.telegram.updates import ALLOWED, Reader

TOKEN = "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
USER = {"id": 7, "is_bot": False, "first_name": "Wang Wei"}
CHAT = {"id": 7, "type": "private", "first_name": "Wang Wei"}


async def read(edited: dict[str, Any], folder: Path) -> Incoming | None:
    message = {"message_id": 3, "date": 1, "edit_date": 2, "chat": CHAT, "from": USER, **edited}
    bot = Bot(TOKEN)
    update = Update.de_json({"update_id": 1, "edited_message": message}, bot)
    return await Reader(bot, "123456", Photos(folder)).read(update)


async def test_a_place_that_moves_is_followed_without_an_answer(tmp_path: Path) -> None:
    incoming = await read({"location": {"latitude": 31.2, "longitude": 121.4, "live_period": 900}}, tmp_path)
    assert incoming is not None
    assert incoming.what == Moved(31.2, 121.4)


@pytest.mark.parametrize("words", ["It leaks", "/start"])
async def test_words_edited_afterwards_change_nothing(words: str, tmp_path: Path) -> None:
    assert await read({"text": words}, tmp_path) is None


def test_telegram_is_asked_for_what_moves() -> None:
    assert "edited_message" in ALLOWED
