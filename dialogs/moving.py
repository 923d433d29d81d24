"""Steps that answer nothing: back, into a side question and out of it, a button of an earlier question."""

from dialogs import answers, flow
from dialogs.events import Tapped
from dialogs.model import CANCEL, CHANGE, PSEUDO, Form, Kind, Question, State
from dialogs.outcome import Showing, Step
from dialogs.phrases import Json, Words


def back(form: Form, state: State) -> Step:
    if state.at in (CHANGE, CANCEL):
        return come_back(form, state)
    question = now(form, state)
    if question and question.kind is Kind.MATRIX and (row := answers.matrix_row(state, question)) > 0:
        return Step(state.but(at=question.id, draft={"row": row - 1}), Showing.SAME)
    earlier = flow.before(form, state)
    return Step(state.but(at=earlier, draft=None)) if earlier else note(state, "nothing-before")


def visit(form: Form, state: State, place: str) -> Step:
    came_from: Json = {"at": state.at, "draft": state.draft}
    return Step(state.but(at=place, draft=state.draft if state.at in PSEUDO else came_from))


def come_back(form: Form, state: State) -> Step:
    """Back from a side question to where one was."""
    match state.draft:
        case {"at": (str() | None) as at, "draft": draft}:
            return Step(state.but(at=at, draft=draft))
        case _:
            return Step(state.but(at=None, draft=None))


def stale(form: Form, state: State, tap: Tapped) -> Step:
    question = form.question(tap.question)
    if question and question.kind is Kind.CHOICE and state.answers.get(tap.question) == tap.option:
        return Step(state, Showing.NOTHING, toast=Words("toast-noted-already"))
    return Step(state, toast=Words("toast-earlier-question"))


def note(state: State, key: str) -> Step:
    return Step(state, notes=(Words(key),))


def now(form: Form, state: State) -> Question | None:
    """The present question; None at the review and other side questions."""
    name = flow.present(form, state)
    return form.question(name) if name else None
