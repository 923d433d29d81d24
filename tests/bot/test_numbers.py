"""A number is understood however it is written; words that name none are no number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.catalog.normalise import to_traditional
from bot.numbers import number_in


@pytest.mark.parametrize(
    ("words", "number"),
    [
        *(("3", 3), ("２０", 20), ("20 minutes", 20), ("1,200 yuan", 1200), ("-5", -5), ("１２分鐘", 12)),
        *(("三", 3), ("十", 10), ("十二", 12), ("两", 2), ("兩", 2), ("廿", 20), ("廿五", 25), ("卅", 30)),
        *(("俩", 2), ("二十", 20), ("九十九", 99), ("一百", 100), ("一百零五", 105), ("一百二十", 120)),
        *(("三百五", 350), ("百", 100), ("一千二百", 1200), ("一万二", 12000), ("两万三千", 23000)),
        *(("一万零二", 10002), ("贰拾伍", 25), ("二〇", 20), ("三台", 3), ("大概四十五分钟", 45)),
        *(("十五分鐘左右", 15), ("一共两件", 2), ("五百块", 500), ("三個。", 3), ("one", 1), ("Twelve", 12)),
        *(("about ten minutes", 10), ("a dozen", 12), ("twenty-five", 25), ("two pieces", 2)),
    ],
)
def test_a_number_is_understood(words: str, number: int) -> None:
    assert number_in(words) == number


@pytest.mark.parametrize(
    "words",
    [
        *("", "…", "many", "no one knows", "someone", "a while", "two or three", "half", "one hour", "ten twenty"),
        *("不一定", "一会儿", "两三个", "一二", "一点点", "一小时", "好几个", "万一", "三楼的王先生"),
    ],
)
def test_words_that_name_no_one_number_are_none(words: str) -> None:
    assert number_in(words) is None


@given(st.integers(1, 99_999))
def test_a_number_in_chinese_numerals_is_itself(number: int) -> None:
    assert number_in(_written(number)) == number
    assert number_in(to_traditional(_written(number))) == number


@given(st.text(max_size=80))
def test_any_words_at_all_can_be_read(words: str) -> None:
    number = number_in(words)
    assert number is None or abs(number) < 10**9


def _written(number: int) -> str:
    """As a schoolbook writes it."""
    told, zero = "", False
    for unit, sign in ((10_000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            told += ("零" if zero else "") + "零一二三四五六七八九"[digit] + sign
            zero = False
        elif told:
            zero = True
    return told
