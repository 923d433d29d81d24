"""All that the server knows: people, chats, files, taps, and the bot's settings."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count

from tests.botapi.chats import Chat, Message, Person, Toast
from tests.botapi.files import FileStore
from tests.botapi.pulse import Pulse
from tests.botapi.refusals import Json, bad_request
from tests.botapi.updates import TAP_SECONDS, Update, UpdateQueue
from tests.botapi.webhook import Courier, Retry

FIRST_UPDATE = 731_004_512


@dataclass
class Tap:
    """A tapped button that waits for its answer."""

    id: str
    person: Person
    chat: Chat
    data: str
    at: float
    answered: bool = False


@dataclass
class Settings:
    """What the bot told the server about itself, by (scope, language) or (field, language)."""

    commands: dict[tuple[str, str], tuple[tuple[str, str], ...]] = field(default_factory=dict)
    descriptions: dict[tuple[str, str], str] = field(default_factory=dict)


class World:
    """The server's memory."""

    def __init__(self, bot: Person, longest_poll: float, retry: Retry) -> None:
        self.bot = bot
        self.longest_poll = longest_poll
        self.retry = retry
        self.pulse = Pulse()
        self.queue = UpdateQueue(self.pulse, FIRST_UPDATE)
        self.files = FileStore()
        self.chats: dict[int, Chat] = {}
        self.taps: dict[str, Tap] = {}
        self.toasts: list[tuple[int, Toast]] = []
        self.settings = Settings()
        self.courier: Courier | None = None
        self.closing = False
        self.polls = 0
        self.skipped = 0.0
        self._happened = count(1)
        self._message_ids = count(101)
        self._group_ids: dict[int, count[int]] = {}
        self._tap_ids = count(4_382_910_238_457_001)

    def now(self) -> float:
        """Return the server's time: the clock's, and what tests skipped."""
        return time.time() + self.skipped

    def happened(self) -> int:
        """Count one more thing that happened."""
        return next(self._happened)

    def chat(self, chat_id: str) -> Chat:
        """Return a chat the bot may write to, or refuse."""
        if not chat_id:
            raise bad_request("chat_id is empty")
        try:
            chat = self.chats.get(int(chat_id))
        except ValueError:
            chat = None
        if chat is None:
            raise bad_request("chat not found")
        chat.check_open()
        return chat

    def next_message_id(self, chat: Chat) -> int:
        """Return an id: private chats and groups share one row of numbers, each supergroup has its own."""
        if chat.kind != "supergroup":
            return next(self._message_ids)
        return next(self._group_ids.setdefault(chat.id, count(1)))

    def post(self, chat: Chat, sender: Person, build: Callable[[Message], Message]) -> Message:
        """Put a new message into a chat; `build` fills in what it says."""
        blank = Message(self.next_message_id(chat), chat.id, sender, int(self.now()))
        message = replace(build(blank), sent_at=time.monotonic(), touched=self.happened())
        chat.show(message)
        self.pulse.beat()
        return message

    def rewrite(self, chat: Chat, message: Message) -> Message:
        """Put an edited message in place of the old one."""
        edited = replace(message, edits=message.edits + 1, edit_date=int(self.now()), touched=self.happened())
        chat.show(edited)
        self.pulse.beat()
        return edited

    def emit(self, kind: str, body: Json) -> Update:
        """Queue an update for the bot."""
        return self.queue.add(Update(self.queue.take_id(), kind, body, self.now()))

    def tap(self, person: Person, chat: Chat, message: Message, data: str) -> Update:
        """Queue a callback query."""
        tap = Tap(str(next(self._tap_ids)), person, chat, data, self.now())
        self.taps[tap.id] = tap
        body: Json = {
            "id": tap.id,
            "from": person.json(),
            "message": message.json(chat.json()),
            "chat_instance": str(chat.id * 7),
            "data": data,
        }
        return self.emit("callback_query", body)

    def open_tap(self, tap_id: str) -> Tap:
        """Return a tap that can still be answered, or refuse."""
        tap = self.taps.get(tap_id)
        if tap is None or tap.answered or self.now() - tap.at > TAP_SECONDS:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        return tap

    def toast(self, tap: Tap, text: str, alert: bool) -> None:
        """Show the answer to a tap."""
        tap.answered = True
        self.toasts.append((tap.person.id, Toast(text, alert, tap.data, self.happened())))
        if text:
            tap.chat.tell(f"{'alert' if alert else 'toast'} to {tap.person.first_name}: {text}")
        self.pulse.beat()
