"""A thousand conversations are under way when their form changes: nobody is stuck, nothing said is lost."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest

import locales
from backend.catalog.service import Catalogue
from backend.chats import Chat
from backend.clock import FixedClock
from backend.conversations import service as conversations
from backend.database import Database, JsonObject
from backend.delivery import Delivery
from bot.context import TurnContext, turn_context
from bot.conversation import FrontDoor
from bot.incoming import Command, Incoming
from dialogs import flow
from dialogs.forms import FORMS
from dialogs.model import Form, Kind, Question, Stage, State
from tests.dialogs.events import finished
from tests.promises.moments import moments
from tests.promises.subjects import Subjects
from tests.transcripts.phones import CHANNEL, Phones

OLD = FORMS["complaint"]
THROUGH_THE_DOOR = 60
COUNT = 1000


@dataclass(frozen=True)
class Live:
    id: int
    address: str
    state: State


def _without(form: Form, name: str) -> Form:
    return replace(form, questions=tuple(each for each in form.questions if each.id != name))


def _renamed(form: Form, old: str, new: str) -> Form:
    questions = tuple(replace(each, id=new) if each.id == old else each for each in form.questions)
    return replace(form, questions=questions, renamed={**form.renamed, old: new})


def _changed(form: Form) -> Form:
    """A question renamed, one removed, one inserted, and an option removed, all at once."""
    form = _renamed(_without(form, "phone"), "photos", "proof")
    wish = next(each for each in form.questions if each.id == "wish")
    fewer = replace(wish, options=tuple(option for option in wish.options if option != "exchange"))
    questions = [fewer if each.id == "wish" else each for each in form.questions]
    questions.insert(2, Question("reason", Kind.TEXT))
    return replace(form, version=form.version + 1, questions=tuple(questions))


NEW = _changed(OLD)


def _meaning(state: State) -> JsonObject:
    """The answers that have still a meaning, by their present names."""
    kept = {NEW.renamed.get(name, name): answer for name, answer in state.answers.items() if name != "phone"}
    return {name: answer for name, answer in kept.items() if (name, answer) != ("wish", "exchange")}


async def _store(database: Database, catalogue: Catalogue) -> tuple[list[Live], TurnContext]:
    chance = random.Random(1)
    async with database.begin() as work:
        teller = (await Subjects.of(work)).teller(OLD.id)
        context = await turn_context(work, catalogue, teller.id)
        states = list(moments(OLD, context).values())
        lives = []
        for number in range(COUNT):
            state = chance.choice(states)
            if "wish" in state.answers:
                wish = next(each for each in OLD.questions if each.id == "wish")
                state = state.but(answers={**state.answers, "wish": chance.choice(wish.options)})
            chat = Chat(channel=CHANNEL, address=f"{number}", person_id=teller.id, language="en", seen_at=work.now)
            work.session.add(chat)
            await work.session.flush()
            stored = await conversations.begin_conversation(work, chat.id, OLD.id, "", state.to_json())
            chat.focus_id = stored.id
            lives.append(Live(stored.id, chat.address, state))
    return lives, context


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> Mapping[str, str]:
    """The new questions borrow words that are there."""
    from_elsewhere = {
        f"{what}-complaint-{new}": f"{what}-complaint-{old}"
        for what in ("ask", "name", "help")
        for new, old in (("proof", "photos"), ("reason", "words"))
    }
    known = locales.text

    def text(language: str, key: str, args: Mapping[str, str | int] | None = None) -> str:
        return known(language, from_elsewhere.get(key, key), args)

    monkeypatch.setattr("bot.wording.text", text)
    return from_elsewhere


async def test_a_thousand_conversations_go_on_under_the_changed_form(
    database: Database,
    catalogue: Catalogue,
    clock: FixedClock,
    words: Mapping[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lives, context = await _store(database, catalogue)
    monkeypatch.setitem(FORMS, OLD.id, NEW)
    for live in lives:
        carried = flow.under(NEW, live.state)
        assert dict(carried.answers) == _meaning(live.state), live
        end = finished(NEW, carried, context)
        assert end.stage is Stage.FINISHED
        kept = {name: answer for name, answer in _meaning(live.state).items() if name in end.answers}
        assert kept == _meaning(live.state), live
    await _through_the_door(database, catalogue, clock, lives[:THROUGH_THE_DOOR])


async def _through_the_door(database: Database, catalogue: Catalogue, clock: FixedClock, lives: list[Live]) -> None:
    """The first word under the new form is answered, and what was said is kept under the new version."""
    door, phones = FrontDoor(database, catalogue), Phones()
    for live in lives:
        await door.receive(Incoming(CHANNEL, live.address, CHANNEL, live.address, "", "en", Command("again")))

    async def no_alarm(*given: object) -> None:
        raise AssertionError(f"given up: {given[1:]}")

    delivery = Delivery(database, {}, no_alarm, {}, clock, {CHANNEL: phones.post})
    while await delivery.drain(500):
        pass
    async with database.read() as work:
        for live in lives:
            stored = await conversations.conversation(work, live.id)
            assert stored
            assert stored.open
            assert stored.state["answers"] == _meaning(live.state)
            assert stored.state["version"] == NEW.version
            assert phones.messages[live.address][-1].states[-1].text.strip()
