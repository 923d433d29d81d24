"""Complaints and returned goods: taken with everything that their handling starts from."""

from backend.complaints import service as complaints
from backend.complaints.rules import ComplaintKind, Wish
from backend.complaints.service import ComplaintRequest
from backend.conversations.service import Stored
from backend.database import JsonObject
from backend.goods import service as goods
from backend.goods.rules import Condition, ReturnKind
from backend.goods.values import ReturnRequest
from backend.people import service as people
from bot.actions.alarm import raise_alarm, told_of_danger
from bot.actions.reading import bought_on, bought_words, entry, listed, number, place, record, words
from bot.actions.unknown import keep_unknown_words
from bot.money import smallest_units
from bot.turn import Turn


async def complain(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    amount = number(answers.get("amount"))
    request = ComplaintRequest(
        origin=f"conversation:{stored.id}",
        customer_id=turn.me.id,
        contact_name=words(answers, "name"),
        contact_phone=str(record(answers, "phone")["phone"]),
        words=words(answers, "words"),
        kind=ComplaintKind(str(answers["kind"])),
        wish=Wish(str(answers["wish"])),
        claimed=smallest_units(amount, turn.work.settings.currency) if amount is not None else None,
        photos=tuple(listed(answers.get("photos"))),
    )
    taken = await complaints.take_complaint(turn.work, request, turn.me.as_customer)
    if (told := told_of_danger(answers, "words")) is not None:
        await raise_alarm(turn, taken.number, told, str(answers.get("safety")))


async def send_back(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    name, phone = words(answers, "name"), str(record(answers, "phone")["phone"])
    await people.remember_contact(turn.work, turn.me.id, name, phone, answers["place"])
    proof = tuple(listed(answers.get("proof")))
    questions = words(answers, "questions")
    request = ReturnRequest(
        origin=f"conversation:{stored.id}",
        customer_id=turn.me.id,
        contact_name=name,
        contact_phone=phone,
        kind=ReturnKind(str(answers["wish"])),
        condition=Condition(str(answers["state"])),
        reason=words(answers, "reason"),
        pickup=place(answers),
        product_id=entry(answers, "product"),
        product_words=words(answers, "product"),
        serial=words(answers, "serial") or None,
        quantity=number(answers.get("quantity")) or 1,
        purchased_on=bought_on(answers),
        purchase_words=bought_words(answers),
        proof=proof,
        no_proof=not proof,
        tried=words(answers, "tried"),
        questions=(questions,) if questions else (),
    )
    await keep_unknown_words(turn, answers)
    taken = await goods.take_return(turn.work, request, turn.me.as_customer)
    if (told := told_of_danger(answers, "reason")) is not None:
        await raise_alarm(turn, taken.number, told, str(answers.get("safety")))
