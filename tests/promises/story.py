"""A repair from report to survey as four people live it: who does what, and what has to be on their phone before."""

from dataclasses import dataclass
from datetime import timedelta

from bot.incoming import Command, What, as_command
from dialogs.events import ContactShared, PhotoSent, PlaceShared


@dataclass(frozen=True)
class Tap:
    """A tap on the newest button whose data holds `button`."""

    button: str


@dataclass(frozen=True)
class Send:
    """Something sent once the question is put; at any time where there is no question."""

    what: What
    question: str = ""


Act = Tap | Send
CUSTOMER, FIRST, SECOND, SUPERVISOR = "Ms Wang", "Li Wei", "Wang Fang", "Zhou Min"
LANGUAGES = {CUSTOMER: "en", FIRST: "zh-Hans", SECOND: "en", SUPERVISOR: "zh-Hant"}
SKILLS = {FIRST: (31.2304, 121.4737), SECOND: (31.2240, 121.4450)}


def said(words: str, question: str = "") -> Send:
    return Send(as_command(words), question)


def _record(cause: str) -> list[Act]:
    return [
        Tap("a:finish:"),
        said(cause, "cause"),
        said("Replaced it and tested", "solution"),
        said("1 part", "parts"),
        Tap(":minutes:45"),
        Send(PhotoSent("c" * 64), "photos"),
        Tap(":photos:~done"),
        Tap(":review:send"),
    ]


@dataclass(frozen=True)
class Chapter:
    """What everybody does in it, each in this order and side by side with the others; then time goes by."""

    acts: dict[str, list[Act]]
    then: timedelta = timedelta()


CHAPTERS = (
    Chapter(
        {
            CUSTOMER: [
                Send(Command("start")),
                said("The water heater gives no hot water and leaks a little"),
                Tap(":product:e"),
                Tap(":fault:e"),
                Tap(":urgency:expedited"),
                Send(PlaceShared(31.2310, 121.4745), "place"),
                said("Building 3, flat 502", "door"),
                said("Ms Wang", "name"),
                Send(ContactShared("+8613800138000", own=True), "phone"),
                said("spring 2024", "bought"),
                Tap(":time:soon"),
                Send(PhotoSent("a" * 64), "photos"),
                Send(PhotoSent("b" * 64), "photos"),
                Tap(":photos:~done"),
                Tap(":review:~edit"),
                Tap(":change:name"),
                said("Ms Wang Lan", "name"),
            ],
            FIRST: [said("/status"), said("/help")],
            SECOND: [Send(Command("start")), Tap("a:duty:off"), said("/start"), Tap("a:duty:on"), said("/status")],
            SUPERVISOR: [said("/status"), Send(Command("language")), Tap("a:language:en"), said("/status")],
        }
    ),
    Chapter(
        {
            CUSTOMER: [
                Tap(":review:send"),
                Tap("a:add:"),
                said("The tank is in the cellar", "words"),
                Tap(":photos:~skip"),
                said("/status"),
            ],
            FIRST: [Tap("a:decline:"), said("/status"), Send(PlaceShared(31.2, 121.4))],
            SECOND: [Tap("a:accept:"), said("/status")],
            SUPERVISOR: [said("/help"), said("/status")],
        }
    ),
    Chapter(
        {
            CUSTOMER: [
                Tap("a:talk:"),
                said("Please ring twice", "words"),
                said("/language"),
                Tap("a:language:zh-Hans"),
            ],
            SECOND: [Tap("a:depart:"), Tap("a:talk:"), said("I will", "words"), Tap("a:arrive:")],
            SUPERVISOR: [said("/status")],
        },
        timedelta(minutes=25),
    ),
    Chapter(
        {
            CUSTOMER: [said("/status"), Tap("a:unsolved:"), said("It still drips", "words")],
            FIRST: [Send(Command("start")), Tap("a:duty:off")],
            SECOND: _record("The element was burnt"),
            SUPERVISOR: [said("/status")],
        },
        timedelta(minutes=2),
    ),
    Chapter(
        {
            CUSTOMER: [said("/status"), said("/person"), Tap("a:solved:")],
            FIRST: [said("/status")],
            SECOND: [Tap("a:accept:"), Tap("a:depart:"), Tap("a:arrive:"), *_record("The drain valve was open")],
            SUPERVISOR: [said("/status")],
        },
        timedelta(hours=25),
    ),
    Chapter(
        {
            CUSTOMER: [
                Tap(":score:5"),
                Tap(":reasons:+B"),
                Tap(":reasons:+I"),
                Tap(":reasons:~done"),
                said("Two visits for one drip", "words"),
                Tap(":more:no"),
            ],
            FIRST: [said("/status"), Send(Command("start")), Tap("a:duty:on")],
            SECOND: [said("/status")],
            SUPERVISOR: [Tap("a:take-call-back:"), said("/status")],
        }
    ),
    Chapter({SUPERVISOR: [Tap("a:close-call-back:"), said("Apologised", "words")]}),
)
