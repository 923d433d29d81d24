"""Requests of a customer: opened, added to, moved to another time, talked about, objected to."""

from backend.catalog import service as catalog
from backend.catalog.values import Kind
from backend.conversations.service import Stored
from backend.database import JsonObject
from backend.errors import TooLate
from backend.journal import record as journal
from backend.people import service as people
from backend.tickets import changes
from backend.tickets import service as tickets
from backend.tickets.rules import Urgency
from backend.tickets.values import RepairRequest, TicketView
from backend.visits import service as visits
from bot.actions.reading import bought_on, bought_words, entry, listed, place, record, subject_id, words
from bot.cards import suits_phrase
from bot.turn import Turn
from dialogs.phrases import Words


async def request_repair(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    """Opens a ticket, or adds to the open one when it is about the same matter."""
    if answers.get("same") == "yes":
        await _add_to_open(turn, answers)
        return
    serial = stored.subject.removeprefix("unit:") if stored.subject.startswith("unit:") else None
    unit = await catalog.unit_by_serial(turn.work, serial) if serial else None
    name, phone = words(answers, "name"), str(record(answers, "phone")["phone"])
    await people.remember_contact(turn.work, turn.me.id, name, phone, answers["place"])
    request = RepairRequest(
        origin=f"conversation:{stored.id}",
        customer_id=turn.me.id,
        contact_name=name,
        contact_phone=phone,
        symptoms=words(answers, "symptoms"),
        place=place(answers),
        urgency=Urgency.URGENT if answers.get("danger") else Urgency(str(answers["urgency"])),
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
    await _keep_unknown_words(turn, answers)
    ticket = await tickets.open_ticket(turn.work, request, turn.me.as_customer)
    if answers.get("danger"):
        await _alarm(turn, ticket, str(answers.get("safety")))


async def add_to(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    """A sentence or photos for a request that is open."""
    said, photos = words(answers, "words"), listed(answers.get("photos"))
    if not said and not photos:
        await turn.say(Words("nothing-to-add"))
        return
    ticket = await changes.add_words(turn.work, subject_id(stored), turn.me.as_customer, said, photos)
    await turn.say(Words("addition-done", {"number": ticket.number}))


async def change_time(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    ticket = await changes.change_time(turn.work, subject_id(stored), turn.me.as_customer, answers["time"])
    await turn.say(Words("retime-done", {"number": ticket.number, "time": suits_phrase(ticket.suits)}))


async def talk(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    await changes.talk(turn.work, subject_id(stored), turn.me.actor, words(answers, "words"))
    await turn.say(Words("talk-sent"))


async def object_to(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    ticket = await visits.object_to(turn.work, subject_id(stored), turn.me.as_customer, words(answers, "words"))
    await turn.say(Words("objection-taken", {"number": ticket.number}))


async def _alarm(turn: Turn, ticket: TicketView, safety: str) -> None:
    """Danger goes to the supervisors at once, with what the customer says of it."""
    args: JsonObject = {"number": ticket.number, "words": ticket.symptoms, "safety": safety}
    owes = await people.to_supervisors(turn.work, "danger", args)
    actor = turn.me.as_customer
    await journal(turn.work, "danger", actor, ticket_id=ticket.id, data={"safety": safety}, owes=owes)


async def _add_to_open(turn: Turn, answers: JsonObject) -> None:
    ticket = await tickets.open_like(turn.work, turn.me.id, entry(answers, "product"))
    if ticket is None:
        raise TooLate("the open request was closed meanwhile", what="open")
    photos = listed(answers.get("photos"))
    await changes.add_words(turn.work, ticket.id, turn.me.as_customer, words(answers, "symptoms"), photos)
    await turn.say(Words("added-to-open", {"number": ticket.number}))


async def _keep_unknown_words(turn: Turn, answers: JsonObject) -> None:
    """Words that named nothing go to the supervisors, with what they may have meant."""
    for kind in (Kind.PRODUCT, Kind.FAULT):
        said = words(answers, kind)
        if entry(answers, kind) is not None or not said:
            continue
        kept = await catalog.keep_unmatched(turn.work, said, turn.chat.language, kind)
        if kept is None:
            continue
        found = turn.context.catalogue.find(kind, said, entry(answers, "product"))
        args: JsonObject = {"unmatched": kept, "candidates": list(found.candidates)}
        owes = await people.to_supervisors(turn.work, "unmatched", args, card=f"unmatched:{kept}")
        await journal(turn.work, "words-unmatched", turn.me.as_customer, data={"kind": kind.value}, owes=owes)
