"""Which answers count and which question comes next."""

from dialogs.conditions import asks_about, holds
from dialogs.model import PSEUDO, REVIEW, Form, Kind, Question, State
from dialogs.phrases import Json, JsonObject


def effective(form: Form, state: State) -> JsonObject:
    """The answers of the questions that are relevant now. The others stay in the state and come back with relevance."""
    counted: JsonObject = {}
    for question in form.questions:
        if question.id in state.answers and (question.relevant is None or holds(question.relevant, counted)):
            counted[question.id] = state.answers[question.id]
    return counted


def relevant(form: Form, state: State) -> list[Question]:
    """The questions that are to be asked, answered or not."""
    counted = effective(form, state)
    return [
        question
        for question in form.questions
        if question.kind is not Kind.NOTED and (question.relevant is None or holds(question.relevant, counted))
    ]


def present(form: Form, state: State) -> str | None:
    """The id of the question to ask: the visited one, else the first relevant without an answer, else the review.

    None when everything is answered and the form has no review.
    """
    asked = relevant(form, state)
    if state.at in PSEUDO or state.at in {question.id for question in asked}:
        return state.at
    waiting = next((question.id for question in asked if question.id not in state.answers), None)
    return waiting or (REVIEW if form.review else None)


def before(form: Form, state: State) -> str | None:
    """The answered question that stands before the present one."""
    ids = [question.id for question in relevant(form, state)]
    now = present(form, state)
    earlier = ids[: ids.index(now)] if now in ids else ids
    return next((question_id for question_id in reversed(earlier) if question_id in state.answers), None)


def under(form: Form, state: State) -> State:
    """The state carried over to the present version of its form: what has still a meaning is kept."""
    if state.version == form.version:
        return state
    named = {form.renamed.get(name, name): answer for name, answer in state.answers.items()}
    answers = {name: answer for name, answer in named.items() if _still_means(form, name, answer)}
    carried = state.but(version=form.version, answers=answers, at=_still_there(form, state.at), draft=None)
    return carried.but(draft=_draft(form, carried, state.draft))


def _still_there(form: Form, at: Json) -> str | None:
    """The question or side question that was visited, by its present name."""
    now = form.renamed.get(at, at) if isinstance(at, str) else None
    return now if now in PSEUDO or (now is not None and form.question(now) is not None) else None


def _draft(form: Form, carried: State, draft: Json) -> Json:
    """What was gathered so far, as far as the question that is present now can have gathered it."""
    now = present(form, carried)
    question = form.question(now) if now else None
    match question.kind if question else now, draft:
        case Kind.PHOTOS, list(kept) if not any(item in each.options for each in form.questions for item in kept):
            return kept
        case Kind.SEVERAL, list(kept) if question is not None:
            return [option for option in question.options if option in kept] or None
        case Kind.FURTHER, list(kept) if carried.answers.get(question.id if question else "") == kept:
            return kept
        case (("change" | "cancel"), {"at": (str() | None) as at, "draft": inner}):
            there = _still_there(form, at)
            return {"at": there, "draft": _draft(form, carried.but(at=there), inner)}
        case _:
            return None


def _still_means(form: Form, name: str, answer: object) -> bool:
    question = form.question(name)
    if question is None:
        return False
    if not question.options or answer is None or question.kind not in ("choice", "several"):
        return True
    chosen = answer if isinstance(answer, list) else [answer]
    return all(option in question.options for option in chosen)


def faults_of(form: Form) -> list[str]:
    """What is wrong with the form as declared; empty when it can be asked from beginning to end."""
    ids = [question.id for question in form.questions]
    wrong = [f"{form.id}: {name} twice" for name in sorted({name for name in ids if ids.count(name) > 1})]
    wrong += [f"{form.id}: {name} is a reserved name" for name in ids if name in PSEUDO]
    wrong += [f"{form.id}: {old} was renamed, and is still asked" for old in form.renamed if old in ids]
    wrong += [
        f"{form.id}: {old} was renamed to {new}, which is not asked"
        for old, new in form.renamed.items()
        if new not in ids
    ]
    for position, question in enumerate(form.questions):
        needs = [question.source, question.within, *(asks_about(question.relevant) if question.relevant else ())]
        wrong += [
            f"{form.id}: {question.id} looks at {name}, which does not stand before it"
            for name in needs
            if name and name not in ids[:position]
        ]
        if question.kind in ("choice", "several", "matrix") and not question.options:
            wrong.append(f"{form.id}: {question.id} has no options")
        rows = max((len(row.encode()) + 1 for row in question.rows), default=0)
        longest = rows + max((len(option.encode()) for option in question.options), default=0)
        if len(question.id.encode()) + longest > 40:
            wrong.append(f"{form.id}: {question.id} is too long for a button")
    return wrong
