"""One Chromium and one demo for all tests of the folder; each test opens browsers of its own."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.browser import chromium
from tests.browser.phone import new_page
from tests.browser.service import Service, running

Visit = Callable[..., Awaitable[Page]]
"""Opens a page of the service in a browser of its own: `await visit(service, "/chat")`."""


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    expect.set_options(timeout=15_000)
    async with chromium.launched() as started:
        yield started


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def demo(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Service]:
    """For tests that neither move the clock nor stop the program."""
    async with running(tmp_path_factory.mktemp("demo")) as service:
        yield service


@pytest_asyncio.fixture(loop_scope="session")
async def own_demo(tmp_path: Path) -> AsyncIterator[Service]:
    """For a test that moves the clock or stops the program. To be asked for before `visit`, so that it outlives it."""
    async with running(tmp_path / "demo") as service:
        yield service


@pytest_asyncio.fixture(loop_scope="session")
async def product(tmp_path: Path) -> AsyncIterator[Service]:
    """`aftercare serve`, to be asked for before `visit`."""
    async with running(tmp_path / "served", "serve") as service:
        yield service


@pytest_asyncio.fixture(loop_scope="session")
async def visit(browser: Browser) -> AsyncIterator[Visit]:
    """At the end no page may have had an error."""
    pages: list[Page] = []
    errors: list[str] = []

    async def open_page(service: Service, path: str, *, may_fail: bool = False, locale: str = "en-GB") -> Page:
        page = await new_page(browser, service.url, errors=None if may_fail else errors, locale=locale)
        pages.append(page)
        await page.goto(path)
        return page

    yield open_page
    for page in pages:
        await page.context.close()
    assert errors == []
