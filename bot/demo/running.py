"""`aftercare demo`: the product on SQLite in a folder of its own, on loopback, with the demo page."""

import asyncio
import socket
import tempfile
from pathlib import Path

from fastapi import FastAPI

from backend.clock import ShiftedClock
from backend.keys import Scope, create_key
from backend.settings import Settings
from bot.demo.routes import Demo, demo_router
from bot.demo.seed import seed
from bot.demo.story import Story
from bot.product import Product
from bot.serving import Server, address_of, check, listening_socket
from bot.startup import CannotStart, operator_language, read_settings, words

_LOOPBACK = "127.0.0.1"


async def run_demo(folder: Path | None, port: int | None) -> None:
    """Serves until it is stopped. Raises CannotStart."""
    settings = _settings(folder)
    listening = _listen(settings, port)
    _, app = await _demo(settings)
    url = f"{address_of(listening)}/demo"
    ready = words("cli-demo-ready", url=url, folder=str(settings.data_dir))
    await Server(app, lambda: print(ready, flush=True)).serve(sockets=[listening])


async def play_demo(folder: Path | None) -> None:
    """Plays the story against the running demo and prints it. Raises CannotStart, StepMissing."""
    settings = _settings(folder)
    listening = listening_socket(settings.model_copy(update={"port": 0}))
    product, app = await _demo(settings)
    async with product.database.begin() as work:
        key = await create_key(work, "demo", {Scope.READ, Scope.WRITE})
    started = asyncio.Event()
    server = Server(app, started.set)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        await started.wait()
        story = Story(
            address_of(listening), key, operator_language(), settings.time_zone, _print, settings.survey_after
        )
        number, survey = await story.play()
        _print("\n" + words("play-over", number=number, survey=survey))
    finally:
        server.should_exit = True
        await serving


async def _demo(settings: Settings) -> tuple[Product, FastAPI]:
    """The product with the demo's pages, its tables made and filled."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    clock = ShiftedClock(settings.data_dir / "clock")
    product = Product(settings, clock)
    await check(product)
    await seed(product.database, operator_language())
    app = product.app()
    app.include_router(demo_router(Demo(product.webchat, clock, settings.data_dir)))
    return product, app


def _settings(folder: Path | None) -> Settings:
    """No token, no database server, nothing beyond this machine, whatever the environment says."""
    own = folder or Path(tempfile.mkdtemp(prefix="aftercare-demo-"))
    apart = {"telegram_token": None, "public_url": None, "webhook_secret": None, "database_url": None}
    return read_settings().model_copy(update={**apart, "data_dir": own, "host": _LOOPBACK})


def _listen(settings: Settings, port: int | None) -> socket.socket:
    """The port asked for; without one the usual, or any other when that is taken."""
    if port is not None:
        return listening_socket(settings.model_copy(update={"port": port}))
    try:
        return listening_socket(settings)
    except CannotStart:
        return listening_socket(settings.model_copy(update={"port": 0}))


def _print(line: str) -> None:
    print(line, flush=True)
