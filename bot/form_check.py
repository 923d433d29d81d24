"""Whether every form can be put into words and onto buttons, in every language, within what Telegram takes."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from zoneinfo import ZoneInfo

from bot.buttons import FormTap
from bot.channels import TELEGRAM
from bot.wording import say
from dialogs.forms import FORMS
from dialogs.further import MOST
from dialogs.model import CANCEL, CHANGE, REVIEW, Form, Kind, Question, State
from dialogs.outcome import Button, Prompt
from dialogs.phrases import Json, JsonObject
from dialogs.prompts import prompt
from dialogs.world import Found
from locales import LANGUAGES, MissingWords, text

LONGEST_LABEL, MOST_BUTTONS, MOST_IN_A_ROW = 64, 100, 8
_CONVERSATION = 9_999_999_999
"""The longest number of a conversation that a button has room for."""
_WIDE = "\N{ELECTRIC PLUG}"
"""A character that Telegram counts as two."""
_ZONE = ZoneInfo("UTC")
_WINDOWS = tuple(f"2026-12-{day}/{hours}" for day in (23, 24, 25) for hours in ("09-12", "14-18"))


def check_forms_fit(forms: Mapping[str, Form] = FORMS) -> None:
    """Raises ValueError with a sentence for every form that lacks words or is too large for a chat."""
    wrong = [fault for form in forms.values() for fault in misfits_of(form)]
    if wrong:
        raise ValueError("; ".join(wrong))


@cache
def misfits_of(form: Form) -> tuple[str, ...]:
    """What cannot be said or shown; empty when all of it can."""
    found = [fault for language in LANGUAGES for fault in _unsaid(form, language)]
    if found:
        return tuple(found)
    shown = [(place, prompt(form, state, _Anywhere())) for place, state in _moments(form)]
    faults = [fault for place, asked in shown for fault in _misfits(form, place, asked)]
    return tuple(dict.fromkeys(faults))


def _unsaid(form: Form, language: str) -> Iterator[str]:
    keys = [f"cancel-{form.id}", f"cancelled-{form.id}"]
    keys += [f"review-{form.id}", f"button-send-{form.id}"] if form.review else []
    keys += [
        f"{what}-{form.id}-{question.id}"
        for question in form.questions
        if question.kind is not Kind.NOTED
        for what in ("ask", "help", "name")
    ]
    for key in keys:
        yield from _says(form, language, key, {})
    for question in form.questions:
        for option in question.options:
            yield from _says(form, language, f"option-{form.id}-{question.id}", {"option": option})
        for row in question.rows:
            name = int(row) if row.isdecimal() else row
            yield from _says(form, language, f"row-{form.id}-{question.id}", {"row": name})


def _says(form: Form, language: str, key: str, args: Mapping[str, str | int]) -> Iterator[str]:
    try:
        said = text(language, key, args)
    except MissingWords:
        yield f"{form.id}: there are no words {key} in {language}"
        return
    if not said.strip():
        yield f"{form.id}: the words {key} in {language} are empty"


def _moments(form: Form) -> Iterator[tuple[str, State]]:
    """Every question with the longest answers before it, and asked again over its own; the summary; the other menus."""
    answers: JsonObject = {}
    for question in form.questions:
        own = _longest(question)
        if question.kind is not Kind.NOTED:
            for draft in _drafts(question):
                yield question.id, State(form.id, form.version, {**answers}, at=question.id, draft=draft)
            yield question.id, State(form.id, form.version, {**answers, question.id: own}, at=question.id)
        answers[question.id] = own
    for place in (REVIEW, CHANGE, CANCEL) if form.review else (CHANGE, CANCEL):
        yield place, State(form.id, form.version, answers, at=place)


def _drafts(question: Question) -> list[Json]:
    match question.kind:
        case Kind.SEVERAL:
            return [None, [*question.options]]
        case Kind.MATRIX:
            return [{"row": row} for row in range(len(question.rows))]
        case Kind.PLACE:
            return [None, {"far": None}]
        case _:
            return [None]


def _longest(question: Question) -> Json:
    match question.kind:
        case Kind.SEVERAL:
            return [*question.options]
        case Kind.FURTHER:
            return [{"words": _WIDE * question.longest}] * MOST
        case Kind.MATRIX:
            return dict.fromkeys(question.rows, question.options[0])
        case Kind.LOOKUP:
            return {"entry": None, "words": _WIDE * question.longest}
        case Kind.PLACE:
            return {"address": _WIDE * question.longest}
        case Kind.TIME:
            return {"words": _WIDE * question.longest}
        case Kind.CONTACT:
            return {"phone": "+" + "9" * 15}
        case Kind.DATE:
            return {"earliest": "2026-12-01", "latest": "2026-12-31"}
        case Kind.PHOTOS:
            return ["photo"]
        case Kind.NUMBER:
            return question.high
        case Kind.CHOICE:
            return question.options[0]
        case Kind.TEXT:
            return _WIDE * question.longest
        case Kind.NOTED:
            return ["noted"]


def _misfits(form: Form, place: str, asked: Prompt) -> Iterator[str]:
    for row in asked.rows:
        if len(row) > MOST_IN_A_ROW:
            yield f"{form.id}: {place} has {len(row)} buttons in a row; at most {MOST_IN_A_ROW} fit"
    keys = [key for row in asked.rows for key in row]
    if len(keys) > MOST_BUTTONS:
        yield f"{form.id}: {place} has {len(keys)} buttons; at most {MOST_BUTTONS} fit"
    for key in keys:
        yield from _too_long_to_carry(form, key)
    for language in LANGUAGES:
        units = TELEGRAM.length("\n\n".join(say(each, language, _ZONE) for each in asked.paragraphs))
        if units > TELEGRAM.longest_text:
            yield f"{form.id}: {place} takes {units} characters in {language}; at most {TELEGRAM.longest_text} fit"
        yield from _misfit_labels(form, place, language, [say(key.label, language, _ZONE) for key in keys])


def _misfit_labels(form: Form, place: str, language: str, labels: list[str]) -> Iterator[str]:
    for label, count in Counter(labels).items():
        if not label.strip():
            yield f"{form.id}: {place} has a button without a label in {language}"
        if len(label) > LONGEST_LABEL:
            yield f"{form.id}: the button “{label}” in {language} is {len(label)} long; at most {LONGEST_LABEL} fit"
        if count > 1:
            yield f"{form.id}: {place} has {count} buttons “{label}” in {language}"


def _too_long_to_carry(form: Form, key: Button) -> Iterator[str]:
    try:
        str(FormTap(_CONVERSATION, key.question, key.option))
    except ValueError as error:
        yield f"{form.id}: {error}"


@dataclass(frozen=True)
class _NoCatalogue:
    """What the company sells is no matter of the forms."""

    def find(self, kind: str, text: str, within: int | None) -> Found:
        return Found(None, ())

    def named(self, kind: str, text: str) -> int | None:
        return None

    def names(self, kind: str, entry: int) -> Mapping[str, str] | None:
        return None

    def groups(self, kind: str, within: int | None) -> tuple[str, ...]:
        return ()

    def group_names(self, group: str) -> Mapping[str, str]:
        return {}

    def members(self, kind: str, group: str, within: int | None) -> tuple[int, ...]:
        return ()


@dataclass(frozen=True)
class _Anywhere:
    """A world without a company, for prompts that nobody will see."""

    catalogue: _NoCatalogue = field(default_factory=_NoCatalogue)

    def time_options(self) -> tuple[str, ...]:
        return _WINDOWS

    def still_ahead(self, window: str) -> bool:
        return True

    def phone(self, text: str) -> str | None:
        return None

    def serves(self, latitude: float, longitude: float) -> bool:
        return True

    def bought(self, text: str) -> JsonObject | None:
        return None

    def number(self, text: str) -> int | None:
        return None

    def unfit_time(self, text: str) -> str | None:
        return None

    def noted(self, what: str, answer: Json) -> Json:
        return None

    def parts(self, text: str) -> tuple[str, ...]:
        return ()

    def option_named(self, form: str, question: Question, text: str) -> str | None:
        return None
