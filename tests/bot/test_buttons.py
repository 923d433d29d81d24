"""What a button carries: read back as it was written, within what Telegram takes, and never trusted."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.buttons import MOST_BYTES, ActionTap, FormTap, read_tap
from bot.wording import say
from dialogs.answers import ADD, DROP, FAR, SOON
from dialogs.events import Order
from dialogs.forms import FORMS
from dialogs.lookup import ENTRY, GROUP, NONE, UNKNOWN
from dialogs.model import CANCEL, CHANGE, REVIEW, Form, Kind, Question
from dialogs.prompts import NAVIGATION, option_label
from locales import LANGUAGES
from tests.backend.catalog.starter import starter
from tests.bot.readers import ZONE

FAR_FUTURE = 10**12
"""A conversation's or an entry's id after more use than a company will see."""
words = st.text(alphabet=st.characters(exclude_characters=":", codec="ascii"), max_size=20)


@given(st.integers(0, 10**15 - 1), words, st.text(max_size=6))
def test_a_form_s_button_is_read_back_as_it_was_written(conversation: int, question: str, option: str) -> None:
    tap = FormTap(conversation, question, option)
    assert read_tap(str(tap)) == tap


@given(words, words)
def test_an_action_s_button_is_read_back_as_it_was_written(verb: str, subject: str) -> None:
    tap = ActionTap(verb, subject)
    assert read_tap(str(tap)) == tap


@given(st.text(max_size=80) | st.from_regex(r"[fa]:[^:]*:[^:]*(:.*)?", fullmatch=True))
def test_whatever_a_client_sends_as_a_button_is_read_or_refused(data: str) -> None:
    read_tap(data)


def test_what_does_not_fit_into_a_button_is_noticed_here_and_not_by_telegram() -> None:
    with pytest.raises(ValueError, match="too long for a button"):
        str(ActionTap("x" * MOST_BYTES))


def _options(question: Question) -> Iterator[str]:
    """Everything that a button of the question may carry."""
    yield from (f"{NAVIGATION}{order}" for order in Order)
    yield from (f"{sign}{option}" for option in question.options for sign in ("", ADD, DROP))
    yield from (f"{row}.{option}" for row in question.rows for option in question.options)
    match question.kind:
        case Kind.LOOKUP:
            yield from (f"{ENTRY}{FAR_FUTURE}", NONE, UNKNOWN)
            yield from (f"{GROUP}{category.key}" for category in starter().categories)
        case Kind.TIME:
            yield from (SOON, "2026-12-31/14-18")
        case Kind.PLACE:
            yield FAR


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
def test_every_button_of_a_form_fits_into_telegram(form: Form) -> None:
    pages = [Question(name, Kind.CHOICE, options=("send", "yes", "no")) for name in (REVIEW, CANCEL)]
    changed = Question(CHANGE, Kind.CHOICE, options=tuple(question.id for question in form.questions))
    for question in (*form.questions, *pages, changed):
        for option in _options(question):
            assert len(str(FormTap(FAR_FUTURE, question.id, option)).encode()) <= MOST_BYTES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
def test_every_label_fits_on_a_phone(form: Form, language: str) -> None:
    """Telegram cuts what is wider than a phone: some 40 narrow signs in a row of one, shared where there are more."""
    for question in form.questions:
        for option in question.options:
            label = say(option_label(form, question, option), language, ZONE)
            assert 0 < _width(label) * question.columns <= 44, label


def _width(label: str) -> int:
    """Chinese signs are twice as wide."""
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in label)
