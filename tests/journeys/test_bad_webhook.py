"""What others than Telegram may send to the address of the webhook."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from locales import text
from tests.botapi import User
from tests.botapi.chats import Standing
from tests.journeys.house import SECRET, House, living

_RUBBISH = (
    b"",
    b"{",
    b"null",
    b"[]",
    b"7",
    b'"update_id"',
    b"{}",
    b'{"update_id": "1"}',
    b'{"update_id": 1, "message": 5}',
    b'{"update_id": 1, "message": {"x": 1}}',
    b'{"update_id": 1, "callback_query": {"id": 1}}',
    b"\xff\xfe\x00",
    b"[" * 200_000,
)


@pytest.fixture
async def house(tmp_path: Path, stocked: Path, unpaced: None) -> AsyncIterator[House]:
    public: dict[str, Any] = {"public_url": "http://127.0.0.1:9", "webhook_secret": SECRET}
    async with living(tmp_path, stocked, **public) as here:
        yield here


async def test_without_the_secret_nothing_is_taken(house: House) -> None:
    for secret in (None, "", "wrong", SECRET + "x", SECRET.lower(), "é"):
        answer = await _posted(house, _hello(house.customer()), secret)
        assert answer.status_code == 403
        assert SECRET not in answer.text


async def test_rubbish_is_refused(house: House) -> None:
    for body in _RUBBISH:
        answer = await _posted(house, body, SECRET)
        assert 400 <= answer.status_code < 500, (body[:40], answer.text)


async def test_a_huge_body_is_refused(house: House) -> None:
    answer = await _posted(house, b'{"update_id": 1, "x": "' + b"x" * 3_000_000 + b'"}', SECRET)
    assert answer.status_code in (400, 413, 422)


async def test_an_update_of_a_kind_not_known_is_taken_and_forgotten(house: House) -> None:
    for body in (b'{"update_id": 1}', b'{"update_id": 2, "poll_of_the_future": {"x": 1}}'):
        assert (await _posted(house, body, SECRET)).status_code == 200


async def test_with_the_secret_it_is_answered(house: House) -> None:
    mei = house.customer("zh-hant")
    mei.chat.standing = Standing.OPEN
    assert (await _posted(house, _hello(mei), SECRET)).status_code == 200
    await mei.sees(text("zh-Hant", "welcome-customer", {"company": "Aftercare"}))


def _hello(who: User) -> bytes:
    chat, sender = who.chat.json(), who.person.json()
    message = {"message_id": 1, "date": 0, "chat": chat, "from": sender, "text": "/start"}
    return json.dumps({"update_id": 7, "message": message}).encode()


async def _posted(house: House, body: bytes, secret: str | None) -> httpx.Response:
    headers = {} if secret is None else {b"X-Telegram-Bot-Api-Secret-Token": secret.encode()}
    return await house.web.post("/telegram/webhook", content=body, headers=headers)
