"""A form that changes under a conversation keeps every answer that still means something."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs import flow
from dialogs.engine import start, step
from dialogs.events import Said, Tapped
from dialogs.model import REVIEW, Form, Kind, Question, Stage, State
from tests.dialogs.events import events, finished
from tests.dialogs.world import EVERY_KIND, World

WORLD = World()
COLOUR = Question("colour", Kind.CHOICE, options=("red", "blue"))
SIDES = Question("sides", Kind.SEVERAL, options=("left", "right"))
NAME, TOWN = Question("name", Kind.TEXT), Question("town", Kind.TEXT)
OLD = Form("form", 1, (NAME, COLOUR, SIDES, TOWN))
FULL = State("form", 1, {"name": "Wang", "colour": "red", "sides": ["left", "right"], "town": "Wuhan"})


def now_under(*questions: Question, state: State = FULL) -> tuple[State, str | None]:
    form = Form("form", 2, questions)
    carried = flow.under(form, state)
    return carried, flow.present(form, carried)


def test_the_same_version_is_left_alone() -> None:
    assert flow.under(OLD, FULL) is FULL


def test_an_answer_whose_question_is_gone_is_dropped_and_the_rest_kept() -> None:
    carried, now = now_under(NAME, COLOUR, SIDES)
    assert carried.answers == {"name": "Wang", "colour": "red", "sides": ["left", "right"]}
    assert (carried.version, now) == (2, REVIEW)


def test_a_question_inserted_is_asked_and_nothing_else() -> None:
    carried, now = now_under(NAME, Question("street", Kind.TEXT), COLOUR, SIDES, TOWN)
    assert now == "street"
    assert carried.answers == FULL.answers


def test_a_question_that_moved_keeps_its_answer() -> None:
    carried, now = now_under(TOWN, SIDES, COLOUR, NAME)
    assert (carried.answers, now) == (FULL.answers, REVIEW)


@pytest.mark.parametrize(
    ("question", "asked"),
    [(replace(COLOUR, options=("blue", "green")), "colour"), (replace(SIDES, options=("left", "top")), "sides")],
)
def test_an_option_that_is_gone_is_asked_anew(question: Question, asked: str) -> None:
    others = {"colour": COLOUR, "sides": SIDES, question.id: question}
    carried, now = now_under(NAME, others["colour"], others["sides"], TOWN)
    assert now == asked
    assert asked not in carried.answers
    assert len(carried.answers) == 3


def test_an_option_that_came_to_it_changes_nothing() -> None:
    carried, now = now_under(NAME, replace(COLOUR, options=("green", "red", "blue")), SIDES, TOWN)
    assert (carried.answers, now) == (FULL.answers, REVIEW)


def test_a_skipped_question_stays_skipped() -> None:
    skipped = FULL.but(answers={**FULL.answers, "sides": None})
    carried, now = now_under(NAME, COLOUR, replace(SIDES, required=False), TOWN, state=skipped)
    assert (carried.answers["sides"], now) == (None, REVIEW)


@pytest.mark.parametrize(("at", "there"), [("town", None), ("colour", "colour"), ("change", "change")])
def test_who_was_visiting_a_question_that_is_gone_goes_on(at: str, there: str | None) -> None:
    carried, _ = now_under(NAME, COLOUR, SIDES, state=FULL.but(at=at, draft=["left"]))
    assert (carried.at, carried.draft) == (there, None)


def test_an_old_button_of_a_question_that_is_gone_is_met_politely() -> None:
    form = Form("form", 2, (NAME, COLOUR))
    carried = flow.under(form, State("form", 1, {"name": "Wang"}))
    done = step(form, carried, Tapped("town", "x"), WORLD)
    assert done.state == carried
    assert done.toast is not None


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_from_any_moment_a_changed_form_can_still_be_finished(data: st.DataObject) -> None:
    state = start(EVERY_KIND, WORLD).state
    for event in data.draw(st.lists(events(EVERY_KIND), max_size=15)):
        if state.stage is Stage.OPEN and not isinstance(event, int):
            state = step(EVERY_KIND, state, event, WORLD).state
    if state.stage is not Stage.OPEN:
        return
    gone = data.draw(st.sets(st.sampled_from(("minutes", "phone", "time", "marks", "bought", "toppings"))))
    kept = [question for question in EVERY_KIND.questions if question.id not in gone]
    kept.insert(data.draw(st.integers(0, len(kept))), Question("new", Kind.TEXT))
    form = Form(EVERY_KIND.id, 2, tuple(kept))
    carried = flow.under(form, state)
    assert carried.answers == {name: answer for name, answer in state.answers.items() if name not in gone}
    end = finished(form, carried, WORLD)
    assert end.stage is Stage.FINISHED
    assert "new" in end.answers


def test_a_visited_question_is_answered_under_the_new_form() -> None:
    form = Form("form", 2, (NAME, COLOUR, SIDES, TOWN))
    carried = flow.under(form, FULL.but(at="town"))
    assert step(form, carried, Said("Nanjing"), WORLD).state.answers["town"] == "Nanjing"
