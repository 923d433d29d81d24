"""Groups that the bot is in."""

from tests.botapi.chats import Chat, Message, Standing
from tests.botapi.standing import emit_standing
from tests.botapi.transcript import transcript
from tests.botapi.updates import Update
from tests.botapi.users import Member, User
from tests.botapi.world import World


class Group:
    """A group that the bot is in."""

    def __init__(self, world: World, chat: Chat) -> None:
        self.world = world
        self.chat = chat

    @property
    def id(self) -> int:
        """The chat's id."""
        return self.chat.id

    @property
    def messages(self) -> list[Message]:
        """What the bot has sent here."""
        return [message for message in self.chat.messages.values() if message.from_bot]

    def member(self, user: User) -> Member:
        """Return a person as they speak in this group."""
        user.chat.known = True
        return Member(self.world, user.person, self.chat, user.phone)

    def transcript(self) -> str:
        """Return the chat, readable."""
        return transcript(self.chat)

    def kicks_bot(self, by: User) -> Update:
        """Throw the bot out."""
        self.chat.standing = Standing.KICKED
        return emit_standing(self.world, self.chat, by.person, "member", "kicked")

    def moves_to(self, group: "Group") -> None:
        """Become a supergroup: calls to the old id get `migrate_to_chat_id`."""
        self.chat.standing = Standing.MOVED
        self.chat.moved_to = group.id
