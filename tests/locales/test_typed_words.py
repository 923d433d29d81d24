"""What people type means one thing."""

from collections import defaultdict
from itertools import combinations

import pytest

from bot.lexicon import _COMMANDS, command_of, means
from dialogs.forms import FORMS
from dialogs.model import Form, Kind, Question
from locales import LANGUAGES, fold, spellings, text

ANSWERS = ("yes", "no", "send", "solved", "unsolved", "thanks", "greeting")


def test_no_typed_word_is_two_commands() -> None:
    meant = defaultdict(set)
    for command in _COMMANDS:
        for word in spellings(f"words-{command}"):
            meant[word].add(command)
    assert {word: commands for word, commands in meant.items() if len(commands) > 1} == {}


def test_no_answer_is_taken_for_a_command() -> None:
    taken = {word: command_of(word) for key in ANSWERS for word in spellings(f"words-{key}") if command_of(word)}
    assert taken == {}


@pytest.mark.parametrize(("one", "other"), list(combinations(ANSWERS, 2)))
def test_no_answer_is_taken_for_another(one: str, other: str) -> None:
    assert spellings(f"words-{one}") & spellings(f"words-{other}") == set()


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
def test_no_label_of_a_form_is_a_command(form: Form) -> None:
    """Global words come first, so an option or a name called like one could never be typed."""
    for question in form.questions:
        for label in _labels(form, question):
            assert command_of(label) is None, f"{question.id}: {label}"


def _labels(form: Form, question: Question) -> list[str]:
    options = [("option", {"option": option}) for option in question.options]
    named: list[tuple[str, dict[str, str]]] = [*options, *([] if question.kind is Kind.NOTED else [("name", {})])]
    return [text(language, f"{what}-{form.id}-{question.id}", given) for language in LANGUAGES for what, given in named]


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
def test_two_options_of_a_question_never_share_a_label(form: Form) -> None:
    for question in form.questions:
        for language in LANGUAGES:
            labels = [text(language, f"option-{form.id}-{question.id}", {"option": each}) for each in question.options]
            assert len({fold(label) or label for label in labels}) == len(labels)


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
def test_two_questions_of_a_form_never_share_a_name(form: Form) -> None:
    asked = [question for question in form.questions if question.kind is not Kind.NOTED]
    for language in LANGUAGES:
        names = [fold(text(language, f"name-{form.id}-{question.id}")) for question in asked]
        assert len(set(names)) == len(names)


def test_case_width_and_punctuation_make_no_difference() -> None:
    assert command_of("  Ｃａｎｃｅｌ！ ") == "cancel"
    assert command_of("CANCEL.") == "cancel"
    assert command_of("cancel it all because I am moving") is None
    assert means("YES!", "yes")
