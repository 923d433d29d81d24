"""The whole story, step by step, as the people in it live it."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from tests.botapi import FakeBotApi, Message, User
from tests.journeys.pictures import photo
from tests.journeys.service import Service

NUMBER = re.compile(r"SN\d{8}\d{3,}")
AGAIN = "(Sent again: the first time may have been lost.)"
SYMPTOMS = "The water heater gives no hot water and leaks a little"
NEWS = ("has taken your request", "is on the way to you", "has arrived")
"""What the customer hears of each visit."""
HOME = (31.2310, 121.4745)
SURVEY_SOON = {"AFTERCARE_SURVEY_AFTER": "1s"}
PATIENCE = 30.0

POINTS = (
    "symptoms",
    "fault",
    "place",
    "name",
    "photo",
    "edited",
    "sent",
    "declined",
    "accepted",
    "departed",
    "arrived",
    "cause",
    "filed",
    "objected",
    "hurried",
    "confirmed",
    "score",
    "reasons",
    "rated",
    "taken",
    "called",
)
"""Acts after which a story may be disturbed, in their order."""

Hook = Callable[[str], Awaitable[None]]


async def _nothing(point: str) -> None:
    """Nobody disturbs the story."""


@dataclass
class Told:
    """What people answered, as the HTTP API has to show it."""

    request: dict[str, Any] = field(default_factory=dict)
    records: list[tuple[str, str]] = field(default_factory=list)
    surveys: list[tuple[int, list[str], str | None]] = field(default_factory=list)


@dataclass
class Story:
    """A customer, two technicians and a supervisor. `disturb` is called right after each act that matters."""

    service: Service
    disturb: Hook = _nothing
    number: str = ""
    told: Told = field(default_factory=Told)
    customer: User = field(init=False)
    first: User = field(init=False)
    second: User = field(init=False)
    supervisor: User = field(init=False)

    def __post_init__(self) -> None:
        self.customer = self.api.user("Mei", phone="8613800138000")
        self.first, self.second = self.api.user("Ding"), self.api.user("Bo")
        self.supervisor = self.api.user("Chief")

    @property
    def api(self) -> FakeBotApi:
        return self.service.api

    @property
    def people(self) -> tuple[User, ...]:
        return self.customer, self.first, self.second, self.supervisor

    async def play(self) -> None:
        await asyncio.gather(self.staff_joins(), self.reports())
        await self.goes_on()

    async def goes_on(self) -> None:
        """From the review of the request to the end."""
        await self.edits_name("Ms Wang Lan")
        await self.sends()
        await self.declines()
        await self.works()
        await self.finishes("Heating element burnt through", "Replaced the element", parts="Element HE-20 x1")
        await self.objects("It still drips under the tank")
        await self.works()
        await self.finishes_in_a_hurry("Drain valve did not close", "Replaced the drain valve")
        await self.confirms()
        await self.rates()
        await self.calls_back()

    def transcript(self) -> str:
        return "\n".join(who.transcript() for who in self.people)

    async def staff_joins(self) -> None:
        """The first by a link from the command line, the others by links from the desk."""
        at = ("--at", "31.2300,121.4740")
        link, _ = await asyncio.gather(
            self.service.invite("technician", "Ding Yi", "--skill", "heating", *at), self.service.make_key()
        )
        near = {"skills": ["heating"], "latitude": 31.2500, "longitude": 121.4800}
        bo = await self.service.write("invites", {"role": "technician", "name": "Bo Er", **near})
        chief = await self.service.write("invites", {"role": "supervisor", "name": "Chief Hu"})
        await asyncio.gather(
            self.joins(self.first, link, "Ding Yi"),
            self.joins(self.second, f"i_{bo['token']}", "Bo Er"),
            self.joins(self.supervisor, f"i_{chief['token']}", "Chief Hu"),
        )

    async def joins(self, who: User, link: str, name: str) -> None:
        await who.start(link)
        await self.sees(who, f"Welcome aboard, {name}")

    async def reports(self) -> None:
        """Everything up to the review."""
        mei = self.customer
        await mei.start()
        await self.sees(mei, "Tell me what is wrong")
        await mei.says(SYMPTOMS)
        await self.disturb("symptoms")
        await self.taps(mei, "Which product", "E80 electric")
        await self.taps(mei, "nearest to the fault", ":fault:e")
        await self.disturb("fault")
        await self.taps(mei, "Is anything else wrong", ":further:~done")
        await self.taps(mei, "How urgent", ":urgency:urgent")
        await self.sees(mei, "Where is the product?")
        assert mei.chat.keyboard, "no keyboard that shares the place"
        await mei.shares_location(*HOME)
        await self.disturb("place")
        await self.sees(mei, "find the door")
        await mei.says("Building 3, flat 502")
        await self.taps(mei, "For whom do you write?", ":writer:self")
        await self.sees(mei, "How may we address you?")
        await mei.says("Ms Wang")
        await self.disturb("name")
        await self.sees(mei, "Which phone number")
        await mei.taps("Share my phone number")
        await self.sees(mei, "When was it bought?")
        await mei.says("last month")
        await self.taps(mei, "When does a visit suit you?", "As soon as possible")
        await self.sees(mei, "A photo often helps.")
        await mei.sends_photo(photo())
        await self.disturb("photo")
        await self.taps(mei, "1 photo so far", "Done")
        await self.sees(mei, "Please check your request:")
        self.told.request = {"symptoms": SYMPTOMS, "contact_name": "Ms Wang", "urgency": "urgent"}

    async def edits_name(self, name: str) -> None:
        mei = self.customer
        await self.press(mei, ":review:~edit")
        await self.taps(mei, "What would you like to change?", ":change:name")
        await self.sees(mei, "So far: Ms Wang")
        await mei.says(name)
        self.told.request["contact_name"] = name
        await self.disturb("edited")
        await self.sees(mei, f"Name: {name}")

    async def sends(self) -> None:
        """Sends the request and gets its number."""
        mei = self.customer
        await self.press(mei, ":review:send")
        await self.disturb("sent")
        card = await self.sees(mei, "🧾 Request SN")
        self.number = NUMBER.findall(card.text)[0]

    async def declines(self) -> None:
        offer = await self.offered(self.first)
        assert "••••" in offer.text, "the offer shows the whole phone number"
        await self.press(self.first, "a:decline:", offer)
        await self.disturb("declined")
        await self.sees(self.first, f"Job {self.number} · declined")

    async def works(self) -> None:
        """The second technician takes the job and comes."""
        bo = self.second
        offer = await self.offered(bo)
        await self.press(bo, "a:accept:", offer)
        await self.disturb("accepted")
        held = await self.sees(bo, "accepted")
        assert "+8613800138000" in held.text, "whoever holds the job sees the number"
        await self.press(bo, "a:depart:", held)
        await self.disturb("departed")
        await self.press(bo, "a:arrive:", await self.sees(bo, "on the way"))
        await self.disturb("arrived")
        await self.sees(bo, "on site")
        for told in NEWS:
            await self.shows(self.customer, f"Bo Er {told}")

    async def offered(self, who: User) -> Message:
        offer = await who.sees("Please answer by", timeout=PATIENCE)
        assert self.number in offer.text
        return offer

    async def finishes(self, cause: str, solution: str, parts: str = "") -> None:
        """Files the service record."""
        bo = self.second
        await self.press(bo, "a:finish:")
        await self.sees(bo, "What was the cause?")
        await bo.says(cause)
        await self.disturb("cause")
        await self.sees(bo, "What did you do to solve it?")
        await bo.says(solution)
        await self.taps(bo, "What kind of work was it?", ":work:replace")
        await self.sees(bo, "Which parts did you use?")
        await (bo.says(parts) if parts else self.press(bo, ":parts:~skip"))
        await self.taps(bo, "Photos of the work?", ":photos:~skip")
        await self.taps(bo, "Does anything remain to be done?", ":rest:~skip")
        await self.taps(bo, "The service record:", ":review:send")
        await self.disturb("filed")
        self.told.records.append((cause, solution))
        await self.sees(bo, f"The service record of {self.number} is filed")
        await self.asked_whether_solved(cause, solution, parts)

    async def finishes_in_a_hurry(self, cause: str, solution: str) -> None:
        """Types every answer before its question has come. The first waits for the tap: those two race."""
        bo = self.second
        await self.press(bo, "a:finish:")
        await self.sees(bo, "What was the cause?")
        for words in (cause, solution, "repair", "skip", "skip", "skip", "yes"):
            await bo.says(words)
        await self.disturb("hurried")
        self.told.records.append((cause, solution))
        await self.asked_whether_solved(cause, solution, "")

    async def asked_whether_solved(self, cause: str, solution: str, parts: str) -> None:
        asked = await self.shows(self.customer, f"Cause: {cause}")
        assert f"has finished {self.number}" in asked.text
        assert solution in asked.text
        assert (parts or "No parts were needed.") in asked.text

    async def objects(self, words: str) -> None:
        mei = self.customer
        await self.press(mei, "a:unsolved:")
        await self.sees(mei, "What is still wrong?")
        await mei.says(words)
        await self.disturb("objected")
        await self.sees(mei, "goes into second handling")

    async def confirms(self) -> None:
        await self.press(self.customer, "a:solved:")
        await self.disturb("confirmed")
        await self.sees(self.customer, f"Thank you for confirming {self.number}")

    async def rates(self) -> None:
        """Score, reasons and own words of the survey."""
        mei = self.customer
        await self.taps(mei, "How satisfied were you", ":score:5")
        await self.disturb("score")
        asked = await self.sees(mei, "What kept you from")
        await self.press(mei, ":reasons:+B", asked)
        await self.press(mei, ":reasons:+I", asked)
        await self.disturb("reasons")
        await self.press(mei, ":reasons:~done", await self.button(mei, "Done"))
        await self.sees(mei, "in your own words")
        await mei.says("Two visits for one drip")
        self.told.surveys.append((5, ["B", "I"], "Two visits for one drip"))
        await self.disturb("rated")
        await self.taps(mei, "May I ask a few more questions?", ":more:no")
        await self.sees(mei, "Thank you for being frank")

    async def is_delighted(self) -> None:
        """The shortest survey."""
        await self.taps(self.customer, "How satisfied were you", ":score:10")
        await self.disturb("score")
        await self.taps(self.customer, "May I ask a few more questions?", ":more:no")
        self.told.surveys.append((10, [], None))
        await self.sees(self.customer, "That helps us.")

    async def calls_back(self) -> None:
        chief = self.supervisor
        await self.taps(chief, "☎ Call-back for", "I will call")
        await self.disturb("taken")
        await self.taps(chief, "taken", "Called: file the result")
        await self.sees(chief, "How did the call go?")
        await chief.says("Apologised; a free check in spring")
        await self.disturb("called")
        await self.sees(chief, "Filed. Thank you.")
        await self.shows(chief, f"{self.number} · done")

    async def taps(self, who: User, words: str, button: str) -> None:
        """Waits for the message, then taps its button."""
        await self.press(who, button, await self.sees(who, words))

    async def press(self, who: User, button: str, message: Message | None = None) -> None:
        """Taps the newest button whose label or data holds these words."""
        for place in [message] if message else reversed(who.messages):
            for data in [data for row in place.buttons for text, data in row if button in data or button in text]:
                await who.taps_data(place, data)
                return
        raise AssertionError(f"no button {button!r}\n{who.transcript()}")

    async def sees(self, who: User, words: str) -> Message:
        return await who.sees(words, timeout=PATIENCE)

    async def shows(self, who: User, words: str) -> Message:
        """Waits until a message of the chat, old or new, says these words."""
        return await who.sees(words, timeout=PATIENCE, anywhere=True)

    async def button(self, who: User, label: str) -> Message:
        """Waits until the newest message has the button."""

        def found() -> Message | None:
            labels = [text for row in who.last.buttons for text, _ in row]
            return who.last if any(label in text for text in labels) else None

        message = await self.api.world.pulse.until(found, PATIENCE)
        assert message, f"no button {label!r}\n{who.transcript()}"
        return message
