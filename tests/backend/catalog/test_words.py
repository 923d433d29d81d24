import tomllib
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from backend.catalog.tokens import words
from backend.catalog.wording import meaning, syllables, wording


def test_no_word_has_two_meanings() -> None:
    data = tomllib.loads(files("backend.catalog").joinpath("data/words.toml").read_text(encoding="utf-8"))
    seen: dict[tuple[str, ...], str] = {}
    for group in data["same"]:
        for text in group:
            assert seen.setdefault(tuple(words(text)), group[0]) == group[0], text


@given(st.text())
def test_any_text_can_be_cut_up(text: str) -> None:
    assert wording(tuple(words(text))).spaced == " ".join(meaning(words(text)))


def test_english_endings_and_denials_are_one() -> None:
    assert meaning(words("won't drain")) == meaning(words("it isn't draining")) == meaning(words("doesn't drain"))


def test_pinyin_sounds_like_its_characters() -> None:
    assert syllables(words("loushui")) == syllables(words("漏水")) == syllables(words("lou shui"))


def test_english_sounds_like_nothing() -> None:
    assert syllables(words("my fridge leaks")) == []
