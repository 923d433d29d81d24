"""Whole conversations, line by line, as their files tell them, on Telegram, in the web chat and in the terminal.

The stories take turns on the channels, some are played on all three; `LONG_SWEEPS=1` plays every story on each.
`pytest --update` writes the files anew.
"""

import logging
import os
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from pydantic import SecretStr

from backend.catalog.service import Catalogue
from backend.clock import FixedClock
from backend.database import Database
from backend.settings import Settings
from bot import product
from bot.channels import ABILITIES
from bot.demo.seed import _import_starter
from bot.telegram import channel as telegram
from tests.botapi import FakeBotApi
from tests.conftest import START
from tests.postgres import apart
from tests.transcripts import edges, script
from tests.transcripts.abilities import as_on
from tests.transcripts.in_terminal import InTerminal
from tests.transcripts.on_telegram import OnTelegram, Wire
from tests.transcripts.on_web import OnWeb
from tests.transcripts.player import Player
from tests.transcripts.stages import Stage

STORIES = sorted(Path(__file__).parent.joinpath("transcripts").glob("*.txt"))
EVERYWHERE = {"changing-ones-mind", "photos", "several-requests"}
"""Stories for each channel: every kind of thing that can be sent, stale buttons, edited cards, another language."""


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


Play = Callable[[Path, str], Awaitable[Played]]


@pytest.fixture(scope="session")
def plays() -> dict[tuple[Path, str], Played]:
    """Each story is played once on each channel, whichever test asks first."""
    return {}


@pytest.fixture
def play(
    stocked: Path,
    catalogue: Catalogue,
    plays: dict[tuple[Path, str], Played],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Play:
    async def played(file: Path, channel: str) -> Played:
        if (file, channel) not in plays:
            folder = tmp_path_factory.mktemp("story")
            shutil.copyfile(stocked, folder / "aftercare.db")
            with monkeypatch.context() as patch:
                patch.setattr(product, "Catalogue", lambda: catalogue)
                plays[file, channel] = await _STAGES[channel](script.read(_written(file)), folder, patch)
        return plays[file, channel]

    return played


async def _in_terminal(written: script.Script, folder: Path, patch: pytest.MonkeyPatch) -> Played:
    return await _played(written, InTerminal(folder), Settings(data_dir=folder), patch)


async def _on_web(written: script.Script, folder: Path, patch: pytest.MonkeyPatch) -> Played:
    return await _played(written, OnWeb(), Settings(data_dir=folder), patch)


async def _on_telegram(written: script.Script, folder: Path, patch: pytest.MonkeyPatch) -> Played:
    api = FakeBotApi()
    wire = Wire(api)
    patch.setattr(telegram, "HTTPXRequest", lambda **_: wire)
    settings = Settings(data_dir=folder, telegram_token=SecretStr(api.token))
    played = await _played(written, OnTelegram(api), settings, patch)
    assert not wire.refused
    return played


_STAGES = {"terminal": _in_terminal, "web": _on_web, "telegram": _on_telegram}
assert _STAGES.keys() == ABILITIES.keys()


async def _played(written: script.Script, stage: Stage, settings: Settings, patch: pytest.MonkeyPatch) -> Played:
    clock = FixedClock(START)
    database = Database(settings, clock)
    patch.setattr(product, "Database", lambda settings, clock: database)
    try:
        transcript = await Player(written, stage, partial(product.Product, settings, clock), clock).play()
        async with database.read() as work:
            return Played(transcript, frozenset(await edges.taken(work)))
    finally:
        await database.close()


def _channels(story: Path) -> list[str]:
    """Where the story is played."""
    turn = STORIES.index(story) % len(_STAGES)
    everywhere = story.stem in EVERYWHERE or "LONG_SWEEPS" in os.environ
    return list(_STAGES) if everywhere else list(_STAGES)[turn : turn + 1]


@pytest.mark.parametrize(
    ("story", "channel"),
    [pytest.param(story, channel, id=f"{story.stem}-{channel}") for story in STORIES for channel in _channels(story)],
)
async def test_the_conversation_goes_as_written(
    story: Path, channel: str, play: Play, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> None:
    """The terminal leaves nothing out, so that its reading is the one that is written down."""
    if request.config.getoption("--update"):
        _write(story, (await play(story, "terminal")).transcript)
    played = (await play(story, channel)).transcript
    assert not [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    written = _written(story)
    assert played.splitlines() == as_on(ABILITIES[channel], written)
    assert len(played) == len(written) or channel != "terminal"


async def test_every_edge_of_every_form_is_taken(play: Play) -> None:
    """A question that is not always asked is asked in some story, and passed over in another, for each reason."""
    taken = set[str]().union(*[(await play(story, _channels(story)[0])).edges for story in STORIES])
    assert not sorted(edges.every_edge() - taken)
