"""Requests of a customer: opened, added to, moved to another time, talked about, objected to."""

from backend.catalog import service as catalog
from backend.conversations.service import Stored
from backend.database import JsonObject
from backend.errors import TooLate
from backend.outbox import owe
from backend.tickets import changes
from backend.tickets import service as tickets
from backend.tickets.rules import Urgency
from backend.tickets.values import RepairRequest
from backend.visits import service as visits
from bot.actions.alarm import raise_alarm, told_of_danger
from bot.actions.reading import bought_on, bought_words, entry, listed, place, record, subject_id, words
from bot.actions.unknown import keep_unknown_words
from bot.actions.writers import further, honorific, kind, phone, remember, writer
from bot.cards import suits_phrase
from bot.turn import Turn
from dialogs.phrases import Words


async def request_repair(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    """Opens a ticket, or adds to the open one when it is about the same matter."""
    if answers.get("same") == "yes":
        await _add_to_open(turn, answers)
        return
    await keep_unknown_words(turn, answers)
    ticket = await tickets.open_ticket(turn.work, await _request(turn, stored, answers), turn.me.as_customer)
    if (told := told_of_danger(answers, "symptoms")) is not None:
        await raise_alarm(turn, ticket.number, told, str(answers.get("safety")), ticket.id)


async def _request(turn: Turn, stored: Stored, answers: JsonObject) -> RepairRequest:
    """As the answers tell it, with what is known of the unit; the contact is remembered."""
    serial = stored.subject.removeprefix("unit:") if stored.subject.startswith("unit:") else None
    unit = await catalog.unit_by_serial(turn.work, serial) if serial else None
    await remember(turn, answers)
    is_urgent = told_of_danger(answers, "symptoms") is not None
    return RepairRequest(
        origin=f"conversation:{stored.id}",
        customer_id=turn.me.id,
        contact_name=words(answers, "name"),
        contact_phone=str(record(answers, "phone")["phone"]),
        honorific=honorific(answers),
        writer=writer(answers),
        organisation=words(answers, "organisation") or None,
        client_name=words(answers, "client") or None,
        client_phone=phone(answers, "clientphone"),
        tried=words(answers, "tried") or None,
        symptoms="\n".join([words(answers, "symptoms"), *_heard_besides(answers)]),
        further=further(answers),
        place=place(answers),
        kind=kind(answers),
        urgency=Urgency.URGENT if is_urgent else Urgency(str(answers.get("urgency") or Urgency.NORMAL)),
        product_id=entry(answers, "product"),
        product_words=words(answers, "product"),
        fault_id=entry(answers, "fault"),
        fault_words=words(answers, "fault"),
        serial=unit.serial if unit else serial,
        purchased_on=(unit.purchased_on if unit else None) or bought_on(answers),
        purchase_words=bought_words(answers),
        suits=answers.get("time"),
        photos=tuple(listed(answers.get("photos"))),
    )


def _heard_besides(answers: JsonObject) -> list[str]:
    """What told of danger and stands in no other answer."""
    kept = str([answer for question, answer in answers.items() if question != "heard"])
    return [said for said in listed(answers.get("heard")) if said not in kept]


async def add_to(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    """A sentence or photos for a request that is open."""
    said, photos = words(answers, "words"), listed(answers.get("photos"))
    if not said and not photos:
        await turn.say(Words("nothing-to-add"))
        return
    ticket = await changes.add_words(turn.work, subject_id(stored), turn.me.as_customer, said, photos)
    await turn.say(Words("addition-done", {"number": ticket.number}))
    if (told := told_of_danger(answers, "words")) is not None:
        await raise_alarm(turn, ticket.number, told, str(answers.get("safety")), ticket.id)


async def change_time(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    ticket = await changes.change_time(turn.work, subject_id(stored), turn.me.as_customer, answers["time"])
    await turn.say(Words("retime-done", {"number": ticket.number, "time": suits_phrase(ticket.suits)}))


async def talk(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    ticket = await changes.talk(turn.work, subject_id(stored), turn.me.actor, words(answers, "words"))
    args: JsonObject = {"ticket": ticket.id, "number": ticket.number, "photo": False}
    await owe(turn.work, turn.chat.id, "talk-sent", args)


async def object_to(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    ticket = await visits.object_to(turn.work, subject_id(stored), turn.me.as_customer, words(answers, "words"))
    await turn.say(Words("objection-taken", {"number": ticket.number}))


async def _add_to_open(turn: Turn, answers: JsonObject) -> None:
    ticket = await tickets.open_like(turn.work, turn.me.id, entry(answers, "product"))
    if ticket is None:
        raise TooLate("the open request was closed meanwhile", what="open")
    photos = listed(answers.get("photos"))
    await changes.add_words(turn.work, ticket.id, turn.me.as_customer, words(answers, "symptoms"), photos)
    await turn.say(Words("added-to-open", {"number": ticket.number}))
