"""Where a person is reached: one row a chat of a channel. Ground floor, since messages and conversations hang on it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select, update
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base, Work


class Chat(Base):
    """`address` is the channel's own id of the chat; `focus_id` the conversation that plain words go to."""

    __tablename__ = "chats"
    __table_args__ = (UniqueConstraint("channel", "address"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str]
    address: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    language: Mapped[str]
    private: Mapped[bool] = mapped_column(default=True)
    focus_id: Mapped[int | None]
    seen_at: Mapped[datetime]
    blocked_at: Mapped[datetime | None]
    next_send_at: Mapped[datetime | None]


@dataclass(frozen=True)
class ChatKey:
    """The outside name of a chat."""

    channel: str
    address: str


async def locked_chat(work: Work, key: ChatKey, language: str, *, private: bool = True) -> Chat:
    """The chat, held until the transaction ends: one event at a time in each. Opened at its first event."""
    row = work.insert(Chat).values(
        channel=key.channel, address=key.address, language=language, private=private, seen_at=work.now
    )
    await work.session.execute(row.on_conflict_do_nothing())
    found = await work.session.execute(
        select(Chat)
        .where(Chat.channel == key.channel, Chat.address == key.address)
        .with_for_update(key_share=True)  # others may owe this chat a message meanwhile
        .execution_options(populate_existing=True)
    )
    chat = found.scalar_one()
    chat.seen_at, chat.blocked_at = work.now, None
    return chat


async def chat_of(work: Work, person_id: int) -> Chat | None:
    """Where the person was seen last and can be reached."""
    found = await work.session.execute(
        select(Chat)
        .where(Chat.person_id == person_id, Chat.blocked_at.is_(None), Chat.private)
        .order_by(Chat.seen_at.desc(), Chat.id)
        .limit(1)
    )
    return found.scalar_one_or_none()


async def chats_of(work: Work, people: Collection[int]) -> dict[int, int]:
    """The number of each one's chat, as `chat_of` finds it; who cannot be reached is left out."""
    if not people:
        return {}
    rows = await work.session.execute(
        select(Chat.person_id, Chat.id)
        .where(Chat.person_id.in_(people), Chat.blocked_at.is_(None), Chat.private)
        .order_by(Chat.seen_at, Chat.id.desc())
    )
    return {person_id: chat_id for person_id, chat_id in rows if person_id is not None}


async def chat_by_id(work: Work, chat_id: int) -> Chat:
    return (await work.session.execute(select(Chat).where(Chat.id == chat_id))).scalar_one()


async def hold_chat(work: Work, chat_id: int) -> Chat:
    """The chat, held until the transaction ends, for events that begin on our side."""
    found = select(Chat).where(Chat.id == chat_id).with_for_update(key_share=True)
    return (await work.session.execute(found.execution_options(populate_existing=True))).scalar_one()


async def mark_blocked(work: Work, chat_id: int) -> None:
    await work.session.execute(update(Chat).where(Chat.id == chat_id).values(blocked_at=work.now))
