"""The present question as paragraphs and buttons, still without a language."""

from calendar import monthrange
from collections.abc import Iterable, Sequence

from dialogs import further, lookup
from dialogs.answers import ADD, DROP, FAR, SOON, chosen, matrix_marks, matrix_row, photos
from dialogs.flow import before, effective, present, relevant
from dialogs.model import CANCEL, CHANGE, REVIEW, Form, Kind, Question, State
from dialogs.outcome import Button, Prompt
from dialogs.phrases import Day, Json, Listing, Month, Names, Phrase, Words
from dialogs.world import Context

NAVIGATION = "~"
MOST_SHOWN = 400
"""Of the answer to one question, when it is shown again: all of them have to fit into one message."""
_WANTS = {Kind.PLACE: "place", Kind.CONTACT: "contact", Kind.PHOTOS: "photo"}


def prompt(form: Form, state: State, context: Context, notes: Sequence[Words] = ()) -> Prompt:
    """What to show for the present question, with the notes before it."""
    match now := present(form, state):
        case str() if now == REVIEW:
            shown = _review(form, state, context)
        case str() if now == CHANGE:
            shown = _change(form, state)
        case str() if now == CANCEL:
            shown = _cancel(form)
        case str() if question := form.question(now):
            shown = _question(form, state, question, context)
        case _:
            shown = Prompt(())
    return Prompt((*notes, *shown.paragraphs), shown.rows, shown.wants)


def answer_phrase(form: Form, question: Question, answer: Json, context: Context) -> Phrase:
    """An answer as the reader sees it again."""
    match question.kind, answer:
        case _, None:
            return Words("answer-skipped")
        case Kind.CHOICE, str(option):
            return option_label(form, question, option)
        case Kind.SEVERAL, list(options):
            return Listing(tuple(option_label(form, question, str(option)) for option in options))
        case Kind.LOOKUP, {"entry": int(entry)}:
            return _entry_name(question, entry, context)
        case Kind.LOOKUP, {"words": str(words)}:
            return words or Words("answer-unknown")
        case Kind.FURTHER, list(told):
            return Listing(tuple(_further_phrase(question, thing, context) for thing in told))
        case Kind.PLACE, {"address": str(address)}:
            return address
        case Kind.PLACE, {"latitude": float(latitude), "longitude": float(longitude)}:
            return Words("answer-pin", {"latitude": f"{latitude:.5f}", "longitude": f"{longitude:.5f}"})
        case Kind.CONTACT, {"phone": str(phone)}:
            return phone
        case Kind.TIME, {"window": str(window)}:
            return window_phrase(window)
        case Kind.TIME, {"words": str(words)}:
            return words
        case Kind.DATE, {"known": False}:
            return Words("date-unknown")
        case Kind.DATE, {"earliest": str(earliest), "latest": str(latest)}:
            return bought_phrase(earliest, latest)
        case Kind.MATRIX, dict(marks):
            return Words("answer-matrix", {"count": len(marks), "of": len(question.rows)})
        case Kind.PHOTOS, list(kept):
            return Words("answer-photos", {"count": len(kept)})
        case _, str() | int():
            return _shortened(answer) if isinstance(answer, str) else answer
        case _:
            return Words("answer-unknown")


def _shortened(words: str, longest: int = MOST_SHOWN) -> str:
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def _further_phrase(question: Question, thing: Json, context: Context) -> Phrase:
    match thing:
        case {"entry": int(entry)}:
            return _entry_name(question, entry, context)
        case {"words": str(words)}:
            return _shortened(words, MOST_SHOWN // further.MOST)
        case _:
            return Words("answer-unknown")


def bought_phrase(earliest: str, latest: str) -> Phrase:
    """A span of days, ISO 8601; whole months and whole years by their names."""
    if earliest == latest:
        return Day(earliest, year=True)
    first, last = earliest[:7], latest[:7]
    is_whole = earliest.endswith("-01") and int(latest[8:]) == monthrange(int(latest[:4]), int(latest[5:7]))[1]
    if not is_whole:
        return Words("date-span", {"earliest": Day(earliest, year=True), "latest": Day(latest, year=True)})
    if first == last:
        return Month(first)
    if first[:4] == last[:4] and (first[5:], last[5:]) == ("01", "12"):
        return Words("date-year", {"year": first[:4]})
    return Words("date-span", {"earliest": Month(first), "latest": Month(last)})


def option_label(form: Form, question: Question, option: str) -> Words:
    return Words(f"option-{form.id}-{question.id}", {"option": option})


def window_phrase(window: str) -> Phrase:
    """A visit window id as words."""
    day, _, hours = window.partition("/")
    start, _, end = hours.partition("-")
    return Words("window", {"day": Day(day), "start": start, "end": end}) if hours else Words("window-soon")


def _question(form: Form, state: State, question: Question, context: Context) -> Prompt:
    paragraphs: list[Phrase] = [Words(f"ask-{form.id}-{question.id}")]
    answer = effective(form, state).get(question.id)
    if state.at == question.id and answer is not None and question.kind is not Kind.MATRIX:
        paragraphs.append(Words("answer-now", {"answer": answer_phrase(form, question, answer, context)}))
    if question.kind is Kind.MATRIX:
        row = matrix_row(state, question)
        name = question.rows[row]
        statement = Words(f"row-{form.id}-{question.id}", {"row": int(name) if name.isdecimal() else name})
        paragraphs.append(Words("matrix-row", {"row": row + 1, "of": len(question.rows), "statement": statement}))
    if question.kind is Kind.PHOTOS and (kept := photos(state, question)):
        paragraphs.append(Words("photos-so-far", {"count": len(kept)}))
    rows = [*_options(form, state, question, context), _navigation(form, state, question)]
    return Prompt(
        tuple(paragraphs), tuple(row for row in rows if row), _WANTS.get(question.kind) if question.own else None
    )


def _options(form: Form, state: State, question: Question, context: Context) -> list[tuple[Button, ...]]:
    match question.kind:
        case Kind.CHOICE | Kind.NUMBER | Kind.DATE:
            return _in_rows(
                [Button(option_label(form, question, option), question.id, option) for option in question.options],
                question.columns,
            )
        case Kind.SEVERAL:
            return _in_rows(_marks(form, state, question), question.columns)
        case Kind.MATRIX:
            return _in_rows(_matrix_options(form, state, question), question.columns)
        case Kind.LOOKUP:
            return _lookup_rows(form, state, question, context)
        case Kind.FURTHER:
            return _further_rows(form, state, question, context)
        case Kind.TIME:
            windows = (SOON, *context.time_options())
            return _in_rows(
                [Button(window_phrase(window), question.id, window) for window in windows], question.columns
            )
        case Kind.PLACE if isinstance(state.draft, dict) and FAR in state.draft:
            return [(Button(Words("button-far"), question.id, FAR),)]
        case _:
            return []


def _marks(form: Form, state: State, question: Question) -> list[Button]:
    """A tap sets or clears a mark; it never toggles, so that a second tap changes nothing."""
    marked = chosen(state, question)
    return [
        Button(
            Words(
                "button-marked" if option in marked else "button-unmarked",
                {"label": option_label(form, question, option)},
            ),
            question.id,
            (DROP if option in marked else ADD) + option,
        )
        for option in question.options
    ]


def _matrix_options(form: Form, state: State, question: Question) -> list[Button]:
    row = question.rows[matrix_row(state, question)]
    marked = matrix_marks(state, question).get(row)
    return [
        Button(Words("button-marked", {"label": label}) if option == marked else label, question.id, f"{row}.{option}")
        for option in question.options
        for label in (option_label(form, question, option),)
    ]


def _lookup_rows(form: Form, state: State, question: Question, context: Context) -> list[tuple[Button, ...]]:
    shown = lookup.offer(form, state, question, context)
    entries = [
        Button(_entry_name(question, entry, context), question.id, f"{lookup.ENTRY}{entry}") for entry in shown.entries
    ]
    groups = [
        Button(_group_name(question, group, context), question.id, f"{lookup.GROUP}{group}") for group in shown.groups
    ]
    way_out = lookup.way_out(form, state, question, context)
    none = Button(Words(f"button-none-{question.lookup}"), question.id, way_out)
    return [*_in_rows(entries, 1), *_in_rows(groups, 2), (none,)]


def _further_rows(form: Form, state: State, question: Question, context: Context) -> list[tuple[Button, ...]]:
    entries = further.suggested(form, state, question, context)
    return [
        (
            Button(
                Words("button-further", {"name": _entry_name(question, entry, context)}),
                question.id,
                f"{lookup.ENTRY}{entry}",
            ),
        )
        for entry in entries
    ]


def _entry_name(question: Question, entry: int, context: Context) -> Phrase:
    names = context.catalogue.names(question.lookup, entry)
    return Names(names) if names else Words("answer-unknown")


def _group_name(question: Question, group: str, context: Context) -> Phrase:
    if question.within:
        return Words(f"button-all-{question.lookup}")
    return Names(context.catalogue.group_names(group))


def _navigation(form: Form, state: State, question: Question) -> tuple[Button, ...]:
    orders = []
    if question.kind is Kind.FURTHER:
        orders.append("that-is-all")
    elif question.kind in (Kind.SEVERAL, Kind.PHOTOS) and (chosen(state, question) or photos(state, question)):
        orders.append("done")
    elif not question.required:
        orders.append("skip")
    if question.kind is Kind.MATRIX and matrix_marks(state, question):
        orders = ["done"]
    is_kept = state.at == question.id and state.answers.get(question.id) is not None
    if is_kept and question.kind not in (Kind.MATRIX, Kind.FURTHER):
        orders.append("keep")
    if before(form, state):
        orders.append("back")
    return tuple(_order(order, question.id) for order in [*orders, "cancel"])


def _order(order: str, question_id: str) -> Button:
    does = "done" if order == "that-is-all" else order
    return Button(Words(f"button-{order}"), question_id, f"{NAVIGATION}{does}")


def _review(form: Form, state: State, context: Context) -> Prompt:
    answers = effective(form, state)
    lines = tuple(
        Words("review-line", {"name": Words(f"name-{form.id}-{asked.id}"), "answer": shown})
        for asked in relevant(form, state)
        if (shown := answer_phrase(form, asked, answers.get(asked.id), context)) != Words("answer-skipped")
    )
    rows = (
        (Button(Words(f"button-send-{form.id}"), REVIEW, "send"),),
        (_order("edit", REVIEW), _order("back", REVIEW), _order("cancel", REVIEW)),
    )
    return Prompt((Words(f"review-{form.id}"), Listing(lines, lines=True)), rows)


def _change(form: Form, state: State) -> Prompt:
    answered = [question for question in relevant(form, state) if question.id in state.answers]
    buttons = [Button(Words(f"name-{form.id}-{question.id}"), CHANGE, question.id) for question in answered]
    return Prompt((Words("change-which"),), (*_in_rows(buttons, 2), (_order("back", CHANGE),)))


def _cancel(form: Form) -> Prompt:
    buttons = (Button(Words("button-cancel-no"), CANCEL, "no"), Button(Words("button-cancel-yes"), CANCEL, "yes"))
    return Prompt((Words(f"cancel-{form.id}"),), (buttons,))


def _in_rows(buttons: Iterable[Button], columns: int) -> list[tuple[Button, ...]]:
    listed = list(buttons)
    return [tuple(listed[start : start + columns]) for start in range(0, len(listed), columns)]
