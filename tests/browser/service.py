"""The program as it is run: a process of its own on a free port."""

import asyncio
import os
import re
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

_ROOT = Path(__file__).parents[2]
_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)")
_ZONE = ZoneInfo("Asia/Shanghai")
_TEN = time(10)
_PATIENCE = 30.0


class Service:
    """`port` is 0 until it was started; then it stays, also over a restart."""

    def __init__(self, folder: Path, command: str) -> None:
        self._folder, self._command = folder, command
        self.port = 0
        self._process: Process | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Returns once it serves."""
        self._folder.mkdir(parents=True, exist_ok=True)
        program = (sys.executable, "-c", "from bot.main import main; main()", *self._arguments())
        with (self._folder / "log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *program, cwd=self._folder, env=self._environment(), stdout=PIPE, stderr=log
            )
        assert self._process.stdout
        async with asyncio.timeout(_PATIENCE):
            line = (await self._process.stdout.readline()).decode()
        found = _ADDRESS.search(line)
        assert found, f"it does not serve: {line}\n{(self._folder / 'log').read_text()}"
        self.port = int(found[1])

    async def kill(self) -> None:
        """SIGKILL: it has no time to do anything."""
        process, self._process = self._process, None
        if process is not None and process.returncode is None:
            process.kill()
        if process is not None:
            await process.communicate()

    def _arguments(self) -> tuple[str, ...]:
        if self._command == "demo":
            return ("demo", "--port", str(self.port), "--folder", str(self._folder))
        return (self._command,)

    def _environment(self) -> dict[str, str]:
        own = {"AFTERCARE_PORT": str(self.port), "AFTERCARE_DATA_DIR": str(self._folder)}
        return {"PATH": os.environ["PATH"], "PYTHONPATH": str(_ROOT), "LC_ALL": "en_US.UTF-8", **own}


@asynccontextmanager
async def running(folder: Path, command: str = "demo") -> AsyncIterator[Service]:
    """A demo begins at ten in the morning of the company, so that no test depends on the hour it is run at."""
    if command == "demo":
        _at_ten(folder)
    service = Service(folder, command)
    await service.start()
    try:
        yield service
    finally:
        await service.kill()


def _at_ten(folder: Path) -> None:
    now = datetime.now(_ZONE)
    ten = datetime.combine(now.date() + timedelta(days=now.time() > _TEN), _TEN, _ZONE)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "clock").write_text(str((ten - now).total_seconds()))
