"""Databases for services of their own, copied from the migrated templates."""

import shutil
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from tests.postgres import Postgres


def copy_for(request: pytest.FixtureRequest, folder: Path, engine: str) -> AbstractContextManager[str]:
    """The address of a new migrated database, a file in the folder or one of the test session's server."""
    template = request.getfixturevalue(f"{'sqlite' if engine == 'sqlite' else 'postgres'}_template")
    if engine == "sqlite":
        shutil.copyfile(template, folder / "aftercare.db")
        return nullcontext(f"sqlite:///{folder}/aftercare.db")
    server: Postgres = request.getfixturevalue("postgres")
    return server.copy_of(template)
