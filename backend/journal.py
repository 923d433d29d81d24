"""The history. Every change of a ticket is written here together with the messages it owes, by one function."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from backend.actors import SYSTEM as SYSTEM
from backend.actors import Actor as Actor
from backend.actors import Role as Role
from backend.database import Base, JsonObject, Work
from backend.outbox import Notice, owe_people


class JournalEntry(Base):
    """Append-only."""

    __tablename__ = "journal"

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("tickets.id"), index=True)
    at: Mapped[datetime]
    event: Mapped[str]
    role: Mapped[str]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    actor_name: Mapped[str]
    data: Mapped[JsonObject]


@dataclass(frozen=True)
class Entry:
    at: datetime
    event: str
    role: Role
    actor: str
    data: JsonObject


async def record(
    work: Work,
    event: str,
    actor: Actor,
    *,
    ticket_id: int | None = None,
    data: JsonObject | None = None,
    owes: Sequence[Notice] = (),
) -> None:
    """Writes the event and queues its messages. Who has no chat is named in the entry as `not_told`."""
    not_told = [notice.kind for notice in await owe_people(work, owes)]
    work.session.add(
        JournalEntry(
            ticket_id=ticket_id,
            at=work.now,
            event=event,
            role=actor.role,
            actor_id=actor.person_id,
            actor_name=actor.name,
            data={**(data or {}), **({"not_told": list(not_told)} if not_told else {})},
        )
    )
    await work.session.flush()


async def history(work: Work, ticket_id: int) -> list[Entry]:
    """The ticket's history, oldest first."""
    rows = await work.session.execute(
        select(JournalEntry).where(JournalEntry.ticket_id == ticket_id).order_by(JournalEntry.id)
    )
    return [Entry(row.at, row.event, Role(row.role), row.actor_name, row.data) for row in rows.scalars()]
