"""Danger is heard wherever it is spoken of, and what hangs on it is asked before anything else."""

from dialogs.events import Event, PhotoSent, Said
from dialogs.model import Form, Kind, Question, State
from dialogs.phrases import Json
from dialogs.world import Context

LONGEST = 300


def heard(form: Form, question: Question | None, state: State, event: Event, context: Context) -> State | None:
    """The state with the words kept that tell of something, asking anew what hangs on it. None where nothing is new.

    The source of a noted question needs no ear: what it tells is noted anyway.
    """
    ear, words = _ear(form), _words(event)
    if ear is None or not words or (question is not None and _is_noted(form, question, ear)):
        return None
    before = state.answers.get(ear.id)
    told: list[Json] = list(before) if isinstance(before, list) else []
    if words in told or not context.noted(ear.lookup, words):
        return None
    anew = {each.id for each in form.questions if each.within == ear.id}
    kept = {name: answer for name, answer in state.answers.items() if name not in anew}
    return state.but(answers={**kept, ear.id: [*told, words]})


def is_taken(question: Question | None) -> bool:
    """Whether words that tell of danger may at the same time be the answer: a name or a time they are not."""
    return question is not None and (question.prose or question.kind in (Kind.LOOKUP, Kind.PLACE, Kind.FURTHER))


def _ear(form: Form) -> Question | None:
    return next((each for each in form.questions if each.kind is Kind.NOTED and not each.source), None)


def _is_noted(form: Form, question: Question, ear: Question) -> bool:
    return any(
        each.kind is Kind.NOTED and each.lookup == ear.lookup and each.source == question.id for each in form.questions
    )


def _words(event: Event) -> str:
    match event:
        case Said(text):
            return text.strip()[:LONGEST]
        case PhotoSent(_, caption):
            return caption.strip()[:LONGEST]
        case _:
            return ""
