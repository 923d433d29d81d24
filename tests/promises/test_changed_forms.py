"""A thousand conversations are under way when their form changes: nobody is stuck, nothing said is lost."""

from collections import Counter as Count
from collections.abc import Mapping
from dataclasses import replace
from itertools import cycle, islice

import pytest

import locales
from backend.catalog.service import Catalogue
from backend.conversations.service import Stored
from backend.database import Database, JsonObject
from bot.actions import table
from bot.incoming import Command
from bot.turn import Turn
from dialogs import flow
from dialogs.engine import step
from dialogs.forms import FORMS
from dialogs.model import CANCEL, CHANGE, REVIEW, Form, Kind, Stage, State
from dialogs.world import Context
from tests.conftest import ENGINES
from tests.dialogs.events import answer, finished
from tests.promises import LONG
from tests.promises.changes import INSERTED, RENAMED, Change, changes_of
from tests.promises.counter import Counter, Talk
from tests.promises.moments import moments

COUNT = 1000
OLD = FORMS["repair"]
CHANGES = changes_of(OLD)


def test_the_changes_make_forms_that_can_be_asked() -> None:
    assert [fault for change in CHANGES for fault in flow.faults_of(change.new)] == []


def _stand(form: Form, context: Context) -> dict[str, State]:
    """A state at every question, and at each that gathers also one with something gathered."""
    found = moments(form, context)
    begun = {name: step(form, state, answer(form, state, context), context).state for name, state in found.items()}
    half = {f"{name}, begun": state for name, state in begun.items() if state.draft is not None}
    return {**found, **half}


@pytest.mark.parametrize("database_url", ENGINES if LONG else ENGINES[:1], indirect=True)
@pytest.mark.parametrize("change", CHANGES if LONG else CHANGES[len(CHANGES) // 2 :][:1], ids=str)
async def test_a_thousand_conversations_go_on_under_the_changed_form(
    change: Change, database: Database, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = await Counter.opened(OLD, (database,), catalogue)
    states = _stand(OLD, counter.context)
    talks = await counter.seat(
        (f"{number}/{name}", state) for number, (name, state) in enumerate(islice(cycle(states.items()), COUNT))
    )
    asked = Count(flow.present(OLD, talk.before) for talk in talks)
    wanted = {each.id for each in OLD.questions if each.kind is not Kind.NOTED} | {REVIEW, CHANGE, CANCEL}
    assert asked.keys() == wanted
    assert min(asked.values()) >= COUNT // (2 * len(states))
    for talk in talks:
        _carried(change, counter, talk)
    _put_in_force(change, counter, monkeypatch)
    for talk in talks if LONG else talks[: len(states) : 6]:
        await _through_the_door(change, counter, talk)


def _carried(change: Change, counter: Counter, talk: Talk) -> None:
    carried = flow.under(change.new, talk.before)
    assert dict(carried.answers) == change.meaning(talk.before.answers), talk.name
    end = finished(change.new, carried, counter.context)
    assert end.stage is Stage.FINISHED
    for name, said in _said(change, talk).items():
        assert end.answers.get(name) == said, f"{talk.name}: {name}"


def _said(change: Change, talk: Talk) -> JsonObject:
    """What the customer answered and was not about to answer anew; what is only noted follows from it."""
    meant = change.meaning(talk.before.answers)
    noted = {each.id for each in change.new.questions if each.kind is Kind.NOTED}
    return {name: said for name, said in meant.items() if name not in noted}


async def _through_the_door(change: Change, counter: Counter, talk: Talk) -> None:
    """The first word is answered with a question of the new version, and honest answers end in a request."""
    after = await counter.take(talk, ("again", Command("again")))
    assert after.faults == [], talk.name
    assert counter.puts(talk, counter.present(after.stored)), talk.name
    for _ in range(4 * len(change.new.questions)):
        if not after.stored.open:
            break
        event = answer(change.new, counter.state(after.stored), counter.context)
        after = await counter.take(talk, ("answer", event))
        assert after.faults == [], talk.name
    assert after.stored.state["stage"] == Stage.FINISHED, talk.name
    assert after.stored.state["version"] == change.new.version


def _put_in_force(change: Change, counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new version with words of its own, and an action that knows its names."""
    counter.form = change.new
    known, act = locales.text, table.FINISHED[OLD.id]
    asked = next(each for each in OLD.questions if each.id == change.removed)
    before = replace(asked, relevant=None, source="", within="")
    shortest = finished(Form("short", 1, (before,), review=False), State("short", 1), counter.context).answers
    old = {INSERTED: "symptoms", RENAMED: change.renamed}

    def text(language: str, key: str, args: Mapping[str, str | int] | None = None) -> str:
        for new, name in old.items():
            key = key.replace(f"-{OLD.id}-{new}", f"-{OLD.id}-{name}")
        return known(language, key, args)

    async def acts(turn: Turn, stored: Stored, answers: JsonObject) -> None:
        await act(turn, stored, change.as_before(answers, shortest.get(change.removed)))

    monkeypatch.setattr("bot.wording.text", text)
    monkeypatch.setitem(table.FINISHED, OLD.id, acts)
    monkeypatch.setitem(FORMS, OLD.id, change.new)
