"""Tables of people: anyone who has a chat or a ticket, the staff among them, and invites to join the staff."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base, Json


class Person(Base):
    """`place` is the last known one, an address or coordinates; `opted_out_at` ends surveys and feedback forms."""

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    honorific: Mapped[str | None]
    phone: Mapped[str | None]
    place: Mapped[Json]
    created_at: Mapped[datetime]
    opted_out_at: Mapped[datetime | None]


class StaffMember(Base):
    __tablename__ = "staff"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    role: Mapped[str] = mapped_column(index=True)
    skills: Mapped[list[str]]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    on_duty: Mapped[bool] = mapped_column(default=True)
    joined_at: Mapped[datetime]


class Invite(Base):
    """Good for one person, once, until it expires. Only the token's hash is kept."""

    __tablename__ = "invites"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]
    name: Mapped[str]
    skills: Mapped[list[str]]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    redeemed_at: Mapped[datetime | None]
    redeemed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
