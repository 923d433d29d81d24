"""What every test may ask for: settings, a clock that stands still, and a migrated database of its own."""

import os
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from backend.clock import FixedClock
from backend.database import Database
from backend.migrate import migrate
from backend.settings import Settings
from tests import loopback
from tests.postgres import Postgres, apart, running

# Machines are shared and noisy, so no example is timed; CI takes the same examples each time.
hypothesis.settings.register_profile(
    "shared", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("shared")

ENGINES = ("sqlite", "postgresql")
START = datetime(2026, 5, 6, 2, 0, tzinfo=UTC)
"""A Wednesday, ten in the morning in Shanghai."""

ON_SQLITE_ONLY = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""For tests of what never comes as far as the database."""

MakeSettings = Callable[..., Settings]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the transcripts anew; read the difference")


@pytest.fixture(scope="session", autouse=True)
def _loopback_only() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        loopback.guard(patch)
        yield


@pytest.fixture(autouse=True)
def _nobody_went_out() -> Iterator[None]:
    loopback.attempts.clear()
    yield
    assert not loopback.attempts, f"the test reached beyond this machine: {loopback.attempts}"


@pytest.fixture(scope="session", autouse=True)
def _nobodys_settings() -> Iterator[None]:
    """The settings of whoever runs the tests do not change them."""
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.upper().startswith("AFTERCARE_"):
                patch.delenv(name)
        patch.setitem(Settings.model_config, "env_file", None)
        yield


@pytest.fixture
def settings(tmp_path: Path) -> MakeSettings:
    """Makes settings out of the defaults and what a test says."""

    def make(**given: Any) -> Settings:
        return Settings(**{"data_dir": tmp_path, **given})

    return make


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(START)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with running() as server:
        yield server


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file that tests copy."""
    file = tmp_path_factory.mktemp("sqlite") / "template.db"
    apart(_migrated(f"sqlite:///{file}"))
    return file


@pytest.fixture(scope="session")
def postgres_template(postgres: Postgres) -> str:
    """The name of a migrated database that tests copy."""
    name = "template_migrated"
    postgres.execute(f"CREATE DATABASE {name}")
    apart(_migrated(postgres.url(name)))
    return name


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh, migrated database, once on each engine."""
    if request.param == "sqlite":
        file = tmp_path / "aftercare.db"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), file)
        yield f"sqlite:///{file}"
    else:
        server: Postgres = request.getfixturevalue("postgres")
        with server.copy_of(request.getfixturevalue("postgres_template")) as url:
            yield url


@pytest.fixture
async def database(database_url: str, settings: MakeSettings, clock: FixedClock) -> AsyncIterator[Database]:
    opened = Database(settings(database_url=database_url), clock)
    yield opened
    await opened.close()


async def _migrated(url: str) -> None:
    database = Database(Settings(database_url=url), FixedClock(START))
    await migrate(database)
    await database.close()
