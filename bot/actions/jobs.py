"""What the technician files: the service record, a plan with its price, what stops the job, the day."""

from backend.conversations.service import Stored
from backend.database import JsonObject
from backend.reports import service as reports
from backend.tickets import service as tickets
from backend.tickets.following import follow_on
from backend.visits import helping, obstacles, proposals
from backend.visits import service as visits
from backend.visits.rules import WorkType, read_parts
from backend.visits.values import ServiceRecord
from bot.actions.reading import listed, number, subject_id, words
from bot.money import smallest_units
from bot.turn import Turn
from dialogs.phrases import Words


async def file_record(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    done = ServiceRecord(
        cause=words(answers, "cause"),
        solution=words(answers, "solution"),
        parts=words(answers, "parts"),
        minutes=number(answers["minutes"]) or 0,
        photos=tuple(listed(answers.get("photos"))),
        work_type=WorkType(str(answers["work"])),
        parts_used=read_parts(words(answers, "parts")),
        charge=smallest_units(number(answers["charge"]) or 0, turn.work.settings.currency),
    )
    ticket = await visits.finish(turn.work, subject_id(stored), turn.me.actor, done)
    await turn.say(Words("record-filed", {"number": ticket.number}))
    if rest := words(answers, "rest"):
        opened = await follow_on(turn.work, ticket.id, turn.me.actor, rest)
        await turn.say(Words("follow-on-opened", {"number": opened.number}))


async def file_guidance(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    """The record of an answered question: the rest of it follows from its being one."""
    asked = await tickets.ticket(turn.work, subject_id(stored))
    done = ServiceRecord(
        cause=asked.symptoms,
        solution=words(answers, "solution"),
        parts="",
        minutes=await visits.measured_minutes(turn.work, asked.id),
        photos=(),
        work_type=WorkType.GUIDANCE,
    )
    await visits.finish(turn.work, asked.id, turn.me.actor, done)
    await turn.say(Words("guidance-filed", {"number": asked.number}))


async def propose(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    price = smallest_units(number(answers["price"]) or 0, turn.work.settings.currency)
    cause, plan = words(answers, "cause"), words(answers, "plan")
    ticket = await proposals.propose(turn.work, subject_id(stored), turn.me.actor, cause, plan, price)
    await turn.say(Words("proposal-sent", {"number": ticket.number}))


async def need_parts(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    ticket = await obstacles.need_parts(turn.work, subject_id(stored), turn.me.actor, words(answers, "words"))
    await turn.say(Words("parts-noted", {"number": ticket.number}))


async def need_help(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    asked = await helping.ask(turn.work, subject_id(stored), turn.me.actor, words(answers, "words"))
    await turn.say(Words("help-asked", {"count": asked}))


async def no_access(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    photos = listed(answers["photos"])
    ticket = await obstacles.no_access(turn.work, subject_id(stored), turn.me.actor, photos)
    await turn.say(Words("noaccess-noted", {"number": ticket.number}))


async def correct_daily(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    minutes, note = number(answers["minutes"]) or 0, words(answers, "note")
    await reports.correct(turn.work, subject_id(stored), turn.me.actor, minutes, note)
