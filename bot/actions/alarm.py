"""Danger goes to the supervisors at once, whichever form it is spoken of in."""

from backend.database import JsonObject
from backend.journal import record as journal
from backend.people import service as people
from bot.actions.reading import listed, words
from bot.turn import Turn


def told_of_danger(answers: JsonObject, story: str) -> str | None:
    """The words that told of danger; None where nothing did."""
    told = [words(answers, story)] if answers.get("danger") else []
    return " / ".join([*told, *listed(answers.get("heard"))]) or None


async def raise_alarm(turn: Turn, number: str, told: str, safety: str, ticket_id: int | None = None) -> None:
    """With what the customer says of it."""
    args: JsonObject = {"number": number, "words": told, "safety": safety}
    owes = await people.to_supervisors(turn.work, "danger", args)
    data: JsonObject = {"number": number, "safety": safety}
    await journal(turn.work, "danger", turn.me.as_customer, ticket_id=ticket_id, data=data, owes=owes)
