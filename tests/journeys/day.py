"""A technician's day, step by step: each waits until the people see what came of it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from backend.clock import FixedClock
from backend.visits import service as visits
from locales import text
from tests.botapi import Message, User
from tests.journeys.house import QUESTIONS, House
from tests.journeys.story import NUMBER

NEAR, FARTHER = (31.2300, 121.4740), (31.2500, 121.4800)
ELSEWHERE = (31.2900, 121.5200)


@dataclass
class Day:
    """Ding lives near by and is asked first, Bo farther off. The clock stands still until it is moved."""

    house: House
    clock: FixedClock
    mei: User
    ding: User
    bo: User
    chief: User
    number: str = ""

    @classmethod
    async def begun(cls, house: House, clock: FixedClock) -> Self:
        chief = await house.supervisor()
        ding, bo = await house.technician("Ding", NEAR), await house.technician("Bo", FARTHER)
        return cls(house, clock, house.customer(), ding, bo, chief)

    def later(self, **by: int) -> None:
        self.clock.forward(timedelta(**by))

    async def reports(self, symptoms: str) -> None:
        await self.mei.says(symptoms)
        self.number = NUMBER.findall((await self._sent()).text)[0]

    async def is_declined_with_a_reason(self) -> None:
        offer = await self.ding.sees("🔔", timeout=self.house.patience, anywhere=True)
        await self.house.press(self.ding, "a:decline:", offer)
        await self.house.says(self.ding, "decline-why", number=self.number)
        await self.house.press(self.ding, ".far")
        await self.house.toasts(self.ding, "toast-decline-reason")

    async def is_taken(self) -> None:
        offer = await self._sees(self.bo, "🔔")
        await self.house.press(self.bo, "a:accept:", offer)
        await self._sees(self.bo, "accepted")
        await self._told(self.mei, "notice-accepted", technician="Bo")

    async def is_not_to_be_tried_by_chat(self) -> None:
        await self.house.press(self.bo, "a:remote:")
        asked = await self._sees(self.mei, "by chat, before anyone travels")
        await self.house.press(self.mei, "a:remote-no:", asked)
        await self._told(self.bo, "notice-remote-refused")

    async def departs_and_runs_late(self) -> None:
        await self.house.press(self.bo, "a:depart:")
        await self._sees(self.bo, "on the way")
        await self.house.press(self.bo, "a:late:")
        await self.house.says(self.bo, "late-which")
        await self.house.press(self.bo, ".30")
        told = await self._sees(self.mei, "Bo will be with you at about")
        assert "10:30" in told.text
        self.later(minutes=30)

    async def arrives_far_away(self) -> None:
        """Asked once whether that is so."""
        await self.bo.shares_location(*ELSEWHERE)
        await self.house.says(self.bo, "place-noted")
        await self.house.press(self.bo, "a:arrive:")
        await self._sees(self.bo, f"from the address of {self.number}. Have you arrived?")
        await self.house.press(self.bo, "a:arrive-far:")
        await self._sees(self.bo, "on site")
        await self._told(self.mei, "notice-arrived", technician="Bo")

    async def agrees_on(self, cause: str, plan: str, price: str) -> None:
        await self.house.press(self.bo, "a:propose:")
        await self._answers(self.bo, "proposal", cause=cause, plan=plan, price=price)
        await self.house.says(self.bo, "review-proposal")
        await self.house.press(self.bo, ":review:send")
        asked = await self._sees(self.mei, plan)
        assert price in asked.text
        await self.house.press(self.mei, "a:proposal-yes:", asked)
        await self._told(self.bo, "notice-proposal-agreed")
        self.later(minutes=20)

    async def waits_for_parts(self, parts: str) -> None:
        await self.house.press(self.bo, "a:parts:")
        await self._answers(self.bo, "parts", words=parts)
        await self._told(self.mei, "notice-waiting-parts", technician="Bo", parts=parts)
        await self._told(self.chief, "notice-parts-needed", technician="Bo", parts=parts)
        self.later(hours=1)
        await self.house.press(self.bo, "a:parts-here:")
        await self._told(self.mei, "notice-parts-here")

    async def comes_again(self) -> None:
        """The place shared so long ago tells nothing any more."""
        await self._sees(self.bo, "accepted")
        await self.house.press(self.bo, "a:depart:")
        await self._sees(self.bo, "on the way")
        self.later(minutes=15)
        await self.house.press(self.bo, "a:arrive:")
        await self._sees(self.bo, "on site")
        self.later(minutes=40)

    async def finishes(self, solution: str, parts: str, minutes: int, price: str) -> None:
        """Cause, minutes and price are known from what was measured and agreed."""
        await self.house.press(self.bo, "a:finish:")
        await self._answers(self.bo, "record", solution=solution)
        await self.house.says(self.bo, "ask-record-work")
        await self.house.press(self.bo, ":work:replace")
        await self._answers(self.bo, "record", parts=parts)
        for question in ("photos", "rest"):
            await self.house.says(self.bo, f"ask-record-{question}")
            await self.house.press(self.bo, f":{question}:~skip")
        review = await self.house.says(self.bo, "review-record")
        assert f"Minutes: {minutes}" in review.text
        assert f"Charge: {price}" in review.text
        await self.house.press(self.bo, ":review:send")
        await self._told(self.bo, "record-filed")

    async def is_confirmed(self) -> None:
        await self._sees(self.mei, f"Bo has finished {self.number}")
        await self.house.press(self.mei, "a:solved:")
        await self._told(self.mei, "notice-confirmed-thanks")

    async def drafts_the_report(self) -> Message:
        """At six in the evening."""
        self.later(hours=6)
        return await self._sees(self.bo, "please check and send")

    async def sends_the_report(self) -> None:
        await self.house.press(self.bo, "a:daily-send:")
        await self.house.toasts(self.bo, "toast-daily-sent")
        await self._sees(self.bo, "· sent")

    async def sums_up(self) -> Message:
        """The supervisor's sum, two hours after the drafts."""
        self.later(hours=2)
        return await self._sees(self.chief, "🗒 The day")

    async def charges(self) -> list[int]:
        """What each finished visit cost, in the smallest unit."""
        async with self.house.product.database.read() as work:
            (ticket,) = await self.house.tickets()
            return [each.record.charge for each in await visits.visits_of(work, ticket.id) if each.record]

    async def _sent(self) -> Message:
        """Answers everything after the symptoms, and sends the request."""
        for asked in QUESTIONS[1:-1]:
            await self.house.asked(self.mei, asked)
            await self.house.answers(self.mei, asked)
        await self.house.asked(self.mei, "photos")
        await self.house.press(self.mei, ":photos:~skip")
        await self.house.says(self.mei, "review-repair")
        await self.house.press(self.mei, ":review:send")
        return await self._sees(self.mei, "🧾")

    async def _answers(self, who: User, form: str, **words: str) -> None:
        for question, answer in words.items():
            await self.house.says(who, f"ask-{form}-{question}")
            await who.says(answer)

    async def _told(self, who: User, key: str, **facts: str) -> Message:
        told = text("en", key, {"number": self.number, **facts})
        return await who.sees(told, timeout=self.house.patience, anywhere=True)

    async def _sees(self, who: User, words: str) -> Message:
        return await who.sees(words, timeout=self.house.patience, anywhere=True)
