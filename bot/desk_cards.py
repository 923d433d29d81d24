"""The supervisor's cards besides jobs: complaints, returns, feedback, unknown words, people who want a person."""

from typing import cast

from backend.catalog import service as catalog
from backend.catalog.values import Kind
from backend.complaints import service as complaints
from backend.complaints.rules import ComplaintStatus
from backend.conversations import service as conversations
from backend.database import JsonObject, Work
from backend.delivery import Parcel
from backend.goods import service as goods
from backend.goods.rules import ReturnStatus
from backend.surveys import feedback as feedbacks
from backend.surveys.ratings import PRODUCT
from bot.buttons import ActionTap
from bot.shown import Shown
from bot.turn import Key
from dialogs.phrases import Listing, Moment, Money, Names, Phrase, Words


async def complaint(work: Work, parcel: Parcel) -> Shown:
    found = await complaints.complaint(work, _id(parcel, "complaint"))
    lines: list[Phrase] = [
        Words("complaint-head", {"number": found.number}),
        *([Words("complaint-handler", {"name": found.handler})] if found.handler else []),
        *([Words("complaint-by", {"due": Moment(found.due_at.isoformat())})] if found.due_at else []),
        Words("option-complaint-kind", {"option": found.kind.value}),
        Words("card-wish", {"wish": Words("option-complaint-wish", {"option": found.wish.value})}),
        *([Words("card-amount", {"amount": Money(found.claimed, work.settings.currency)})] if found.claimed else []),
        Words("card-contact", {"name": found.contact_name, "phone": found.masked_phone}),
        Words("call-back-words", {"words": found.words}),
    ]
    number: Key = (Words("button-show-contact"), ActionTap("complaint-contact", str(found.id)))
    take: Key = (Words("button-take-complaint"), ActionTap("take-complaint", str(found.id)))
    waits = found.status is ComplaintStatus.RECEIVED
    return Shown((Listing(tuple(lines), lines=True),), ((number,), (take,)) if waits else ((number,),))


async def goods_return(work: Work, parcel: Parcel) -> Shown:
    found = await goods.goods_return(work, _id(parcel, "return"))
    lines: list[Phrase] = [
        Words("return-head", {"number": found.number, "wish": found.kind.value}),
        Words("return-collection", {"status": found.status.value, "due": Moment(found.due_at.isoformat())}),
        Words("option-return-state", {"option": found.condition.value}),
        Words("card-contact", {"name": found.contact_name, "phone": found.masked_phone}),
        Words("call-back-words", {"words": found.reason}),
    ]
    if found.product_id is not None:
        name = Names((await catalog.product(work, found.product_id)).names)
        lines.insert(1, Words("card-product", {"name": name}))
    number: Key = (Words("button-show-contact"), ActionTap("return-contact", str(found.id)))
    arranged: Key = (Words("button-collection-arranged"), ActionTap("arrange-return", str(found.id)))
    waits = found.status is ReturnStatus.RECEIVED
    return Shown((Listing(tuple(lines), lines=True),), ((number,), (arranged,)) if waits else ((number,),))


async def feedback(work: Work, parcel: Parcel) -> Shown:
    """What a past customer is dissatisfied with."""
    found = await feedbacks.feedback(work, _id(parcel, "feedback"))
    rated = [
        Words(f"row-feedback-{'product' if aspect in PRODUCT else 'staff'}", {"row": aspect})
        for aspect in found.dissatisfied_with
    ]
    return Shown((Words("feedback-head"), Listing(tuple(rated), lines=True)))


async def unmatched(work: Work, parcel: Parcel) -> Shown:
    """Words that named nothing, with the entries they may have meant: one tap teaches them."""
    row = _id(parcel, "unmatched")
    waiting = await catalog.still_unmatched(work, row)
    if waiting is None:
        return Shown((Words("unmatched-settled"),))
    head = Words("unmatched-head", {"words": waiting.words, "kind": waiting.kind.value})
    keys: list[tuple[Key, ...]] = []
    for entry in _candidates(parcel.args):
        names = (
            (await catalog.product(work, entry)).names
            if waiting.kind is Kind.PRODUCT
            else (await catalog.fault(work, entry)).names
        )
        keys.append(((Names(names), ActionTap("learn", f"{row}.{entry}")),))
    none: Key = (Words("unmatched-none"), ActionTap("learn", f"{row}."))
    return Shown((head,), (*keys, (none,)))


async def wants_person(work: Work, parcel: Parcel) -> Shown:
    chat_id = _id(parcel, "chat")
    head = Words("wants-person", {"name": str(parcel.args["name"]) or Words("somebody")})
    if await conversations.is_taken_over(work, chat_id):
        return Shown((head,))
    take: Key = (Words("button-take-over"), ActionTap("take-over", str(chat_id)))
    return Shown((head,), ((take,),))


async def photo(work: Work, parcel: Parcel) -> Shown:
    """A picture from the other side of a conversation."""
    who, number = str(parcel.args["name"]), parcel.args.get("number")
    about = Words("photo-from-about", {"name": who, "number": str(number)}) if number else None
    return Shown((about or Words("photo-from", {"name": who}),), photo=str(parcel.args["photo"]))


def _candidates(args: JsonObject) -> list[int]:
    found = args.get("candidates")
    return [entry for entry in found if isinstance(entry, int)] if isinstance(found, list) else []


def _id(parcel: Parcel, name: str) -> int:
    return cast(int, parcel.args[name])
