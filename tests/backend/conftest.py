"""The HTTP API over a fresh database."""

from collections.abc import AsyncIterator

import httpx
import pytest

from backend.app import create_app
from backend.database import Database
from backend.keys import Scope, create_key


@pytest.fixture
async def stranger(database: Database) -> AsyncIterator[httpx.AsyncClient]:
    """A client without a key."""
    transport = httpx.ASGITransport(app=create_app(database), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://aftercare") as client:
        yield client


@pytest.fixture
async def api(database: Database, stranger: httpx.AsyncClient) -> httpx.AsyncClient:
    """A client whose key may read and write under `/api/v1`."""
    async with database.begin() as work:
        key = await create_key(work, "front desk", [Scope.READ, Scope.WRITE])
    stranger.headers["Authorization"] = f"Bearer {key}"
    stranger.base_url = httpx.URL("http://aftercare/api/v1/")
    return stranger
