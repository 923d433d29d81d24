from hypothesis import given
from hypothesis import strategies as st

from backend.catalog.normalise import fold, normalise, serial_key, squash, to_traditional


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert normalise(normalise(text)) == normalise(text)
    assert squash(squash(text)) == squash(text)
    assert serial_key(serial_key(text)) == serial_key(text)


def test_width_case_script_and_punctuation_make_no_difference() -> None:
    assert normalise("熱水器，ＷＩＦＩ 漏水！") == normalise("热水器wifi漏水") == "热 水 器 wifi 漏 水"


def test_traditional_and_simplified_words_are_the_same() -> None:
    assert normalise(to_traditional("冰箱结冰严重")) == normalise("冰箱结冰严重")


def test_a_model_code_keeps_only_letters_and_digits() -> None:
    assert squash("KFR－35 gw/型") == "kfr35gw"


def test_serials_of_different_scripts_stay_apart() -> None:
    assert serial_key("京-01") != serial_key("沪-01")
