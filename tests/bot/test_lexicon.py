"""Typed words and tapped buttons say the same thing, in whichever language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lexicon import command_of, means, option_named
from dialogs.events import Order
from dialogs.forms import FORMS
from dialogs.model import CANCEL, CHANGE, REVIEW, Form, Kind, Question
from locales import LANGUAGES, text

CHOICES = (Kind.CHOICE, Kind.SEVERAL)


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
def test_an_option_typed_as_its_label_in_any_language_is_that_option(form: Form) -> None:
    for question in form.questions:
        for option in question.options if question.kind in CHOICES else ():
            for language in LANGUAGES:
                label = text(language, f"option-{form.id}-{question.id}", {"option": option})
                assert option_named(form.id, question, label) == option


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
def test_an_option_typed_as_its_id_is_that_option(form: Form) -> None:
    for question in form.questions:
        if question.kind in CHOICES:
            assert [option_named(form.id, question, option) for option in question.options] == [*question.options]


@pytest.mark.parametrize("words", ["C", "c", " c. ", "Ｃ"])
def test_a_reason_is_named_by_its_letter(words: str) -> None:
    reasons = FORMS["survey"].question("reasons")
    assert reasons
    assert option_named("survey", reasons, words) == "C"


def test_a_label_that_goes_on_after_a_colon_is_named_by_its_beginning() -> None:
    urgency = FORMS["repair"].question("urgency")
    assert urgency
    for words in ("urgent", "Urgent!", "紧急", "緊急"):
        assert option_named("repair", urgency, words) == "urgent"


@pytest.mark.parametrize(
    ("page", "words", "option"),
    [
        (REVIEW, "yes", "send"),
        (REVIEW, "Send", "send"),
        (REVIEW, "提交", "send"),
        (REVIEW, "send the request", "send"),
        (REVIEW, "no", None),
        (CANCEL, "yes", "yes"),
        (CANCEL, "不取消", "no"),
        (CANCEL, "继续填写", "no"),
        (CANCEL, "perhaps", None),
        (CHANGE, "phone", "phone"),
        (CHANGE, "聯絡電話", "phone"),
        (CHANGE, "shoe size", None),
    ],
)
def test_the_side_questions_are_answered_in_words_too(page: str, words: str, option: str | None) -> None:
    assert option_named("repair", Question(page, Kind.CHOICE), words) == option


@pytest.mark.parametrize("order", Order)
def test_every_order_can_be_typed_in_every_language(order: Order) -> None:
    for language in LANGUAGES:
        for word in text(language, f"words-{order}").split("|"):
            assert command_of(word) == order


@pytest.mark.parametrize("words", ["", " ", "…", "👍"])
def test_what_has_no_letter_names_nothing(words: str) -> None:
    assert command_of(words) is None
    assert not means(words, "yes", "no", "thanks")


@given(st.text(max_size=30))
def test_any_words_at_all_can_be_looked_up(words: str) -> None:
    command_of(words)
    for form in FORMS.values():
        for question in form.questions:
            option_named(form.id, question, words)
