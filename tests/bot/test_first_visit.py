"""Who opens the page for the first time is greeted once: by the page, or by what the link leads to."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import select

from backend.catalog.service import Catalogue
from backend.database import Database
from backend.outbox import OutboxMessage
from bot.conversation import FrontDoor
from bot.photos import Photos
from bot.webchat.hub import Hub
from bot.webchat.session import Page


class Visit:
    """A socket over which a page says what is given, and then leaves."""

    def __init__(self, *frames: Mapping[str, object]) -> None:
        self._frames = [json.dumps(frame) for frame in frames]

    async def accept(self) -> None:
        pass

    async def receive(self) -> dict[str, object]:
        if not self._frames:
            return {"type": "websocket.disconnect", "code": 1000}
        return {"type": "websocket.receive", "text": self._frames.pop(0)}

    async def send_json(self, frame: object) -> None:
        pass


async def said(database: Database, folder: Path, *frames: Mapping[str, object]) -> list[str]:
    door = FrontDoor(database, Catalogue())
    socket = Visit(*frames)
    await Page(socket, "visitor", "/chat", database, door, Photos(folder), Hub()).run()  # type: ignore[arg-type]
    async with database.read() as work:
        return list(await work.session.scalars(select(OutboxMessage.kind).order_by(OutboxMessage.id)))


async def test_a_first_visit_is_greeted(database: Database, tmp_path: Path) -> None:
    assert await said(database, tmp_path, {"type": "hello", "language": "en"}) == ["say"]


@pytest.mark.parametrize(("link", "answer"), [("hello", ["say"]), ("s_W80-1", ["prompt"])])
async def test_a_first_visit_by_a_link_is_answered_once(
    database: Database, tmp_path: Path, link: str, answer: list[str]
) -> None:
    hello = {"type": "hello", "language": "en", "follows": True}
    followed = {"type": "start", "id": "1", "payload": link}
    assert await said(database, tmp_path, hello, followed) == answer
