"""Danger is heard wherever it is spoken of, and whoever speaks of it is asked about safety before anything else."""

import pytest

from dialogs import flow
from dialogs.engine import start, step
from dialogs.events import Event, Order, Ordered, PhotoSent, Said, Tapped
from dialogs.model import Stage, State
from dialogs.outcome import Step
from dialogs.phrases import Words
from tests.dialogs.events import answer, finished
from tests.dialogs.world import EVERY_KIND, World

WORLD = World()
WAY: dict[str, Event] = {
    "pace": Tapped("pace", "fast"),
    "extras": Said("a, z"),
    "product": Tapped("product", "e2"),
    "twice": Tapped("twice", "no"),
}
ASKED = [each.id for each in EVERY_KIND.questions if each.kind != "noted" and each.id != "safety"]


def at(question: str) -> State:
    """The straight way to the question."""
    state = start(EVERY_KIND, WORLD).state
    for _ in range(60):
        now = flow.present(EVERY_KIND, state)
        if now == question:
            return state
        told = WAY.get(str(now), answer(EVERY_KIND, state, WORLD))
        state = step(EVERY_KIND, state, told, WORLD).state
    raise AssertionError(f"never at {question}")


def after(state: State, *events: Event) -> Step:
    done = Step(state)
    for event in events:
        done = step(EVERY_KIND, done.state, event, WORLD)
    return done


@pytest.mark.parametrize("question", [each for each in ASKED if each not in ("toppings",)])
def test_smoke_at_any_question_is_followed_by_the_question_of_safety(question: str) -> None:
    done = after(at(question), Said("now there is smoke"))
    assert flow.present(EVERY_KIND, done.state) == "safety"
    safe = after(done.state, Tapped("safety", "safe")).state
    assert finished(EVERY_KIND, safe, WORLD).stage is Stage.FINISHED


def test_words_of_danger_are_no_number_and_the_question_comes_again() -> None:
    done = after(at("phone"), Said("there is smoke, +86 21 6234 5678"), Tapped("safety", "safe"))
    assert "phone" not in done.state.answers
    assert flow.present(EVERY_KIND, done.state) == "phone"
    again = after(done.state, Said("there is smoke, +86 21 6234 5678"))
    assert again.state.answers["phone"] == {"phone": "+862162345678"}, "said twice it was meant"


def test_the_caption_of_a_photo_is_heard_and_the_photo_is_kept() -> None:
    done = after(at("phone"), PhotoSent("a.jpg", "smoke comes out of it"))
    assert flow.present(EVERY_KIND, done.state) == "safety"
    assert done.state.answers["photos"] == ["a.jpg"]


def test_photos_gathered_so_far_are_not_lost() -> None:
    done = after(at("photos"), PhotoSent("a.jpg"), PhotoSent("b.jpg", "smoke"), Tapped("safety", "safe"))
    assert done.state.answers["photos"] == ["a.jpg", "b.jpg"]


def test_new_danger_asks_about_safety_again() -> None:
    done = after(at("phone"), Said("there is smoke"), Tapped("safety", "safe"), Said("more smoke now"))
    assert flow.present(EVERY_KIND, done.state) == "safety"


def test_who_is_not_safe_yet_is_told_what_to_do_before_the_next_question() -> None:
    unsafe = after(at("phone"), Said("there is smoke"), Tapped("safety", "unsafe"))
    assert unsafe.notes[0] == Words("remark-every-kind-safety")
    safe = after(at("phone"), Said("there is smoke"), Tapped("safety", "safe"))
    assert Words("remark-every-kind-safety") not in safe.notes


def test_a_story_that_is_put_right_is_no_danger_any_more() -> None:
    told = after(at("story"), Said("smoke"), Tapped("safety", "safe")).state
    right = after(told, Ordered(Order.EDIT), Tapped("change", "story"), Said("it is cold")).state
    assert "safety" not in flow.effective(EVERY_KIND, right)


def test_smoke_at_the_summary_is_heard_as_well() -> None:
    state = at("photos")
    done = after(state, Ordered(Order.SKIP), Said("wait, there is smoke"))
    assert flow.present(EVERY_KIND, done.state) == "safety"
