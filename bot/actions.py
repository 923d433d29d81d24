"""What a finished form does: one backend command each."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date

from backend.catalog import service as catalog
from backend.catalog.values import Kind
from backend.conversations.service import Stored
from backend.database import Json, JsonObject
from backend.followups import service as followups
from backend.people import service as people
from backend.surveys import service as surveys
from backend.tickets import service as tickets
from backend.tickets.rules import Urgency
from backend.tickets.values import Place, RepairRequest
from backend.visits import service as visits
from backend.visits.service import ServiceRecord
from bot.turn import Turn
from dialogs.phrases import Words

Action = Callable[[Turn, Stored, JsonObject], Awaitable[None]]


def subject_id(stored: Stored) -> int:
    """The id in a subject such as `ticket:12`."""
    return int(stored.subject.partition(":")[2])


async def request_repair(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    serial = stored.subject.removeprefix("unit:") if stored.subject.startswith("unit:") else None
    unit = await catalog.unit_by_serial(turn.work, serial) if serial else None
    place = _place(answers)
    contact, name = _record(answers, "phone"), str(answers["name"])
    product, fault = _record(answers, "product"), _record(answers, "fault")
    await people.remember_contact(turn.work, turn.me.id, name, str(contact["phone"]), answers["place"])
    request = RepairRequest(
        origin=f"conversation:{stored.id}",
        customer_id=turn.me.id,
        contact_name=name,
        contact_phone=str(contact["phone"]),
        symptoms=str(answers["symptoms"]),
        place=place,
        urgency=Urgency(str(answers["urgency"])),
        product_id=_entry(product),
        product_words=str(product.get("words") or ""),
        fault_id=_entry(fault),
        fault_words=str(fault.get("words") or ""),
        serial=unit.serial if unit else serial,
        purchased_on=unit.purchased_on if unit and isinstance(unit.purchased_on, date) else None,
        suits=answers.get("time"),
        photos=tuple(_words(answers.get("photos"))),
    )
    for kind, answer in ((Kind.PRODUCT, product), (Kind.FAULT, fault)):
        if _entry(answer) is None and answer.get("words"):
            await catalog.keep_unmatched(turn.work, str(answer["words"]), turn.chat.language, kind)
    await tickets.open_ticket(turn.work, request, turn.me.as_customer)


async def file_record(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    minutes = answers["minutes"]
    done = ServiceRecord(
        cause=str(answers["cause"]),
        solution=str(answers["solution"]),
        parts=str(answers.get("parts") or ""),
        minutes=minutes if isinstance(minutes, int) else 0,
        photos=tuple(_words(answers.get("photos"))),
    )
    ticket = await visits.finish(turn.work, subject_id(stored), turn.me.actor, done)
    await turn.say(Words("record-filed", {"number": ticket.number}))


async def object_to(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    ticket = await visits.object_to(turn.work, subject_id(stored), turn.me.as_customer, str(answers["words"]))
    await turn.say(Words("objection-taken", {"number": ticket.number}))


async def close_call_back(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    await followups.close(turn.work, subject_id(stored), turn.me.actor, str(answers["words"]))
    await turn.say(Words("call-back-filed"))


async def answer_survey(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    await _store_survey(turn, stored, answers, complete=True)
    low = int(str(answers["score"])) <= 6
    await turn.say(Words("survey-thanks-low" if low else "survey-thanks"))


async def survey_so_far(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    if "score" in answers:
        await _store_survey(turn, stored, answers, complete=False)


async def _store_survey(turn: Turn, stored: Stored, answers: JsonObject, *, complete: bool) -> None:
    words = answers.get("words")
    await surveys.answer(
        turn.work,
        subject_id(stored),
        turn.me.as_customer,
        int(str(answers["score"])),
        _words(answers.get("reasons")),
        str(words) if words else None,
        complete=complete,
    )


FINISHED: Mapping[str, Action] = {
    "repair": request_repair,
    "record": file_record,
    "objection": object_to,
    "callback": close_call_back,
    "survey": answer_survey,
}
PROGRESS: Mapping[str, Action] = {"survey": survey_so_far}
"""For forms of which every answer counts at once."""


def _record(answers: JsonObject, question: str) -> JsonObject:
    answer = answers.get(question)
    return answer if isinstance(answer, dict) else {}


def _entry(answer: JsonObject) -> int | None:
    entry = answer.get("entry")
    return entry if isinstance(entry, int) else None


def _words(answer: Json) -> list[str]:
    return [str(each) for each in answer] if isinstance(answer, list) else []


def _place(answers: JsonObject) -> Place:
    match answers["place"]:
        case {"latitude": float(latitude), "longitude": float(longitude)}:
            return Place(str(answers.get("door") or ""), latitude, longitude)
        case {"address": str(address)}:
            return Place(address)
        case other:
            raise ValueError(f"not a place: {other!r}")
