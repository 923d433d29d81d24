"""Which way the transcripts take at every question that is not always asked."""

from collections.abc import Iterator

from sqlalchemy import select

from backend.conversations.models import Conversation
from backend.database import Work
from dialogs import flow
from dialogs.conditions import Condition, Every, holds
from dialogs.diagram import condition_text
from dialogs.forms import FORMS
from dialogs.model import Form, Stage, State


def every_edge() -> set[str]:
    """An edge into each such question, and one past it for everything that may stand in the way."""
    return {edge for form in FORMS.values() for edge in _edges(form)}


async def taken(work: Work) -> set[str]:
    """Those that the finished conversations took. Only what was answered was asked."""
    found = set()
    for row in await work.session.scalars(select(Conversation)):
        form, state = FORMS[row.form], State.from_json(row.state)
        if state.stage is Stage.FINISHED:
            found |= set(_taken(form, state))
    return found


def _edges(form: Form) -> Iterator[str]:
    for question in form.questions:
        if question.relevant is not None:
            yield _asked(form, question.id)
            yield from (_skipped(form, question.id, part) for part in _parts(question.relevant))


def _taken(form: Form, state: State) -> Iterator[str]:
    answers = flow.effective(form, state)
    for question in form.questions:
        if question.relevant is None:
            continue
        if holds(question.relevant, answers):
            yield from [_asked(form, question.id)] if question.id in answers else []
            continue
        for part in _parts(question.relevant):
            if not holds(part, answers):
                yield _skipped(form, question.id, part)


def _parts(condition: Condition) -> tuple[Condition, ...]:
    return condition.conditions if isinstance(condition, Every) else (condition,)


def _asked(form: Form, question: str) -> str:
    return f"{form.id}: {question} is asked"


def _skipped(form: Form, question: str, part: Condition) -> str:
    return f"{form.id}: {question} is skipped for want of “{condition_text(part)}”"
