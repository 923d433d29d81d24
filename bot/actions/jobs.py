"""What the technician files."""

from backend.conversations.service import Stored
from backend.database import JsonObject
from backend.visits import service as visits
from backend.visits.service import ServiceRecord
from bot.actions.reading import listed, number, subject_id, words
from bot.turn import Turn
from dialogs.phrases import Words


async def file_record(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    done = ServiceRecord(
        cause=words(answers, "cause"),
        solution=words(answers, "solution"),
        parts=words(answers, "parts"),
        minutes=number(answers["minutes"]) or 0,
        photos=tuple(listed(answers.get("photos"))),
    )
    ticket = await visits.finish(turn.work, subject_id(stored), turn.me.actor, done)
    await turn.say(Words("record-filed", {"number": ticket.number}))
