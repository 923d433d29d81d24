"""The suite's own guard: a test that reaches beyond this machine fails, however careful the code is about errors."""

import asyncio
import socket
from contextlib import suppress

import pytest

from tests import loopback


@pytest.mark.parametrize("address", [("93.184.216.34", 80), ("10.0.0.1", 5432), ("2606:2800:220:1::1", 80)])
def test_a_connection_to_elsewhere_is_refused_and_remembered(address: tuple[str, int]) -> None:
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    with socket.socket(family) as line, pytest.raises(loopback.BeyondLoopback):
        with suppress(Exception):
            line.connect(address)
    assert loopback.attempts == [repr(address)]
    loopback.attempts.clear()


async def test_a_name_is_not_even_looked_up() -> None:
    with pytest.raises(loopback.BeyondLoopback):
        socket.getaddrinfo("api.telegram.org", 443)
    assert loopback.attempts == ["'api.telegram.org'"]
    loopback.attempts.clear()


async def test_loopback_stays_open() -> None:
    server = await asyncio.start_server(lambda reader, writer: writer.close(), "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1])
        assert await reader.read() == b""
        writer.close()
        await writer.wait_closed()
