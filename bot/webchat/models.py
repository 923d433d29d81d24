"""What stands in each web chat, so that a page that is opened again shows it all."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base, Json


class WebMessage(Base):
    """`revision` grows with every new or changed message of the chat; `echo` is the frame the visitor sent it in,
    `outbox_id` the owed message it shows first."""

    __tablename__ = "web_messages"
    __table_args__ = (UniqueConstraint("chat_id", "revision"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    revision: Mapped[int]
    mine: Mapped[bool]
    text: Mapped[str]
    rows: Mapped[Json]
    wants: Mapped[str | None]
    photo: Mapped[str | None]
    echo: Mapped[str | None]
    outbox_id: Mapped[int | None] = mapped_column(ForeignKey("outbox.id"), unique=True)
    at: Mapped[datetime]


class WebSecret(Base):
    """What signs the visitors' cookies: one row, shared by all processes."""

    __tablename__ = "web_secret"

    id: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[str]
