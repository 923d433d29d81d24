"""The product as it is run: a process of its own, which can be killed and started again."""

import asyncio
import os
import re
import signal
import socket
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx

from backend.catalog import files
from backend.catalog.transfer import import_catalogue
from backend.clock import SystemClock
from backend.database import Database
from backend.settings import Settings
from tests.botapi import FakeBotApi

ROOT = Path(__file__).parents[2]
STARTER = ROOT / "backend/catalog/data/starter.toml"
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
_PROGRAM = (sys.executable, "-c", "from bot.main import main; main()")
_PATIENCE = 30.0


class Service:
    """`aftercare serve` with a folder, a database and a Bot API of its own."""

    def __init__(self, folder: Path, api: FakeBotApi, database_url: str, **settings: str) -> None:
        self.api = api
        self.url = ""
        self.key = ""
        self.database_url = database_url
        self.log = folder / "log"
        self._folder = folder
        self._process: Process | None = None
        own = {
            "AFTERCARE_DATA_DIR": str(folder / "data"),
            "AFTERCARE_DATABASE_URL": database_url,
            "AFTERCARE_PORT": "0",
            "AFTERCARE_TELEGRAM_TOKEN": api.token,
            "AFTERCARE_TELEGRAM_API": api.url,
            **settings,
        }
        self._environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "en_US.UTF-8", **own}

    async def start(self) -> None:
        """Returns once it serves."""
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *_PROGRAM, "serve", cwd=self._folder, env=self._environment, stdout=PIPE, stderr=log
            )
        assert self._process.stdout
        async with asyncio.timeout(_PATIENCE):
            line = (await self._process.stdout.readline()).decode()
        found = _ADDRESS.search(line)
        assert found, f"it does not serve: {line}\n{self.log.read_text()}"
        self.url = found.group()

    async def kill(self) -> None:
        """SIGKILL: it has no time to do anything."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """SIGTERM; gives the exit code."""
        return await self._end(signal.SIGTERM)

    async def restart(self) -> None:
        await self.kill()
        await self.start()

    async def command(self, *arguments: str) -> str:
        """What another command of the program prints."""
        process = await asyncio.create_subprocess_exec(
            *_PROGRAM, *arguments, cwd=self._folder, env=self._environment, stdin=DEVNULL, stdout=PIPE, stderr=PIPE
        )
        printed, complained = await process.communicate()
        assert process.returncode == 0, complained.decode()
        return printed.decode()

    async def invite(self, role: str, name: str, *more: str) -> str:
        """The payload of the deep link that the program prints."""
        printed = await self.command("invite", "--role", role, "--name", name, *more)
        found = re.search(rf"https://t\.me/{self.api.world.bot.username}\?start=(\S+)", printed)
        assert found, f"no link for Telegram:\n{printed}"
        return found[1]

    async def make_key(self) -> None:
        """An API key with both scopes, for `read` and `write`."""
        printed = await self.command("api-key", "create", "--scope", "read", "--scope", "write")
        self.key = printed.split()[-1]

    @asynccontextmanager
    async def database(self) -> AsyncIterator[Database]:
        """The service's database, opened by this process as well."""
        opened = Database(Settings(database_url=self.database_url), SystemClock())
        try:
            yield opened
        finally:
            await opened.close()

    async def read(self, path: str) -> Any:
        """What the HTTP API answers."""
        async with self._client() as client:
            return _good(await client.get(path))

    async def write(self, path: str, body: dict[str, Any]) -> Any:
        """What the HTTP API answers to a POST."""
        async with self._client() as client:
            return _good(await client.post(path, json=body))

    def _client(self) -> httpx.AsyncClient:
        headers = {"Authorization": f"Bearer {self.key}"}
        return httpx.AsyncClient(base_url=f"{self.url}/api/v1/", headers=headers, trust_env=False, timeout=_PATIENCE)

    async def _end(self, how: signal.Signals) -> int:
        process, self._process = self._process, None
        if process is None:
            return 0
        if process.returncode is None:
            process.send_signal(how)
        async with asyncio.timeout(_PATIENCE):
            await process.communicate()
        assert process.returncode is not None
        return process.returncode


@asynccontextmanager
async def serving(folder: Path, database_url: str, *, webhook: bool = False, **settings: str) -> AsyncIterator[Service]:
    """A fake Bot API and the service over it, on a migrated database. Stopped and checked at the end."""
    async with FakeBotApi() as api:
        service = Service(folder, api, database_url, **settings, **(_webhook() if webhook else {}))
        async with service.database() as database, database.begin() as work:
            await import_catalogue(work, files.read(STARTER.name, STARTER.read_bytes()))
        await service.start()
        try:
            yield service
        finally:
            code = await service.stop()
        assert code in (0, -signal.SIGTERM), service.log.read_text()


def _good(answer: httpx.Response) -> Any:
    assert answer.is_success, f"{answer.status_code} {answer.text}"
    return answer.json()


def _webhook() -> dict[str, str]:
    """The product's own address serves as its public one; the fake takes plain HTTP on loopback."""
    with socket.create_server(("127.0.0.1", 0)) as reserved:
        port = str(reserved.getsockname()[1])
    public = f"http://127.0.0.1:{port}"
    return {"AFTERCARE_PORT": port, "AFTERCARE_PUBLIC_URL": public, "AFTERCARE_WEBHOOK_SECRET": "S-e_c-r-e-t"}
