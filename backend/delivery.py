"""Sends what is owed: at least once, in order in each chat, at the channel's pace, giving up only loudly."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, exists, or_, select
from sqlalchemy.orm import aliased

from backend.chats import Chat, mark_blocked
from backend.clock import Clock, SystemClock
from backend.database import Database, JsonObject, Work
from backend.outbox import Card, OutboxMessage, OutboxState
from backend.pacing import Pace, hold_back, reserve, rest

LEASE = timedelta(seconds=8)
TRIES = 12
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Parcel:
    """A message on its way. `repeated`: an earlier try may have arrived. `replaces`: the message to edit."""

    id: int
    chat_id: int
    channel: str
    address: str
    language: str
    kind: str
    args: JsonObject
    card: str | None
    replaces: str | None
    repeated: bool
    attempts: int
    not_before: datetime


class Unreachable(Exception):
    """The chat cannot be written to: blocked, deleted, never started."""


class Unacceptable(Exception):
    """The channel will never take this message."""


class Unclear(Exception):
    """No answer came: the message may have arrived."""


class TryLater(Exception):
    """The channel asks to wait so many seconds; `everyone` when no message at all may go meanwhile."""

    def __init__(self, seconds: float, *, everyone: bool = False) -> None:
        super().__init__(f"wait {seconds} s")
        self.seconds, self.everyone = seconds, everyone


Courier = Callable[[Parcel], Awaitable[str]]
"""Delivers a parcel and returns the channel's reference of the message."""

Board = Callable[[Work, Parcel], Awaitable[str]]
"""Puts a parcel up inside this database, in the transaction that marks it sent: exactly once."""

Alarm = Callable[[Work, Parcel, str], Awaitable[None]]
"""Told, in the transaction that gives a message up, why."""


class Delivery:
    """The sending side of the outbox, for the channels that this process serves: by a courier that carries messages
    out, or on a board of this database. Leases and pauses follow the wall clock, which no demo moves."""

    def __init__(
        self,
        database: Database,
        couriers: Mapping[str, Courier],
        alarm: Alarm,
        paces: Mapping[str, Pace],
        wall: Clock | None = None,
        boards: Mapping[str, Board] | None = None,
        wake: Callable[[], None] | None = None,
    ) -> None:
        self._database = database
        self._couriers = couriers
        self._alarm = alarm
        self._paces = paces
        self._wall = wall or SystemClock()
        self._boards = boards or {}
        self._wake = wake

    async def drain(self, most: int = 16) -> int:
        """Sends the oldest due message of up to so many chats, side by side. Returns how many were tried."""
        posted = await self._post(most) if self._boards else 0
        parcels = await self._claim(most) if self._couriers else ()
        await asyncio.gather(*(self._deliver(parcel) for parcel in parcels))
        return posted + len(parcels)

    async def _post(self, most: int) -> int:
        """Puts up what goes to boards; what a board refuses is put back or given up like any other message."""
        now = self._wall.now()
        due = _due(now).where(Chat.channel.in_(list(self._boards))).limit(most)
        async with self._database.read() as glance:
            if (await glance.session.execute(due.limit(1))).first() is None:
                return 0
        failed: list[tuple[Parcel, Exception]] = []
        async with self._database.begin() as work:
            claimed = (await work.session.execute(due.with_for_update(of=OutboxMessage, skip_locked=True))).all()
            for message, chat in claimed:
                parcel = await _parcel(work, message, chat, now)
                try:
                    async with work.session.begin_nested():
                        _mark_sent(message, work, reference := await self._boards[chat.channel](work, parcel))
                        await _show_card(work, parcel, reference)
                except Exception as error:
                    _log.exception("message %s was not put up", parcel.id)
                    failed.append((parcel, error))
        for parcel, reason in failed:
            if isinstance(reason, Unacceptable):
                await self._give_up(parcel, str(reason), blocked=False)
            else:
                await self._put_back(parcel, repr(reason), unclear=False)
        return len(claimed)

    async def _claim(self, most: int) -> Sequence[Parcel]:
        now = self._wall.now()
        away = _due(now).where(Chat.channel.in_(list(self._couriers)))
        async with self._database.read() as glance:
            if (await glance.session.execute(away.limit(1))).first() is None:
                return ()
        claimed = away.limit(most).with_for_update(of=OutboxMessage, skip_locked=True)
        async with self._database.begin() as work:
            parcels = []
            for message, chat in (await work.session.execute(claimed)).all():
                turn = await reserve(work, chat, self._paces.get(chat.channel), now)
                if turn is not None:
                    parcels.append(await _parcel(work, message, chat, turn))
                    message.leased_until, message.unclear = turn + LEASE, True
                    message.attempts += 1
            return parcels

    async def _deliver(self, parcel: Parcel) -> None:
        await asyncio.sleep((parcel.not_before - self._wall.now()).total_seconds())
        self._wake_for_the_next(parcel)
        started = self._wall.now()
        try:
            async with asyncio.timeout(LEASE.total_seconds() - 1):
                reference = await self._couriers[parcel.channel](parcel)
        except Unreachable as error:
            await self._give_up(parcel, str(error), blocked=True)
        except Unacceptable as error:
            await self._give_up(parcel, str(error), blocked=False)
        except TryLater as error:
            await self._wait(parcel, error)
        except (Unclear, TimeoutError) as error:
            await self._put_back(parcel, repr(error), unclear=True)
        except Exception as error:
            _log.exception("message %s was not delivered", parcel.id)
            await self._put_back(parcel, repr(error), unclear=False)
        else:
            await self._sent(parcel, reference, started)

    def _wake_for_the_next(self, parcel: Parcel) -> None:
        """The chat's next message need not wait for a tick once the chat may be written to again."""
        pace = self._paces.get(parcel.channel)
        if self._wake and pace:
            asyncio.get_running_loop().call_later(pace.between_private.total_seconds() + 0.01, self._wake)

    async def _sent(self, parcel: Parcel, reference: str, started: datetime) -> None:
        async with self._database.begin() as work:
            await rest(work, parcel.chat_id, self._paces.get(parcel.channel), started)
            _mark_sent(await _message(work, parcel), work, reference)
            await _show_card(work, parcel, reference)

    async def _wait(self, parcel: Parcel, error: TryLater) -> None:
        """A pause that the channel asked for is no failed try."""
        until = self._wall.now() + timedelta(seconds=error.seconds)
        async with self._database.begin() as work:
            message = await _message(work, parcel)
            message.due_at, message.leased_until, message.error = until, None, str(error)
            message.unclear, message.attempts = parcel.repeated, parcel.attempts
            if error.everyone:
                await hold_back(work, parcel.channel, until)

    async def _put_back(self, parcel: Parcel, why: str, *, unclear: bool) -> None:
        if parcel.attempts + 1 >= TRIES:
            await self._give_up(parcel, why, blocked=False)
            return
        pause = min(2.0**parcel.attempts, 300) * random.uniform(0.5, 1)
        async with self._database.begin() as work:
            message = await _message(work, parcel)
            message.due_at, message.leased_until = self._wall.now() + timedelta(seconds=pause), None
            message.unclear, message.error, message.attempts = unclear or parcel.repeated, why, parcel.attempts + 1

    async def _give_up(self, parcel: Parcel, why: str, *, blocked: bool) -> None:
        async with self._database.begin() as work:
            message = await _message(work, parcel)
            message.state, message.error, message.leased_until = OutboxState.DEAD, why, None
            if blocked:
                await mark_blocked(work, parcel.chat_id)
            await self._alarm(work, parcel, why)


async def outlived(work: Work, parcel: Parcel) -> bool:
    """Whether the message that the parcel edits is no longer its card: a newer message that shows it is on its way."""
    if parcel.replaces is None:
        return False
    newer = exists().where(
        OutboxMessage.chat_id == parcel.chat_id,
        OutboxMessage.state == OutboxState.QUEUED,
        OutboxMessage.card == parcel.card,
        OutboxMessage.fresh,
        OutboxMessage.id > parcel.id,
    )
    return bool((await work.session.execute(select(newer))).scalar_one())


def _due(now: datetime) -> Select[OutboxMessage, Chat]:
    earlier = aliased(OutboxMessage)
    an_earlier_one = exists().where(
        earlier.chat_id == OutboxMessage.chat_id, earlier.state == OutboxState.QUEUED, earlier.id < OutboxMessage.id
    )
    return (
        select(OutboxMessage, Chat)
        .join(Chat, Chat.id == OutboxMessage.chat_id)
        .where(
            OutboxMessage.state == OutboxState.QUEUED,
            or_(OutboxMessage.due_at.is_(None), OutboxMessage.due_at <= now),
            or_(OutboxMessage.leased_until.is_(None), OutboxMessage.leased_until < now),
            or_(Chat.next_send_at.is_(None), Chat.next_send_at <= now),
            ~an_earlier_one,
        )
        .order_by(OutboxMessage.urgent.desc(), OutboxMessage.id)
    )


def _mark_sent(message: OutboxMessage, work: Work, reference: str) -> None:
    message.state, message.sent_at, message.reference = OutboxState.SENT, work.now, reference
    message.leased_until, message.unclear = None, False


async def _show_card(work: Work, parcel: Parcel, reference: str) -> None:
    if parcel.card:
        shown = work.insert(Card).values(chat_id=parcel.chat_id, card=parcel.card, reference=reference)
        await work.session.execute(
            shown.on_conflict_do_update(index_elements=["chat_id", "card"], set_={"reference": reference})
        )


async def _message(work: Work, parcel: Parcel) -> OutboxMessage:
    return (await work.session.execute(select(OutboxMessage).where(OutboxMessage.id == parcel.id))).scalar_one()


async def _parcel(work: Work, message: OutboxMessage, chat: Chat, turn: datetime) -> Parcel:
    replaces = None
    if message.card and not message.fresh:
        shown = select(Card.reference).where(Card.chat_id == chat.id, Card.card == message.card)
        replaces = (await work.session.execute(shown)).scalar_one_or_none()
    return Parcel(
        id=message.id,
        chat_id=chat.id,
        channel=chat.channel,
        address=chat.address,
        language=chat.language,
        kind=message.kind,
        args=message.args,
        card=message.card,
        replaces=replaces,
        repeated=message.unclear,
        attempts=message.attempts,
        not_before=turn,
    )
