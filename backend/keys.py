"""Keys of the HTTP API: shown once, kept as hashes, with scopes."""

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base, Work
from backend.errors import Invalid, NotAllowed, NotSignedIn
from backend.tokens import hashed, new_token


class Scope(StrEnum):
    READ = "read"
    WRITE = "write"
    SUPERVISE = "supervise"
    """What changes how the company works: its service standard."""


class ApiKey(Base):
    __tablename__ = "api_keys"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    key_hash: Mapped[str] = mapped_column(unique=True)
    scopes: Mapped[list[str]]
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


async def create_key(work: Work, name: str, scopes: Collection[Scope]) -> str:
    """The new key; it can never be shown again. Raises Invalid without a name or scopes."""
    if not name.strip() or not scopes:
        raise Invalid("a key without a name or without scopes; expected a name and read, write or both")
    key = f"ac_{new_token()}"
    row = ApiKey(name=name.strip(), key_hash=hashed(key), scopes=sorted(scopes), created_at=work.now)
    work.session.add(row)
    await work.session.flush()
    return key


async def check_key(work: Work, key: str | None, scope: Scope) -> str:
    """The name of the key. Raises NotSignedIn without a good key, NotAllowed when it lacks the scope."""
    if not key:
        raise NotSignedIn("no API key; expected the header Authorization: Bearer …")
    found = await work.session.execute(select(ApiKey).where(ApiKey.key_hash == hashed(key)))
    row = found.scalar_one_or_none()
    if row is None or row.revoked_at is not None:
        raise NotSignedIn("this API key is not known or was revoked")
    if scope not in row.scopes:
        raise NotAllowed(f"this API key has no {scope} scope", scope=scope.value)
    return row.name
