"""The desk takes over a conversation and gives it back; the form waits meanwhile."""

from backend.actors import Role
from backend.chats import chat_by_id
from backend.conversations import service as conversations
from backend.database import JsonObject
from backend.errors import NotAllowed
from backend.journal import record
from backend.outbox import Notice, owe
from backend.people import service as people
from bot import running
from bot.buttons import ActionTap
from bot.turn import Turn, say_to
from dialogs.events import Event, PhotoSent, Said
from dialogs.phrases import Phrase, Words


async def call(turn: Turn) -> None:
    """The supervisors hear that somebody wants a person."""
    owes = await _cards(turn, turn.chat.id, turn.me.name)
    await record(turn.work, "wants-person", turn.me.actor, owes=owes)


async def take_over(turn: Turn, chat_id: int) -> None:
    """Raises NotAllowed, or TooLate when somebody else answers already."""
    if turn.me.actor.role is not Role.SUPERVISOR:
        raise NotAllowed("only the desk takes conversations over")
    await give_back(turn)
    await conversations.take_over(turn.work, chat_id, turn.chat.id, turn.me.id)
    name = await _name_of(turn, chat_id)
    back = (Words("button-give-back"), ActionTap("give-back"))
    await turn.say(Words("taken-over", {"name": _called(name)}), rows=[[back]])
    await say_to(turn.work, chat_id, Words("taken-over-customer", {"name": turn.me.name}))
    owes = await _cards(turn, chat_id, name)
    await record(turn.work, "taken-over", turn.me.actor, data={"chat": chat_id}, owes=owes)


async def give_back(turn: Turn) -> None:
    """Ends whatever conversation this desk has taken; the customer's form is put again."""
    taken = await conversations.give_back(turn.work, turn.chat.id)
    for chat_id in taken:
        await turn.say(Words("given-back", {"name": _called(await _name_of(turn, chat_id))}))
        await say_to(turn.work, chat_id, Words("given-back-customer"))
        customer = await chat_by_id(turn.work, chat_id)
        if customer.person_id is not None:
            me = await people.known(turn.work, customer.person_id)
            await running.ask_again(Turn(turn.work, customer, me, turn.context))
        await record(turn.work, "given-back", turn.me.actor, data={"chat": chat_id})


async def relayed(turn: Turn, event: Event) -> bool:
    """Passes the words on to the other side of a taken conversation. False when there is none."""
    other = await conversations.other_side(turn.work, turn.chat.id)
    if other is None or not isinstance(event, Said | PhotoSent):
        return False
    words = "relayed-desk" if turn.me.actor.role is Role.SUPERVISOR else "relayed"
    if isinstance(event, Said):
        await say_to(turn.work, other, Words(words, {"name": _called(turn.me.name), "words": event.text[:1500]}))
    else:
        args: JsonObject = {"name": turn.me.name, "photo": event.photo}
        await owe(turn.work, other, "relayed-photo", args)
    await record(turn.work, "relayed", turn.me.actor, data={"to": other})
    return True


async def _cards(turn: Turn, chat_id: int, name: str) -> list[Notice]:
    args: JsonObject = {"chat": chat_id, "name": name}
    return await people.to_supervisors(turn.work, "wants-person", args, card=f"wants-person:{chat_id}")


async def _name_of(turn: Turn, chat_id: int) -> str:
    chat = await chat_by_id(turn.work, chat_id)
    return (await people.known(turn.work, chat.person_id)).name if chat.person_id is not None else ""


def _called(name: str) -> Phrase:
    """A visitor may have told no name."""
    return name or Words("somebody")
