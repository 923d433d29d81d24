"""A form as a Mermaid flow chart, for the docs."""

from collections.abc import Iterator
from typing import assert_never

from dialogs.conditions import Condition, Either, Every, Has, Holds, Is, Not, Some
from dialogs.model import Form, Question

_SHAPES = {"choice": ("{{", "}}"), "several": ("{{", "}}"), "lookup": ("[/", "/]"), "photos": ("([", "])")}


def diagram(form: Form) -> str:
    """One node a question; an edge for every question that may come next, with what makes it so."""
    lines = ["flowchart TD"]
    lines += [f"    {_node(question)}" for question in form.questions]
    lines += [f"    {edge}" for edge in _edges(form)]
    if form.review:
        lines.append('    review["review, change, send"]')
    lines.append('    done(("done"))')
    return "\n".join(lines)


def _node(question: Question) -> str:
    opening, closing = _SHAPES.get(question.kind, ("[", "]"))
    optional = "" if question.required else ", may be skipped"
    return f'{question.id}{opening}"{question.id}: {question.kind}{optional}"{closing}'


def _edges(form: Form) -> Iterator[str]:
    end = "review" if form.review else "done"
    for position, question in enumerate(form.questions):
        yield from _onward(question.id, form.questions[position + 1 :], end)
    if form.review:
        yield "review --> done"


def _onward(source: str, later: tuple[Question, ...], end: str) -> Iterator[str]:
    """Each later question up to the first that is always asked."""
    for question in later:
        if question.relevant is None:
            yield f"{source} --> {question.id}"
            return
        yield f'{source} -- "{condition_text(question.relevant)}" --> {question.id}'
    yield f"{source} --> {end}"


def condition_text(condition: Condition) -> str:
    """The condition in a few signs."""
    match condition:
        case Is(question, options):
            return f"{question} is {' or '.join(options)}"
        case Has(question, option):
            return f"{question} has {option}"
        case Holds(question, key):
            return f"{question} holds {key}"
        case Some(question):
            return f"{question} is given"
        case Not(Either() as inner):
            return f"not: ({condition_text(inner)})"
        case Not(inner):
            return f"not: {condition_text(inner)}"
        case Every(conditions):
            return " and ".join(condition_text(each) for each in conditions)
        case Either(conditions):
            return " or ".join(condition_text(each) for each in conditions)
        case _:
            assert_never(condition)
