import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.catalog.concepts import ideas, kin, tells_something
from backend.catalog.tokens import words


def told(text: str) -> frozenset[str]:
    return ideas(words(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("does not charge", "充不进电"),
        ("won't open", "开唔到门"),
        ("no sound", "没声音"),
        ("not recognised", "无法识别"),
        ("冇畫面", "看不到画面"),
    ],
)
def test_a_denial_is_the_same_idea_in_every_language(one: str, other: str) -> None:
    assert {idea for idea in told(one) & told(other) if idea.startswith("!")}


def test_a_complement_of_failure_stands_behind_the_verb_or_before_its_object() -> None:
    assert {"!charge", "charge"} <= told("充不进") & told("充不进电")


def test_what_is_denied_differs_from_what_is_told() -> None:
    assert "!charge" in told("it is not charging")
    assert "!charge" not in told("it is charging")


def test_a_denial_ends_with_its_clause() -> None:
    assert "!noise" not in told("not cooling and noisy")


def test_a_denial_within_a_longer_word_denies_nothing_else() -> None:
    assert told("不够") == {"weak"}


def test_near_ideas_have_something_in_common() -> None:
    assert kin({"!rotate"}) & kin({"!start"})
    assert not kin(set())


@pytest.mark.parametrize("text", ["it doesn't work", "失灵"])
def test_that_something_fails_is_said_of_anything(text: str) -> None:
    assert "!work" in told(text)
    assert not tells_something({"!work", "work"})


@given(st.text())
def test_whatever_is_denied_is_spoken_of(text: str) -> None:
    assert {idea.removeprefix("!") for idea in told(text)} <= told(text)


def test_the_lists_name_only_ideas_that_there_are() -> None:
    folder = files("backend.catalog").joinpath("data")
    known = tomllib.loads(folder.joinpath("concepts.toml").read_text(encoding="utf-8"))
    denial = tomllib.loads(folder.joinpath("denial.toml").read_text(encoding="utf-8"))
    named = [*denial["failing"], *denial["vague"], *(idea for near in denial["kin"].values() for idea in near)]
    assert not [idea for idea in named if idea.removeprefix("!") not in known]
