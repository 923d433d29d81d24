"""Every update may come several times, at once or late, and people act at the same moment: it all ends the same."""

import random
import shutil
from pathlib import Path

import pytest

from backend.catalog.service import Catalogue
from backend.clock import FixedClock
from backend.database import Database
from backend.settings import Settings
from tests.conftest import START
from tests.postgres import apart
from tests.promises import LONG
from tests.promises.crowd import Crowd
from tests.promises.left import Left, left

SEEDS = range(40 if LONG else 1)


@pytest.fixture(scope="module")
def once_in_order(sqlite_template: Path, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Left:
    file = tmp_path_factory.mktemp("once") / "aftercare.db"
    shutil.copyfile(sqlite_template, file)
    found: list[Left] = []

    async def play() -> None:
        clock = FixedClock(START)
        database = Database(Settings(database_url=f"sqlite:///{file}"), clock)
        try:
            await Crowd([database], Catalogue(), clock).play()
            async with database.read() as work:
                found.append(await left(work))
        finally:
            await database.close()

    apart(play())
    return found[0]


def test_the_story_comes_to_its_end(once_in_order: Left) -> None:
    (call_back,) = once_in_order["call_backs"]
    assert "Apologised" in call_back
    assert len([line for line in once_in_order["tickets"] if '"status": "cancelled"' in line]) == 1
    assert len([line for line in once_in_order["tickets"] if '"round": 2' in line]) == 1
    assert len([line for line in once_in_order["surveys"] if "Two visits for one drip" in line]) == 1
    counts = {"tickets": 3, "surveys": 2, "visits": 3, "complaints": 1, "goods_returns": 1}
    assert {table: len(once_in_order[table]) for table in counts} == counts
    assert not [line for line in once_in_order["conversations"] if " open " in line]


@pytest.mark.parametrize("seed", SEEDS)
async def test_repeated_and_shuffled_updates_leave_what_they_leave_once_and_in_order(
    seed: int, database: Database, clock: FixedClock, catalogue: Catalogue, once_in_order: Left
) -> None:
    other = Database(database.settings, clock)
    try:
        crowd = Crowd([database, other], catalogue, clock, random.Random(seed))
        await crowd.play()
        async with database.read() as work:
            found = await left(work)
    finally:
        await other.close()
    for table, lines in once_in_order.items():
        assert found[table] == lines, table
