"""step(form, state, event, context): the one way in which a conversation moves. Pure."""

from dataclasses import replace
from typing import assert_never

from dialogs import answers, flow, further, hearing, lookup, moving
from dialogs.answers import Gathered, Misfit, Taken
from dialogs.events import ContactShared, Event, Order, Ordered, PhotoSent, PlaceShared, Said, Tapped, Unsupported
from dialogs.model import CANCEL, CHANGE, PSEUDO, REVIEW, Form, Kind, Question, Stage, State
from dialogs.outcome import Showing, Step
from dialogs.phrases import Json, Words
from dialogs.prompts import NAVIGATION, answer_phrase
from dialogs.world import Context


def start(form: Form, context: Context, known: dict[str, Json] | None = None) -> Step:
    """A new conversation with what is known already. A matrix that was left half answered is taken up there."""
    answers = known or {}
    left = (each.id for each in form.questions if each.kind is Kind.MATRIX and _is_left(each, answers.get(each.id)))
    return _advance(form, State(form.id, form.version, answers, at=next(left, None)), context)


def carried(form: Form, state: State, context: Context) -> State:
    """The state under the present version of its form, with what the world knows of the answers."""
    if state.version == form.version:
        return state
    return _with_noted(form, flow.under(form, state), context)


def _is_left(matrix: Question, marks: Json) -> bool:
    return isinstance(marks, dict) and 0 < len(marks) < len(matrix.rows)


def step(form: Form, state: State, event: Event, context: Context) -> Step:
    """One event. The state must be open and carried over to this version of the form (`flow.under`).

    Where nothing is left to ask, by whatever way that came, the form is finished. A tap that says once more what is
    gathered already is answered by itself.
    """
    done = _step(form, state, event, context)
    if isinstance(event, Tapped) and done.showing is Showing.SAME and done.state == state:
        return replace(done, toast=Words("toast-noted-already"))
    if done.state.stage is Stage.OPEN and flow.present(form, done.state) is None:
        return replace(done, state=done.state.but(stage=Stage.FINISHED), showing=Showing.NOTHING)
    return done


def _step(form: Form, state: State, event: Event, context: Context) -> Step:
    now = flow.present(form, state)
    match event:
        case Tapped(question, _) if question != now:
            return moving.stale(form, state, event)
        case Tapped(_, option) if option.startswith(NAVIGATION) and option[1:] in set(Order):
            return _obey(form, state, Order(option[1:]), context)
        case Ordered(order):
            return _obey(form, state, order, context)
        case Tapped() | Said() | PlaceShared() | ContactShared() | PhotoSent() | Unsupported():
            alarmed = hearing.heard(form, moving.now(form, state), state, event, context)
            if alarmed is None:
                return _answered(form, state, event, context)
            return _alarm(form, alarmed.but(at=now), event, context)
        case _:
            assert_never(event)


def _answered(form: Form, state: State, event: Event, context: Context) -> Step:
    now = flow.present(form, state)
    return _pseudo(form, state, event, context) if now in PSEUDO else _ask(form, state, event, context)


def _alarm(form: Form, state: State, event: Event, context: Context) -> Step:
    """What was heard comes first; the event still counts where it answers as well, and a question visited waits."""
    question = moving.now(form, state)
    if not (isinstance(event, PhotoSent) or hearing.is_taken(question)):
        return Step(state.but(at=None, draft=None))
    done = _answered(form, state, event, context).state
    kept = dict(done.answers)
    if question is not None and question.kind is Kind.PHOTOS and isinstance(done.draft, list):
        kept[question.id] = done.draft
    return Step(done.but(answers=kept, at=None, draft=None))


def _ask(form: Form, state: State, event: Event, context: Context) -> Step:
    question = moving.now(form, state)
    if question is None:
        return Step(state)
    if (instead := _named_instead(form, question, state, event, context)) is not None:
        return instead
    if (aside := _out_of_turn(form, question, state, event, context)) is not None:
        return aside
    match answers.read(form, question, state, event, context):
        case Taken(answer):
            return _take(form, state, question, answer, context)
        case Gathered({"row": row, "marks": marks}, notes):
            kept = {**state.answers, question.id: marks}
            showing = Showing.SAME if isinstance(event, Tapped) else Showing.NEW
            return Step(state.but(answers=kept, at=question.id, draft={"row": row}), showing, notes)
        case Gathered(list(told)) if question.kind is Kind.FURTHER:
            kept = {**state.answers, question.id: told}
            showing = Showing.SAME if isinstance(event, Tapped) else Showing.NEW
            return Step(state.but(answers=kept, at=question.id, draft=told), showing)
        case Gathered(draft, notes):
            more = isinstance(event, PhotoSent) and bool(answers.photos(state, question))
            showing = Showing.SAME if more or isinstance(event, Tapped) else Showing.NEW
            return Step(state.but(draft=draft), showing, notes)
        case Misfit(words, draft):
            return Step(state.but(draft=state.draft if draft is None else draft), notes=(words,))


def _take(form: Form, state: State, question: Question, answer: Json, context: Context) -> Step:
    done = _advance(form, _with_answer(form, state, question, answer).but(at=None, draft=None), context)
    if answer not in question.remarks:
        return done
    return replace(done, notes=(Words(f"remark-{form.id}-{question.id}"), *done.notes))


def _with_answer(form: Form, state: State, question: Question, answer: Json) -> State:
    """The answer kept; what hangs on it is asked anew where it changes."""
    kept = {**state.answers, question.id: answer}
    if state.answers.get(question.id) != answer:
        for other in form.questions:
            if other.within == question.id:
                kept.pop(other.id, None)
    return state.but(answers=kept)


def _named_instead(form: Form, question: Question, state: State, event: Event, context: Context) -> Step | None:
    """A bare name or code where a story is asked for answers the question behind it; the story is asked for again."""
    if not (isinstance(event, Said) and question.kind is Kind.TEXT):
        return None
    for other in form.questions:
        if other.kind is not Kind.LOOKUP or other.source != question.id or other.within:
            continue
        entry = context.catalogue.named(other.lookup, event.text)
        answer: Json = {"entry": entry}
        if entry is not None and state.answers.get(other.id) != answer:
            taken = _with_noted(form, _with_answer(form, state, other, answer), context)
            return Step(taken, notes=(_taken_note(form, other, answer, context),))
    return None


def _taken_note(form: Form, question: Question, answer: Json, context: Context) -> Words:
    return Words(f"taken-{question.lookup}", {"name": answer_phrase(form, question, answer, context)})


def _advance(form: Form, state: State, context: Context) -> Step:
    """Takes what is certain without asking, and finishes a form without review that has every answer."""
    notes: list[Words] = []
    state = _with_noted(form, state, context)
    while (
        (question := moving.now(form, state)) and question.kind is Kind.LOOKUP and question.source and state.at is None
    ):
        entry = lookup.certain(form, state, question, context)
        if entry is None:
            break
        state = _with_noted(form, state.but(answers={**state.answers, question.id: {"entry": entry}}), context)
        notes.append(_taken_note(form, question, {"entry": entry}, context))
    if question is not None and question.kind is Kind.FURTHER and question.id not in state.answers:
        state = _with_named(form, state, question, context)
    if flow.present(form, state) is None:
        return Step(state.but(stage=Stage.FINISHED), Showing.NOTHING)
    return Step(state, notes=tuple(notes))


def _with_named(form: Form, state: State, question: Question, context: Context) -> State:
    """Begins with what the sentence names for certain besides the first thing."""
    told = further.named(form, state, question, context)
    return state.but(answers={**state.answers, question.id: told}, at=question.id, draft=told) if told else state


def _with_noted(form: Form, state: State, context: Context) -> State:
    """What is known about the answers as they are now."""
    known = flow.effective(form, state)
    noted = {
        question.id: context.noted(question.lookup, known[question.source])
        for question in form.questions
        if question.kind is Kind.NOTED and question.source in known
    }
    return state.but(answers={**state.answers, **noted}) if noted else state


def _out_of_turn(form: Form, question: Question, state: State, event: Event, context: Context) -> Step | None:
    """A photo, place or contact sent before its question comes is kept as that question's answer."""
    kind = {PhotoSent: Kind.PHOTOS, PlaceShared: Kind.PLACE, ContactShared: Kind.CONTACT}.get(type(event))
    if kind is None or question.kind is kind:
        return None
    other = next((each for each in flow.relevant(form, state) if each.kind is kind and each.own), None)
    if other is None:
        return None
    match answers.read(form, other, state.but(draft=None), event, context):
        case Taken(answer) | Gathered(answer):
            kept = state.but(answers={**state.answers, other.id: answer})
        case Misfit(words):
            return Step(state, notes=(words,))
    caption = event.caption if isinstance(event, PhotoSent) else ""
    if caption and question.kind in (Kind.TEXT, Kind.LOOKUP, Kind.FURTHER):
        after = _ask(form, kept, Said(caption), context)
        return Step(after.state, after.showing, (Words(f"kept-{kind}"), *after.notes))
    is_one_more = isinstance(event, PhotoSent) and bool(answers.photos(state.but(draft=None), other))
    return Step(kept, Showing.SAME if is_one_more else Showing.NEW, (Words(f"kept-{kind}"),))


def _obey(form: Form, state: State, order: Order, context: Context) -> Step:
    match order:
        case Order.BACK:
            return moving.back(form, state)
        case Order.EDIT:
            return (
                moving.visit(form, state, CHANGE)
                if flow.effective(form, state)
                else moving.note(state, "nothing-to-change")
            )
        case Order.CANCEL if flow.effective(form, state) and state.at != CANCEL:
            return moving.visit(form, state, CANCEL)
        case Order.CANCEL:
            return Step(state.but(stage=Stage.CANCELLED), Showing.NOTHING)
        case Order.HELP:
            now = flow.present(form, state)
            return moving.note(state, f"help-{now}" if now in PSEUDO else f"help-{form.id}-{now}")
        case Order.SKIP:
            return _skip(form, state, context)
        case Order.DONE:
            return _done(form, state, context)
        case Order.AGAIN:
            return Step(state)
        case Order.KEEP:
            return _advance(form, state.but(at=None, draft=None), context)
        case _:
            assert_never(order)


def _skip(form: Form, state: State, context: Context) -> Step:
    question = moving.now(form, state)
    if question is not None and question.kind is Kind.CHOICE and "no" in question.options:
        return _take(form, state, question, "no", context)
    if question is None or question.required:
        return moving.note(state, "cannot-skip")
    if question.kind in (Kind.MATRIX, Kind.FURTHER) or (
        question.kind is Kind.PHOTOS and answers.photos(state, question)
    ):
        return _done(form, state, context)
    return _take(form, state, question, None, context)


def _done(form: Form, state: State, context: Context) -> Step:
    question = moving.now(form, state)
    if flow.present(form, state) == REVIEW:
        return Step(state.but(stage=Stage.FINISHED), Showing.NOTHING)
    if question is not None and question.kind is Kind.MATRIX:
        return _take(form, state, question, answers.matrix_marks(state, question) or None, context)
    if question is not None and question.kind is Kind.FURTHER:
        return _take(form, state, question, further.kept(state, question) or None, context)
    if question is None or question.kind not in (Kind.SEVERAL, Kind.PHOTOS):
        return moving.note(state, "nothing-gathered")
    several = question.kind is Kind.SEVERAL
    gathered: list[Json] = [*answers.chosen(state, question)] if several else answers.photos(state, question)
    if gathered:
        return _take(form, state, question, gathered, context)
    return moving.note(state, "choose-first") if question.required else _take(form, state, question, None, context)


def _pseudo(form: Form, state: State, event: Event, context: Context) -> Step:
    now = flow.present(form, state)
    choice = event.option if isinstance(event, Tapped) else None
    if isinstance(event, Said) and now is not None:
        choice = context.option_named(form.id, Question(now, Kind.CHOICE), event.text)
    match now, choice:
        case str() as place, "send" if place == REVIEW:
            return Step(state.but(stage=Stage.FINISHED), Showing.NOTHING)
        case str() as place, str() as asked if place == CHANGE and asked in _asked(form, state):
            return Step(state.but(at=asked, draft=None))
        case str() as place, "yes" if place == CANCEL:
            return Step(state.but(stage=Stage.CANCELLED), Showing.NOTHING)
        case str() as place, "no" if place == CANCEL:
            return moving.come_back(form, state)
    if isinstance(event, PhotoSent | PlaceShared | ContactShared):
        nowhere = Question("", Kind.CHOICE)
        kept = _out_of_turn(form, nowhere, state, event, context)
        if kept is not None:
            return kept
    return moving.note(state, f"misfit-{now}")


def _asked(form: Form, state: State) -> set[str]:
    return {question.id for question in flow.relevant(form, state)}
