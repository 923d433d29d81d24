"""Messages owed. Queued in the transaction that owes them; `backend.delivery` sends them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, and_, exists, func, or_, select, text
from sqlalchemy.orm import Mapped, aliased, mapped_column

from backend.chats import chats_of
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
class ShownCard:
    """A card as it stands in a chat: what made its newest state."""

    card: str
    kind: str
    args: JsonObject


@dataclass(frozen=True)
class NewestMessage:
    """The last message that a chat was owed, apart from changes of older ones."""

    kind: str
    args: JsonObject
    card: str | None
    owed_at: datetime


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


async def owe_people(work: Work, notices: Sequence[Notice]) -> list[Notice]:
    """Queues each message for wherever its person was seen last. Those whose person has no chat come back."""
    chats = await chats_of(work, {notice.person_id for notice in notices})
    for told in notices:
        if (chat_id := chats.get(told.person_id)) is not None:
            await owe(work, chat_id, told.kind, told.args, card=told.card, fresh=told.fresh, urgent=told.urgent)
    return [notice for notice in notices if notice.person_id not in chats]


async def newest_message(work: Work, chat_id: int) -> NewestMessage | None:
    is_new = or_(OutboxMessage.card.is_(None), OutboxMessage.fresh)
    query = select(OutboxMessage).where(OutboxMessage.chat_id == chat_id, is_new)
    row = (await work.session.execute(query.order_by(OutboxMessage.id.desc()).limit(1))).scalar_one_or_none()
    return NewestMessage(row.kind, row.args, row.card, row.created_at) if row else None


async def shown_cards(work: Work, chat_id: int, most: int, *, but: str) -> list[ShownCard]:
    """The chat's newest cards, oldest first, without those named like `but` and those about to change anyway."""
    newer, here = aliased(OutboxMessage), OutboxMessage.chat_id == chat_id
    is_about_to_change = exists().where(
        newer.chat_id == chat_id, newer.card == OutboxMessage.card, newer.state == OutboxState.QUEUED
    )
    newest = (
        select(func.max(OutboxMessage.id))
        .join(Card, and_(Card.chat_id == OutboxMessage.chat_id, Card.card == OutboxMessage.card))
        .where(here, OutboxMessage.state == OutboxState.SENT, OutboxMessage.card.not_like(but), ~is_about_to_change)
        .group_by(OutboxMessage.card)
        .order_by(func.max(OutboxMessage.id).desc())
        .limit(most)
    )
    rows = select(OutboxMessage).where(OutboxMessage.id.in_(newest)).order_by(OutboxMessage.id)
    found = (await work.session.execute(rows)).scalars()
    return [ShownCard(row.card, row.kind, row.args) for row in found if row.card is not None]


async def show_anew(work: Work, card: str) -> None:
    """Every chat that shows the card is shown how it stands now."""
    newest = (
        select(func.max(OutboxMessage.id))
        .where(OutboxMessage.card == card, OutboxMessage.state != OutboxState.DEAD)
        .group_by(OutboxMessage.chat_id)
    )
    rows = select(OutboxMessage).where(OutboxMessage.id.in_(newest)).order_by(OutboxMessage.id)
    for row in list((await work.session.execute(rows)).scalars()):
        await owe(work, row.chat_id, row.kind, row.args, card=card)
