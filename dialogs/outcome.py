"""What comes of an event: the state after it, and what is shown."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from dialogs.model import State
from dialogs.phrases import Json, JsonObject, Phrase, Words, phrase_from_json, phrase_to_json


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
