"""All are asked at once: the first tap has the job, and the others hear who."""

import os
from collections.abc import AsyncIterator

import pytest

from backend.clock import FixedClock
from backend.database import Database
from tests.backend.race import racers, run_round
from tests.conftest import MakeSettings

ROUNDS = 1000 if os.environ.get("LONG_SWEEPS") else 3


@pytest.fixture
async def database(database_url: str, settings: MakeSettings, clock: FixedClock) -> AsyncIterator[Database]:
    opened = Database(settings(database_url=database_url, take_any=True), clock)
    yield opened
    await opened.close()


async def test_of_many_who_accept_at_once_one_has_the_job_and_the_others_hear_who(database: Database) -> None:
    field = await racers(database)
    names = [await run_round(database, field, number) for number in range(ROUNDS)]
    assert len(names) == ROUNDS
