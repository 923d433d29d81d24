"""At every question of every form, whatever arrives: somebody answers, nobody is stuck, and no language counts."""

import json
from dataclasses import dataclass

import pytest

from backend.catalog.service import Catalogue
from backend.chats import Chat
from backend.clock import FixedClock
from backend.conversations import service as conversations
from backend.conversations.service import Stored
from backend.database import Database, JsonObject, Work
from backend.delivery import Delivery
from backend.people.service import Known
from bot.buttons import FormTap
from bot.context import TurnContext, turn_context
from bot.conversation import FrontDoor
from bot.incoming import Chosen, Command, Incoming, Pressed, Reply, What
from dialogs import flow
from dialogs.events import Event, Ordered, PhotoSent, Said, Tapped, Unsupported
from dialogs.forms import FORMS
from dialogs.model import PSEUDO, Form, Stage, State
from dialogs.prompts import NAVIGATION
from locales import has, text
from tests.conftest import ENGINES
from tests.dialogs.events import answer, buttons, finished
from tests.promises import LONG
from tests.promises.moments import moments
from tests.promises.subjects import Subjects
from tests.transcripts.phones import CHANNEL, Phones

KEEPS = ("help", "language zh-Hans", "language zh-Hant", "status", "stale", "sticker", "10,000", "back", "edit")
"""What changes no answer."""


@dataclass(frozen=True)
class Case:
    """One conversation, in a chat of its own, and what arrives in it."""

    name: str
    question: str
    before: State
    conversation: int
    events: tuple[What, ...]

    def incoming(self, what: What, number: int, teller: Known) -> Incoming:
        return Incoming(CHANNEL, f"{self.name}/{number}", CHANNEL, self.name, teller.name, "en", what)


@dataclass
class Desk:
    """Everything about one form in one database."""

    form: Form
    database: Database
    context: TurnContext
    teller: Known
    cases: list[Case]


async def _no_alarm(*given: object) -> None:
    raise AssertionError(f"given up: {given[1:]}")


async def _desk(database: Database, catalogue: Catalogue, form: Form, only: str = "") -> Desk:
    async with database.begin() as work:
        subjects = await Subjects.of(work)
        teller = subjects.teller(form.id)
        context = await turn_context(work, catalogue, teller.id)
        found = moments(form, context)
        cases = [
            await _case(work, subjects, form, question, state, name, events)
            for question, state in found.items()
            for name, events in _arrivals(form, question, state, context)
            if name.startswith(only)
        ]
    return Desk(form, database, context, teller, cases)


def _arrivals(
    form: Form, question: str, state: State, context: TurnContext
) -> list[tuple[str, tuple[Event | What, ...]]]:
    shown = [button for button in buttons(form, state, context) if not button.option.startswith(NAVIGATION)]
    taps = [Tapped(button.question, button.option) for button in shown[:1]]
    stale = [Tapped(each.id, option) for each in form.questions for option in (each.options[:1] or ("e1",))]
    return [
        *((order, (Command(order),)) for order in ("back", "edit", "cancel", "help", "status")),
        *((f"language {code}", (Chosen(code),)) for code in ("zh-Hans", "zh-Hant")),
        *(
            (f"stale {tap.question}", (tap,))
            for tap in stale
            if tap.question in state.answers and tap.question != question
        ),
        *(("double", (tap, tap)) for tap in taps),
        ("words", (Said("qwertz uiop 31"),)),
        ("photo", (PhotoSent("a" * 64),)),
        ("sticker", (Unsupported(),)),
        ("10,000", (Said("x" * 10_000),)),
        ("restart", (Command("again"),)),
    ]


async def _case(
    work: Work, subjects: Subjects, form: Form, question: str, state: State, name: str, events: tuple[Event | What, ...]
) -> Case:
    address = f"{form.id}/{question}/{name}"
    teller = subjects.teller(form.id)
    chat = Chat(channel=CHANNEL, address=address, person_id=teller.id, language="en", seen_at=work.now)
    work.session.add(chat)
    await work.session.flush()
    subject = await subjects.make(form.id)
    stored = await conversations.begin_conversation(work, chat.id, form.id, subject, state.to_json())
    chat.focus_id = stored.id
    return Case(address, question, state, stored.id, tuple(_what(event, stored.id) for event in events))


def _what(event: Event | What, conversation: int) -> What:
    match event:
        case Tapped(question, option):
            return Pressed(str(FormTap(conversation, question, option)))
        case Ordered(order):
            return Command(order)
        case _:
            return event


async def _stored(database: Database, case: Case) -> Stored:
    async with database.read() as work:
        stored = await conversations.conversation(work, case.conversation)
    assert stored
    return stored


def _answers(state: JsonObject) -> bytes:
    return json.dumps(state["answers"], ensure_ascii=False).encode()


@pytest.mark.parametrize("database_url", ENGINES if LONG else ENGINES[:1], indirect=True)
@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
async def test_whatever_arrives_at_a_question_is_answered_and_leaves_a_way_on(
    form: Form, database: Database, catalogue: Catalogue, clock: FixedClock
) -> None:
    desk, phones = await _desk(database, catalogue, form), Phones()
    door = FrontDoor(database, catalogue)
    replies: dict[str, list[Reply]] = {}
    for case in desk.cases:
        here = FrontDoor(database, catalogue) if case.name.endswith("restart") else door
        for number, what in enumerate(case.events):
            replies.setdefault(case.name, []).append(await here.receive(case.incoming(what, number, desk.teller)))
    delivery = Delivery(database, {}, _no_alarm, {}, clock, {CHANNEL: phones.post})
    while await delivery.drain(500):
        pass
    faults = [fault for case in desk.cases for fault in await _faults(desk, case, phones, replies[case.name])]
    assert faults == []


async def _faults(desk: Desk, case: Case, phones: Phones, replies: list[Reply]) -> list[str]:
    stored, said = await _stored(desk.database, case), phones.messages.get(case.name, [])
    state, name = flow.under(desk.form, State.from_json(stored.state)), case.name.rpartition("/")[2]
    card_says_it = not stored.open  # what comes of a form may show on the ticket's card, in the chat used last
    faults = [] if said or replies[0].toast or card_says_it else ["silence"]
    faults += ["a fault of ours"] if any(text("en", "our-fault") in each.states[-1].text for each in said) else []
    faults += ["an empty message"] if any(not each.states[-1].text.strip() for each in said) else []
    if name.startswith(KEEPS) and _answers(stored.state) != _answers(case.before.to_json()):
        faults.append("an answer changed")
    if name.startswith("language"):
        faults += _speaks(desk.form, case, name.partition(" ")[2], said[-1].states[-1].text if said else "")
    if stored.open and finished(desk.form, state, desk.context).stage is not Stage.FINISHED:
        faults.append("stuck")
    if not stored.open and not name.startswith(("cancel", "words", "double", "photo")):
        faults.append("over too soon")
    return [f"{case.name}: {fault}" for fault in faults]


def _speaks(form: Form, case: Case, language: str, said: str) -> list[str]:
    key = f"review-{form.id}" if case.question == "review" else f"ask-{form.id}-{case.question}"
    return [] if not has(key) or text(language, key) in said else [f"asked in another language: {said}"]


@pytest.mark.parametrize("database_url", ENGINES if LONG else ENGINES[:1], indirect=True)
@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
async def test_from_every_question_the_form_is_finished_with_a_restart_and_another_language_before_each_answer(
    form: Form, database: Database, catalogue: Catalogue, clock: FixedClock
) -> None:
    desk = await _desk(database, catalogue, form, "restart")
    asked = [case for case in desk.cases if case.question not in PSEUDO]
    for case in asked if LONG else asked[::4]:
        await _finish(desk, case, catalogue)


async def _finish(desk: Desk, case: Case, catalogue: Catalogue) -> None:
    spoken = ("zh-Hans", "en", "zh-Hant")
    for number in range(80):
        stored = await _stored(desk.database, case)
        if not stored.open:
            assert stored.state["stage"] == Stage.FINISHED
            return
        state = flow.under(desk.form, State.from_json(stored.state))
        if number < len(spoken):
            door = FrontDoor(desk.database, catalogue)
            await door.receive(case.incoming(Chosen(spoken[number]), 1000 + number, desk.teller))
            assert (await _stored(desk.database, case)).state == stored.state
        event = answer(desk.form, state, desk.context)
        door = FrontDoor(desk.database, catalogue)
        await door.receive(case.incoming(_what(event, case.conversation), number, desk.teller))
    raise AssertionError(f"no end: {case.name}")
