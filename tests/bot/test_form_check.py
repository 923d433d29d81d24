"""A form that cannot be said or shown keeps the product from starting, and says why."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

import locales
from bot.form_check import check_forms_fit, misfits_of
from dialogs.forms import FORMS
from dialogs.model import Form, Kind, Question

_LABEL = "a label that takes a good deal more room than any phone has for a single button"
_WORDS = {"ask-big-one": "One?", "name-big-one": "One", "help-big-one": "Help", "cancel-big": "Stop?"}


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the locale files say of the form `big`; an option without words is called by its id."""
    said = {**_WORDS, "cancelled-big": "Stopped."}
    known = locales.text

    def text(language: str, key: str, args: Mapping[str, str | int] | None = None) -> str:
        if key == "option-big-one":
            return said.get(key, str((args or {}).get("option")))
        return said[key] if key in said else known(language, key, args)

    monkeypatch.setattr("bot.form_check.text", text)
    monkeypatch.setattr("bot.wording.text", text)
    misfits_of.cache_clear()
    return said


def big(*options: str, **given: object) -> Form:
    question = Question("one", Kind.CHOICE, options=options)
    return Form("big", 1, (replace(question, **given),), review=False)  # type: ignore[arg-type]


def test_every_form_of_the_house_fits() -> None:
    check_forms_fit()


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
def test_a_form_without_its_words_is_refused_by_their_name(form: Form) -> None:
    asked = replace(form, questions=(*form.questions, Question("unheard-of", Kind.TEXT)))
    faults = misfits_of(asked)
    assert f"{form.id}: there are no words ask-{form.id}-unheard-of in zh-Hant" in faults
    with pytest.raises(ValueError, match=f"{form.id}: there are no words help-{form.id}-unheard-of in en"):
        check_forms_fit({form.id: asked})


def test_a_small_form_fits(words: dict[str, str]) -> None:
    assert misfits_of(big("yes", "no")) == ()


def test_words_that_are_empty_are_refused(words: dict[str, str]) -> None:
    words["help-big-one"] = " "
    assert "big: the words help-big-one in en are empty" in misfits_of(big("yes", "no"))


def test_a_prompt_is_measured_as_telegram_does(words: dict[str, str]) -> None:
    words["ask-big-one"] = "\N{ELECTRIC PLUG}" * 2048
    assert misfits_of(replace(big("a"), questions=(Question("one", Kind.PHOTOS),))) != ()
    words["ask-big-one"] = "\N{ELECTRIC PLUG}" * 2000
    misfits_of.cache_clear()
    assert misfits_of(replace(big("a"), questions=(Question("one", Kind.PHOTOS),))) == ()
    words["ask-big-one"] = "x" * 4097
    assert any(f"big: one takes 4{more}" in fault for fault in misfits_of(big("a")) for more in ("097", "108", "10"))


def test_a_label_too_long_or_twice_is_refused(words: dict[str, str]) -> None:
    words["option-big-one"] = _LABEL
    faults = misfits_of(big("a", "b"))
    assert f"big: the button “{_LABEL}” in en is {len(_LABEL)} long; at most 64 fit" in faults
    assert f"big: one has 2 buttons “{_LABEL}” in zh-Hans" in faults


def test_too_many_buttons_are_refused(words: dict[str, str]) -> None:
    assert "big: one has 101 buttons; at most 100 fit" in misfits_of(big(*map(str, range(100)), columns=5))
    assert "big: one has 9 buttons in a row; at most 8 fit" in misfits_of(big(*map(str, range(18)), columns=9))


def test_a_button_has_room_for_a_conversation_of_ten_digits(words: dict[str, str]) -> None:
    longest = "x" * (64 - len("f:9999999999:one:"))
    assert not any("too long for a button" in fault for fault in misfits_of(big(longest)))
    faults = misfits_of(big(f"{longest}x"))
    assert f"big: too long for a button: f:9999999999:one:{longest}x" in faults
