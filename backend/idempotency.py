"""`Idempotency-Key`: the same call again gives the same answer; another call under the same key is refused."""

import hashlib
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Header, Request
from sqlalchemy import func, select
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base, Work
from backend.errors import Invalid, TooLate
from backend.tokens import hashed

Key = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        pattern=r"^[\x21-\x7e]{1,200}$",
        description="The same key with the same body again gives the same answer, with 200.",
    ),
]


class UsedKey(Base):
    """`name` tells the caller, the path and the key apart; `body` is the hash of what was sent under it."""

    __tablename__ = "idempotency_keys"

    name: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]
    at: Mapped[datetime]


async def _one_at_a_time(request: Request, key: Key = None) -> AsyncIterator[None]:
    """Raises TooLate while a call under the same key is under way in this process."""
    if key is None:
        yield
        return
    name, under_way = _name(request, key), request.app.state.under_way
    if name in under_way:
        raise _under_way()
    under_way.add(name)
    try:
        yield
    finally:
        under_way.discard(name)


ONE_AT_A_TIME = Depends(_one_at_a_time, scope="function")
"""For a route: stands before its transaction, which on SQLite would wait for the other's."""


async def use_key(work: Work, request: Request, key: str) -> None:
    """Keeps what the key stands for. Raises Invalid for another body, TooLate while another process is at it."""
    name, body = _name(request, key), hashlib.sha256(await request.body()).hexdigest()
    if work.session.get_bind().dialect.name == "postgresql" and not await _locked(work, name):
        raise _under_way()
    row = work.insert(UsedKey).values(name=name, body=body, at=work.now)
    await work.session.execute(row.on_conflict_do_nothing())
    kept = (await work.session.execute(select(UsedKey.body).where(UsedKey.name == name))).scalar_one()
    if kept != body:
        raise Invalid("another body under the same Idempotency-Key; expected a new key", what="idempotency-key")


async def _locked(work: Work, name: str) -> bool:
    """Until the transaction ends."""
    number = int.from_bytes(bytes.fromhex(name)[:8], signed=True)
    return bool((await work.session.execute(select(func.pg_try_advisory_xact_lock(number)))).scalar_one())


def _name(request: Request, key: str) -> str:
    return hashed("\n".join((request.headers.get("Authorization", ""), request.url.path, key)))


def _under_way() -> TooLate:
    return TooLate("a call with this Idempotency-Key is under way; ask again", what="idempotency-key")
