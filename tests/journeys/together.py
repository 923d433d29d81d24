"""Stories played side by side: each waits most of the time for its turn to send, so that all take as long as one."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import TypeVar

import pytest

T = TypeVar("T")


def asked_for(request: pytest.FixtureRequest, parameter: str) -> list[str]:
    """The values of the parameter that this run's tests of the module have."""
    specs = (getattr(item, "callspec", None) for item in request.session.items if item.path == request.path)
    return list(dict.fromkeys(spec.params[parameter] for spec in specs if spec and parameter in spec.params))


@asynccontextmanager
async def side_by_side(
    names: list[str], play: Callable[[str], Awaitable[T]]
) -> AsyncIterator[Mapping[str, asyncio.Future[T]]]:
    """Begins all at once; each test awaits its own."""
    playing = {name: asyncio.ensure_future(play(name)) for name in names}
    try:
        yield playing
    finally:
        for task in playing.values():
            task.cancel()
        await asyncio.gather(*playing.values(), return_exceptions=True)
