"""What may arrive at a question, for every question of every form."""

from dataclasses import dataclass, replace

from bot.buttons import ActionTap, FormTap
from bot.incoming import Command, Pressed, What
from dialogs.events import ContactShared, Event, Order, Ordered, PhotoSent, PlaceShared, Said, Tapped, Unsupported
from dialogs.model import CANCEL, CHANGE, REVIEW, Form, Kind, State
from dialogs.outcome import Button
from dialogs.prompts import NAVIGATION
from dialogs.world import Context
from locales import LANGUAGES
from tests.dialogs.events import buttons, tap
from tests.promises import LONG

RESTART = "restart"
AGAIN = (RESTART, Command("again"))
Named = tuple[str, What]


@dataclass(frozen=True)
class Arrival:
    """What comes in one conversation, one after another; `keeps` where none of it may change anything."""

    name: str
    events: tuple[Named, ...]
    keeps: bool = False

    def sample(self, place: int, share: int) -> "Arrival":
        """Put once, then one of so many events, by the place; put again at last."""
        first, *between, last = self.events
        return replace(self, events=(first, *between[place % share :: share], last))


def arrivals(form: Form, question: str, found: dict[str, State], context: Context) -> list[Arrival]:
    """Everything but the buttons of the question itself."""
    alone: list[Named] = [
        *((order, Command(order)) for order in ("back", "edit")),
        ("words", Said("qwertz uiop 31")),
        ("photo", PhotoSent("a" * 64)),
        ("place", PlaceShared(31.2, 121.4)),
        ("contact", ContactShared("+8613800138000", own=True)),
    ]
    return [
        Arrival("nothing", (AGAIN, *_nothing(form, question, found, context)), keeps=True),
        Arrival("cancel", (("cancel", Command("cancel")), ("stay", Tapped(CANCEL, "no")))),
        *(Arrival(name, ((name, what),)) for name, what in alone),
    ]


REPEATING = frozenset({"~help", "~again"})
"""Buttons that say the same again."""


def heard(form: Form, question: str, found: dict[str, State], context: Context) -> list[Event]:
    """All that the engine may hear at a question: every order, every kind of thing sent, and each button there was."""
    now = [tap(each) for each in buttons(form, found[question], context)]
    old = [tap(each) for name in _before(form, question, found) for each in buttons(form, found[name], context)]
    sent: list[Event] = [Said("qwertz uiop 31"), Said("x" * 10_000), PhotoSent("a" * 64), Unsupported()]
    sent += [PlaceShared(31.2, 121.4), ContactShared("+8613800138000", own=True)]
    return [*(Ordered(order) for order in Order), *sent, *now, *(each for each in old if each.question != question)]


def _before(form: Form, question: str, found: dict[str, State]) -> list[str]:
    """The questions that were answered, and the review where something is asked beside it."""
    kinds = {each.id: each.kind for each in form.questions}
    asked = [name for name in found[question].answers if kinds.get(name) is not Kind.NOTED and name != question]
    return [*asked, *([REVIEW] if question in (CHANGE, CANCEL) and form.review else [])]


def _nothing(form: Form, question: str, found: dict[str, State], context: Context) -> list[Named]:
    """What changes nothing at all."""
    spoken = [code for code in LANGUAGES if code != "en"]
    return [
        ("help", Command("help")),
        ("status", Command("status")),
        ("languages", Command("language")),
        *((f"language {code}", Pressed(str(ActionTap("language", code)))) for code in [*spoken, "en"]),
        ("sticker", Unsupported()),
        ("10,000", Said("x" * 10_000)),
        *_stale(form, question, found, context),
        AGAIN,
    ]


def _stale(form: Form, question: str, found: dict[str, State], context: Context) -> list[Named]:
    """A tap on a button of each earlier question, one that would answer it otherwise where there is one."""
    state = found[question]
    taps: list[Named] = []
    for number, name in enumerate(_before(form, question, found)):
        shown = buttons(form, found[name], context)
        picked = shown if LONG else _picked(shown, state.answers.get(name), number)
        taps += [(f"stale {name}:{each.option}", tap(each)) for each in picked]
    return taps


def _picked(shown: list[Button], answered: object, number: int) -> list[Button]:
    answers = [each for each in shown if not each.option.startswith(NAVIGATION)]
    others = [each for each in answers if each.option != answered]
    return [(others or answers or shown)[-1]] if number % 3 else [shown[-1 - number % len(shown)]]


def pressed(form: Form, state: State, context: Context) -> list[Tapped]:
    """The buttons under the question that are tapped once and twice; each of them where everything is taken."""
    shown = [tap(each) for each in buttons(form, state, context)]
    if LONG:
        return shown
    answers = [each for each in shown if not each.option.startswith(NAVIGATION)]
    return [*answers[:1], *(each for each in shown if each.option.startswith(NAVIGATION))]


def as_sent(event: What, conversation: int) -> What:
    """What the channel makes of it."""
    if isinstance(event, Tapped):
        return Pressed(str(FormTap(conversation, event.question, event.option)))
    return event
