"""The database and its unit of work: one event, one request or one tick is one transaction."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, DateTime, Dialect, MetaData, event
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

from backend.clock import Clock
from backend.settings import Settings
from backend.values import Json as Json
from backend.values import JsonObject as JsonObject


class UtcDateTime(TypeDecorator[datetime]):
    """Aware UTC datetimes on both engines. Raises ValueError for a naive one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a datetime without a zone cannot be stored: {value}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


_JSON = JSON().with_variant(JSONB(), "postgresql")


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[Mapping[Any, Any]] = {
        datetime: UtcDateTime(),
        JsonObject: _JSON,
        list[str]: _JSON,
        Json: _JSON,
    }


@dataclass(frozen=True)
class Work:
    """One transaction: its session, the moment it happens at, and the settings it happens under."""

    session: AsyncSession
    now: datetime
    settings: Settings
    after_commit: list[Callable[[], None]] = field(default_factory=list)
    """Called once the transaction is committed."""

    def insert(self, table: type[Base]) -> Any:
        """An INSERT of the present engine, which has ON CONFLICT."""
        make = postgresql_insert if self.session.get_bind().dialect.name == "postgresql" else sqlite_insert
        return make(table)


class Database:
    """Opens transactions. On SQLite one writer at a time holds the database (`BEGIN IMMEDIATE`)."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.settings = settings
        self.clock = clock
        self.engine = _engine(settings.database)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self._writer = asyncio.Lock()
        self.on_commit: list[Callable[[], None]] = []
        """Called after each commit of this process, to wake whoever waits for rows."""

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Work]:
        """A transaction that writes. Commits at the end, rolls back on any exception."""
        async with self._writer if self.is_sqlite else nullcontext():
            async with AsyncSession(self.engine, expire_on_commit=False) as session, session.begin():
                yield (work := Work(session, self.clock.now(), self.settings))
        for call in (*work.after_commit, *self.on_commit):
            call()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Work]:
        """A transaction that only reads: on SQLite it waits for no writer."""
        async with self.engine.connect() as connection:
            await connection.execution_options(aftercare_reading=True)
            async with AsyncSession(connection, expire_on_commit=False, autoflush=False) as session:
                yield Work(session, self.clock.now(), self.settings)

    async def close(self) -> None:
        await self.engine.dispose()


def _engine(url: str) -> AsyncEngine:
    if not url.startswith("sqlite"):
        return create_async_engine(url, hide_parameters=True, pool_size=10, max_overflow=10, pool_pre_ping=True)
    engine = create_async_engine(url, hide_parameters=True, connect_args={"timeout": 30})

    @event.listens_for(engine.sync_engine, "connect")
    def _prepare(connection: DBAPIConnection, record: object) -> None:
        connection.isolation_level = None  # SQLAlchemy, not the driver, says BEGIN
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        reading = connection.get_execution_options().get("aftercare_reading", False)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine
