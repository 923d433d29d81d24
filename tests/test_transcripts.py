"""Whole conversations, line by line, as their files tell them. `pytest --update` writes the files anew."""

import logging
import shutil
from collections.abc import Awaitable, Callable
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
from tests.conftest import START
from tests.postgres import apart
from tests.transcripts import edges, script
from tests.transcripts.player import Player

STORIES = sorted(Path(__file__).parent.joinpath("transcripts").glob("*.txt"))


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


def _written(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _write(file: Path, played: str) -> None:
    file.write_text(played, encoding="utf-8")


@dataclass(frozen=True)
class Played:
    """What came of a story: the transcript, and the edges of the forms that its people took."""

    transcript: str
    edges: frozenset[str]


Play = Callable[[Path], Awaitable[Played]]


@pytest.fixture(scope="session")
def plays() -> dict[Path, Played]:
    """Each story is played once, whichever test asks first."""
    return {}


@pytest.fixture
def play(
    stocked: Path,
    catalogue: Catalogue,
    plays: dict[Path, Played],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Play:
    async def played(file: Path) -> Played:
        if file not in plays:
            with monkeypatch.context() as patch:
                patch.setattr(product, "Catalogue", lambda: catalogue)
                plays[file] = await _played(file, stocked, tmp_path_factory.mktemp("story"), patch)
        return plays[file]

    return played


async def _played(file: Path, stocked: Path, folder: Path, patch: pytest.MonkeyPatch) -> Played:
    settings, clock = Settings(data_dir=folder), FixedClock(START)
    shutil.copyfile(stocked, folder / "aftercare.db")
    database = Database(settings, clock)
    patch.setattr(product, "Database", lambda settings, clock: database)
    try:
        written = script.read(_written(file))
        transcript = await Player(written, partial(product.Product, settings, clock), clock).play()
        async with database.read() as work:
            return Played(transcript, frozenset(await edges.taken(work)))
    finally:
        await database.close()


@pytest.fixture(params=STORIES, ids=lambda file: file.stem)
def story(request: pytest.FixtureRequest) -> Path:
    file: Path = request.param
    return file


async def test_the_conversation_goes_as_written(
    story: Path, play: Play, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> None:
    played = (await play(story)).transcript
    assert not [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    if request.config.getoption("--update"):
        _write(story, played)
        return
    written = _written(story)
    assert played.splitlines() == written.splitlines()
    assert len(played) == len(written)


async def test_every_edge_of_every_form_is_taken(play: Play) -> None:
    """A question that is not always asked is asked in some story, and passed over in another, for each reason."""
    taken = set[str]().union(*[(await play(story)).edges for story in STORIES])
    assert not sorted(edges.every_edge() - taken)
