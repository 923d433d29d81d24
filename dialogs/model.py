"""Forms and the state of a conversation. All frozen; state is JSON-safe."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Self

from dialogs.conditions import Condition
from dialogs.phrases import Json, JsonObject

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
    FURTHER = "further"
    """Up to three more things of the kind that a lookup named: entries tapped, or own words, one after another."""
    NOTED = "noted"
    """Never asked: what the world knows about the answer of its source, for later questions to look at. Without a
    source it hears: it keeps whatever was said at any other question that the world knows something about."""


@dataclass(frozen=True)
class Question:
    """One question. Its words are `ask-<form>-<id>`, `name-<form>-<id>` and `help-<form>-<id>` in the locale files.

    `rows` are a matrix's statements; `low` and `high` bound a number; `longest` counts characters; `source` names the
    question whose words a lookup starts from or whose answer is looked into; and `within` the question whose change
    asks this one anew, for a lookup also the one whose answer narrows it. `prose` takes whatever is said, as it tells
    of the matter itself; a contact that is not `own` is somebody else's. After an option among `remarks` stands
    `remark-<form>-<id>`.
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
    prose: bool = False
    own: bool = True
    remarks: tuple[str, ...] = ()


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
