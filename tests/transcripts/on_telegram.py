"""Stories on Telegram: people of a strict Bot API do what phones do, and what stands in its chats is read."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any
from urllib.parse import unquote

from telegram import Update
from telegram.request import BaseRequest, RequestData

from backend.chats import ChatKey
from backend.delivery import Board, Courier, Parcel
from bot.channels import TELEGRAM
from bot.incoming import Command, Pressed
from bot.product import Product
from bot.rendered import Key, Rendered
from bot.telegram.updates import CHANNEL
from dialogs.events import ContactShared, PlaceShared, Said, Unsupported
from tests.botapi import FakeBotApi, Message, User
from tests.botapi.chats import Standing
from tests.botapi.keyboards import ReplyKeyboard
from tests.botapi.methods import find_method
from tests.botapi.parameters import Parameters
from tests.botapi.refusals import Refusal
from tests.transcripts.acts import Picture
from tests.transcripts.phones import Phones, Tapped
from tests.transcripts.script import Person
from tests.transcripts.stages import Done, bare, typed

_HARMLESS = ("message is not modified", "message can't be edited")


class Wire(BaseRequest):
    """Carries calls to the Bot API without a network; `refused` are the ones that it should never have been sent."""

    def __init__(self, api: FakeBotApi) -> None:
        self._api = api
        self.refused: list[str] = []

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: Any, **more: Any
    ) -> tuple[int, bytes]:
        if "/file/" in url:
            path = unquote(url).partition(f"bot{self._api.token}/")[2]
            data = self._api.world.files.download(path, self._api.world.now())
            return (404, b"") if data is None else (200, data)
        try:
            return 200, json.dumps({"ok": True, "result": await self._call(url, request_data)}).encode()
        except Refusal as refusal:
            if not any(each in refusal.description for each in _HARMLESS):
                self.refused.append(refusal.description)
            return refusal.code, json.dumps(refusal.body()).encode()

    async def _call(self, url: str, data: RequestData | None) -> object:
        method = find_method(url.rpartition("/")[2])
        files = {name: _bytes(file[1]) for name, file in (data.multipart_data if data else {}).items()}
        params = Parameters(data.json_parameters if data else {}, files)
        params.check_names(method.name, method.known)
        return await method.run(self._api.world, params)


class OnTelegram:
    abilities = TELEGRAM

    def __init__(self, api: FakeBotApi) -> None:
        self.phones = Phones()
        self._api = api
        self._users: dict[str, User] = {}
        self._read = 0
        self._turn = asyncio.Lock()
        self._numbers = count(1)

    def chat(self, person: Person) -> ChatKey:
        """Who is reached without having written has pressed Start before."""
        if person.name not in self._users:
            user = self._users[person.name] = self._api.user(person.name, person.language)
            user.chat.standing = Standing.OPEN
        return ChatKey(CHANNEL, str(self._users[person.name].id))

    def couriers(self, product: Product) -> Mapping[str, Courier]:
        assert product.telegram
        carry = product._telegram_courier(product.telegram)

        async def one_by_one(parcel: Parcel) -> str:
            """What is carried at the same time is read in the order in which it was owed."""
            async with self._turn:
                reference = await carry(parcel)
                self._look()
                return reference

        return {CHANNEL: one_by_one}

    def boards(self, product: Product) -> Mapping[str, Board]:
        return {}

    async def does(self, product: Product, person: Person, done: Done) -> str | None:
        chat, user = self.chat(person), self._users[person.name]
        if not await _sent(user, done):
            await bare(product, chat, next(self._numbers), person, done)
            return None
        seen = len(user.toasts)
        for update in self._api.world.queue.batch(100):
            assert product.telegram
            await product.telegram.take(Update.de_json(update.json(), product.telegram.bot))
            self._api.world.queue.confirm(update.id + 1)
        assert not user.spinning
        return next((toast.text for toast in user.toasts[seen:] if toast.text), None)

    async def look(self, product: Product) -> None:
        """All was read when it was carried."""

    def _look(self) -> None:
        fresh = [
            (message.touched, name, message)
            for name, user in self._users.items()
            for message in user.messages
            if message.touched > self._read
        ]
        for touched, name, message in sorted(fresh, key=lambda each: each[0]):
            self._read = touched
            self.phones.show(name, str(message.id), _shown(message))


async def _sent(user: User, done: Done) -> bool:
    """Whether a phone can send it."""
    match done:
        case Said() | Command() as what:
            await user.says(typed(what))
        case Tapped(_, Key(label, "")):
            await user.says(label)
        case Tapped(message, key):
            await user.taps_data(_message(user.messages, message.reference), key.data)
        case Pressed(data):
            await user.taps_data(user.last, data)
        case PlaceShared(latitude, longitude):
            await user.shares_location(latitude, longitude)
        case ContactShared(phone, own):
            await user.shares_contact(phone.removeprefix("+"), own)
        case Unsupported():
            await user.sends_sticker()
        case Picture(data, caption, album):
            await user.sends_photo(data, caption or None, "album" if album > 1 else None)
        case _:
            return False
    return True


def _message(messages: Sequence[Message], reference: str) -> Message:
    return next(each for each in messages if str(each.id) == reference)


def _shown(message: Message) -> Rendered:
    photo = "picture" if message.photo else None
    if not isinstance(message.markup, ReplyKeyboard):
        rows = tuple(tuple(Key(label, data) for label, data in row) for row in message.buttons)
        return Rendered(message.text, rows, photo=photo)
    share = [key for row in message.markup.rows for key in row if key.request]
    rows = tuple(tuple(Key(key.text, "") for key in row) for row in message.markup.rows if not row[0].request)
    wants, label = (share[0].request.removeprefix("request_"), share[0].text) if share else (None, "")
    return Rendered(message.text, rows, wants, label, photo)


def _bytes(content: Any) -> bytes:
    return content if isinstance(content, bytes) else bytes(content.read())
