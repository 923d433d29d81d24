"""The Bot API over HTTP, and the handle that tests hold."""

import asyncio
import random
import re
from collections.abc import Mapping
from contextlib import AsyncExitStack
from itertools import count
from typing import Self

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.botapi.calls import CallLog, Pace, fastest
from tests.botapi.chats import Chat, Person, Toast
from tests.botapi.faults import Fault, FaultKind, Faults
from tests.botapi.groups import Group
from tests.botapi.loopback import LoopbackServer, serving
from tests.botapi.methods import Method, find_method
from tests.botapi.parameters import Parameters, read_parameters
from tests.botapi.refusals import Json, Refusal, too_many_requests
from tests.botapi.standing import emit_standing
from tests.botapi.updates import Update
from tests.botapi.users import User
from tests.botapi.webhook import Retry
from tests.botapi.world import World

CUT = 0
TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
FIRST_PERSON = 5_000_000_001  # beyond 32 bits, as newer accounts are


class FakeBotApi:
    """A server for one bot; use it as `async with FakeBotApi() as api`."""

    def __init__(
        self,
        token: str = "123456:TEST",
        username: str = "aftercare_test_bot",
        longest_poll: float = 50,
        retry: Retry = Retry(),
    ) -> None:
        self.token = token
        self.url = ""
        self.world = World(Person(int(token.split(":")[0]), "Bot", username, is_bot=True), longest_poll, retry)
        self.calls = CallLog()
        self._faults = Faults()
        self._numbers = count()
        self._stack = AsyncExitStack()
        self._server = LoopbackServer(
            Starlette(
                routes=[
                    Route("/bot{token}/{method}", self._call, methods=["GET", "POST"]),
                    Route("/file/bot{token}/{path:path}", self._download),
                ],
                exception_handlers={404: _not_found},
            )
        )

    async def __aenter__(self) -> Self:
        self.url = await self._stack.enter_async_context(serving(self._server))
        return self

    async def __aexit__(self, *_: object) -> None:
        self.world.closing = True
        self.world.pulse.beat()
        if self.world.courier is not None:
            await self.world.courier.close()
        await self._stack.aclose()

    def user(self, name: str, language_code: str | None = "en", phone: str | None = None) -> User:
        """Return a new person, who has not started the bot yet."""
        number = next(self._numbers)
        person = Person(FIRST_PERSON + number, name, f"{name.lower()}_{number}", language_code)
        chat = Chat(person.id, "private", name, person.username)
        self.world.chats[chat.id] = chat
        return User(self.world, person, chat, phone or f"86138{number:08}")

    def group(self, title: str, kind: str = "supergroup", admin: bool = True) -> Group:
        """Return a new group with the bot in it; unless it is `admin`, it hears only what is meant for it."""
        number = next(self._numbers)
        chat = Chat(-1_001_000_000_000 - number if kind == "supergroup" else -4_000_000 - number, kind, title)
        chat.bot_is_admin = admin
        self.world.chats[chat.id] = chat
        owner = Person(FIRST_PERSON + 900_000 + number, "Owner", f"owner_{number}")
        emit_standing(self.world, chat, owner, "left", "member")
        return Group(self.world, chat)

    def inject(self, update: Json) -> Update:
        """Queue a raw update; it gets an update_id unless it has one."""
        kind = next(name for name in update if name != "update_id")
        body = update[kind]
        assert isinstance(body, dict), "an update holds one object"
        number = update.get("update_id")
        update_id = number if isinstance(number, int) else self.world.queue.take_id()
        return self.world.queue.add(Update(update_id, kind, body, self.world.now()))

    def redeliver(self, update: Update) -> None:
        """Deliver an update once more, under the same update_id, though the bot may have confirmed it."""
        self.world.queue.add(update, again=True)

    def fail(
        self,
        method: str | None = None,
        kind: FaultKind = "error500",
        times: int | None = None,
        retry_after: int = 1,
        rate: float | None = None,
        seed: int = 0,
        seconds: float = 0.1,
    ) -> None:
        """Fail the next `times` calls (1), or each with probability `rate`. No method means any but getUpdates."""
        left = 1 if times is None and rate is None else times
        self._faults.add(Fault(kind, method, left, retry_after, seconds, rate, random.Random(seed)))

    def heal(self) -> None:
        """Take all faults back."""
        self._faults.clear()

    def pass_time(self, seconds: float) -> None:
        """Move the server's time on: taps grow too old, links and waiting updates expire."""
        self.world.skipped += seconds
        self.world.queue.expire(self.world.now())

    def fastest(self, window: float = 1.0) -> Pace:
        """Return the most send calls within any window, overall and by chat."""
        return fastest(self.calls, window)

    async def delivered(self, timeout: float = 10) -> None:  # noqa: ASYNC109
        """Wait until the bot has confirmed every update."""
        done = await self.world.pulse.until(lambda: None if len(self.world.queue) else True, timeout)
        assert done, f"{len(self.world.queue)} updates are not confirmed"

    @property
    def pending(self) -> int:
        """How many updates the bot has not confirmed."""
        return len(self.world.queue)

    @property
    def commands(self) -> Mapping[tuple[str, str], tuple[tuple[str, str], ...]]:
        """The bot's commands by (scope, language)."""
        return self.world.settings.commands

    @property
    def toasts(self) -> list[Toast]:
        """All answers to taps."""
        return [toast for _, toast in self.world.toasts]

    async def _call(self, request: Request) -> Response:
        try:
            self._check_token(request)
            params = await read_parameters(request)
        except Refusal as refusal:
            return _refused(refusal)
        name = request.path_params["method"]
        slot = self.calls.open(_proper(name), params.shown())
        response = await self._answer(request, name, params)
        self.calls.close(slot, CUT if response is None else response.status_code)
        return response or await self._cut(request)

    async def _answer(self, request: Request, name: str, params: Parameters) -> Response | None:
        try:
            method = find_method(name)
            fault = self._faults.strike(method.name)
            match fault.kind if fault else None:
                case "error500":
                    raise Refusal(500, "Internal Server Error")
                case "too_many":
                    raise too_many_requests(fault.retry_after if fault else 1)
                case "drop_before":
                    return None
                case "delay":
                    await self.world.pulse.until(lambda: self.world.closing or None, fault.seconds if fault else 0)
            params.check_names(method.name, method.known)
            result = await self._run(request, method, params)
        except Refusal as refusal:
            return _refused(refusal)
        dropped = result is None or (fault is not None and fault.kind == "drop_after")
        return None if dropped else JSONResponse({"ok": True, "result": result})

    async def _run(self, request: Request, method: Method, params: Parameters) -> object | None:
        """Run a method; None if the client went away while it waited."""
        work = asyncio.ensure_future(method.run(self.world, params))
        gone = asyncio.ensure_future(_gone(request))
        await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
        waiting = gone if work.done() else work
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        return None if work.cancelled() else work.result()

    async def _cut(self, request: Request) -> Response:
        if request.client is not None:
            self._server.cut((request.client.host, request.client.port))
        await _gone(request)
        return Response()

    async def _download(self, request: Request) -> Response:
        data = self.world.files.download(request.path_params["path"], self.world.now())
        if data is None or request.path_params["token"] != self.token:
            return _refused(Refusal(404, "Not Found"))
        return Response(data)

    def _check_token(self, request: Request) -> None:
        token = request.path_params["token"]
        if not TOKEN.fullmatch(token):
            raise Refusal(404, "Not Found")
        if token != self.token:
            raise Refusal(401, "Unauthorized")


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _proper(name: str) -> str:
    try:
        return find_method(name).name
    except Refusal:
        return name


def _refused(refusal: Refusal) -> Response:
    headers = {"Retry-After": str(refusal.parameters["retry_after"])} if "retry_after" in refusal.parameters else {}
    return JSONResponse(refusal.body(), status_code=refusal.code, headers=headers)


async def _not_found(request: Request, error: Exception) -> Response:
    return _refused(Refusal(404, "Not Found"))
