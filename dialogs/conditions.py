"""When a question is relevant: conditions over earlier answers, as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from dialogs.phrases import Json


@dataclass(frozen=True)
class Is:
    """The answer is one of these option ids."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Has:
    """The answer, a choice of several, holds this option id."""

    question: str
    option: str


@dataclass(frozen=True)
class Holds:
    """The answer is a record with this key, such as a place that was shared and not typed."""

    question: str
    key: str


@dataclass(frozen=True)
class Not:
    """The other condition does not hold, and its question has been answered."""

    condition: "Condition"


Condition = Is | Has | Holds | Not


def holds(condition: Condition, answers: Mapping[str, Json]) -> bool:
    match condition:
        case Is(question, options):
            return answers.get(question) in options
        case Has(question, option):
            chosen = answers.get(question)
            return isinstance(chosen, list) and option in chosen
        case Holds(question, key):
            answer = answers.get(question)
            return isinstance(answer, dict) and key in answer
        case Not(inner):
            return asks_about(inner) in answers and not holds(inner, answers)
        case _:
            assert_never(condition)


def asks_about(condition: Condition) -> str:
    """The id of the question that the condition looks at."""
    return asks_about(condition.condition) if isinstance(condition, Not) else condition.question
