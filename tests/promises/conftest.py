"""Databases that hold the starter catalogue, for copying."""

import shutil
from pathlib import Path

import pytest

from backend.catalog import files
from backend.catalog.service import Catalogue
from backend.catalog.transfer import import_catalogue
from backend.clock import FixedClock
from backend.database import Database
from backend.settings import Settings
from tests.conftest import START
from tests.postgres import Postgres, apart

_STARTER = Path(__file__).parents[2] / "backend/catalog/data/starter.toml"


@pytest.fixture(scope="session")
def sqlite_template(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("stocked") / "template.db"
    shutil.copyfile(sqlite_template, file)
    apart(_stock(f"sqlite:///{file}"))
    return file


@pytest.fixture(scope="session")
def postgres_template(postgres_template: str, postgres: Postgres) -> str:
    name = "template_stocked"
    postgres.execute(f"CREATE DATABASE {name} TEMPLATE {postgres_template} STRATEGY FILE_COPY")
    apart(_stock(postgres.url(name)))
    return name


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Kept over all tests, since all have one and its index takes a while to build."""
    return Catalogue()


async def _stock(url: str) -> None:
    database = Database(Settings(database_url=url), FixedClock(START))
    async with database.begin() as work:
        await import_catalogue(work, files.read(_STARTER.name, _STARTER.read_bytes()))
    await database.close()
