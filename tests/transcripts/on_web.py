"""Stories in the web chat: frames of a page in, and the messages that the page would hold out of the frames it gets."""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from fastapi import UploadFile

from backend.chats import ChatKey, locked_chat
from backend.database import Work
from backend.delivery import Board, Courier, Parcel
from backend.errors import Invalid
from backend.people import service as people
from bot.channels import WEB
from bot.incoming import Chosen, Command, Pressed
from bot.product import Product
from bot.rendered import Key, Rendered
from bot.webchat.board import CHANNEL
from bot.webchat.routes import BASE
from bot.webchat.sender import WebSender
from bot.webchat.session import Page
from dialogs.events import ContactShared, PlaceShared, Said
from locales import text
from tests.transcripts.acts import Picture
from tests.transcripts.phones import Phones, Tapped
from tests.transcripts.script import Person
from tests.transcripts.stages import Done, bare, typed

Frame = dict[str, Any]


@dataclass
class Browser:
    """The page as its visitor has it open: what it was sent, and how far it got."""

    person: Person
    seen: int = 0
    language: str = "en"
    known: bool = False
    frames: list[Frame] = field(default_factory=list)

    async def send_json(self, frame: Frame) -> None:
        """A page's socket."""
        json.dumps(frame)
        self.frames.append(frame)
        if frame["type"] == "welcome":
            self.language = frame["language"]

    def read(self) -> list[Frame]:
        read, self.frames = self.frames, []
        return read


class OnWeb:
    abilities = WEB

    def __init__(self) -> None:
        self.phones = Phones()
        self._browsers: dict[str, Browser] = {}
        self._posted: list[tuple[str, str]] = []
        self._acted: list[str] = []
        self._numbers = count(1)

    def chat(self, person: Person) -> ChatKey:
        """The address is the person's name, so that the transcripts can be read."""
        self._browsers.setdefault(person.name, Browser(person))
        return ChatKey(CHANNEL, person.name)

    def couriers(self, product: Product) -> Mapping[str, Courier]:
        return {}

    def boards(self, product: Product) -> Mapping[str, Board]:
        sender = WebSender(product.hub)

        async def post(work: Work, parcel: Parcel) -> str:
            reference = await sender.post(work, parcel)
            self._posted.append((parcel.address, reference))
            return reference

        return {CHANNEL: post}

    async def does(self, product: Product, person: Person, done: Done) -> str | None:
        browser, number = await self._browser(product, person), next(self._numbers)
        self._acted = [person.name]
        frame = await _frame(product, done)
        if frame is None:
            return await bare(product, self.chat(person), number, person, done)
        page = self._page(product, browser)
        page.language = person.language if not browser.seen else browser.language
        await page.hear(json.dumps({"id": f"frame-{number}", **frame}))
        answer = next(each for each in reversed(browser.frames) if each.get("id") == f"frame-{number}")
        assert answer["type"] in ("ack", "toast"), answer
        return answer.get("text")

    async def look(self, product: Product) -> None:
        """Messages that were put up are news; others lost their buttons or are the visitor's own."""
        posted, self._posted = self._posted, []
        for name in dict.fromkeys([*(name for name, _ in posted), *self._acted]):
            browser = self._browsers[name]
            page = self._page(product, browser)
            await page.catch_up()
            browser.seen = page.seen
            for frame in browser.read():
                if frame["type"] == "message" and frame["from"] == "bot":
                    news = (name, str(frame["id"])) in posted
                    assert news or (WEB.retiring and not frame["buttons"]), frame
                    self.phones.show(name, str(frame["id"]), _shown(frame, browser.language), quietly=not news)
        self._acted = []

    async def _browser(self, product: Product, person: Person) -> Browser:
        """Whoever opens the page for the first time is known to the desk by name, since the page tells none."""
        chat = self.chat(person)
        browser = self._browsers[person.name]
        if not browser.known and not WEB.names:
            async with product.database.begin() as work:
                await people.person_of(work, await locked_chat(work, chat, person.language), person.name)
        browser.known = True
        return browser

    def _page(self, product: Product, browser: Browser) -> Page:
        return Page(
            browser,  # type: ignore[arg-type]
            browser.person.name,
            BASE,
            product.database,
            product.door,
            product.photos,
            product.hub,
            browser.seen,
            browser.language,
            browser.language if browser.seen else "",
        )


async def _frame(product: Product, done: Done) -> Frame | None:
    """What the page sends for it; None where it has nothing to send it with."""
    match done:
        case Command("start", argument) if argument:
            return {"type": "start", "payload": argument}
        case Said() | Command() as what:
            return {"type": "text", "text": typed(what)}
        case Tapped(message, key):
            return {"type": "tap", "data": key.data, "message": int(message.reference)}
        case Pressed(data):
            return {"type": "tap", "data": data, "message": 1}
        case PlaceShared(latitude, longitude):
            return {"type": "place", "latitude": latitude, "longitude": longitude}
        case ContactShared(phone, own=True):
            return {"type": "text", "text": phone}
        case Chosen(language):
            return {"type": "language", "language": language}
        case Picture(data, caption=""):
            return await _uploaded(product, data)
        case _:
            return None


async def _uploaded(product: Product, data: bytes) -> Frame | None:
    try:
        answer = await product.webchat.upload(UploadFile(io.BytesIO(data)))
    except Invalid:
        return None
    return {"type": "photo", **json.loads(bytes(answer.body))}


def _shown(frame: Frame, language: str) -> Rendered:
    rows = tuple(tuple(Key(key["text"], key["data"]) for key in row) for row in frame["buttons"])
    wants = next(iter(frame["wants"]), None)
    label = text(language, f"button-share-{wants}") if wants else ""
    return Rendered(frame["text"], rows, wants, label, frame["image"])
