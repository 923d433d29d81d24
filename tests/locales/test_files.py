"""The languages say the same things: the same keys, variables and choices, in the right script."""

import re

import pytest

from locales import LANGUAGES, text
from tests.locales.files import Message, junk, messages

OTHERS = [language for language in LANGUAGES if language != "en"]
TYPED = re.compile(r"words-|list-|language-")
"""What is typed, not read, and names that stand in their own language."""
HAN = re.compile(r"[\u3400-\u9fff]")


def readable(language: str) -> dict[str, Message]:
    return {key: message for key, message in messages(language).items() if not TYPED.match(key)}


def raw(language: str) -> str:
    """Everything written in the language for reading."""
    return "\n".join(_shown(language, key) for key in readable(language))


def _shown(language: str, key: str) -> str:
    message = messages(language)[key]
    names = dict(sorted(message.variants | message.defaults))
    return text(language, key, {name: names.get(name, "0") for name in message.variables})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_the_files_is_understood(language: str) -> None:
    assert junk(language) == []
    assert [key for key, message in messages(language).items() if not message.is_plain] == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_language_lacks_a_message_or_has_one_alone(language: str) -> None:
    assert messages(language).keys() ^ messages("en").keys() == set()


@pytest.mark.parametrize("language", OTHERS)
def test_a_message_says_as_much_in_every_language(language: str) -> None:
    english = messages("en")
    differing = [
        key
        for key, message in messages(language).items()
        if (message.variables, message.variants, message.defaults)
        != (english[key].variables, english[key].variants, english[key].defaults)
    ]
    assert differing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_can_be_said(language: str) -> None:
    assert all(_shown(language, key).strip() for key in messages(language))


@pytest.mark.parametrize(("language", "script"), [("zh-Hans", "gb2312"), ("zh-Hant", "big5hkscs")])
def test_a_language_is_written_in_its_own_characters(language: str, script: str) -> None:
    strange = {sign for sign in HAN.findall(raw(language)) if not _has(script, sign)}
    assert strange == set()


def _has(script: str, sign: str) -> bool:
    try:
        sign.encode(script)
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize("language", OTHERS)
def test_chinese_is_punctuated_as_chinese(language: str) -> None:
    wrong = re.compile(r"[\u3400-\u9fff][,;:!?]|[,;!?][\u3400-\u9fff]|[。，；：？！、] |  ")
    shown = [_shown(language, key) for key in readable(language) if not key.startswith("cli-")]
    assert [line for words in shown for line in words.splitlines() if wrong.search(line.strip())] == []


def test_english_is_written_without_chinese_and_without_double_spaces() -> None:
    wrong = re.compile(r"[\u3000-\u9fff\uff00-\uffef]|\S  +\S| [,.;:!?](\s|$)")
    assert [line for line in raw("en").splitlines() if wrong.search(line)] == []
