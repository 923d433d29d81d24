"""Messages owed. Queued in the transaction that owes them; `backend.delivery` sends them."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, select, text
from sqlalchemy.orm import Mapped, mapped_column

from backend.chats import chat_of
from backend.database import Base, JsonObject, Work


class OutboxState(StrEnum):
    QUEUED = "queued"
    SENT = "sent"
    DEAD = "dead"


class OutboxMessage(Base):
    """`unclear` is set while a try is under way or ended without an answer: the message may have arrived."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "ix_outbox_queue",
            "chat_id",
            "id",
            postgresql_where=text("state = 'queued'"),
            sqlite_where=text("state = 'queued'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    kind: Mapped[str]
    args: Mapped[JsonObject]
    card: Mapped[str | None]
    fresh: Mapped[bool] = mapped_column(default=False)
    urgent: Mapped[bool] = mapped_column(default=False)
    state: Mapped[str] = mapped_column(String(8), default=OutboxState.QUEUED, index=True)
    created_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    leased_until: Mapped[datetime | None]
    unclear: Mapped[bool] = mapped_column(default=False)
    attempts: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime | None]
    reference: Mapped[str | None]
    error: Mapped[str | None]


class Card(Base):
    """Which message of a chat shows a card now."""

    __tablename__ = "cards"
    __table_args__ = (UniqueConstraint("chat_id", "card"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    card: Mapped[str]
    reference: Mapped[str]


@dataclass(frozen=True)
class Notice:
    """A message owed to a person. With `card` it edits that card; `fresh` puts the card into a new message."""

    person_id: int
    kind: str
    args: JsonObject = field(default_factory=dict)
    card: str | None = None
    fresh: bool = False
    urgent: bool = False


async def owe(
    work: Work,
    chat_id: int,
    kind: str,
    args: JsonObject,
    *,
    card: str | None = None,
    fresh: bool = False,
    urgent: bool = False,
) -> None:
    """Queues a message for a chat. A change of a card takes the place of one that has not gone out yet."""
    if card is not None and not fresh:
        waiting = (
            select(OutboxMessage)
            .where(
                OutboxMessage.chat_id == chat_id,
                OutboxMessage.card == card,
                OutboxMessage.state == OutboxState.QUEUED,
                OutboxMessage.attempts == 0,
            )
            .order_by(OutboxMessage.id.desc())
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        row = (await work.session.execute(waiting)).scalar_one_or_none()
        if row is not None:
            row.kind, row.args, row.urgent = kind, args, row.urgent or urgent
            await work.session.flush()
            return
    work.session.add(
        OutboxMessage(chat_id=chat_id, kind=kind, args=args, card=card, fresh=fresh, urgent=urgent, created_at=work.now)
    )
    await work.session.flush()


async def owe_person(work: Work, notice: Notice) -> bool:
    """Queues a message for wherever the person was seen last. False when the person has no chat."""
    chat = await chat_of(work, notice.person_id)
    if chat is None:
        return False
    await owe(work, chat.id, notice.kind, notice.args, card=notice.card, fresh=notice.fresh, urgent=notice.urgent)
    return True
