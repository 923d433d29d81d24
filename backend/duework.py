"""Time as rows: what is due later, each with a moment and a unique key. Every row is done in one transaction."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base, Database, JsonObject, Work

TRIES = 8
_log = logging.getLogger(__name__)


class DueWork(Base):
    """A row that is done is deleted; one that failed too often stays with `failed` set."""

    __tablename__ = "due_work"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    args: Mapped[JsonObject]
    due_at: Mapped[datetime] = mapped_column(index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    failed: Mapped[bool] = mapped_column(default=False)
    error: Mapped[str | None]


Handler = Callable[[Work, JsonObject], Awaitable[None]]
GivenUp = Callable[[Work, str, str], Awaitable[None]]
"""Told the row's key and the error when it is given up."""


async def plan(work: Work, kind: str, key: str, due_at: datetime, args: JsonObject) -> None:
    """Plans something for later. A key that is planned already keeps its row, moved to the new moment."""
    row = work.insert(DueWork).values(kind=kind, key=key, due_at=due_at, args=args, attempts=0, failed=False)
    await work.session.execute(
        row.on_conflict_do_update(
            index_elements=["key"], set_={"due_at": due_at, "args": args, "attempts": 0, "failed": False}
        )
    )


async def plan_once(work: Work, kind: str, key: str, due_at: datetime, args: JsonObject) -> None:
    """The same, but a key that is planned already keeps its moment, unless it failed for good."""
    values = {"due_at": due_at, "args": args, "attempts": 0, "failed": False}
    row = work.insert(DueWork).values(kind=kind, key=key, **values)
    await work.session.execute(
        row.on_conflict_do_update(index_elements=["key"], set_=values, where=DueWork.failed.is_(True))
    )


async def forget(work: Work, key: str) -> None:
    """What was planned under the key no longer happens.

    A row that is being done at this moment is left to its handler, which finds that there is nothing to do: waiting
    for it while it waits for the ticket held here would be a deadlock.
    """
    free = select(DueWork.id).where(DueWork.key == key).with_for_update(skip_locked=True)
    await work.session.execute(delete(DueWork).where(DueWork.id.in_(free)))


async def run_due(database: Database, handlers: Mapping[str, Handler], given_up: GivenUp, most: int = 50) -> int:
    """Does what is due, one transaction each. A crash in between leaves the row for the next process."""
    for done in range(most):
        if not await _run_one(database, handlers, given_up):
            return done
    return most


async def _run_one(database: Database, handlers: Mapping[str, Handler], given_up: GivenUp) -> bool:
    async with database.read() as glance:
        if (await glance.session.execute(_due(glance).limit(1))).first() is None:
            return False
    claimed: tuple[int, str] | None = None
    try:
        async with database.begin() as work:
            due = _due(work).limit(1).with_for_update(skip_locked=True)
            row = (await work.session.execute(due)).scalar_one_or_none()
            if row is None:
                return False
            claimed = row.id, row.key
            await work.session.delete(row)
            await work.session.flush()
            await handlers[row.kind](work, row.args)
    except Exception as error:
        if claimed is None:
            raise
        _log.exception("due work %s failed", claimed[1])
        await _put_off(database, claimed[0], repr(error), given_up)
    return True


async def _put_off(database: Database, row_id: int, error: str, given_up: GivenUp) -> None:
    async with database.begin() as work:
        row = (await work.session.execute(select(DueWork).where(DueWork.id == row_id))).scalar_one_or_none()
        if row is None:
            return
        row.attempts += 1
        row.error = error
        row.failed = row.attempts >= TRIES
        row.due_at = work.now + timedelta(seconds=min(2**row.attempts, 300))
        key, failed = row.key, row.failed
    if failed:
        async with database.begin() as work:
            await given_up(work, key, error)


def _due(work: Work) -> Select[DueWork]:
    return (
        select(DueWork)
        .where(DueWork.due_at <= work.now, DueWork.failed.is_(False))
        .order_by(DueWork.due_at, DueWork.id)
    )
