"""Chats, who is in them, and what stands in them now."""

from dataclasses import dataclass
from enum import Enum, auto

from tests.botapi.files import Photo
from tests.botapi.keyboards import Button, InlineKeyboard, Markup, RemoveKeyboard, ReplyKeyboard
from tests.botapi.refusals import Json, Refusal, bad_request, forbidden
from tests.botapi.rich_text import RichText


class Standing(Enum):
    """How the chat stands to the bot."""

    STRANGER = auto()
    OPEN = auto()
    BLOCKED = auto()
    DEACTIVATED = auto()
    KICKED = auto()
    MOVED = auto()


@dataclass(frozen=True)
class Person:
    """A sender: a person, or the bot itself."""

    id: int
    first_name: str
    username: str
    language_code: str | None = None
    is_bot: bool = False

    def json(self) -> Json:
        """Return the User."""
        base: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name, "username": self.username}
        return base | ({"language_code": self.language_code} if self.language_code else {})


@dataclass(frozen=True)
class Location:
    """A point on the map."""

    latitude: float
    longitude: float

    def json(self) -> Json:
        """Return the Location."""
        return {"latitude": self.latitude, "longitude": self.longitude}


@dataclass(frozen=True)
class Contact:
    """A shared contact; the sender's own only if `user_id` is the sender's."""

    phone: str
    first_name: str
    user_id: int

    def json(self) -> Json:
        """Return the Contact."""
        return {"phone_number": self.phone, "first_name": self.first_name, "user_id": self.user_id}


@dataclass(frozen=True)
class Sticker:
    """A sticker; all alike here."""

    def json(self) -> Json:
        """Return the Sticker."""
        ids: Json = {"file_id": "CAACAg-sticker", "file_unique_id": "AgADsticker", "type": "regular", "emoji": "👍"}
        return ids | {"width": 512, "height": 512, "is_animated": False, "is_video": False}


NOTHING = RichText("")
Content = Photo | Location | Contact | Sticker | None


@dataclass(frozen=True)
class Message:
    """A message as it stands now. `sent_at` is monotonic; `touched` counts all that ever happened, edits included."""

    id: int
    chat_id: int
    sender: Person
    date: int
    rich: RichText = NOTHING
    content: Content = None
    markup: Markup | None = None
    media_group_id: str | None = None
    reply_to: int | None = None
    edits: int = 0
    edit_date: int | None = None
    sent_at: float = 0.0
    touched: int = 0

    @property
    def text(self) -> str:
        """Text, or caption."""
        return self.rich.text

    @property
    def from_bot(self) -> bool:
        """True if the bot sent it."""
        return self.sender.is_bot

    @property
    def inline(self) -> tuple[tuple[Button, ...], ...]:
        """The buttons under it, with their links."""
        return self.markup.rows if isinstance(self.markup, InlineKeyboard) else ()

    @property
    def buttons(self) -> list[list[tuple[str, str]]]:
        """The buttons under it as rows of (text, data); a link has its URL for data."""
        return [[(button.text, button.data or button.url) for button in row] for row in self.inline]

    @property
    def keyboard(self) -> list[list[str]]:
        """The reply keyboard it brought, as rows of texts."""
        return [[key.text for key in row] for row in self.markup.rows] if isinstance(self.markup, ReplyKeyboard) else []

    @property
    def removes_keyboard(self) -> bool:
        """True if it took the reply keyboard away."""
        return isinstance(self.markup, RemoveKeyboard)

    @property
    def photo(self) -> bytes | None:
        """The picture, if it is one."""
        return self.content[-1].data if isinstance(self.content, tuple) else None

    @property
    def location(self) -> Location | None:
        """The place, if it is one."""
        return self.content if isinstance(self.content, Location) else None

    def json(self, chat: Json) -> Json:
        """Return the Message as the bot gets it."""
        base: Json = {"message_id": self.id, "date": self.date, "chat": chat, "from": self.sender.json()}
        extra: Json = {
            "edit_date": self.edit_date,
            "media_group_id": self.media_group_id,
            "reply_markup": self.markup.json() if isinstance(self.markup, InlineKeyboard) else None,
        }
        return base | {name: value for name, value in extra.items() if value is not None} | self._body()

    def _body(self) -> Json:
        words = ("caption", "caption_entities") if isinstance(self.content, tuple) else ("text", "entities")
        entities = [entity.json() for entity in self.rich.entities]
        body: Json = {words[0]: self.text} if self.text else {}
        body |= {words[1]: entities} if entities else {}
        match self.content:
            case Location() | Contact() | Sticker():
                return body | {type(self.content).__name__.lower(): self.content.json()}
            case tuple():
                return body | {"photo": [size.json() for size in self.content]}
            case None:
                return body


@dataclass(frozen=True)
class Toast:
    """An answered tap: the short words over the chat, or an alert. Empty text only stops the spinner."""

    text: str
    alert: bool
    data: str
    touched: int


class Chat:
    """A private chat or a group."""

    def __init__(self, chat_id: int, kind: str, name: str, username: str | None = None) -> None:
        self.id = chat_id
        self.kind = kind
        self.name = name
        self.username = username
        self.standing = Standing.STRANGER if kind == "private" else Standing.OPEN
        self.moved_to: int | None = None
        self.known = False
        self.bot_is_admin = True
        self.messages: dict[int, Message] = {}
        self.keyboard: ReplyKeyboard | None = None
        self.story: list[int | str] = []

    @property
    def private(self) -> bool:
        """True if it is a chat with one person."""
        return self.kind == "private"

    def json(self) -> Json:
        """Return the Chat."""
        if self.private:
            return {"id": self.id, "type": self.kind, "first_name": self.name, "username": self.username}
        return {"id": self.id, "type": self.kind, "title": self.name}

    def check_open(self) -> None:
        """Refuse as the server does when the bot may not write here."""
        match self.standing:
            case Standing.OPEN:
                return
            case Standing.STRANGER if self.known:
                raise forbidden("bot can't initiate conversation with a user")
            case Standing.STRANGER:
                raise bad_request("chat not found")
            case Standing.BLOCKED:
                raise forbidden("bot was blocked by the user")
            case Standing.DEACTIVATED:
                raise forbidden("user is deactivated")
            case Standing.KICKED:
                raise forbidden(f"bot was kicked from the {self.kind} chat")
            case Standing.MOVED:
                what = "Bad Request: group chat was upgraded to a supergroup chat"
                raise Refusal(400, what, migrate_to_chat_id=self.moved_to or 0)

    def show(self, message: Message) -> None:
        """Put a message in its place, new or edited."""
        if message.id not in self.messages:
            self.story.append(message.id)
            match message.markup:
                case ReplyKeyboard():
                    self.keyboard = message.markup
                case RemoveKeyboard():
                    self.keyboard = None
        self.messages[message.id] = message

    def tell(self, line: str) -> None:
        """Note something for the transcript that is no message."""
        self.story.append(line)
