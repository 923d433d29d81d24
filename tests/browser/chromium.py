"""A real Chromium without a window."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = (
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@asynccontextmanager
async def launched() -> AsyncIterator[Browser]:
    """Where there is no Chromium the test is skipped; under CI it fails, since nothing else looks at the pages."""
    async with async_playwright() as playwright:
        program = _program(playwright.chromium.executable_path)
        if program is None:
            why = f"no Chromium here: none of {', '.join(_NAMES)} on the PATH; `playwright install chromium` brings one"
            pytest.fail(why, pytrace=False) if os.environ.get("CI") else pytest.skip(why)
        browser = await playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        yield browser
        await browser.close()


def _program(downloaded: str) -> str | None:
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    return found or (downloaded if Path(downloaded).exists() else None)
