"""Whole conversations, line by line, as their files tell them. `pytest --update` writes the files anew."""

import logging
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from backend.catalog.service import Catalogue
from backend.clock import FixedClock
from backend.database import Database
from backend.settings import Settings
from bot import product
from bot.demo.seed import _import_starter
from tests.conftest import START, MakeSettings
from tests.postgres import apart
from tests.transcripts import script
from tests.transcripts.player import Player

STORIES = sorted(Path(__file__).parent.joinpath("transcripts").glob("*.txt"))


@dataclass(frozen=True)
class Story:
    file: Path
    written: str

    def write(self, played: str) -> None:
        self.file.write_text(played, encoding="utf-8")


@pytest.fixture(scope="session")
def stocked(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the starter catalogue, for copying."""
    file = tmp_path_factory.mktemp("stocked") / "template.db"
    shutil.copyfile(sqlite_template, file)
    apart(_stock(file))
    return file


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Kept over the restarts of the product, since all stories have one and its index takes a while to build."""
    return Catalogue()


async def _stock(file: Path) -> None:
    database = Database(Settings(database_url=f"sqlite:///{file}"), FixedClock(START))
    async with database.begin() as work:
        await _import_starter(work)
    await database.close()


@pytest.fixture
async def database(stocked: Path, settings: MakeSettings, clock: FixedClock) -> AsyncIterator[Database]:
    given = settings()
    shutil.copyfile(stocked, given.data_dir / "aftercare.db")
    opened = Database(given, clock)
    yield opened
    await opened.close()


@pytest.fixture(params=STORIES, ids=lambda file: file.stem)
def story(request: pytest.FixtureRequest) -> Story:
    file: Path = request.param
    return Story(file, file.read_text(encoding="utf-8"))


async def test_the_conversation_goes_as_written(
    story: Story,
    database: Database,
    clock: FixedClock,
    catalogue: Catalogue,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(product, "Catalogue", lambda: catalogue)
    monkeypatch.setattr(product, "Database", lambda settings, clock: database)
    start = partial(product.Product, database.settings, clock)
    played = await Player(script.read(story.written), start, clock).play()
    assert not [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    if request.config.getoption("--update"):
        story.write(played)
        return
    assert played.splitlines() == story.written.splitlines()
    assert len(played) == len(story.written)
