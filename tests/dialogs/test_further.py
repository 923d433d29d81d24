"""More than one thing is wrong: a sentence of two, one added after the other, and a bare code in place of a story."""

import pytest

from dialogs import flow
from dialogs.engine import start, step
from dialogs.events import ContactShared, Event, Order, Ordered, Said, Tapped
from dialogs.model import State
from dialogs.outcome import Step
from dialogs.phrases import Day, JsonObject, Month, Phrase, Words
from dialogs.prompts import answer_phrase, prompt
from tests.dialogs.world import EVERY_KIND, World

WORLD = World()
FURTHER = EVERY_KIND.question("further")


def after(state: State, *events: Event) -> Step:
    done = Step(state)
    for event in events:
        done = step(EVERY_KIND, done.state, event, WORLD)
    return done


def at_further(story: str) -> State:
    """Told the story of a kettle that is cold, and asked what else."""
    told = (Said(story), Tapped("product", "e1"), Tapped("fault", "e11"))
    state = after(start(EVERY_KIND, WORLD).state, *told).state
    left = {question.id: None for question in flow.relevant(EVERY_KIND, state) if question.id not in state.answers}
    known = {name: answer for name, answer in left.items() if name not in ("further", "photos")}
    return step(EVERY_KIND, state.but(answers={**state.answers, **known}), Ordered(Order.KEEP), WORLD).state


def options(state: State) -> list[str]:
    return [button.option for row in prompt(EVERY_KIND, state, WORLD).rows for button in row]


def test_the_second_thing_that_a_sentence_names_for_certain_is_kept_unasked() -> None:
    state = at_further("it is cold and loud")
    assert flow.present(EVERY_KIND, state) == "further"
    assert state.answers["further"] == [{"entry": 12}]
    assert after(state, Ordered(Order.DONE)).state.answers["further"] == [{"entry": 12}]


def test_what_it_seems_to_name_besides_is_one_tap_away() -> None:
    state = at_further("it is cold and it is lively")
    assert "further" not in state.answers
    assert options(state)[0] == "e12"
    tapped = after(state, Tapped("further", "e12")).state
    assert tapped.answers["further"] == [{"entry": 12}]
    assert "e12" not in options(tapped)


def test_a_sentence_about_one_thing_proposes_nothing() -> None:
    assert options(at_further("it is cold"))[0] == "~done"


def test_three_more_are_taken_and_then_the_form_goes_on() -> None:
    state = after(at_further("it is cold"), Said("wobbles"), Said("wobbles"), Said("loud"), Said("rusty")).state
    assert state.answers["further"] == [{"words": "wobbles"}, {"entry": 12}, {"words": "rusty"}]
    assert flow.present(EVERY_KIND, state) == "photos"


@pytest.mark.parametrize("word", [Ordered(Order.DONE), Ordered(Order.SKIP), Tapped("further", "~done")])
def test_nothing_more_is_one_word(word: Event) -> None:
    state = after(at_further("it is cold"), word).state
    assert state.answers["further"] is None
    assert flow.present(EVERY_KIND, state) == "photos"


def test_who_comes_back_to_it_begins_anew_or_leaves_it() -> None:
    state = after(at_further("it is cold"), Said("wobbles"), Ordered(Order.DONE)).state
    back = after(state, Ordered(Order.BACK)).state
    assert after(back, Ordered(Order.DONE)).state.answers["further"] == [{"words": "wobbles"}]
    assert after(back, Said("rusty"), Ordered(Order.DONE)).state.answers["further"] == [{"words": "rusty"}]


def test_a_bare_code_is_the_product_and_the_story_is_asked_next() -> None:
    done = after(start(EVERY_KIND, WORLD).state, Said("K-1"))
    assert done.state.answers["product"] == {"entry": 1}
    assert "story" not in done.state.answers
    assert flow.present(EVERY_KIND, done.state) == "story"
    assert [note.key for note in done.notes] == ["taken-product"]
    assert after(done.state, Said("it is cold")).state.answers["story"] == "it is cold"


def test_a_bare_code_said_twice_is_taken_as_it_is() -> None:
    done = after(start(EVERY_KIND, WORLD).state, Said("K-1"), Said("K-1"))
    assert done.state.answers["story"] == "K-1"


def test_somebody_elses_number_is_not_asked_for_with_a_button_and_their_card_is_taken() -> None:
    state = start(EVERY_KIND, WORLD).state.but(at="friend")
    assert prompt(EVERY_KIND, state, WORLD).wants is None
    shared = after(state, ContactShared("13800138000", own=False)).state
    assert shared.answers["friend"] == {"phone": "+13800138000"}


@pytest.mark.parametrize(
    ("earliest", "latest", "shown"),
    [
        ("2024-03-05", "2024-03-05", Day("2024-03-05", year=True)),
        ("2024-03-01", "2024-03-31", Month("2024-03")),
        ("2024-02-01", "2024-02-29", Month("2024-02")),
        ("2024-01-01", "2024-12-31", Words("date-year", {"year": "2024"})),
        ("2024-03-01", "2024-05-31", Words("date-span", {"earliest": Month("2024-03"), "latest": Month("2024-05")})),
        (
            "2024-03-02",
            "2024-03-31",
            Words("date-span", {"earliest": Day("2024-03-02", year=True), "latest": Day("2024-03-31", year=True)}),
        ),
    ],
)
def test_a_month_of_purchase_is_shown_as_the_month(earliest: str, latest: str, shown: Phrase) -> None:
    bought = EVERY_KIND.question("bought")
    assert bought
    answer: JsonObject = {"earliest": earliest, "latest": latest, "known": True}
    assert answer_phrase(EVERY_KIND, bought, answer, WORLD) == shown
