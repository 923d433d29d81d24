"""What a sentence gives away besides its matter: two things in one, a wish to know how, a form of address."""

import pytest

from bot.told import asks_about_use, honorific_in, parts_of


@pytest.mark.parametrize(
    ("name", "honorific"),
    [
        ("Ms Wang", "ms"),
        ("Mrs. Hill", "ms"),
        ("MR SMITH", "mr"),
        ("王女士", "ms"),
        ("王岚小姐", "ms"),
        ("陳先生", "mr"),
        ("陳太", "ms"),
        ("李先生（物业）", "mr"),
        ("Wang Lan", None),
        ("Marsha Misra", None),
        ("王岚", None),
        ("太史慈", None),
    ],
)
def test_whoever_says_how_they_are_addressed_is_not_asked(name: str, honorific: str | None) -> None:
    assert honorific_in(name) == honorific


@pytest.mark.parametrize(
    "words",
    ["How do I set the timer?", "怎么设置定时", "淨水器點用呀？", "where is the manual for it", "定時要怎麼設定"],
)
def test_a_question_about_use_is_heard_as_one(words: str) -> None:
    assert asks_about_use(words)


@pytest.mark.parametrize("words", ["It does not spin", "不制冷", "漏水漏得很厲害", "show towel rail", ""])
def test_a_fault_is_not_taken_for_a_question(words: str) -> None:
    assert asks_about_use(words) is None


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("it does not cool and leaks water", ("it does not cool", "leaks water")),
        ("不制冷，还漏水", ("不制冷", "漏水")),
        ("沒有熱水，而且很吵", ("沒有熱水", "很吵")),
        ("the sandwich maker is cold", ("the sandwich maker is cold",)),
        ("?!", ()),
    ],
)
def test_a_sentence_is_taken_apart_at_its_joints(sentence: str, parts: tuple[str, ...]) -> None:
    assert parts_of(sentence) == parts
