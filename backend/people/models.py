"""Tables of people: anyone who has a chat or a ticket, the staff among them, and invites to join the staff."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base, Json, JsonObject


class Person(Base):
    """`place` is the last known one, an address or coordinates; `opted_out_at` ends surveys and feedback forms.
    `writer` is for whom they write, and `organisation` its name or the dealer's."""

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    honorific: Mapped[str | None]
    writer: Mapped[str | None]
    organisation: Mapped[str | None]
    phone: Mapped[str | None]
    place: Mapped[Json]
    created_at: Mapped[datetime]
    opted_out_at: Mapped[datetime | None]


class StaffMember(Base):
    """`latitude`, `longitude` and `place_at` are the place shared last. `levels` holds the skills whose level is not
    the usual one. `tools` and `stock`, the van's parts with their numbers, are None until they are entered. `hours`
    None: the company's."""

    __tablename__ = "staff"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    role: Mapped[str] = mapped_column(index=True)
    skills: Mapped[list[str]]
    levels: Mapped[JsonObject] = mapped_column(default=dict)
    tools: Mapped[list[str] | None]
    stock: Mapped[JsonObject | None]
    remote: Mapped[bool] = mapped_column(default=True)
    home_latitude: Mapped[float | None]
    home_longitude: Mapped[float | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    place_at: Mapped[datetime | None]
    hours: Mapped[list[str] | None]
    on_duty: Mapped[bool] = mapped_column(default=True)
    joined_at: Mapped[datetime]


class StaffSpell(Base):
    """Leave, or a shift beside the weekly hours."""

    __tablename__ = "staff_spells"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    kind: Mapped[str]
    begins_at: Mapped[datetime]
    ends_at: Mapped[datetime] = mapped_column(index=True)
    reason: Mapped[str]


class StaffHours(Base):
    """The company's weekly hours, one row; none until they are set."""

    __tablename__ = "staff_hours"

    id: Mapped[int] = mapped_column(primary_key=True)
    hours: Mapped[list[str]]


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
