"""Whatever arrives in whatever order, a conversation neither breaks nor gets stuck, and old buttons change nothing."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs import flow
from dialogs.engine import start, step
from dialogs.events import Event, Tapped
from dialogs.forms import FORMS
from dialogs.model import Form, Stage, State
from dialogs.outcome import Button, Prompt, Step
from dialogs.prompts import NAVIGATION, prompt
from tests.dialogs.events import buttons, events, finished, tap
from tests.dialogs.world import EVERY_KIND, World
from tests.promises import LONG

ALL = [*FORMS.values(), EVERY_KIND]
WORLD = World()
each_form = pytest.mark.parametrize("form", ALL, ids=lambda form: form.id)


class Story:
    """A conversation under way, and every button that it ever showed, the newest first."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.shown: list[Button] = []
        self.state = self._checked(start(form, WORLD))

    def take(self, event: Event | int) -> Step | None:
        """One event, unless the conversation is over."""
        if self.state.stage is not Stage.OPEN:
            return None
        meant = tap(self.shown[event % len(self.shown)]) if isinstance(event, int) else event
        before, now = self.state, flow.present(self.form, self.state)
        done = step(self.form, before, meant, WORLD)
        if isinstance(meant, Tapped) and meant.question != now:
            assert done.state == before, f"a stale tap changed the conversation: {meant}"
        self.state = self._checked(done)
        return done

    def _checked(self, done: Step) -> State:
        """What a channel does with a step; the state goes through the database and back."""
        written = json.dumps(done.state.to_json())
        state = State.from_json(json.loads(written))
        assert state == done.state
        if state.stage is Stage.OPEN:
            assert flow.present(self.form, state) is not None
            asked = prompt(self.form, state, WORLD, done.notes)
            assert Prompt.from_json(json.loads(json.dumps(asked.to_json()))) == asked
            self.shown = [*buttons(self.form, state, WORLD), *self.shown][:200]
        return state


@each_form
@settings(max_examples=1000 if LONG else 50, deadline=None)
@given(data=st.data())
def test_anything_in_any_order_neither_breaks_a_conversation_nor_traps_it(form: Form, data: st.DataObject) -> None:
    story = Story(form)
    for event in data.draw(st.lists(events(form), max_size=20)):
        story.take(event)
    if story.state.stage is Stage.OPEN:
        end = finished(form, story.state, WORLD)
        unanswered = [question.id for question in flow.relevant(form, end) if question.id not in end.answers]
        assert end.stage is Stage.FINISHED
        assert unanswered == []


@each_form
@settings(max_examples=500 if LONG else 25, deadline=None)
@given(data=st.data())
def test_every_button_ever_shown_under_another_question_changes_nothing_and_is_answered(
    form: Form, data: st.DataObject
) -> None:
    story = Story(form)
    for event in data.draw(st.lists(events(form), max_size=20)):
        story.take(event)
    if story.state.stage is not Stage.OPEN:
        return
    now = flow.present(form, story.state)
    for button in {tap(button): button for button in story.shown if button.question != now}.values():
        done = step(form, story.state, tap(button), WORLD)
        assert done.state == story.state
        assert done.toast


@each_form
@settings(max_examples=500 if LONG else 25, deadline=None)
@given(data=st.data())
def test_a_double_tap_does_what_one_tap_does(form: Form, data: st.DataObject) -> None:
    story = Story(form)
    for event in data.draw(st.lists(events(form), max_size=15)):
        story.take(event)
        if story.state.stage is not Stage.OPEN:
            return
    shown = [button for button in buttons(form, story.state, WORLD) if button.option[0] != NAVIGATION]
    if not shown:
        return
    tapped = tap(data.draw(st.sampled_from(shown)))
    once = step(form, story.state, tapped, WORLD).state
    if once.stage is Stage.OPEN:
        second = step(form, once, tapped, WORLD)
        assert second.state == once
        assert second.toast or second.notes


@each_form
@settings(max_examples=500 if LONG else 25, deadline=None)
@given(data=st.data())
def test_help_repeating_and_a_withdrawn_cancel_lose_nothing(form: Form, data: st.DataObject) -> None:
    story = Story(form)
    for event in data.draw(st.lists(events(form), max_size=15)):
        story.take(event)
    before = story.state
    if before.stage is not Stage.OPEN:
        return
    for option in ("~help", "~again"):
        now = flow.present(form, before)
        assert step(form, before, Tapped(str(now), option), WORLD).state == before
    asked = step(form, before, Tapped(str(flow.present(form, before)), "~cancel"), WORLD).state
    if asked.stage is Stage.OPEN and before.at != "cancel":
        back = step(form, asked, Tapped("cancel", "no"), WORLD).state
        assert back.answers == before.answers
        assert before.at == "change" or (back.at, back.draft) == (before.at, before.draft)
