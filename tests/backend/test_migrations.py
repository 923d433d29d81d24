"""The migrated database is the one that the models speak of."""

import asyncio
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text

from backend.clock import FixedClock
from backend.database import Database
from backend.migrate import _alone, _config, is_current, migrate
from backend.models import metadata
from backend.tickets.numbers import next_number
from backend.tickets.rules import Prefix
from bot.webchat import models as webchat
from tests.conftest import ENGINES, ON_SQLITE_ONLY, MakeSettings
from tests.postgres import Postgres

TABLES_BESIDE_THE_BACKEND = (webchat,)


async def test_the_migrations_make_every_table_and_column_of_the_models(database: Database) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata))

    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_a_migrated_database_is_current_and_may_be_migrated_again(database: Database) -> None:
    assert await is_current(database)
    await migrate(database)
    assert await is_current(database)


async def test_a_database_of_a_newer_program_is_not_taken_for_current(database: Database) -> None:
    async with database.begin() as work:
        await work.session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert not await is_current(database)


@pytest.mark.parametrize("engine", ENGINES)
async def test_processes_that_start_together_migrate_an_empty_database_once(
    engine: str, request: pytest.FixtureRequest, tmp_path: Path, settings: MakeSettings, clock: FixedClock
) -> None:
    if engine == "sqlite":
        await _start_together(f"sqlite:///{tmp_path / 'empty.db'}", settings, clock)
    else:
        server: Postgres = request.getfixturevalue("postgres")
        with server.copy_of("template0") as url:
            await _start_together(url, settings, clock)


async def _start_together(url: str, settings: MakeSettings, clock: FixedClock) -> None:
    processes = [Database(settings(database_url=url), clock) for _ in range(3)]
    assert not await is_current(processes[0])
    await asyncio.gather(*(migrate(process) for process in processes))
    assert [await is_current(process) for process in processes] == [True] * 3
    for process in processes:
        await process.close()


@ON_SQLITE_ONLY
async def test_sqlite_minds_its_references_again_after_a_migration(database: Database) -> None:
    await migrate(database)
    async with database.read() as work:
        assert (await work.session.execute(text("PRAGMA foreign_keys"))).scalar_one() == 1


async def test_tickets_go_on_counting_where_they_were_before_complaints_and_returns_had_numbers(
    database: Database,
) -> None:
    async with _alone(database) as connection:
        await connection.run_sync(lambda sync: command.downgrade(_config(sync), "0002"))
        await connection.execute(text("INSERT INTO ticket_days (day, count) VALUES ('2026-05-06', 41)"))
    await migrate(database)
    async with database.begin() as work:
        assert await next_number(work, Prefix.TICKET) == "SN20260506042"
        assert await next_number(work, Prefix.RETURN) == "RT20260506001"
    async with _alone(database) as connection:
        await connection.run_sync(lambda sync: command.downgrade(_config(sync), "0002"))
        assert (await connection.execute(text("SELECT count FROM ticket_days"))).scalars().all() == [42]
