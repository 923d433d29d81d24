"""Brings the database's tables up to date. Any number of processes may start it at once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, text
from sqlalchemy.ext.asyncio import AsyncConnection

from backend.database import Database

_FOLDER = Path(__file__).parent / "migrations"
_LOCK = 0x61667463
"""The advisory lock under which one process at a time migrates a PostgreSQL."""


async def migrate(database: Database) -> None:
    """Upgrades to the newest migration, all or nothing."""
    async with _alone(database) as connection:
        await connection.run_sync(_upgrade)


async def is_current(database: Database) -> bool:
    """Whether the newest migration has been run, and no newer one than this program knows."""
    async with database.read() as work:
        connection = await work.session.connection()
        return await connection.run_sync(_heads) == _newest()


async def draft(database: Database, revision: str, message: str, metadata: MetaData) -> None:
    """Writes a new migration, for a person to read, out of how the migrated database differs from `metadata`."""
    async with _alone(database) as connection:
        await connection.run_sync(_draft, revision, message, metadata)


@asynccontextmanager
async def _alone(database: Database) -> AsyncIterator[AsyncConnection]:
    """A transaction that no other migration runs beside."""
    async with database.engine.connect() as connection:
        if database.is_sqlite:
            async with _without_foreign_keys(connection), connection.begin():
                yield connection
                await _check_foreign_keys(connection)
        else:
            async with connection.begin():
                await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
                yield connection


@asynccontextmanager
async def _without_foreign_keys(connection: AsyncConnection) -> AsyncIterator[None]:
    """SQLite alters a table by making it anew, and minds its foreign keys meanwhile unless told so beforehand."""
    driver = (await connection.get_raw_connection()).driver_connection
    assert driver is not None
    await driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        await driver.execute("PRAGMA foreign_keys=ON")


async def _check_foreign_keys(connection: AsyncConnection) -> None:
    if broken := (await connection.exec_driver_sql("PRAGMA foreign_key_check")).all():
        raise RuntimeError(f"a migration left {len(broken)} broken references, the first in {broken[0][0]}")


def _upgrade(connection: Connection) -> None:
    command.upgrade(_config(connection), "head")


def _draft(connection: Connection, revision: str, message: str, metadata: MetaData) -> None:
    command.revision(_config(connection, metadata), message, autogenerate=True, rev_id=revision)


def _heads(connection: Connection) -> set[str]:
    return set(MigrationContext.configure(connection).get_current_heads())


@cache
def _newest() -> set[str]:
    return set(ScriptDirectory(str(_FOLDER)).get_heads())


def _config(connection: Connection, metadata: MetaData | None = None) -> Config:
    config = Config(attributes={"connection": connection, "metadata": metadata})
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return config
