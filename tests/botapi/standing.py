"""The update that tells the bot it was let in or thrown out."""

from tests.botapi.chats import Chat, Person
from tests.botapi.refusals import Json
from tests.botapi.updates import Update
from tests.botapi.world import World


def emit_standing(world: World, chat: Chat, person: Person, old: str, new: str) -> Update:
    """Queue a my_chat_member update."""
    body: Json = {
        "chat": chat.json(),
        "from": person.json(),
        "date": int(world.now()),
        "old_chat_member": _membership(world, old),
        "new_chat_member": _membership(world, new),
    }
    return world.emit("my_chat_member", body)


def _membership(world: World, status: str) -> Json:
    base: Json = {"user": world.bot.json(), "status": status}
    return base | ({"until_date": 0} if status == "kicked" else {})
