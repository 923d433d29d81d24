"""Keys that share a place or a number do not stay behind in Telegram once they were not used."""

from telegram import InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.rendered import Key, Rendered
from bot.telegram.sender import keyboard

WHERE = Rendered("where?", wants="place", wants_label="share")
NEXT = Rendered("for whom?", ((Key("myself", "a:status:"),),))


def test_a_message_without_buttons_takes_unused_keys_away() -> None:
    assert isinstance(keyboard(WHERE), ReplyKeyboardMarkup)
    assert isinstance(keyboard(Rendered("thank you")), ReplyKeyboardRemove)


def test_a_message_with_buttons_has_them_under_it() -> None:
    assert isinstance(keyboard(NEXT), InlineKeyboardMarkup)
