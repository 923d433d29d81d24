"""Whatever is refused, the person is told why in words."""

import pytest

from backend.errors import Refusal
from bot.refusals import refusal_words
from bot.wording import say
from locales import LANGUAGES
from tests.bot.readers import ZONE


def _codes(kind: type[Refusal]) -> set[str]:
    return {kind.code} | {code for each in kind.__subclasses__() for code in _codes(each)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(_codes(Refusal)))
def test_every_refusal_has_words(code: str, language: str) -> None:
    class Refused(Refusal):
        pass

    Refused.code = code
    assert say(refusal_words(Refused("detail", number="SN1", status="offered")), language, ZONE)


def test_a_case_with_words_of_its_own_is_told_by_them() -> None:
    class TooLate(Refusal):
        code = "too-late"

    words = refusal_words(TooLate("gone", what="offer", number="SN1"))
    assert say(words, "en", ZONE) == "This offer of SN1 is no longer open."
    assert refusal_words(TooLate("gone", what="nothing-we-know")).key == "refusal-too-late"


def test_nothing_of_the_detail_reaches_the_person() -> None:
    assert "secret" not in say(refusal_words(Refusal("secret detail")), "en", ZONE)
