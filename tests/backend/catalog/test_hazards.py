import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.catalog.rules import hazard_words
from tests.backend.catalog.starter import starter


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("厨房有煤气味", "gas"),
        ("廚房聞到瓦斯味", "gas"),
        ("I can smell gas", "gas"),
        ("油烟机冒烟了", "smoke"),
        ("冰箱冒煙", "smoke"),
        ("the TV is smoking", "smoke"),
        ("插座起火了", "fire"),
        ("it caught fire", "fire"),
        ("there were sparks", "fire"),
        ("洗衣机漏電", "shock"),
        ("会不会漏电", "shock"),
        ("摸着麻手", "shock"),
        ("I got an electric shock", "shock"),
        ("有燒焦味", "burning-smell"),
        ("smells like something is burning", "burning-smell"),
        ("水流到插座上了", "wet-electrics"),
        ("water is dripping onto the socket", "wet-electrics"),
    ],
)
def test_danger_is_heard(text: str, kind: str) -> None:
    assert kind in hazard_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "没有煤气味",
        "沒有冒煙",
        "no smoke",
        "it isn't sparking",
        "燃气灶打不着火",
        "煤气灶打着火就灭",
        "抽油烟机吸不走油烟",
        "the gas stove won't light",
        "my hood doesn't suck the smoke",
        "Fire TV has no picture",
        "洗衣机漏水",
        "",
    ],
)
def test_everyday_words_raise_no_alarm(text: str) -> None:
    assert hazard_words(text) == ()


def test_a_denied_danger_does_not_hide_another() -> None:
    assert hazard_words("no smoke, but a burning smell") == ("burning-smell",)


@given(st.text())
def test_any_text_can_be_heard(text: str) -> None:
    hazard_words(text)


def test_the_names_of_the_dangerous_electrical_and_gas_faults_are_heard() -> None:
    telling = {"electric-shock", "burning-smell", "smoke-or-fire", "heater-gas-smell", "stove-gas-smell"}
    for fault in starter().faults:
        if fault.key in telling:
            assert all(hazard_words(name) for name in fault.names.values()), fault.key
