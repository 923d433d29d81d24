"""How fast a channel may be written to, kept in the database so that all processes together keep it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from backend.chats import Chat, chat_by_id
from backend.database import Base, Work

AHEAD = timedelta(milliseconds=500)
"""How far ahead a sender may reserve its turn."""


@dataclass(frozen=True)
class Pace:
    """The least time between two messages: in all, in one private chat, in one group."""

    between_all: timedelta
    between_private: timedelta
    between_group: timedelta


class Turn(Base):
    """When the next message of a channel may go, by the wall clock."""

    __tablename__ = "pacing"

    channel: Mapped[str] = mapped_column(primary_key=True)
    next_at: Mapped[datetime]


async def reserve(work: Work, chat: Chat, pace: Pace | None, now: datetime) -> datetime | None:
    """The moment at which this chat's next message may go; None when that is too far ahead."""
    if pace is None:
        return now
    turn = await _turn(work, chat.channel, now)
    at = max(now, turn.next_at)
    if at - now > AHEAD:
        return None
    turn.next_at = at + pace.between_all
    chat.next_send_at = at + (pace.between_private if chat.private else pace.between_group)
    return at


async def rest(work: Work, chat_id: int, pace: Pace | None, sent_at: datetime) -> None:
    """A message that went later than its turn keeps the next one of its chat as far away."""
    if pace is not None:
        chat = await chat_by_id(work, chat_id)
        between = pace.between_private if chat.private else pace.between_group
        chat.next_send_at = max(chat.next_send_at or sent_at, sent_at + between)


async def hold_back(work: Work, channel: str, until: datetime) -> None:
    """Nobody sends on the channel before then."""
    turn = await _turn(work, channel, until)
    turn.next_at = max(turn.next_at, until)


async def _turn(work: Work, channel: str, now: datetime) -> Turn:
    await work.session.execute(work.insert(Turn).values(channel=channel, next_at=now).on_conflict_do_nothing())
    return (await work.session.execute(select(Turn).where(Turn.channel == channel).with_for_update())).scalar_one()
