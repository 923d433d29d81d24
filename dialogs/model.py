"""Forms, the state of a conversation, what can happen in it, and what comes of it. All frozen; state is JSON-safe."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol, Self

from dialogs.conditions import Condition
from dialogs.phrases import Json, JsonObject, Phrase, Words, phrase_from_json, phrase_to_json

REVIEW = "review"
CHANGE = "change"
CANCEL = "cancel"
PSEUDO = frozenset({REVIEW, CHANGE, CANCEL})


class Kind(StrEnum):
    TEXT = "text"
    CHOICE = "choice"
    SEVERAL = "several"
    NUMBER = "number"
    LOOKUP = "lookup"
    PLACE = "place"
    CONTACT = "contact"
    TIME = "time"
    DATE = "date"
    PHOTOS = "photos"
    MATRIX = "matrix"
    """Statements, each marked with one of the options, in one message row by row."""
    NOTED = "noted"
    """Never asked: what the world knows about the answer of its source, for later questions to look at."""


@dataclass(frozen=True)
class Question:
    """One question. Its words are `ask-<form>-<id>`, `name-<form>-<id>` and `help-<form>-<id>` in the locale files.

    `rows` are a matrix's statements; `low` and `high` bound a number; `longest` counts characters; `source` names the
    question whose words a lookup starts from or whose answer is looked into; and `within` the lookup whose answer
    narrows this one.
    """

    id: str
    kind: Kind
    options: tuple[str, ...] = ()
    relevant: Condition | None = None
    required: bool = True
    longest: int = 1000
    low: int = 0
    high: int = 0
    rows: tuple[str, ...] = ()
    columns: int = 1
    lookup: str = ""
    source: str = ""
    within: str = ""


@dataclass(frozen=True)
class Form:
    """An ordered list of questions. With `review` the answers are shown and confirmed before the form is finished;
    with `partial` every single answer counts at once, even when the rest never comes. `renamed` leads from the ids that
    questions had in earlier versions to those they have now."""

    id: str
    version: int
    questions: tuple[Question, ...]
    review: bool = True
    partial: bool = False
    renamed: Mapping[str, str] = field(default_factory=dict, hash=False)

    def question(self, question_id: str) -> Question | None:
        return next((question for question in self.questions if question.id == question_id), None)


class Stage(StrEnum):
    OPEN = "open"
    FINISHED = "finished"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class State:
    """The answers of a conversation. `at` is the question being visited out of turn (back, edit); `draft` is what the
    present question has gathered so far. An answer of None is a skipped question."""

    form: str
    version: int
    answers: Mapping[str, Json] = field(default_factory=dict)
    at: str | None = None
    draft: Json = None
    stage: Stage = Stage.OPEN

    def but(self, **changes: object) -> Self:
        return replace(self, **changes)  # type: ignore[arg-type]

    def to_json(self) -> JsonObject:
        return {
            "form": self.form,
            "version": self.version,
            "answers": dict(self.answers),
            "at": self.at,
            "draft": self.draft,
            "stage": self.stage.value,
        }

    @classmethod
    def from_json(cls, value: JsonObject) -> Self:
        """Raises KeyError, TypeError or ValueError for what `to_json` does not write."""
        answers, at = value["answers"], value["at"]
        if not isinstance(answers, dict) or not (at is None or isinstance(at, str)):
            raise TypeError(f"not a state: {value!r}")
        version = value["version"]
        if not isinstance(version, int):
            raise TypeError(f"not a version: {version!r}")
        return cls(str(value["form"]), version, answers, at, value["draft"], Stage(str(value["stage"])))


# What can happen.


@dataclass(frozen=True)
class Said:
    text: str


@dataclass(frozen=True)
class Tapped:
    question: str
    option: str


@dataclass(frozen=True)
class PlaceShared:
    latitude: float
    longitude: float


@dataclass(frozen=True)
class ContactShared:
    """`own` is true only when the card is the sender's own."""

    phone: str
    own: bool


@dataclass(frozen=True)
class PhotoSent:
    """`photo` is the reference under which the picture was stored."""

    photo: str
    caption: str = ""


@dataclass(frozen=True)
class Unsupported:
    """A sticker, a voice message, a file: something no question asks for."""


class Order(StrEnum):
    """Global words, understood at every question."""

    BACK = "back"
    EDIT = "edit"
    CANCEL = "cancel"
    HELP = "help"
    SKIP = "skip"
    DONE = "done"
    AGAIN = "again"
    KEEP = "keep"
    """Leaves the answer of a question that was gone back to as it is."""


@dataclass(frozen=True)
class Ordered:
    order: Order


Event = Said | Tapped | PlaceShared | ContactShared | PhotoSent | Unsupported | Ordered


# What the engine asks of the world, all of it answered from memory.


@dataclass(frozen=True)
class Found:
    """`exact` is an entry that the words name without doubt; otherwise the likeliest entries, best first."""

    exact: int | None
    candidates: tuple[int, ...]


class Catalogue(Protocol):
    """The company's products and faults. `kind` is `product` or `fault`; `within` a product that narrows faults."""

    def find(self, kind: str, text: str, within: int | None) -> Found: ...

    def names(self, kind: str, entry: int) -> Mapping[str, str] | None:
        """The entry's name by language; None when there is no such entry."""
        ...

    def groups(self, kind: str, within: int | None) -> tuple[str, ...]:
        """The categories to offer when words found nothing."""
        ...

    def group_names(self, group: str) -> Mapping[str, str]:
        """The category's name by language."""
        ...

    def members(self, kind: str, group: str, within: int | None) -> tuple[int, ...]: ...


class Context(Protocol):
    """What the engine may ask while it takes a step; pure as seen from here."""

    @property
    def catalogue(self) -> Catalogue: ...

    def time_options(self) -> tuple[str, ...]:
        """Visit windows on offer now, as ids `YYYY-MM-DD/HH-HH`, earliest first."""
        ...

    def still_ahead(self, window: str) -> bool: ...

    def phone(self, text: str) -> str | None:
        """The number in E.164, or None when it cannot be a phone number."""
        ...

    def serves(self, latitude: float, longitude: float) -> bool: ...

    def bought(self, text: str) -> JsonObject | None:
        """When something was bought, from free words: `earliest` and `latest` as ISO days, or `known` false.
        None when the words tell no time."""
        ...

    def noted(self, what: str, answer: Json) -> Json:
        """What the world knows about an answer: `danger` in words, an `open` ticket for a product."""
        ...

    def option_named(self, form: str, question: Question, text: str) -> str | None:
        """The option that typed words name, in any language."""
        ...


# What comes of it.


@dataclass(frozen=True)
class Button:
    """A tap on it comes back as `Tapped(question, option)`."""

    label: Phrase
    question: str
    option: str


@dataclass(frozen=True)
class Prompt:
    """The present question as it is put: paragraphs, rows of buttons, and what else may be sent in answer."""

    paragraphs: tuple[Phrase, ...]
    rows: tuple[tuple[Button, ...], ...] = ()
    wants: str | None = None
    """`place`, `contact` or `photo`: a thing that the chat program can send by itself."""

    def to_json(self) -> JsonObject:
        rows: list[Json] = [
            [{"label": phrase_to_json(key.label), "question": key.question, "option": key.option} for key in row]
            for row in self.rows
        ]
        return {"paragraphs": [phrase_to_json(each) for each in self.paragraphs], "rows": rows, "wants": self.wants}

    @classmethod
    def from_json(cls, value: JsonObject) -> Self:
        """Raises ValueError for what `to_json` does not write."""
        match value:
            case {"paragraphs": list(paragraphs), "rows": list(rows), "wants": (str() | None) as wants}:
                shown = tuple(phrase_from_json(each) for each in paragraphs)
                return cls(shown, tuple(_row(row) for row in rows), wants)
            case _:
                raise ValueError(f"not a prompt: {value!r}")


def _row(value: Json) -> tuple[Button, ...]:
    match value:
        case list(keys):
            return tuple(
                Button(phrase_from_json(key["label"]), str(key["question"]), str(key["option"]))
                for key in keys
                if isinstance(key, dict)
            )
        case _:
            raise ValueError(f"not a row of buttons: {value!r}")


class Showing(StrEnum):
    NEW = "new"
    """Put the present question in a new message."""
    SAME = "same"
    """Change the message that shows the present question."""
    NOTHING = "nothing"


@dataclass(frozen=True)
class Step:
    """The state after an event; notes stand before the next question; a toast answers a tap."""

    state: State
    showing: Showing = Showing.NEW
    notes: tuple[Words, ...] = ()
    toast: Words | None = None
