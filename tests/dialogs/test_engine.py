"""How a conversation moves: back, edit, cancel, answers that come and go with others, photos out of turn."""

import dataclasses

import pytest

from dialogs import flow
from dialogs.engine import start, step
from dialogs.events import ContactShared, Event, Order, Ordered, PhotoSent, PlaceShared, Said, Tapped
from dialogs.model import Stage, State
from dialogs.outcome import Showing, Step
from dialogs.phrases import JsonObject, Words
from dialogs.prompts import prompt
from dialogs.repair import REPAIR
from dialogs.survey import SURVEY
from tests.dialogs.events import finished
from tests.dialogs.world import EVERY_KIND, World

WORLD = World()
FORM = EVERY_KIND


def after(*events: Event, state: State | None = None) -> Step:
    done = Step(state) if state else start(FORM, WORLD)
    for event in events:
        done = step(FORM, done.state, event, WORLD)
    return done


def now(state: State) -> str | None:
    return flow.present(FORM, state)


def complete() -> State:
    """Everything answered, at the review."""
    state = start(FORM, WORLD).state
    while now(state) != "review":
        state = step(FORM, state, _next(state), WORLD).state
    return state


def _next(state: State) -> Event:
    question = FORM.question(str(now(state)))
    answers: dict[str, Event] = {
        "story": Said("it is cold"),
        "product": Tapped("product", "e1"),
        "fault": Tapped("fault", "e11"),
        "pace": Said("fast"),
        "extras": Said("a, z"),
        "which": Said("the red one"),
        "minutes": Said("20 minutes"),
        "place": PlaceShared(31.2, 1.0),
        "door": Said("back door"),
        "phone": Said("138 0013 8000"),
        "time": Tapped("time", "soon"),
        "bought": Said("2025"),
        "marks": Ordered(Order.SKIP),
        "photos": Ordered(Order.SKIP),
    }
    assert question
    return answers.get(question.id, Ordered(Order.SKIP))


def test_the_language_is_no_part_of_the_answers() -> None:
    assert {field.name for field in dataclasses.fields(State)} == {"form", "version", "answers", "at", "draft", "stage"}


def test_a_word_that_names_one_thing_for_certain_is_taken_and_said() -> None:
    done = after(Said("kettle"))
    assert done.state.answers["product"] == {"entry": 1}
    assert [note.key for note in done.notes] == ["taken-product"]


def test_what_was_set_aside_comes_back_with_what_it_hangs_on() -> None:
    full = complete()
    typed = after(Tapped("review", "~edit"), Tapped("change", "place"), Said("12 Long Street"), state=full).state
    assert "door" not in flow.effective(FORM, typed)
    assert typed.answers["door"] == "back door"
    shared = after(Tapped("review", "~edit"), Tapped("change", "place"), PlaceShared(31.2, 1.0), state=typed).state
    assert flow.effective(FORM, shared)["door"] == "back door"
    assert now(shared) == "review"


def test_a_new_product_asks_for_its_fault_again_and_the_same_product_does_not() -> None:
    full = complete()
    edit = (Tapped("review", "~edit"), Tapped("change", "product"))
    assert now(after(*edit, Tapped("product", "e1"), state=full).state) == "review"
    assert now(after(*edit, Tapped("product", "e2"), state=full).state) == "fault"


def test_what_the_world_knows_of_an_answer_decides_about_questions() -> None:
    full = complete()
    other = after(
        Tapped("review", "~edit"),
        Tapped("change", "product"),
        Tapped("product", "e2"),
        Tapped("fault", "e11"),
        state=full,
    ).state
    assert now(other) == "twice"


def test_back_goes_to_the_last_answer_and_answering_goes_on_where_it_was() -> None:
    state = after(Said("it is cold"), Tapped("product", "e1"), Tapped("fault", "e11")).state
    assert now(state) == "pace"
    back = after(Ordered(Order.BACK), Ordered(Order.BACK), state=state).state
    assert now(back) == "product"
    assert now(after(Tapped("product", "e1"), state=back).state) == "pace"


def test_a_cancel_is_asked_about_once_there_is_something_to_lose() -> None:
    assert after(Ordered(Order.CANCEL)).state.stage is Stage.CANCELLED
    asked = after(Said("it is cold"), Ordered(Order.CANCEL)).state
    assert (now(asked), asked.stage) == ("cancel", Stage.OPEN)
    assert now(after(Said("no"), state=asked).state) == "product"
    assert after(Said("yes"), state=asked).state.stage is Stage.CANCELLED
    assert after(Ordered(Order.CANCEL), state=asked).state.stage is Stage.CANCELLED


def test_none_of_these_tapped_twice_still_offers_the_categories() -> None:
    done = after(Said("t"), Tapped("product", "none"), Tapped("product", "none"))
    assert now(done.state) == "product"
    options = [button.option for row in prompt(FORM, done.state, WORLD).rows for button in row]
    assert options[:3] == ["gkitchen", "ggarden", "unknown"]
    given_up = after(Tapped("product", "unknown"), state=done.state).state
    assert given_up.answers["product"] == {"entry": None, "words": "t"}


def test_words_that_name_nothing_are_asked_about_once_and_then_kept() -> None:
    once = after(Said("?"), Said("xylophone"))
    assert [note.key for note in once.notes] == ["lookup-missed"]
    twice = after(Said("zither"), state=once.state).state
    assert twice.answers["product"] == {"entry": None, "words": "zither"}


def test_a_photo_place_and_contact_sent_early_answer_their_questions() -> None:
    done = after(PhotoSent("a.jpg"), PlaceShared(31.2, 1.0), ContactShared("13800138000", own=True))
    assert now(done.state) == "story"
    assert {"photos", "place", "phone"} <= set(done.state.answers)


def test_the_rest_of_an_album_sent_early_gives_no_further_messages() -> None:
    first = after(PhotoSent("a.jpg"))
    second = after(PhotoSent("b.jpg"), state=first.state)
    assert (first.showing, second.showing) == (Showing.NEW, Showing.SAME)
    assert second.state.answers["photos"] == ["a.jpg", "b.jpg"]


@pytest.mark.parametrize("words", ["toaster", "a toaster"])
def test_the_caption_of_a_photo_answers_the_question_that_stands(words: str) -> None:
    told = after(PhotoSent("a.jpg", "the toaster")).state
    assert told.answers["story"] == "the toaster"
    asked = after(Said("?"), PhotoSent("a.jpg", words)).state
    assert asked.answers["photos"] == ["a.jpg"]
    assert asked.answers.get("product") == {"entry": 2} or asked.draft == {"words": words}


def test_photos_stop_at_ten_and_the_same_one_counts_once() -> None:
    shots = [PhotoSent(f"{number}.jpg") for number in range(10)]
    done = after(*shots, PhotoSent("0.jpg"))
    kept = done.state.answers["photos"]
    assert isinstance(kept, list)
    assert len(kept) == 10
    assert [note.key for note in done.notes] == ["misfit-photos-enough"]


def test_a_tap_on_an_old_question_changes_no_answer() -> None:
    state = after(Said("it is cold"), Tapped("product", "e1"), Tapped("fault", "e11"), Tapped("pace", "slow")).state
    again, other = after(Tapped("pace", "slow"), state=state), after(Tapped("pace", "fast"), state=state)
    assert again.state == other.state == state
    assert (again.toast, again.showing) == (Words("toast-noted-already"), Showing.NOTHING)
    assert other.toast == Words("toast-earlier-question")


def test_a_mark_is_set_by_its_button_however_often_it_is_tapped() -> None:
    start_at = after(Said("it is cold"), Tapped("product", "e1"), Tapped("fault", "e11"), Tapped("pace", "fast")).state
    marked = after(Tapped("extras", "+a"), Tapped("extras", "+a"), state=start_at).state
    assert marked.draft == ["a"]
    assert after(Tapped("extras", "-a"), Tapped("extras", "-a"), state=marked).state.draft == []


def test_a_matrix_goes_statement_by_statement_and_may_stop_half_way() -> None:
    at = complete().but(at="marks")
    first = after(Tapped("marks", "one.good"), state=at).state
    assert now(first) == "marks"
    assert now(after(Tapped("marks", "two.bad"), state=first).state) == "review"
    half = after(Ordered(Order.DONE), state=first).state
    assert half.answers["marks"] == {"one": "good"}


def test_a_ten_needs_no_reasons_and_less_does() -> None:
    begun = start(SURVEY, WORLD).state
    ten = step(SURVEY, begun, Tapped("score", "10"), WORLD).state
    assert "reasons" not in {question.id for question in flow.relevant(SURVEY, ten)}
    nine = step(SURVEY, begun, Tapped("score", "9"), WORLD).state
    assert flow.present(SURVEY, nine) == "reasons"
    assert step(SURVEY, nine, Ordered(Order.DONE), WORLD).notes == (Words("choose-first"),)


def test_a_known_customer_is_not_asked_again_for_name_phone_and_place() -> None:
    known: JsonObject = {"name": "Wang", "phone": {"phone": "+8613800138000"}, "place": {"address": "12 Long Street"}}
    state = start(REPAIR, WORLD, known).state
    end = finished(REPAIR, state, WORLD)
    assert {name: end.answers[name] for name in known} == known


def test_a_place_far_off_is_taken_once_it_is_confirmed() -> None:
    at = complete().but(at="place")
    far = after(PlaceShared(80.0, 1.0), state=at)
    assert [note.key for note in far.notes] == ["misfit-far"]
    assert now(far.state) == "place"
    done = after(Tapped("place", "far"), state=far.state).state
    assert done.answers["place"] == {"latitude": 80.0, "longitude": 1.0}
