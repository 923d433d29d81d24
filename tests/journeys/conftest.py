"""A product of each test's own, without the pauses between messages, which may not log an error nor leave a spinner."""

import logging
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.journeys.house import House, living, stock
from tests.postgres import apart


@pytest.fixture(scope="session")
def stocked(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file with the starter catalogue, which tests copy."""
    file = tmp_path_factory.mktemp("stocked") / "stocked.db"
    shutil.copyfile(sqlite_template, file)
    apart(stock(f"sqlite:///{file}"))
    return file


@pytest.fixture
def unpaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages go out as fast as they can."""
    monkeypatch.setattr("bot.product.PACES", {})


@pytest.fixture
async def house(tmp_path: Path, stocked: Path, unpaced: None, caplog: pytest.LogCaptureFixture) -> AsyncIterator[House]:
    async with living(tmp_path, stocked) as here:
        yield here
        await here.api.delivered()
        assert not [tap for tap in here.api.world.taps.values() if not tap.answered], "a spinner goes on"
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR], caplog.text
