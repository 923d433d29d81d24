"""One event, one transaction: inbox, conversation, ticket, journal and outbox change together or not at all."""

import logging
from collections.abc import Awaitable, Callable

from sqlalchemy.exc import DBAPIError

from backend.catalog.service import Catalogue
from backend.chats import Chat, ChatKey, locked_chat
from backend.conversations.service import first_seen
from backend.database import Database, Work
from backend.errors import Refusal
from backend.people import service as people
from bot import running
from bot.context import turn_context
from bot.incoming import Command, Incoming, Reply
from bot.refusals import refusal_words
from bot.routing import route
from bot.turn import Turn, say_to
from bot.wording import say
from dialogs.phrases import Words

Stand = Callable[[Work, int], Awaitable[None]]
_TRIES = 4
_BROKEN = ("40P01", "40001")
"""PostgreSQL's codes for a broken deadlock and a failed serialisation."""
_log = logging.getLogger(__name__)


class FrontDoor:
    """Takes every update of every channel."""

    def __init__(self, database: Database, catalogue: Catalogue) -> None:
        self._database = database
        self._catalogue = catalogue

    async def receive(self, incoming: Incoming, stand: Stand | None = None) -> Reply:
        """Handles the update unless it was handled before. Returns after the commit.

        `stand` writes, in the same transaction, what the channel itself keeps of the update.

        An update that fails by a fault of ours is kept as failed and its sender is told; raises only when even that
        cannot be stored, so that the channel delivers the update again.
        """
        try:
            return await self._receive(incoming, stand)
        except Exception as error:
            _log.exception("update %s of %s failed", incoming.update_id, incoming.source)
            return await self._apologise(incoming, stand, repr(error))

    async def _receive(self, incoming: Incoming, stand: Stand | None) -> Reply:
        """Begins anew when PostgreSQL broke a deadlock at this transaction's expense."""
        for tries_left in reversed(range(_TRIES)):
            try:
                async with self._database.begin() as work:
                    if not await first_seen(work, incoming.source, incoming.update_id):
                        return Reply(seen=False)
                    return await self._handle(work, incoming, stand)
            except DBAPIError as error:
                if not tries_left or getattr(error.orig, "sqlstate", None) not in _BROKEN:
                    raise
        raise AssertionError("unreachable")

    async def _handle(self, work: Work, incoming: Incoming, stand: Stand | None) -> Reply:
        chat = await _chat(work, incoming)
        if stand is not None:
            await stand(work, chat.id)
        if not incoming.private:
            await _in_a_group(work, chat, incoming)
            return Reply()
        toast = None
        try:
            async with work.session.begin_nested():
                toast = await route(await self._turn(work, chat, incoming), incoming.what)
        except Refusal as refusal:
            chat = await _chat(work, incoming)
            toast = await self._refuse(await self._turn(work, chat, incoming), refusal)
        zone = work.settings.time_zone
        return Reply(say(toast, chat.language, zone) if toast else None)

    async def _turn(self, work: Work, chat: Chat, incoming: Incoming) -> Turn:
        me = await people.person_of(work, chat, incoming.name)
        return Turn(work, chat, me, await turn_context(work, self._catalogue, me.id))

    async def _refuse(self, turn: Turn, refusal: Refusal) -> Words:
        """A refusal changes nothing; it is said, and the open question is put again."""
        words = refusal_words(refusal)
        if not await running.ask_again(turn, (words,)):
            await turn.say(words)
        return words

    async def _apologise(self, incoming: Incoming, stand: Stand | None, error: str) -> Reply:
        async with self._database.begin() as work:
            if not await first_seen(work, incoming.source, incoming.update_id, failed=error):
                return Reply(seen=False)
            chat = await _chat(work, incoming)
            if stand is not None:
                await stand(work, chat.id)
            await say_to(work, chat.id, Words("our-fault"))
            return Reply()


async def _chat(work: Work, incoming: Incoming) -> Chat:
    key = ChatKey(incoming.channel, incoming.address)
    return await locked_chat(work, key, incoming.language, private=incoming.private)


async def _in_a_group(work: Work, chat: Chat, incoming: Incoming) -> None:
    """A group gets no personal data: commands are answered with the way to a private chat, the rest is not for us."""
    if isinstance(incoming.what, Command):
        await say_to(work, chat.id, Words("group-private"))
