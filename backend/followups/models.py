"""Tasks to call a customer back."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base


class CallBack(Base):
    """One for a cause. `ticket` is its number; `score` and `reasons` are those of the survey that opened it.

    `reopen_asked_at`: the customer was asked whether somebody shall come again; `reopen_agreed` is the answer.
    """

    __tablename__ = "call_backs"

    id: Mapped[int] = mapped_column(primary_key=True)
    cause: Mapped[str] = mapped_column(unique=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), index=True)
    ticket: Mapped[str]
    customer_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    state: Mapped[str]
    score: Mapped[int | None]
    reasons: Mapped[list[str]]
    words: Mapped[str | None]
    opened_at: Mapped[datetime]
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    closed_at: Mapped[datetime | None]
    result: Mapped[str | None]
    reopen_asked_at: Mapped[datetime | None]
    reopen_agreed: Mapped[bool | None]
