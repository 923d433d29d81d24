"""Three customers, four technicians and a supervisor: who does what, and what has to be on their phone before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from bot.incoming import Command, What, as_command
from dialogs.events import ContactShared, PhotoSent, PlaceShared, Said


@dataclass(frozen=True)
class Tap:
    """A tap on the newest button whose data holds `button`."""

    button: str


@dataclass(frozen=True)
class Send:
    """Something sent once the question is put; at any time where there is no question."""

    what: What
    question: str = ""


Told = Mapping[str, Sequence[What]]


@dataclass(frozen=True)
class Fill:
    """Answers whatever the form asks, with what is told of a question or else the shortest way; `then` is tapped under
    the review."""

    told: Told = field(default_factory=dict)
    then: str = "send"


Act = Tap | Send | Fill
WANG, CHEN, LIN = "Ms Wang", "Mr Chen", "Ms Lin"
FIRST, SECOND, WASHING, COOLING, SUPERVISOR = "Li Wei", "Wang Fang", "Zhao Lei", "Sun Yan", "Zhou Min"
LANGUAGES = {WANG: "en", CHEN: "zh-Hans", LIN: "zh-Hant", FIRST: "zh-Hans", SECOND: "en", WASHING: "zh-Hant"}
LANGUAGES |= {COOLING: "en", SUPERVISOR: "zh-Hant"}
_HEATING = ("heating", "gas", "water")
SKILLS = {FIRST: _HEATING, SECOND: _HEATING, WASHING: ("washing",), COOLING: ("cooling",)}
"""Only the first two can take each other's jobs, so that nobody's job hangs on whose request came in first."""
PLACES = {FIRST: (31.2304, 121.4737), SECOND: (31.2240, 121.4450), WASHING: (31.2, 121.4), COOLING: (31.2, 121.4)}


def said(words: str, question: str = "") -> Send:
    return Send(as_command(words), question)


def _contact(name: str, number: str) -> Told:
    return {"name": [Said(name)], "phone": [ContactShared(number, own=True)], "bought": [Said("spring 2024")]}


def _at(latitude: float, longitude: float) -> Told:
    return {"place": [PlaceShared(latitude, longitude)], "door": [Said("Building 3, flat 502")]}


def _record(cause: str) -> list[Act]:
    told: Told = {
        "cause": [Said(cause)],
        "solution": [Said("Replaced it and tested")],
        "photos": [PhotoSent("c" * 64)],
    }
    return [Tap("a:finish:"), Fill(told)]


@dataclass(frozen=True)
class Chapter:
    """What everybody does in it, each in this order and side by side with the others; then time goes by."""

    acts: dict[str, list[Act]]
    then: timedelta = timedelta()


_WANG: Told = {
    **_contact("Ms Wang", "+8613800138000"),
    **_at(31.2310, 121.4745),
    "photos": [PhotoSent("a" * 64), PhotoSent("b" * 64)],
}
_CHEN: Told = {**_contact("Mr Chen", "+8613900139000"), **_at(31.2, 121.41), "amount": [Said("120")]}
_LIN: Told = {**_contact("Ms Lin", "+8613700137000"), "place": [Said("88 Nanjing Road, flat 1203")]}

CHAPTERS = (
    Chapter(
        {
            WANG: [
                Send(Command("start")),
                said("The water heater gives no hot water and leaks a little"),
                Fill(_WANG, then="~edit"),
                Tap(":change:name"),
                said("Ms Wang Lan", "name"),
            ],
            CHEN: [said("My W80 washing machine does not spin"), Fill(_CHEN)],
            LIN: [
                said("The K35 air conditioner blows warm air"),
                said("/cancel"),
                Tap(":cancel:yes"),
                said("My K35 air conditioner blows warm air"),
                Fill(_LIN),
            ],
            FIRST: [said("/status"), said("/help")],
            SECOND: [Send(Command("start")), Tap("a:duty:off"), said("/start"), Tap("a:duty:on")],
            SUPERVISOR: [said("/status"), Send(Command("language")), Tap("a:language:en")],
        }
    ),
    Chapter(
        {
            WANG: [Tap(":review:send"), said("/status")],
            FIRST: [Tap("a:decline:"), Send(PlaceShared(31.2, 121.4))],
            SECOND: [Tap("a:accept:"), said("/status")],
            WASHING: [Tap("a:accept:"), Tap("a:depart:")],
            COOLING: [Tap("a:accept:")],
            CHEN: [Tap("a:talk:"), said("Mind the dog", "words")],
            SUPERVISOR: [said("/help")],
        }
    ),
    Chapter(
        {
            WANG: [
                Tap("a:add:"),
                said("The tank is in the cellar", "words"),
                Tap(":photos:~skip"),
                Tap("a:talk:"),
                said("Please ring twice", "words"),
                said("/language"),
                Tap("a:language:zh-Hans"),
            ],
            LIN: [Tap("a:cancel:"), Tap("a:cancel-yes:"), Send(Command("return")), Fill(_LIN)],
            SECOND: [Tap("a:depart:"), Tap("a:talk:"), said("I will", "words"), Tap("a:arrive:")],
            WASHING: [Tap("a:arrive:"), *_record("The belt was torn")],
            SUPERVISOR: [said("/status")],
        },
        timedelta(minutes=25),
    ),
    Chapter(
        {
            WANG: [Tap("a:unsolved:"), said("It still drips", "words")],
            CHEN: [Tap("a:solved:")],
            FIRST: [Send(Command("start")), Tap("a:duty:off")],
            SECOND: _record("The element was burnt"),
            COOLING: [said("/status")],
        },
        timedelta(minutes=2),
    ),
    Chapter(
        {
            WANG: [said("/person"), Tap("a:solved:")],
            SECOND: [Tap("a:accept:"), Tap("a:depart:"), Tap("a:arrive:"), *_record("The drain valve was open")],
        },
        timedelta(hours=25),
    ),
    Chapter(
        {
            WANG: [
                Tap(":score:5"),
                Tap(":reasons:+B"),
                Tap(":reasons:+I"),
                Tap(":reasons:~done"),
                said("Two visits for one drip", "words"),
                Tap(":more:no"),
            ],
            CHEN: [Tap(":score:10"), Tap(":more:no"), Send(Command("complaint")), Fill(_CHEN)],
            FIRST: [Send(Command("start")), Tap("a:duty:on")],
            SUPERVISOR: [Tap("a:take-call-back:"), said("/status")],
        }
    ),
    Chapter({SUPERVISOR: [Tap("a:close-call-back:"), said("Apologised", "words")]}),
)
