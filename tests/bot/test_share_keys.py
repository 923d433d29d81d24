"""Keys that share a place or a number do not stay behind in Telegram once they were not used."""

from dataclasses import replace
from pathlib import Path

from telegram import Bot, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

from backend.delivery import Parcel
from bot.photos import Photos
from bot.rendered import Key, Rendered
from bot.telegram.sender import TelegramSender, keyboard
from tests.botapi import FakeBotApi
from tests.botapi.chats import Standing
from tests.conftest import START
from tests.transcripts.on_telegram import Wire

WHERE = Rendered("where?", wants="place", wants_label="share")
NEXT = Rendered("for whom?", ((Key("myself", "a:status:"),),))


def test_a_message_without_buttons_takes_unused_keys_away() -> None:
    assert isinstance(keyboard(WHERE), ReplyKeyboardMarkup)
    assert isinstance(keyboard(Rendered("thank you")), ReplyKeyboardRemove)


def test_a_message_with_buttons_has_them_under_it() -> None:
    assert isinstance(keyboard(NEXT), InlineKeyboardMarkup)


async def test_unused_keys_are_gone_before_the_buttons_of_the_next_question(tmp_path: Path) -> None:
    api = FakeBotApi()
    mei = api.user("Mei", "en")
    mei.chat.standing = Standing.OPEN
    wire = Wire(api)
    sender = TelegramSender(Bot(api.token, request=wire, get_updates_request=Wire(api)), Photos(tmp_path))
    parcel = Parcel(1, 1, "telegram", str(mei.id), "en", "prompt", {}, None, None, False, 0, START)
    await sender.send(parcel, WHERE)
    assert mei.chat.keyboard is not None
    await sender.send(parcel, replace(NEXT, clears=True))
    assert mei.chat.keyboard is None
    assert [message.text for message in mei.messages] == ["where?", "for whom?"]
    assert not wire.refused
