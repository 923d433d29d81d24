"""Answers of a form as values for the backend."""

from datetime import date

from backend.conversations.service import Stored
from backend.database import Json, JsonObject
from backend.tickets.values import Place


def subject_id(stored: Stored) -> int:
    """The id in a subject such as `ticket:12`."""
    return int(stored.subject.partition(":")[2])


def record(answers: JsonObject, question: str) -> JsonObject:
    """A composite answer; empty where there is none."""
    answer = answers.get(question)
    return answer if isinstance(answer, dict) else {}


def entry(answers: JsonObject, question: str) -> int | None:
    """The catalogue entry a lookup was answered with."""
    found = record(answers, question).get("entry")
    return found if isinstance(found, int) else None


def words(answers: JsonObject, question: str) -> str:
    """A lookup's own words, or a text; empty where there is none."""
    answer = answers.get(question)
    told = answer.get("words") if isinstance(answer, dict) else answer
    return str(told) if told else ""


def listed(answer: Json) -> list[str]:
    return [str(each) for each in answer] if isinstance(answer, list) else []


def number(answer: Json) -> int | None:
    return answer if isinstance(answer, int) else None


def place(answers: JsonObject) -> Place:
    """Nowhere, where nobody asked. Raises ValueError for what no place question answers."""
    match answers.get("place"):
        case None:
            return Place()
        case {"latitude": float(latitude), "longitude": float(longitude)}:
            return Place(words(answers, "door"), latitude, longitude)
        case {"address": str(address)}:
            return Place(address)
        case other:
            raise ValueError(f"not a place: {other!r}")


def bought_on(answers: JsonObject) -> date | None:
    """The day of purchase, where it is known to the day."""
    match answers.get("bought"):
        case {"earliest": str(earliest), "latest": str(latest)} if earliest == latest:
            return date.fromisoformat(earliest)
        case _:
            return None


def bought_words(answers: JsonObject) -> str | None:
    """The span in which it was bought, as ISO days."""
    match answers.get("bought"):
        case {"earliest": str(earliest), "latest": str(latest)} if earliest != latest:
            return f"{earliest}/{latest}"
        case _:
            return None
