"""Runs the product until it is told to stop, after making sure that it can run."""

import socket
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from backend.settings import Settings
from bot.product import Product
from bot.startup import CannotStart, open_database, why
from bot.telegram.channel import TokenRefused


def listening_socket(settings: Settings) -> socket.socket:
    """Raises CannotStart when the address is taken or is none of this machine's."""
    try:
        return socket.create_server((settings.host, settings.port), family=_family(settings.host), backlog=512)
    except OSError as error:
        raise CannotStart("cli-port-taken", port=f"{settings.host}:{settings.port}", why=why(error)) from error


async def check(product: Product) -> None:
    """Opens what the product stands on. Raises CannotStart; a Bot API that does not answer yet is no reason."""
    await open_database(product.database)
    if product.telegram:
        try:
            await product.telegram.check_token()
        except TokenRefused as error:
            raise CannotStart("cli-bad-telegram", why="Unauthorized") from error


class Server(uvicorn.Server):
    """Serves until SIGINT or SIGTERM; tells when it is ready."""

    def __init__(self, app: FastAPI, ready: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                ws="websockets-sansio",
                ws_max_size=256 * 1024,
                timeout_graceful_shutdown=5,
            )
        )
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            self._ready()


def address_of(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
