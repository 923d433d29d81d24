"""The demo page, its three phones, and the clock."""

from datetime import timedelta
from pathlib import Path

from fastapi import APIRouter, Request, Response, UploadFile, WebSocket
from fastapi.responses import JSONResponse, RedirectResponse
from pydantic import BaseModel
from sqlalchemy import select

from backend.chats import Chat
from backend.clock import ShiftedClock
from backend.database import Json, JsonObject, Work
from backend.dispatch import service as dispatch
from backend.dispatch.service import OfferState
from backend.errors import Invalid, NotFound
from backend.settings import parse_duration
from backend.tickets import service as tickets
from bot.demo.language import translate
from bot.demo.seed import SUPERVISOR, TECHNICIAN, phones
from bot.webchat.board import CHANNEL, chat_at
from bot.webchat.labels import language_names
from bot.webchat.routes import STATIC, WebChat, same_origin
from bot.wording import moment
from locales import LANGUAGES, best_language, text

CUSTOMER = "demo-customer"
_FARTHEST = timedelta(days=7)
_LABELS = (
    "intro",
    "customer",
    "technician",
    "supervisor",
    "ten-minutes-later",
    "an-hour-later",
    "a-day-later",
    "now-is",
    "follow-offers",
    "new-customer",
    "language",
)


class Forward(BaseModel):
    """How far to move the clock, such as `10m`, `1h` or `1d`."""

    forward: str


class Demo:
    """The demo's own state: which customer is on the phone, and in which language the phones open."""

    def __init__(self, chat: WebChat, clock: ShiftedClock, folder: Path) -> None:
        self.chat, self.clock = chat, clock
        self._customer_file = folder / "customer"

    @property
    def customer(self) -> int:
        return int(self._customer_file.read_text()) if self._customer_file.exists() else 1

    def next_customer(self) -> None:
        self._customer_file.write_text(str(self.customer + 1))

    def address(self, phone: str) -> str:
        """The chat behind a phone's path. Raises NotFound."""
        match phone.split("/"):
            case ["customer"]:
                return f"{CUSTOMER}-{self.customer}"
            case ["supervisor"]:
                return SUPERVISOR
            case ["technician", number] if number.isdecimal() and len(number) < 4:
                return f"{TECHNICIAN}-{number}"
            case _:
                raise NotFound(f"no phone {phone[:40]!r}")

    async def speak(self, address: str, language: str | None) -> None:
        """From now on the phone speaks the language, also in what it shows already."""
        if language not in LANGUAGES:
            return
        async with self.chat.database.begin() as work:
            chat = await chat_at(work, address)
            if chat is not None and chat.language != language:
                await translate(work, chat, language)
                work.after_commit.append(lambda: self.chat.hub.wake(address))


def demo_router(demo: Demo) -> APIRouter:
    router = APIRouter(include_in_schema=False)
    _add_page(router, demo)
    _add_phones(router, demo)
    _add_clock(router, demo)
    return router


def _add_page(router: APIRouter, demo: Demo) -> None:
    @router.get("/")
    async def root() -> Response:
        return RedirectResponse("/demo")

    @router.get("/demo")
    async def page(request: Request, language: str | None = None) -> Response:
        spoken = language if language in LANGUAGES else best_language(request.headers.get("accept-language"))
        async with demo.chat.database.begin() as work:
            listed = [{"number": each.number, "name": each.name, "skills": each.skills} for each in await phones(work)]
        labels = {name.replace("-", "_"): text(spoken, f"demo-{name}") for name in _LABELS}
        context: dict[str, object] = {
            "language": spoken,
            "title": text(spoken, "demo-title"),
            "static": STATIC,
            "labels": labels,
            "languages": language_names(),
            "technicians": listed,
            "state_url": f"/demo/state?language={spoken}",
            "clock_url": "/demo/clock",
        }
        return demo.chat.render(request, "demo.html", context)


def _add_phones(router: APIRouter, demo: Demo) -> None:
    @router.get("/demo/phones/{phone:path}/photos/{reference}")
    async def picture(phone: str, reference: str) -> Response:
        return await demo.chat.picture(demo.address(phone), reference)

    @router.get("/demo/phones/{phone:path}")
    async def show(request: Request, phone: str, language: str | None = None) -> Response:
        address = demo.address(phone)
        await demo.speak(address, language)
        return await demo.chat.page(request, f"/demo/phones/{phone}", address, embedded=True)

    @router.post("/demo/phones/{phone:path}/photos")
    async def upload(phone: str, photo: UploadFile) -> Response:
        demo.address(phone)
        return await demo.chat.upload(photo)

    @router.websocket("/demo/phones/{phone:path}/ws")
    async def talk(socket: WebSocket, phone: str) -> None:
        if not same_origin(socket):
            await socket.close(code=4403)
            return
        await demo.chat.talk(socket, f"/demo/phones/{phone}", demo.address(phone))


def _add_clock(router: APIRouter, demo: Demo) -> None:
    @router.get("/demo/state")
    async def state(language: str = "en") -> Response:
        spoken = language if language in LANGUAGES else "en"
        async with demo.chat.database.read() as work:
            shown = moment(work.now, spoken, work.settings.time_zone)
            return JSONResponse({"now": work.now.isoformat(), "clock": shown, **await _jobs(work)})

    @router.post("/demo/clock")
    async def forward(asked: Forward) -> Response:
        try:
            by = parse_duration(asked.forward)
        except ValueError as error:
            raise Invalid(f"the duration {asked.forward[:20]!r}; expected one such as 10m, 1h or 1d") from error
        if not isinstance(by, timedelta) or by > _FARTHEST:
            raise Invalid(f"the duration {asked.forward[:20]!r}; expected at most seven days")
        demo.clock.forward(by)
        return JSONResponse({"now": demo.clock.now().isoformat()})

    @router.post("/demo/customer")
    async def another() -> Response:
        demo.next_customer()
        return JSONResponse({"customer": demo.customer})


async def _jobs(work: Work) -> JsonObject:
    """Whose phone has something on it: open offers, else the newest job in hand."""
    chats = await work.session.execute(
        select(Chat.person_id, Chat.address).where(Chat.channel == CHANNEL, Chat.address.startswith(f"{TECHNICIAN}-"))
    )
    numbers = {person: int(address.rpartition("-")[2]) for person, address in chats.all()}
    newest = await dispatch.offers(work, limit=20)
    waiting: list[Json] = [
        numbers[offer.technician_id]
        for offer in newest
        if offer.state is OfferState.OPEN and offer.technician_id in numbers
    ]
    if waiting:
        return {"technician": waiting[0], "waiting": waiting}
    held = await tickets.newest_held(work)
    return {"technician": numbers.get(held) if held is not None else None, "waiting": waiting}
