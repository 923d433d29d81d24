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
class Some:
    """There is an answer, and it is neither skipped nor empty."""

    question: str


@dataclass(frozen=True)
class Not:
    condition: "Condition"


@dataclass(frozen=True)
class Every:
    conditions: tuple["Condition", ...]


@dataclass(frozen=True)
class Either:
    conditions: tuple["Condition", ...]


Condition = Is | Has | Holds | Some | Not | Every | Either


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
        case Some(question):
            return answers.get(question) not in (None, [], {}, "")
        case Not(inner):
            return not holds(inner, answers)
        case Every(conditions):
            return all(holds(each, answers) for each in conditions)
        case Either(conditions):
            return any(holds(each, answers) for each in conditions)
        case _:
            assert_never(condition)


def asks_about(condition: Condition) -> frozenset[str]:
    """The ids of the questions that the condition looks at."""
    match condition:
        case Is(question) | Has(question) | Holds(question) | Some(question):
            return frozenset({question})
        case Not(inner):
            return asks_about(inner)
        case Every(conditions) | Either(conditions):
            return frozenset().union(*(asks_about(each) for each in conditions))
        case _:
            assert_never(condition)
