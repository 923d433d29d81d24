"""A state at every question of a form, found by walking the form with every choice in turn, then by chance."""

import random
from collections.abc import Callable

from dialogs import flow
from dialogs.engine import start, step
from dialogs.events import Event, Order, Ordered, Said, Tapped
from dialogs.lookup import UNKNOWN
from dialogs.model import REVIEW, Form, Kind, Question, Stage, State
from dialogs.world import Context
from tests.dialogs.events import answer

_UNHEARD_OF = "something that nobody has a name for"
_TOLD = ("in my own words", "there is a smell of gas", "how do I set the timer", _UNHEARD_OF)
_STRAYING = 300
Choose = Callable[[Question], str]


def moments(form: Form, context: Context) -> dict[str, State]:
    """By question and side question, with a few answers before it. Fails when one cannot be reached."""
    found: dict[str, State] = {}
    for words in _TOLD:
        for turn in range(max(len(question.options) for question in form.questions) or 1):
            _walk(form, context, words, _by_turn(turn), found)
    asked = {question.id for question in form.questions if question.kind is not Kind.NOTED}
    _stray(form, context, asked, found)
    latest = found[REVIEW] if form.review else list(found.values())[-1]
    for order in (Order.EDIT, Order.CANCEL):
        aside = step(form, latest, Ordered(order), context).state
        if aside.stage is Stage.OPEN:
            found.setdefault(str(flow.present(form, aside)), aside)
    assert asked <= found.keys(), f"not reached: {asked - found.keys()}"
    return found


def _stray(form: Form, context: Context, asked: set[str], found: dict[str, State]) -> None:
    """Questions that only a certain mixture of choices leads to."""
    chance = random.Random(form.id)
    for _ in range(_STRAYING):
        if asked <= found.keys():
            return
        _walk(form, context, chance.choice(_TOLD), lambda question: chance.choice(question.options), found)


def _by_turn(turn: int) -> Choose:
    return lambda question: question.options[turn % len(question.options)]


def _walk(form: Form, context: Context, words: str, choose: Choose, found: dict[str, State]) -> None:
    state = start(form, context).state
    for _ in range(100):
        if state.stage is not Stage.OPEN:
            return
        now = str(flow.present(form, state))
        found.setdefault(now, state)
        event = answer(form, state, context)
        state = step(form, state, _varied(event, form.question(now), words, choose), context).state
    raise AssertionError(f"no end: {state}")


def _varied(event: Event, question: Question | None, words: str, choose: Choose) -> Event:
    match event:
        case Said() if question and question.kind is Kind.TEXT:
            return Said(words)
        case Tapped(name, _) if question and question.kind is Kind.LOOKUP and words == _UNHEARD_OF:
            return Tapped(name, UNKNOWN)
        case Tapped(name, option) if question and question.options and question.kind is not Kind.MATRIX:
            sign = "+" if option.startswith("+") else ""
            return Tapped(name, sign + choose(question))
        case _:
            return event
