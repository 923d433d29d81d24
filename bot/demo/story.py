"""The whole story, played through the web chat of a running demo: from a fault told in chat to a survey answered."""

import asyncio
import json
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

import httpx

from bot.demo.phone import Missing, Phone
from bot.webchat.visitors import COOKIE
from locales import text

_NUMBER = re.compile(r"SN\d{8}\d{3,}")
_PLACE = (31.2310, 121.4745)
_MORNING, _EVENING = 9, 20


class StepMissing(Exception):
    """`step` is the title of the step that did not come."""

    def __init__(self, step: str, why: str) -> None:
        super().__init__(f"{step}: {why}")
        self.step, self.why = step, why


@dataclass
class Story:
    """`key` is an API key with both scopes; `print` takes the transcript line by line."""

    url: str
    key: str
    language: str
    zone: ZoneInfo
    print: Callable[[str], None]
    survey_after: timedelta
    _step: str = ""
    _steps: int = 0

    async def play(self) -> tuple[str, str]:
        """The ticket's number and the stored survey as JSON. Raises StepMissing."""
        lines = tomllib.loads(files(__package__).joinpath("story.toml").read_text(encoding="utf-8"))[self.language]
        headers = {"Authorization": f"Bearer {self.key}"}
        async with httpx.AsyncClient(base_url=self.url, headers=headers, trust_env=False) as api:
            try:
                return await self._play(lines, api)
            except (Missing, httpx.HTTPError, OSError) as error:
                raise StepMissing(self._step, str(error)) from error

    async def _play(self, lines: dict[str, str], api: httpx.AsyncClient) -> tuple[str, str]:
        technician = await self._join(lines, api)
        supervisor = await self._phone(lines["supervisor"], "/demo/phones/supervisor")
        customer = await self._visitor(lines["customer"])
        opened = [technician, supervisor, customer]
        try:
            number = await self._report(lines, customer)
            second = await self._decline(lines, api, technician)
            opened.append(second)
            await self._drive(second, customer)
            await self._work(lines, second, customer)
            await self._object(lines, second, customer)
            await self._confirm(customer, second)
            await self._survey(lines, api, customer)
            await self._call_back(lines, supervisor, number)
            return number, await self._read(api, number)
        finally:
            for phone in opened:
                await phone.close()

    async def _join(self, lines: dict[str, str], api: httpx.AsyncClient) -> Phone:
        self._begin("invite")
        asked = {"role": "technician", "name": lines["technician"], "skills": ["heating", "gas", "water"]}
        place = {"latitude": _PLACE[0], "longitude": _PLACE[1]}
        invited = await api.post("/api/v1/invites", json={**asked, **place})
        invited.raise_for_status()
        phone = await self._visitor(lines["technician"])
        await phone.opens(f"i_{invited.json()['token']}")
        await phone.sees("a:duty:off")
        return phone

    async def _report(self, lines: dict[str, str], customer: Phone) -> str:
        self._begin("report")
        await customer.has_seen("a:report")
        await customer.says(lines["symptoms"])
        await customer.taps(":product:e")
        await customer.taps(":fault:e")
        await customer.taps(":further:~done")
        await customer.taps(":urgency:expedited")
        await customer.sees(":place:~")
        await customer.shares(*_PLACE)
        await customer.sees(":door:~")
        await customer.says(lines["door"])
        await customer.taps(":writer:self")
        await customer.sees(":name:~")
        await customer.says(lines["name"])
        await customer.sees(":phone:~")
        await customer.says(lines["phone"])
        await customer.taps(":bought:unknown")
        await customer.taps(":time:soon")
        await customer.taps(":photos:~skip")
        self._begin("edit")
        await customer.taps(":review:~edit")
        await customer.taps(":change:name")
        await customer.sees(":name:~")
        await customer.says(lines["edited"])
        await customer.sees(lines["edited"])
        await customer.taps(":review:send")
        self._begin("ticket")
        card = await customer.sees("a:cancel:")
        number = _NUMBER.search(card["text"])
        if number is None:
            raise Missing("a ticket number")
        return number.group()

    async def _decline(self, lines: dict[str, str], api: httpx.AsyncClient, technician: Phone) -> Phone:
        self._begin("decline")
        await technician.taps("a:decline:")
        await technician.taps(".far")
        self._begin("accept")
        second = await self._offered(api)
        phone = await self._phone(lines["next"], f"/demo/phones/technician/{second}")
        await phone.taps("a:accept:")
        return phone

    async def _drive(self, technician: Phone, customer: Phone) -> None:
        self._begin("late")
        await technician.taps("a:depart:")
        await technician.taps("a:late:")
        await technician.taps(".15")
        await customer.sees("⏰")
        await self._forward(timedelta(minutes=15))

    async def _work(self, lines: dict[str, str], technician: Phone, customer: Phone) -> None:
        self._begin("finish")
        await technician.taps("a:arrive:")
        await technician.sees("a:finish:")
        await self._forward(timedelta(minutes=40))
        await self._record(technician, "replace", lines["cause"], lines["solution"], lines["parts"])
        await customer.has_seen("a:solved:")

    async def _object(self, lines: dict[str, str], technician: Phone, customer: Phone) -> None:
        self._begin("object")
        await customer.taps("a:unsolved:")
        await customer.sees(":words:~")
        await customer.says(lines["objection"])
        self._begin("second")
        await technician.sees("a:accept:")
        await technician.taps("a:accept:")
        await technician.taps("a:depart:")
        await technician.taps("a:arrive:")
        await self._record(technician, "adjust", lines["second_cause"], lines["second_solution"], None)

    async def _confirm(self, customer: Phone, technician: Phone) -> None:
        self._begin("confirm")
        await customer.sees("a:solved:")
        await customer.taps("a:solved:")
        await customer.sees()

    async def _survey(self, lines: dict[str, str], api: httpx.AsyncClient, customer: Phone) -> None:
        self._begin("survey")
        await self._forward(self.survey_after + timedelta(minutes=1))
        await self._until_day(api)
        await customer.taps(":score:5")
        await customer.taps(":reasons:+B")
        await customer.taps(":reasons:+I")
        await customer.taps(":reasons:~done")
        await customer.sees(":words:~")
        await customer.says(lines["words"])
        await customer.taps(":more:no")
        await customer.sees("a:survey-more:")

    async def _call_back(self, lines: dict[str, str], supervisor: Phone, number: str) -> None:
        self._begin("call-back")
        await supervisor.taps("a:take-call-back:", number)
        await supervisor.taps("a:close-call-back:", number)
        await supervisor.sees(":words:~")
        await supervisor.says(lines["call"])
        await supervisor.sees(lines["call"])

    async def _read(self, api: httpx.AsyncClient, number: str) -> str:
        self._begin("api")
        history = (await api.get(f"/api/v1/tickets/{number}/history")).raise_for_status().json()
        self.print("   " + " · ".join(entry["event"] for entry in history["items"]))
        surveys = (await api.get("/api/v1/surveys")).raise_for_status().json()
        stored = next((each for each in surveys["items"] if each["ticket"] == number), None)
        if stored is None or stored["score"] != 5 or stored["reasons"] != ["B", "I"]:
            raise Missing(f"the stored survey, instead of {stored}")
        return json.dumps(stored, ensure_ascii=False)

    async def _record(self, technician: Phone, work: str, cause: str, solution: str, parts: str | None) -> None:
        await technician.taps("a:finish:")
        await technician.sees(":cause:~")
        await technician.says(cause)
        await technician.sees(":solution:~")
        await technician.says(solution)
        await technician.taps(f":work:{work}")
        await technician.sees(":parts:~")
        if parts:
            await technician.says(parts)
        else:
            await technician.taps(":parts:~skip")
        await technician.taps(":charge:0")
        await technician.taps(":photos:~skip")
        await technician.taps(":rest:~skip")
        await technician.taps(":review:send")
        await technician.sees()

    def _begin(self, step: str) -> None:
        self._step, self._steps = text(self.language, f"play-{step}"), self._steps + 1
        self.print("\n" + text(self.language, "play-step", {"number": self._steps, "title": self._step}))

    async def _phone(self, name: str, path: str) -> Phone:
        return await Phone.open(name, f"{self.url}{path}", self.print, self.language)

    async def _visitor(self, name: str) -> Phone:
        """A browser of its own: the page gives it its cookie."""
        async with httpx.AsyncClient(trust_env=False) as browser:
            page = await browser.get(f"{self.url}/chat", params={"language": self.language})
            page.raise_for_status()
            cookie = f"{COOKIE}={browser.cookies[COOKIE]}"
        return await Phone.open(name, f"{self.url}/chat", self.print, self.language, cookie)

    async def _offered(self, api: httpx.AsyncClient) -> int:
        """The number of the demo technician who has the open offer."""
        for _ in range(100):
            state = (await api.get("/demo/state")).raise_for_status().json()
            if state["waiting"]:
                return int(state["waiting"][0])
            await asyncio.sleep(0.1)
        raise Missing("the next technician's offer")

    async def _forward(self, by: timedelta) -> None:
        minutes = int(by.total_seconds() // 60)
        self.print("   " + text(self.language, "play-clock", {"by": f"{minutes // 60} h {minutes % 60} min"}))
        async with httpx.AsyncClient(trust_env=False) as browser:
            moved = await browser.post(f"{self.url}/demo/clock", json={"forward": f"{minutes}m"})
            moved.raise_for_status()

    async def _until_day(self, api: httpx.AsyncClient) -> None:
        """Nobody is asked at night: when it is night now, on to the morning."""
        state = (await api.get("/demo/state")).raise_for_status().json()
        now = datetime.fromisoformat(state["now"]).astimezone(self.zone)
        if not _MORNING <= now.hour < _EVENING:
            morning = now.replace(hour=_MORNING, minute=0) + timedelta(days=now.hour >= _EVENING)
            await self._forward(morning - now + timedelta(minutes=1))
