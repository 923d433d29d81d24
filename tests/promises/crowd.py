"""Plays the story: every update once and in order, or several times and side by side with the others'."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import func, select

from backend.catalog.service import Catalogue
from backend.chats import ChatKey, locked_chat
from backend.clock import FixedClock
from backend.database import Database
from backend.delivery import Delivery
from backend.duework import DueWork, run_due
from backend.people import service as people
from backend.people.rules import StaffRole
from bot.conversation import FrontDoor
from bot.incoming import Incoming, What
from bot.openers import SurveyOpener
from bot.product import _handlers
from tests.promises.hand import Hand
from tests.promises.story import CHAPTERS, LANGUAGES, PLACES, SKILLS, SUPERVISOR
from tests.transcripts.phones import CHANNEL, Phones

_ROLES = {**dict.fromkeys(SKILLS, StaffRole.TECHNICIAN), SUPERVISOR: StaffRole.SUPERVISOR}
_MOST_COPIES = 5


async def _no_alarm(*given: object) -> None:
    raise AssertionError(f"given up: {given[1:]}")


@dataclass
class Crowd:
    """Everybody in the story. Without `chance` every update comes once, one after another.

    `databases` are those of the processes that take the updates: all of them open the same one.
    """

    databases: Sequence[Database]
    catalogue: Catalogue
    clock: FixedClock
    chance: random.Random | None = None
    phones: Phones = field(default_factory=Phones)
    _updates: int = 0
    _again: list[Incoming] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._doors = [FrontDoor(database, self.catalogue) for database in self.databases]
        first = self.databases[0]
        self._delivery = Delivery(first, {}, _no_alarm, {}, self.clock, {CHANNEL: self.phones.post})
        self._due = _handlers(SurveyOpener(self.catalogue))

    async def play(self) -> None:
        await self._prepare()
        for chapter in CHAPTERS:
            hands = [Hand(name, list(acts), self.phones) for name, acts in chapter.acts.items()]
            while any(hand.acts for hand in hands):
                ready = [(hand, what) for hand in hands if (what := hand.next())]
                assert ready, f"nobody can go on: {[(each.name, each.acts) for each in hands]}\n{self._shown()}"
                for hand, _ in (now := self._some_of(ready)):
                    hand.sent()
                await self._happen([(hand.name, what) for hand, what in now])
            until = self.clock.now() + chapter.then
            while (due_at := await self._next_due()) is not None and due_at <= until:
                self.clock.forward(max(due_at - self.clock.now(), timedelta()))
                await self._settle()
            self.clock.forward(until - self.clock.now())
        await self._deliver(self._again)
        await self._settle()

    def _some_of(self, ready: list[tuple[Hand, What]]) -> list[tuple[Hand, What]]:
        """Who acts now: the first who can, or several at the same moment."""
        if self.chance is None:
            return ready[:1]
        return self.chance.sample(ready, self.chance.randint(1, len(ready)))

    async def _happen(self, acts: list[tuple[str, What]]) -> None:
        """Each update and, by chance, copies of it and of earlier ones. One chat's own order stays as it was."""
        now = [self._incoming(name, what) for name, what in acts]
        copies: list[Incoming] = []
        if self.chance:
            for update in now:
                for _ in range(self.chance.randrange(_MOST_COPIES)):
                    (copies if self.chance.random() < 0.4 else self._again).append(update)
            self.chance.shuffle(self._again)
            late = self.chance.randint(0, min(4, len(self._again)))
            copies += [self._again.pop() for _ in range(late)]
        mixed = [*now, *copies]
        if self.chance:
            self.chance.shuffle(mixed)
        seen = await self._deliver(mixed)
        assert seen == len(now), "an update was taken twice, or not at all"
        await self._settle()

    async def _deliver(self, updates: list[Incoming]) -> int:
        """At the same moment, through whichever process; how many were new."""
        doors = [self.chance.choice(self._doors) if self.chance else self._doors[0] for _ in updates]
        replies = await asyncio.gather(*(door.receive(each) for door, each in zip(doors, updates, strict=True)))
        return sum(reply.seen for reply in replies)

    def _incoming(self, name: str, what: What) -> Incoming:
        self._updates += 1
        return Incoming(CHANNEL, str(self._updates), CHANNEL, name, name, LANGUAGES[name], what)

    async def _settle(self) -> None:
        while await run_due(self.databases[0], self._due, _no_alarm) + await self._delivery.drain():
            pass

    async def _next_due(self) -> datetime | None:
        async with self.databases[0].read() as work:
            found = await work.session.execute(select(func.min(DueWork.due_at)))
            return found.scalar_one()

    async def _prepare(self) -> None:
        async with self.databases[0].begin() as work:
            for name, role in _ROLES.items():
                invited = await people.invite(work, role, name, SKILLS.get(name, ()), PLACES.get(name))
                chat = await locked_chat(work, ChatKey(CHANNEL, name), LANGUAGES[name])
                await people.redeem(work, invited.token, (await people.person_of(work, chat, name)).id)

    def _shown(self) -> str:
        return "\n\n".join(
            f"{name}: {message.states[-1].text} {[key.data for key in message.keys]}"
            for name, messages in self.phones.messages.items()
            for message in messages[-3:]
        )
