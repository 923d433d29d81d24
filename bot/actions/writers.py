"""Who writes a request, for whom, and about what kind of thing; and what of it is remembered."""

from backend.database import JsonObject
from backend.people import service as people
from backend.tickets.rules import Kind, Writer
from backend.tickets.values import Symptom
from bot.actions.reading import record, words
from bot.turn import Turn


def honorific(answers: JsonObject) -> str | None:
    """What the name itself says, else what was chosen."""
    told = answers.get("title") or answers.get("honorific")
    return str(told) if told else None


def writer(answers: JsonObject) -> Writer:
    return Writer(str(answers.get("writer") or Writer.SELF))


def kind(answers: JsonObject) -> Kind | None:
    """What the customer chose; None leaves it to the fault."""
    if answers.get("usage") == "yes":
        return Kind.QUESTION
    chosen = answers.get("kind")
    return Kind(str(chosen)) if chosen else None


def further(answers: JsonObject) -> list[Symptom]:
    told = answers.get("further")
    return [_symptom(thing) for thing in told if isinstance(thing, dict)] if isinstance(told, list) else []


def phone(answers: JsonObject, question: str) -> str | None:
    told = record(answers, question).get("phone")
    return str(told) if told else None


async def remember(turn: Turn, answers: JsonObject) -> None:
    """For the next request. A dealer's customers live in many places: none of them is the dealer's."""
    is_dealer = writer(answers) is Writer.DEALER
    await people.remember_contact(
        turn.work,
        turn.me.id,
        words(answers, "name"),
        phone(answers, "phone"),
        None if is_dealer else answers.get("place"),
        honorific=honorific(answers),
        writer=writer(answers) if "writer" in answers else None,
        organisation=words(answers, "organisation") or None,
    )


def _symptom(thing: JsonObject) -> Symptom:
    match thing:
        case {"entry": int(fault)}:
            return Symptom(fault_id=fault)
        case _:
            return Symptom(words=str(thing.get("words") or ""))
