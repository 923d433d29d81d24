"""Conversations at chosen questions of a form, taken through the front door one event at a time."""

import asyncio
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count

from backend.catalog.service import Catalogue
from backend.chats import Chat
from backend.conversations import service as conversations
from backend.conversations.service import Stored
from backend.database import Database
from backend.delivery import Delivery
from backend.people.service import Known
from bot.context import TurnContext, turn_context
from bot.conversation import FrontDoor
from bot.incoming import Incoming, Reply
from bot.rendered import Rendered
from dialogs import flow
from dialogs.model import Form, Kind, Stage, State
from locales import text
from tests.dialogs.events import finished
from tests.promises.arrivals import Named, as_sent
from tests.promises.subjects import Subjects
from tests.transcripts.phones import CHANNEL, Phones


@dataclass(frozen=True)
class Talk:
    """One conversation, in a chat of its own, that stood at `before`."""

    name: str
    before: State
    conversation: int


@dataclass(frozen=True)
class After:
    """What an event, or the same one twice, led to."""

    replies: tuple[Reply, ...]
    shown: tuple[Rendered, ...]
    own: tuple[Rendered, ...]
    stored: Stored

    @property
    def faults(self) -> list[str]:
        """Silence, our own fault, nothing to read."""
        told = [each.text for each in self.shown]
        silent = not self.own and not any(reply.toast for reply in self.replies) and (self.stored.open or not told)
        return [
            *(["silence"] if silent else []),
            *(["a fault of ours"] if any(text("en", "our-fault") in each for each in told) else []),
            *(["an empty message"] if any(not each.strip() for each in told) else []),
        ]


async def _no_alarm(*given: object) -> None:
    raise AssertionError(f"given up: {given[1:]}")


@dataclass
class Counter:
    """One form in one database, with two processes that take what comes."""

    form: Form
    databases: Sequence[Database]
    catalogue: Catalogue
    context: TurnContext
    teller: Known
    subjects: Subjects
    phones: Phones = field(default_factory=Phones)
    _updates: "count[int]" = field(default_factory=count)
    _ends: dict[bytes, bool] = field(default_factory=dict)

    @classmethod
    async def opened(cls, form: Form, databases: Sequence[Database], catalogue: Catalogue) -> "Counter":
        async with databases[0].begin() as work:
            subjects = await Subjects.of(work)
            teller = subjects.teller(form.id)
            context = await turn_context(work, catalogue, teller.id)
        return cls(form, databases, catalogue, context, teller, subjects)

    def __post_init__(self) -> None:
        first = self.databases[0]
        self._doors = [FrontDoor(each, self.catalogue) for each in self.databases]
        self._delivery = Delivery(
            first, {}, _no_alarm, {}, first.clock, dict.fromkeys((CHANNEL, "test"), self.phones.post)
        )

    async def seat(self, stand: Iterable[tuple[str, State]]) -> list[Talk]:
        """Puts conversations under way, by their names."""
        async with self.databases[0].begin() as work:
            subjects = self.subjects.at(work)
            return [await self._seat(subjects, name, state) for name, state in stand]

    async def _seat(self, subjects: Subjects, name: str, state: State) -> Talk:
        work, address = subjects.work, f"{self.form.id}/{name}"
        person = await subjects.another(self.form.id)
        chat = Chat(channel=CHANNEL, address=address, person_id=person, language="en", seen_at=work.now)
        work.session.add(chat)
        await work.session.flush()
        subject = await subjects.make(self.form.id)
        stored = await conversations.begin_conversation(work, chat.id, self.form.id, subject, state.to_json())
        chat.focus_id = stored.id
        return Talk(address, state, stored.id)

    def restart(self) -> None:
        """Nothing that a process remembers outlives it."""
        self._doors = [FrontDoor(each, self.catalogue) for each in self.databases]

    async def take(self, talk: Talk, event: Named, *, times: int = 1) -> After:
        """One event, or updates of the same content at the same moment, each through another process."""
        what = as_sent(event[1], talk.conversation)
        updates = [
            Incoming(CHANNEL, f"{next(self._updates)}", CHANNEL, talk.name, self.teller.name, "en", what)
            for _ in range(times)
        ]
        doors = [self._doors[number % len(self._doors)] for number in range(times)]
        replies = await asyncio.gather(*(door.receive(each) for door, each in zip(doors, updates, strict=True)))
        while await self._delivery.drain(500):
            pass
        news = self.phones.news()
        own = tuple(each.rendered for each in news if each.name == talk.name)
        return After(tuple(replies), tuple(each.rendered for each in news), own, await self.stored(talk))

    async def stored(self, talk: Talk) -> Stored:
        async with self.databases[0].read() as work:
            stored = await conversations.conversation(work, talk.conversation)
        assert stored
        return stored

    def state(self, stored: Stored) -> State:
        return flow.under(self.form, State.from_json(stored.state))

    def told(self, stored: Stored) -> State:
        """The state without what the world knows of this very person."""
        state = self.state(stored)
        noted = {each.id for each in self.form.questions if each.kind is Kind.NOTED}
        return state.but(answers={name: said for name, said in state.answers.items() if name not in noted})

    def present(self, stored: Stored) -> str | None:
        return flow.present(self.form, self.state(stored))

    def ends(self, stored: Stored) -> bool:
        """Whether honest answers lead from here to the end."""
        key = as_bytes(stored)
        if key not in self._ends:
            end = finished(self.form, self.state(stored), self.context)
            self._ends[key] = end.stage is Stage.FINISHED
        return self._ends[key]

    def puts(self, talk: Talk, question: str | None) -> bool:
        """Whether the newest question on the phone is this one."""
        keys = [key.data for message in self.phones.messages.get(talk.name, []) for key in message.keys]
        asked = [data for data in keys if data.startswith(f"f:{talk.conversation}:")]
        return bool(asked) and asked[-1].split(":")[2] == question


def as_bytes(stored: Stored) -> bytes:
    return json.dumps(stored.state, ensure_ascii=False).encode()
