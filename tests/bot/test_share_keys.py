"""Keys that share a place or a number do not stay behind in Telegram once they were not used."""

from telegram import InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.rendered import Key, Rendered
from bot.telegram.sender import keyboard


def test_a_message_without_buttons_takes_unused_keys_away() -> None:
    assert isinstance(keyboard(Rendered("where?", wants="place", wants_label="share")), ReplyKeyboardMarkup)
    assert isinstance(keyboard(Rendered("thank you")), ReplyKeyboardRemove)


def test_a_message_with_buttons_has_them_under_it() -> None:
    assert isinstance(keyboard(Rendered("sure?", ((Key("yes", "a:status:"),),))), InlineKeyboardMarkup)
