"""What an event means as the answer to a question."""

import re
import unicodedata
from dataclasses import dataclass

from dialogs import further, lookup
from dialogs.events import ContactShared, Event, PhotoSent, PlaceShared, Said, Tapped
from dialogs.model import Form, Kind, Question, State
from dialogs.phrases import Json, JsonObject, Words
from dialogs.world import Context

ADD, DROP = "+", "-"
SOON = "soon"
FAR = "far"
MOST_PHOTOS = 10
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
_BETWEEN = re.compile("[\\s,;\u3001\uff0c\uff1b&+]+")


@dataclass(frozen=True)
class Taken:
    """The question is answered."""

    answer: Json


@dataclass(frozen=True)
class Gathered:
    """Something towards the answer; the question stays."""

    draft: Json
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Misfit:
    """No answer to this question; the words say why."""

    words: Words
    draft: Json = None


Reading = Taken | Gathered | Misfit


def read(form: Form, question: Question, state: State, event: Event, context: Context) -> Reading:
    """Reads the event as an answer to the question."""
    match event:
        case Said(text):
            return _too_long(question, text) or _read_words(form, question, state, text.strip(), context)
        case Tapped(_, option):
            return _read_tap(form, question, state, option, context)
        case PlaceShared(latitude, longitude) if question.kind is Kind.PLACE:
            return _read_pin(latitude, longitude, context)
        case ContactShared(phone, own) if question.kind is Kind.CONTACT:
            is_fit = own or not question.own
            return _read_phone(phone, context) if is_fit else Misfit(Words("misfit-contact-not-own"))
        case PhotoSent(photo) if question.kind is Kind.PHOTOS:
            return gather_photo(photos(state, question), photo)
        case _:
            return Misfit(_no_number(question) if question.kind is Kind.NUMBER else Words(f"misfit-{question.kind}"))


def _no_number(question: Question) -> Words:
    return Words("misfit-number", {"low": question.low, "high": question.high})


def photos(state: State, question: Question) -> list[Json]:
    """The photos gathered so far, in this draft or an earlier answer."""
    kept = state.draft if isinstance(state.draft, list) else state.answers.get(question.id)
    return list(kept) if isinstance(kept, list) else []


def gather_photo(kept: list[Json], photo: str) -> Gathered | Misfit:
    if len(kept) >= MOST_PHOTOS:
        return Misfit(Words("misfit-photos-enough", {"most": MOST_PHOTOS}), kept)
    return Gathered([*kept, photo] if photo not in kept else kept)


def chosen(state: State, question: Question) -> list[str]:
    """The options of a several-choice marked so far, in the form's order."""
    kept = state.draft if isinstance(state.draft, list) else state.answers.get(question.id)
    return [option for option in question.options if option in kept] if isinstance(kept, list) else []


def matrix_row(state: State, question: Question) -> int:
    """Which statement stands in the message now, counted from 0."""
    match state.draft:
        case {"row": int(row)} if 0 <= row < len(question.rows):
            return row
        case _:
            marks = matrix_marks(state, question)
            return next((number for number, row in enumerate(question.rows) if row not in marks), 0)


def matrix_marks(state: State, question: Question) -> dict[str, Json]:
    """The statements marked so far."""
    kept = state.answers.get(question.id)
    known = kept if isinstance(kept, dict) else {}
    return {row: known[row] for row in question.rows if known.get(row) in question.options}


def _mark(question: Question, state: State, tapped: str) -> Reading:
    """Marks a statement and goes on behind it; the last one answers the question."""
    row, _, option = tapped.partition(".")
    if row not in question.rows or option not in question.options:
        return Misfit(Words("misfit-button"))
    marks = {**matrix_marks(state, question), row: option}
    after = question.rows.index(row) + 1
    ordered: JsonObject = {name: marks[name] for name in question.rows if name in marks}
    return Taken(ordered) if after == len(question.rows) else Gathered({"row": after, "marks": ordered})


def _too_long(question: Question, text: str) -> Misfit | None:
    if len(text) > question.longest:
        return Misfit(Words("misfit-too-long", {"length": len(text), "longest": question.longest}))
    return Misfit(Words("misfit-empty")) if _shows_nothing(text) else None


def _shows_nothing(text: str) -> bool:
    """Spaces, signs without a shape, and letters that are blank."""
    return all(sign.isspace() or unicodedata.category(sign) in ("Cf", "Cc") or sign in _BLANKS for sign in text)


def _read_words(form: Form, question: Question, state: State, text: str, context: Context) -> Reading:
    match question.kind:
        case Kind.TEXT:
            is_none = not question.required and context.option_named(form.id, question, text) == lookup.NONE
            return Taken(None if is_none else text)
        case Kind.CHOICE:
            option = context.option_named(form.id, question, text)
            return Taken(option) if option else Misfit(Words("misfit-choice"))
        case Kind.FURTHER:
            return _read_further(form, question, state, text, context)
        case Kind.SEVERAL:
            return _read_several(form, question, text, context)
        case Kind.NUMBER:
            return _read_number(question, text, context)
        case Kind.LOOKUP:
            return _read_lookup_words(form, question, state, text, context)
        case Kind.PLACE:
            return Taken({"address": text}) if len(text) >= 4 else Misfit(Words("misfit-address-short"))
        case Kind.CONTACT:
            return _read_phone(text, context)
        case Kind.TIME:
            option = context.option_named(form.id, question, text)
            return Taken({"window": option}) if option else _read_time(text, context)
        case Kind.DATE:
            option = context.option_named(form.id, question, text)
            return Taken({"known": False}) if option else _read_date(text, context)
        case Kind.MATRIX:
            option = context.option_named(form.id, question, text)
            row = question.rows[matrix_row(state, question)]
            return _mark(question, state, f"{row}.{option}") if option else Misfit(Words("misfit-choice"))
        case Kind.PHOTOS | Kind.NOTED:
            return Misfit(Words("misfit-photos"))


def _read_several(form: Form, question: Question, text: str, context: Context) -> Reading:
    named = [context.option_named(form.id, question, part) for part in _BETWEEN.split(text) if part]
    if not named or None in named:
        return Misfit(Words("misfit-several"))
    return Taken([option for option in question.options if option in named])


def _read_further(form: Form, question: Question, state: State, text: str, context: Context) -> Reading:
    match context.option_named(form.id, question, text):
        case lookup.NONE:
            return Taken(further.kept(state, question) or None)
        case "yes":
            return Misfit(Words("misfit-further"))
    entry = further.exact(form, state, question, text, context)
    return _one_more(state, {"words": text} if entry is None else {"entry": entry})


def _one_more(state: State, thing: JsonObject) -> Reading:
    told = further.added(state, thing)
    return Gathered(told) if len(told) < further.MOST else Taken(told)


def _read_number(question: Question, text: str, context: Context) -> Reading:
    number = context.number(text)
    is_fit = number is not None and question.low <= number <= question.high
    return Taken(number) if is_fit else Misfit(_no_number(question))


def _read_time(text: str, context: Context) -> Reading:
    unfit = context.unfit_time(text)
    return Misfit(Words(f"misfit-time-{unfit}")) if unfit else Taken({"words": text})


def _read_date(text: str, context: Context) -> Reading:
    match context.bought(text):
        case None:
            return Misfit(Words("misfit-date"))
        case {"unfit": str(unfit)}:
            return Misfit(Words(f"misfit-date-{unfit}"))
        case bought:
            return Taken({**bought})


def _read_phone(text: str, context: Context) -> Reading:
    phone = context.phone(text)
    return Taken({"phone": phone}) if phone else Misfit(Words("misfit-phone"))


def _read_pin(latitude: float, longitude: float, context: Context) -> Reading:
    pin: Json = {"latitude": latitude, "longitude": longitude}
    return Taken(pin) if context.serves(latitude, longitude) else Misfit(Words("misfit-far"), {FAR: pin})


def _read_lookup_words(form: Form, question: Question, state: State, text: str, context: Context) -> Reading:
    match context.option_named(form.id, question, text):
        case lookup.NONE:
            return _read_lookup_tap(form, question, state, lookup.way_out(form, state, question, context), context)
        case "yes":
            return Misfit(Words("misfit-lookup"))
    found = context.catalogue.find(question.lookup, text, lookup.narrowing(form, state, question))
    if found.exact is not None:
        return Taken({"entry": found.exact})
    if found.candidates:
        return Gathered({"words": text})
    if lookup.draft_of(state).get("misses"):
        return Taken({"entry": None, "words": text})
    return Gathered({"words": text, "misses": 1}, (Words("lookup-missed"),))


def _read_tap(form: Form, question: Question, state: State, option: str, context: Context) -> Reading:
    match question.kind:
        case Kind.CHOICE if option in question.options:
            return Taken(option)
        case Kind.NUMBER if option in question.options:
            return Taken(int(option))
        case Kind.SEVERAL if option[1:] in question.options:
            marked = {*chosen(state, question), option[1:]} - ({option[1:]} if option[0] == DROP else set())
            return Gathered([name for name in question.options if name in marked])
        case Kind.LOOKUP:
            return _read_lookup_tap(form, question, state, option, context)
        case Kind.FURTHER if (entry := lookup.entry_of(question, option, context)) is not None:
            return _one_more(state, {"entry": entry})
        case Kind.DATE if option in question.options:
            return Taken({"known": False})
        case Kind.MATRIX:
            return _mark(question, state, option)
        case Kind.TIME if option == SOON or context.still_ahead(option):
            return Taken({"window": option})
        case Kind.TIME:
            return Misfit(Words("misfit-time-past"))
        case Kind.PLACE if option == FAR and isinstance(state.draft, dict) and FAR in state.draft:
            return Taken(state.draft[FAR])
        case _:
            return Misfit(Words("misfit-button"))


def _read_lookup_tap(form: Form, question: Question, state: State, option: str, context: Context) -> Reading:
    draft, within = lookup.draft_of(state), lookup.narrowing(form, state, question)
    if option == lookup.UNKNOWN:
        return Taken({"entry": None, "words": lookup.own_words(form, state, question)})
    if option == lookup.NONE:
        return Gathered({"words": lookup.own_words(form, state, question), "misses": 1})
    if (entry := lookup.entry_of(question, option, context)) is not None:
        return Taken({"entry": entry})
    if option.startswith(lookup.GROUP) and option[1:] in context.catalogue.groups(question.lookup, within):
        return Gathered({**draft, "group": option[1:]})
    return Misfit(Words("misfit-button"))
