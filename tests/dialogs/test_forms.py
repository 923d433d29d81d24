"""Every form of the house is declared so that it can be asked from beginning to end."""

from dataclasses import replace

import pytest

from dialogs import flow
from dialogs.conditions import Is, asks_about
from dialogs.engine import start, step
from dialogs.events import Tapped
from dialogs.flow import faults_of
from dialogs.forms import FORMS, check_forms
from dialogs.model import REVIEW, Form, Kind, Question, Stage
from dialogs.prompts import prompt
from tests.dialogs.events import answer, finished
from tests.dialogs.world import EVERY_KIND, World

WORLD = World()
PLAIN = Question("plain", Kind.TEXT)


def test_no_form_of_the_house_is_declared_wrongly() -> None:
    check_forms()
    assert faults_of(EVERY_KIND) == []
    assert all(name == form.id for name, form in FORMS.items())


@pytest.mark.parametrize(
    ("questions", "fault"),
    [
        ((PLAIN, PLAIN), "plain twice"),
        ((replace(PLAIN, id=REVIEW),), "review is a reserved name"),
        ((Question("a", Kind.TEXT, relevant=Is("b", ("1",))), replace(PLAIN, id="b")), "a looks at b"),
        ((Question("a", Kind.LOOKUP, source="nowhere"),), "a looks at nowhere"),
        ((Question("a", Kind.CHOICE),), "a has no options"),
        ((Question("a", Kind.CHOICE, options=("x" * 40,)),), "too long for a button"),
    ],
)
def test_a_form_that_could_not_be_asked_is_refused(questions: tuple[Question, ...], fault: str) -> None:
    (wrong,) = faults_of(Form("bad", 1, questions))
    assert fault in wrong


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
def test_a_form_can_be_finished_and_cancelled(form: Form) -> None:
    begun = start(form, WORLD).state
    assert finished(form, begun, WORLD).stage is Stage.FINISHED
    assert step(form, begun, Tapped(str(flow.present(form, begun)), "~cancel"), WORLD).state.stage is Stage.CANCELLED


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
def test_every_question_of_a_form_can_come_up(form: Form) -> None:
    """From every choice of options some path leads to each question; those that the world decides are left out."""
    seen: set[str] = set()
    for turn in range(max((len(question.options) for question in form.questions), default=1) or 1):
        seen |= _asked_with_options(form, turn)
    looked_up = {question.id for question in form.questions if question.kind is Kind.NOTED}
    depends = {
        question.id for question in form.questions if question.relevant and asks_about(question.relevant) & looked_up
    }
    assert {question.id for question in form.questions} - looked_up - depends <= seen


def _asked_with_options(form: Form, turn: int) -> set[str]:
    """The questions met on the way that takes the given option, counted round, wherever there is a choice."""
    state, seen = start(form, WORLD).state, set()
    for _ in range(200):
        if state.stage is not Stage.OPEN:
            break
        now = str(flow.present(form, state))
        seen.add(now)
        question, event = form.question(now), answer(form, state, WORLD)
        if question and question.options and isinstance(event, Tapped) and question.kind is not Kind.MATRIX:
            sign = "+" if question.kind is Kind.SEVERAL else ""
            event = Tapped(now, sign + question.options[turn % len(question.options)])
        state = step(form, state, event, WORLD).state
    return seen


@pytest.mark.parametrize("form", [*FORMS.values(), EVERY_KIND], ids=lambda form: form.id)
def test_the_first_question_has_a_way_out_and_no_way_back(form: Form) -> None:
    options = [button.option for row in prompt(form, start(form, WORLD).state, WORLD).rows for button in row]
    assert "~cancel" in options
    assert "~back" not in options
