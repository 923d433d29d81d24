"""The same message says the same and offers the same on Telegram, on the web pages and in the terminal."""

import pytest
from telegram import InlineKeyboardMarkup, ReplyKeyboardMarkup
from telegram.constants import MessageLimit

from bot.buttons import FormTap
from bot.channels import ABILITIES, TELEGRAM, TERMINAL, WEB, Abilities
from bot.form_check import _Anywhere, _moments
from bot.rendered import Key, Rendered
from bot.telegram.sender import keyboard
from bot.terminal.screen import Screen
from bot.webchat.board import _rows
from bot.wording import say
from dialogs.forms import FORMS
from dialogs.prompts import prompt
from locales import LANGUAGES, text
from tests.bot.readers import ZONE
from tests.transcripts.in_terminal import read


def _played(language: str) -> list[Rendered]:
    """Every question of every form, as a reader of the language gets it."""
    found = []
    for form in FORMS.values():
        for _, state in _moments(form):
            asked = prompt(form, state.but(answers={}) if state.at is None else state, _Anywhere())
            rows = tuple(
                tuple(Key(say(key.label, language, ZONE), str(FormTap(7, key.question, key.option))) for key in row)
                for row in asked.rows
            )
            label = text(language, f"button-share-{asked.wants}") if asked.wants else ""
            said = "\n\n".join(say(each, language, ZONE) for each in asked.paragraphs)
            found.append(Rendered(said, rows, asked.wants, label))
    return found


def _on_telegram(message: Rendered) -> tuple[str, list[str]]:
    shown = keyboard(message)
    match shown:
        case InlineKeyboardMarkup():
            labels = [key.text for row in shown.inline_keyboard for key in row]
            assert [key.callback_data for row in shown.inline_keyboard for key in row] == _data(message)
        case ReplyKeyboardMarkup():
            share, *rest = [key.text for row in shown.keyboard for key in row]
            assert share == message.wants_label
            labels = rest
        case None:
            labels = []
    return TELEGRAM.cut(message.text), labels


def _on_the_web(message: Rendered) -> tuple[str, list[str]]:
    rows = _rows(message)
    assert isinstance(rows, list)
    keys = [key for row in rows if isinstance(row, list) for key in row if isinstance(key, dict)]
    assert [key["data"] for key in keys] == _data(message)
    return message.text, [str(key["text"]) for key in keys]


def _in_the_terminal(message: Rendered) -> tuple[str, list[str]]:
    lines: list[str] = []
    screen = Screen(lines.append)
    screen.show("1", message)
    number, shown = read(lines, screen.keys)
    assert number == "1"
    assert _data(shown) == _data(message)
    assert (shown.wants, shown.wants_label) == (message.wants, message.wants_label)
    return shown.text, [key.label for key in shown.keys]


def _data(message: Rendered) -> list[str]:
    return [key.data for row in message.rows for key in row]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_three_channels_say_and_offer_the_same(language: str) -> None:
    played = _played(language)
    assert len(played) > 60
    for message in played:
        wanted = message.text, [key.label for row in message.rows for key in row]
        assert _on_telegram(message) == _on_the_web(message) == _in_the_terminal(message) == wanted


def test_telegram_takes_what_its_own_library_says() -> None:
    assert TELEGRAM.longest_text == MessageLimit.MAX_TEXT_LENGTH
    assert TELEGRAM.longest_caption == MessageLimit.CAPTION_LENGTH


@pytest.mark.parametrize("text_", ["x" * 5000, "\N{ELECTRIC PLUG}" * 3000, "x" + "\N{ELECTRIC PLUG}" * 3000])
def test_a_text_is_cut_between_characters(text_: str) -> None:
    cut = TELEGRAM.cut(text_)
    assert text_.startswith(cut)
    assert 4095 <= TELEGRAM.length(cut) <= 4096
    assert TELEGRAM.length(TELEGRAM.cut_caption(text_)) <= 1024
    assert WEB.cut(text_) == TERMINAL.cut(text_) == text_


@pytest.mark.parametrize("channel", ABILITIES.values(), ids=list(ABILITIES))
@pytest.mark.parametrize("wanted", ["place", "contact", "photo"])
def test_what_is_asked_for_can_be_sent_or_typed(channel: Abilities, wanted: str) -> None:
    assert wanted in channel.sharing or wanted in channel.typed or channel.photos
