"""The product inside the tests' own loop, over the fake Bot API, without the pauses between messages."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx

from backend.catalog import files
from backend.catalog.transfer import import_catalogue
from backend.clock import Clock, SystemClock
from backend.database import Database
from backend.people import service as people
from backend.people.rules import StaffRole
from backend.settings import Settings
from backend.tickets import service as tickets
from backend.tickets.values import TicketView
from bot.product import Product
from locales import best_language, text
from tests.botapi import FakeBotApi, Message, User
from tests.journeys.pictures import photo
from tests.journeys.service import STARTER
from tests.journeys.story import HOME

SECRET = "S-e_c-r-e-t"
QUESTIONS = (
    "symptoms",
    "product",
    "fault",
    "further",
    "urgency",
    "place",
    "door",
    "writer",
    "name",
    "phone",
    "bought",
    "time",
    "photos",
)


@dataclass
class House:
    """A running product and the people around it."""

    api: FakeBotApi
    product: Product
    web: httpx.AsyncClient
    patience: float = 30.0
    """Seconds that anything expected may take."""

    def customer(self, language_code: str = "en") -> User:
        return self.api.user("Mei", language_code=language_code, phone="8613800138000")

    async def reaches(self, who: User, question: str) -> None:
        """Answers the repair request up to the question, which is put then."""
        for asked in QUESTIONS[: QUESTIONS.index(question)]:
            await self.answers(who, asked)
            await self.asked(who, QUESTIONS[QUESTIONS.index(asked) + 1])

    async def answers(self, who: User, question: str, words: str = "") -> None:
        match question:
            case "symptoms":
                await who.says(words or "The water heater gives no hot water and leaks a little")
            case "product" | "fault":
                await self.press(who, f":{question}:e")
            case "further":
                await self.press(who, ":further:~done")
            case "urgency":
                await self.press(who, ":urgency:urgent")
            case "writer":
                await self.press(who, ":writer:self")
            case "place":
                await who.shares_location(*HOME)
            case "door":
                await who.says(words or "Building 3, flat 502")
            case "name":
                await who.says(words or "Ms Wang")
            case "phone":
                await who.shares_contact(who.phone)
            case "bought":
                await self.press(who, ":bought:unknown")
            case "time":
                await self.press(who, ":time:soon")
            case "photos":
                await who.sends_photo(photo())
                await self.says(who, "photos-so-far", count=1)
                await self.press(who, ":photos:~done")

    async def sends(self, who: User) -> str:
        """Answers everything, sends the request, and gives the ticket's number."""
        await self.reaches(who, "photos")
        await self.answers(who, "photos")
        await self.says(who, "review-repair")
        await self.press(who, ":review:send")
        card = await who.sees("🧾", timeout=self.patience)
        return next(word for word in card.text.split() if word.startswith("SN"))

    async def asked(self, who: User, question: str) -> Message:
        """The question of the repair request, since the person's last act."""
        return await self.says(who, f"ask-repair-{question}")

    async def asked_again(self, who: User, note: str, question: str, **facts: str | int) -> Message:
        """The note and the present question, in one message."""
        message = await self.says(who, note, **facts)
        assert text(language_of(who), f"ask-repair-{question}") in message.text, who.transcript()
        return message

    async def says(self, who: User, key: str, **facts: str | int) -> Message:
        """The words of the locale files, in the person's language, since their last act."""
        return await who.sees(text(language_of(who), key, facts), timeout=self.patience)

    async def toasts(self, who: User, key: str, **facts: str | int) -> None:
        await who.sees_toast(text(language_of(who), key, facts))

    async def press(self, who: User, button: str, message: Message | None = None) -> None:
        """Taps the newest button whose data holds these words."""
        for place in [message] if message else reversed(who.messages):
            for data in [data for row in place.buttons for _, data in row if button in data]:
                await who.taps_data(place, data)
                return
        raise AssertionError(f"no button {button!r}\n{who.transcript()}")

    async def tickets(self) -> list[TicketView]:
        """All of them, newest first."""
        async with self.product.database.read() as work:
            return await tickets.tickets(work)

    async def invite(
        self, role: StaffRole, name: str, at: tuple[float, float] = (31.25, 121.48), **settings: Any
    ) -> str:
        """The payload of an invite's deep link; `settings` hold for the invite alone."""
        async with self.product.database.begin() as work:
            made = replace(work, settings=work.settings.model_copy(update=settings))
            invitation = await people.invite(made, role, name, ["heating", "gas"], at)
        return f"i_{invitation.token}"

    async def technician(self, name: str = "Bo", at: tuple[float, float] = (31.25, 121.48)) -> User:
        """Somebody who has joined and waits for jobs."""
        who = self.api.user(name)
        await who.start(await self.invite(StaffRole.TECHNICIAN, name, at))
        await self.says(who, "joined-technician", name=name)
        return who

    async def supervisor(self) -> User:
        who = self.api.user("Chief")
        await who.start(await self.invite(StaffRole.SUPERVISOR, "Chief"))
        await self.says(who, "joined-supervisor", name="Chief")
        return who


@asynccontextmanager
async def living(folder: Path, template: Path, clock: Clock | None = None, **settings: Any) -> AsyncIterator[House]:
    """A product on a copy of the SQLite database, with a Bot API of its own."""
    shutil.copyfile(template, folder / "aftercare.db")
    async with FakeBotApi() as api:
        token, root = {"telegram_token": api.token, "telegram_api": api.url}, {"data_dir": folder}
        product = Product(Settings(**{**token, **root, **settings}), clock)
        app = product.app()
        async with app.router.lifespan_context(app):
            transport = httpx.ASGITransport(app)
            async with httpx.AsyncClient(transport=transport, base_url="http://house", trust_env=False) as web:
                yield House(api, product, web)


def language_of(who: User) -> str:
    return best_language(who.person.language_code)


async def stock(database_url: str) -> None:
    """The starter catalogue, into a migrated database."""
    database = Database(Settings(database_url=database_url), SystemClock())
    try:
        async with database.begin() as work:
            await import_catalogue(work, files.read(STARTER.name, STARTER.read_bytes()))
    finally:
        await database.close()
