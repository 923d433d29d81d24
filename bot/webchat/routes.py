"""The web chat's pages, uploads and WebSocket."""

from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

from fastapi import APIRouter, FastAPI, Request, Response, UploadFile, WebSocket
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse
from itsdangerous import URLSafeSerializer
from starlette.staticfiles import StaticFiles
from starlette.templating import Jinja2Templates

from backend.database import Database
from backend.errors import Invalid, NotFound
from bot.conversation import FrontDoor
from bot.joining import SERIAL
from bot.photos import MOST_BYTES, NotAPhoto, Photos
from bot.webchat.board import chat_at, shows
from bot.webchat.hub import Hub
from bot.webchat.labels import chat_labels
from bot.webchat.session import Page
from bot.webchat.visitors import COOKIE, new_visitor, signer, visitor_of
from locales import best_language, text

BASE = "/chat"
STATIC = "/static"
_FOLDER = Path(str(files(__package__)))
_YEAR = 365 * 24 * 3600
_POLICY = (
    "default-src 'self'; img-src 'self' blob: data:; connect-src 'self'; frame-ancestors 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'"
)


class WebChat:
    """Everything a page of the web chat needs from the process; the demo serves its phones with it too."""

    def __init__(self, database: Database, door: FrontDoor, photos: Photos, hub: Hub) -> None:
        self.database, self.door, self.photos, self.hub = database, door, photos, hub
        self._signer: URLSafeSerializer | None = None
        self._templates = Jinja2Templates(directory=_FOLDER / "templates")

    async def page(
        self, request: Request, base: str, address: str, *, start: str | None = None, embedded: bool = False
    ) -> Response:
        language = await self._language(request, address)
        context = {
            "language": language,
            "title": text(language, "web-title", {"company": self.database.settings.company}),
            "base": base,
            "static": STATIC,
            "embedded": embedded,
            "labels": chat_labels(language),
            "start": start,
        }
        return self.render(request, "chat.html", context)

    def render(self, request: Request, template: str, context: dict[str, object]) -> Response:
        page: HTMLResponse = self._templates.TemplateResponse(request, template, context)
        page.headers["Content-Security-Policy"] = _POLICY
        page.headers["Referrer-Policy"] = "no-referrer"
        page.headers["X-Content-Type-Options"] = "nosniff"
        page.headers["Cache-Control"] = "no-store"
        return page

    async def talk(self, socket: WebSocket, base: str, address: str) -> None:
        await Page(socket, address, base, self.database, self.door, self.photos, self.hub).run()

    async def upload(self, photo: UploadFile) -> Response:
        """Raises Invalid for what is no picture."""
        data = await photo.read(MOST_BYTES + 1)
        try:
            reference = await self.photos.keep(data)
        except NotAPhoto as error:
            raise Invalid("the file is no picture that can be read; expected JPEG, PNG or WebP up to 10 MB") from error
        return JSONResponse({"upload": reference}, status_code=201)

    async def picture(self, address: str, reference: str) -> Response:
        """Raises NotFound for a picture that does not stand in this visitor's chat."""
        async with self.database.read() as work:
            chat = await chat_at(work, address)
            shown = chat is not None and await shows(work, chat.id, reference)
        file = self.photos.path(reference) if shown else None
        if file is None:
            raise NotFound("no such picture in this chat")
        return FileResponse(file, media_type="image/jpeg", headers={"X-Content-Type-Options": "nosniff"})

    async def visitor(self, cookie: str | None) -> str | None:
        """Who the cookie names; None when it is missing or forged."""
        return visitor_of(cookie, await self._sign())

    async def signed(self, visitor: str) -> str:
        return str((await self._sign()).dumps(visitor))

    async def _sign(self) -> URLSafeSerializer:
        if self._signer is None:
            async with self.database.begin() as work:
                self._signer = await signer(work)
        return self._signer

    async def _language(self, request: Request, address: str) -> str:
        async with self.database.read() as work:
            chat = await chat_at(work, address)
        wished = request.query_params.get("language") or request.headers.get("accept-language", "").split(",")[0]
        return chat.language if chat else best_language(wished)


class Revalidated(StaticFiles):
    """Static files that a browser asks about each time: their names carry no version."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        response.headers["Cache-Control"] = "no-cache"
        return response


def mount_static(app: FastAPI) -> None:
    app.mount(STATIC, Revalidated(directory=_FOLDER / "static"), name="static")


def same_origin(socket: WebSocket) -> bool:
    """Only our own pages may open the socket: a cookie alone would let any site speak for the visitor."""
    origin = socket.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == socket.headers.get("host")


def chat_router(chat: WebChat) -> APIRouter:
    router = APIRouter(include_in_schema=False)

    @router.get(BASE)
    async def page(request: Request, s: str | None = None, start: str | None = None) -> Response:
        known = await chat.visitor(request.cookies.get(COOKIE))
        visitor = known or new_visitor()
        payload = f"{SERIAL}{s[:48]}" if s else start
        response = await chat.page(request, BASE, visitor, start=payload)
        secure = request.url.scheme == "https"
        response.set_cookie(
            COOKIE, await chat.signed(visitor), max_age=_YEAR, path=BASE, httponly=True, samesite="lax", secure=secure
        )
        return response

    @router.websocket(f"{BASE}/ws")
    async def talk(socket: WebSocket) -> None:
        visitor = await chat.visitor(socket.cookies.get(COOKIE))
        if visitor is None or not same_origin(socket):
            await socket.close(code=4403)
            return
        await chat.talk(socket, BASE, visitor)

    @router.post(f"{BASE}/photos")
    async def upload(request: Request, photo: UploadFile) -> Response:
        await _known(chat, request)
        return await chat.upload(photo)

    @router.get(f"{BASE}/photos/{{reference}}")
    async def picture(request: Request, reference: str) -> Response:
        return await chat.picture(await _known(chat, request), reference)

    return router


async def _known(chat: WebChat, request: Request) -> str:
    visitor = await chat.visitor(request.cookies.get(COOKIE))
    if visitor is None:
        raise NotFound("no chat belongs to this browser; open the chat page first")
    return visitor
