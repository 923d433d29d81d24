"""Any ASGI app on a free loopback port, inside the test's own loop."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Generator

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE = 2.0
TURNS = 100


class LoopbackServer(uvicorn.Server):
    """A uvicorn that leaves signals alone, and starts and stops at a word instead of by polling."""

    def __init__(self, app: ASGIApp) -> None:
        config = uvicorn.Config(
            app,
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            timeout_keep_alive=75,
        )
        super().__init__(config)
        self.up = asyncio.Event()
        self.stop = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Take no signals."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets=sockets)
        self.up.set()

    async def main_loop(self) -> None:
        """Wait for the word."""
        await self.stop.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let running calls end, then close; uvicorn's own way sleeps for a tenth of a second."""
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        if self.server_state.tasks:
            _, late = await asyncio.wait(set(self.server_state.tasks), timeout=PATIENCE)
            for task in late:
                task.cancel()
        for _ in range(TURNS):
            if self.server_state.connections:
                await asyncio.sleep(0)

    def cut(self, client: tuple[str, int]) -> None:
        """Cut a client's connection without a word."""
        for connection in list(self.server_state.connections):
            if isinstance(connection, H11Protocol) and connection.client == client:
                connection.transport.abort()


@contextlib.asynccontextmanager
async def serving(server: LoopbackServer) -> AsyncIterator[str]:
    """Serve while the block runs; gives the root URL."""
    # asyncio switches Nagle's delay off only where the protocol is named; with it each answer takes 40 ms longer.
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        task = asyncio.create_task(server.serve(sockets=[listener]))
        try:
            await server.up.wait()
            yield f"http://127.0.0.1:{port}"
        finally:
            server.stop.set()
            await task
