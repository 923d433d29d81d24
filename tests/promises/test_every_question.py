"""At every question of every form, whatever arrives: somebody answers, nobody is stuck, and no language counts."""

import importlib
import pkgutil
from collections.abc import AsyncIterator

import pytest

import dialogs
from backend.catalog.service import Catalogue
from backend.clock import FixedClock
from backend.database import Database
from bot.incoming import Chosen
from dialogs import flow
from dialogs.engine import step
from dialogs.events import Tapped
from dialogs.forms import FORMS
from dialogs.model import CANCEL, Form, Stage
from dialogs.outcome import Showing
from locales import LANGUAGES, has, text
from tests.conftest import ENGINES
from tests.dialogs.events import answer, finished
from tests.promises import LONG
from tests.promises.arrivals import REPEATING, RESTART, Arrival, arrivals, heard, pressed
from tests.promises.counter import After, Counter, Talk, as_bytes
from tests.promises.moments import moments

each_form = pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
each_engine = pytest.mark.parametrize("database_url", ENGINES if LONG else ENGINES[:1], indirect=True)
_MOST_ANSWERS = 80
_SHARE = 9
"""Through the front door one ninth of what arrives, another from question to question; the engine takes it all."""
_KINDS = 8
"""Of so many kinds of arrival one is followed to the end; which one, changes from question to question."""


@pytest.fixture
async def second(database: Database, clock: FixedClock) -> AsyncIterator[Database]:
    """The same database, opened by another process."""
    opened = Database(database.settings, clock)
    yield opened
    await opened.close()


def test_every_form_that_is_declared_is_a_form_of_the_house_and_swept() -> None:
    modules = [importlib.import_module(f"dialogs.{each.name}") for each in pkgutil.iter_modules(dialogs.__path__)]
    declared = {value.id for module in modules for value in vars(module).values() if isinstance(value, Form)}
    assert declared == set(FORMS)


@each_engine
@each_form
async def test_whatever_any_question_hears_the_engine_answers_and_a_second_tap_changes_nothing(
    form: Form, database: Database, catalogue: Catalogue
) -> None:
    context = (await Counter.opened(form, (database,), catalogue)).context
    found = moments(form, context)
    for question, state in found.items():
        for event in heard(form, question, found, context):
            done = step(form, state, event, context)
            told = f"{form.id}/{question}: {event}"
            assert done.toast or done.showing is not Showing.NOTHING or done.state.stage is not Stage.OPEN, told
            if isinstance(event, Tapped) and event.question != question:
                assert (done.state, bool(done.toast)) == (state, True), told
            if done.state.stage is Stage.OPEN:
                assert finished(form, done.state, context).stage is Stage.FINISHED, told
            if isinstance(event, Tapped) and event.option not in REPEATING and done.state.stage is Stage.OPEN:
                again = step(form, done.state, event, context)
                assert (again.state, bool(again.toast or again.notes)) == (done.state, True), told


@each_engine
@each_form
async def test_whatever_arrives_at_a_question_is_answered_and_leaves_a_way_on(
    form: Form, database: Database, second: Database, catalogue: Catalogue
) -> None:
    counter = await Counter.opened(form, (database, second), catalogue)
    found = moments(form, counter.context)
    come = [
        (question, each)
        for place, question in enumerate(found)
        for number, each in enumerate(arrivals(form, question, found, counter.context))
        if LONG or each.keeps or (place + number) % _SHARE == 0
    ]
    talks = await counter.seat((f"{question}/{each.name}", found[question]) for question, each in come)
    faults: list[str] = []
    for place, (talk, (_, each)) in enumerate(zip(talks, come, strict=True)):
        faults += await _arrive(counter, talk, each if LONG or not each.keeps else each.sample(place, _SHARE))
    assert faults == []


async def _arrive(counter: Counter, talk: Talk, arrival: Arrival) -> list[str]:
    faults: list[str] = []
    before = await counter.stored(talk)
    for event in arrival.events:
        if event[0] == RESTART:
            counter.restart()
        if not before.open:
            break
        after = await counter.take(talk, event)
        found = [*after.faults, *_stuck(counter, talk, after)]
        if arrival.keeps and as_bytes(after.stored) != as_bytes(before):
            found.append("the conversation changed")
        if arrival.keeps and not counter.puts(talk, counter.present(after.stored)):
            found.append("another question stands on the phone")
        found += _told(counter, talk, event[0], after)
        faults += [f"{talk.name}, {event[0]}: {fault}" for fault in found]
        before = after.stored
    return faults


def _stuck(counter: Counter, talk: Talk, after: After) -> list[str]:
    """From here honest answers lead to the end, and the question to answer is on the phone."""
    if not after.stored.open:
        return []
    faults = [] if counter.ends(after.stored) else ["stuck"]
    if after.own and not counter.puts(talk, counter.present(after.stored)):
        faults.append("asks nothing")
    return faults


def _told(counter: Counter, talk: Talk, name: str, after: After) -> list[str]:
    """What each kind of event owes besides an answer of some kind."""
    answers = counter.state(after.stored).answers
    kept = [] if answers == talk.before.answers else ["an answer changed"]
    match name.partition(" "):
        case "back" | "edit" | "stay", _, _:
            return kept + ([] if after.stored.open else ["over too soon"])
        case "cancel", _, _ if after.stored.open:
            asks = [] if counter.present(after.stored) == CANCEL else ["cancels without asking"]
            return kept + asks
        case "cancel", _, _:
            is_asked = flow.present(counter.form, talk.before) == CANCEL or not flow.effective(
                counter.form, talk.before
            )
            return [] if is_asked else ["cancelled without asking"]
        case "stale", _, _:
            return [] if after.replies[0].toast else ["a stale tap without a word"]
        case "language", _, code:
            return _speaks(counter, talk, code, after)
        case _:
            return []


def _speaks(counter: Counter, talk: Talk, language: str, after: After) -> list[str]:
    """The question is put again, in the language, and what was said stays as it was said."""
    question = flow.present(counter.form, talk.before)
    key = f"review-{counter.form.id}" if question == "review" else f"ask-{counter.form.id}-{question}"
    said = after.own[-1].text if after.own else ""
    return [] if not has(key) or text(language, key) in said else [f"asked in another language: {said}"]


@each_engine
@each_form
async def test_a_double_tap_does_what_one_tap_does_and_the_second_is_answered(
    form: Form, database: Database, second: Database, catalogue: Catalogue
) -> None:
    counter = await Counter.opened(form, (database, second), catalogue)
    found = moments(form, counter.context)
    taps = [(state, each) for state in found.values() for each in pressed(form, state, counter.context)]
    taps = taps if LONG else taps[::_SHARE]
    once = await counter.seat((f"once/{tap.question}/{tap.option}", state) for state, tap in taps)
    twice = await counter.seat((f"twice/{tap.question}/{tap.option}", state) for state, tap in taps)
    faults = [
        f"{tap}: {fault}"
        for one, two, (_, tap) in zip(once, twice, taps, strict=True)
        for fault in await _compared(counter, one, two, tap)
    ]
    assert faults == []


async def _compared(counter: Counter, once: Talk, twice: Talk, tap: Tapped) -> list[str]:
    one, two = await counter.take(once, ("tap", tap)), await counter.take(twice, ("tap", tap), times=2)
    faults = [*one.faults, *two.faults]
    if (counter.told(one.stored), one.stored.open) != (counter.told(two.stored), two.stored.open):
        faults.append(f"once {one.stored.state}, twice {two.stored.state}")
    if one.stored.open and _labels(one) != _labels(two):
        faults.append("shows another question")
    if not _more_said(one, two):
        faults.append("the second tap is not answered")
    return faults


def _labels(after: After) -> list[str]:
    return [key.label for each in after.own[-1:] for row in each.rows for key in row]


def _more_said(one: After, two: After) -> bool:
    toasts = [sum(reply.toast is not None for reply in each.replies) for each in (one, two)]
    return toasts[0] < toasts[1] or len(one.shown) < len(two.shown)


@each_engine
@each_form
async def test_after_whatever_came_the_form_is_finished_with_a_restart_and_another_language_before_each_answer(
    form: Form, database: Database, second: Database, catalogue: Catalogue
) -> None:
    counter = await Counter.opened(form, (database, second), catalogue)
    found = moments(form, counter.context)
    picked = [
        (question, each)
        for place, question in enumerate(found)
        for number, each in enumerate(arrivals(form, question, found, counter.context))
        if LONG or number == place % _KINDS
    ]
    picked = picked if LONG else picked[:: 2 * _SHARE]
    talks = await counter.seat((f"{question}/{each.name}", found[question]) for question, each in picked)
    for talk, (_, each) in zip(talks, picked, strict=True):
        await _arrive(counter, talk, each)
        await _finish(counter, talk)


async def _finish(counter: Counter, talk: Talk) -> None:
    for number in range(_MOST_ANSWERS):
        stored = await counter.stored(talk)
        if not stored.open:
            assert stored.state["stage"] in (Stage.FINISHED, Stage.CANCELLED)
            return
        if number < len(LANGUAGES):
            counter.restart()
            after = await counter.take(talk, ("language", Chosen(LANGUAGES[number])))
            assert as_bytes(after.stored) == as_bytes(stored), talk.name
        after = await counter.take(talk, ("answer", answer(counter.form, counter.state(stored), counter.context)))
        assert after.faults == [], talk.name
    raise AssertionError(f"no end: {talk.name}")
