"""Tables of conversations. A conversation's state is opaque here: dialogs give it its meaning."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base, JsonObject


class Conversation(Base):
    """`subject` is what it is about, such as `ticket:12`."""

    __tablename__ = "conversations"

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"), index=True)
    form: Mapped[str]
    subject: Mapped[str]
    state: Mapped[JsonObject]
    open: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]
    touched_at: Mapped[datetime]


class Takeover(Base):
    """The desk's chat `desk_id` answers in place of the bot in the chat `chat_id`, until it is given back."""

    __tablename__ = "takeovers"
    __table_args__ = (
        Index(
            "uq_takeovers_open",
            "chat_id",
            unique=True,
            postgresql_where=text("closed_at IS NULL"),
            sqlite_where=text("closed_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    desk_id: Mapped[int] = mapped_column(ForeignKey("chats.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class SeenUpdate(Base):
    """Every update that was handled, once. `failed` holds the error of one that could not be."""

    __tablename__ = "inbox"
    __table_args__ = (UniqueConstraint("channel", "update_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str]
    update_id: Mapped[str]
    at: Mapped[datetime]
    failed: Mapped[str | None]
