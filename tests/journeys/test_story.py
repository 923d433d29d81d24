"""The whole story over Telegram: long polling on SQLite, and the webhook on PostgreSQL."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
import pytest_asyncio

from tests.botapi import Message, User
from tests.journeys.databases import copy_for
from tests.journeys.pace import closest_in_a_chat
from tests.journeys.service import Service, serving
from tests.journeys.story import AGAIN, NEWS, SURVEY_SOON, Story
from tests.journeys.together import asked_for, side_by_side

POLLING, WEBHOOK = "polling-sqlite", "webhook-postgresql"
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.parametrize("way", [POLLING, WEBHOOK])]


@dataclass(frozen=True)
class Played:
    """A story that is over, and what the HTTP API said of it."""

    story: Story
    ticket: Mapping[str, Any]
    lists: Mapping[str, list[dict[str, Any]]]
    log: str


Plays = Mapping[str, "asyncio.Future[Played]"]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def plays(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Plays]:
    ways = asked_for(request, "way")
    databases = {
        way: (folder := tmp_path_factory.mktemp(way), copy_for(request, folder, way.split("-")[1])) for way in ways
    }

    async def play(way: str) -> Played:
        folder, database = databases[way]
        with database as url:
            async with serving(folder, url, webhook=way == WEBHOOK, **SURVEY_SOON) as service:
                story = Story(service)
                await story.play()
                read = {name: await _items(service, path) for name, path in _paths(story.number)}
                return Played(story, await service.read(f"tickets/{story.number}"), read, service.log.read_text())

    async with side_by_side(ways, play) as playing:
        yield playing


async def test_the_story_comes_to_its_end_and_nothing_goes_wrong_on_the_way(plays: Plays, way: str) -> None:
    played = await plays[way]
    assert not played.log
    assert not any(who.spinning for who in played.story.people), "a tap was never answered"
    assert not played.story.api.pending


async def test_each_job_request_and_call_back_has_one_live_card(plays: Plays, way: str) -> None:
    story = (await plays[way]).story
    request = _only(story.customer, f"🧾 Request {story.number}")
    assert "Solved and confirmed" in request.text
    assert request.edits >= 6
    call_back = _only(story.supervisor, "☎ Call-back for")
    assert f"{story.number} · done" in call_back.text
    assert call_back.edits >= 2
    declined = _only(story.first, story.number)
    assert "declined" in declined.text
    assert declined.edits == 1


async def test_each_handling_has_one_job_card_and_the_old_one_has_no_buttons(plays: Plays, way: str) -> None:
    story = (await plays[way]).story
    cards = [one for one in story.second.messages if one.photo is None and one.text.startswith(("🔔", "🔧", "Job "))]
    assert len(cards) == 2, story.second.transcript()
    assert all(card.edits >= 4 for card in cards)
    assert "confirmed by the customer" in cards[-1].text
    assert not any(card.buttons for card in cards), story.second.transcript()


async def test_the_customer_is_told_of_every_step_of_both_visits(plays: Plays, way: str) -> None:
    mei = (await plays[way]).story.customer
    told = Counter(words for words in _STEPS for message in mei.messages if words in message.text)
    assert told == {**dict.fromkeys(_STEPS, 2), "Thank you for confirming": 1}, mei.transcript()


async def test_nothing_is_said_twice(plays: Plays, way: str) -> None:
    story = (await plays[way]).story
    assert not [message for who in story.people for message in who.messages if AGAIN in message.text]
    for who in story.people:
        for one, next_one in pairwise(who.messages):
            assert (one.text, one.buttons) != (next_one.text, next_one.buttons), who.transcript()


async def test_the_technician_gets_the_customers_photo(plays: Plays, way: str) -> None:
    story = (await plays[way]).story
    photos = [message for message in story.second.messages if message.photo]
    assert photos
    assert all(story.number in message.text for message in photos)


async def test_the_flood_limits_are_kept(plays: Plays, way: str) -> None:
    api = (await plays[way]).story.api
    assert api.fastest().overall <= 30
    assert closest_in_a_chat(api.calls) >= 0.5, "a second apart as sent; a busy machine may bring two nearer together"


async def test_the_api_shows_the_ticket_and_all_that_came_of_it(plays: Plays, way: str) -> None:
    played = await plays[way]
    ticket, lists = played.ticket, played.lists
    assert (ticket["status"], ticket["round"], ticket["contact_name"]) == ("confirmed", 2, "Ms Wang Lan")
    assert len(ticket["photos"]) == 1
    assert "13800138000" not in str(ticket), "the number is not masked"
    assert [visit["record"]["parts"] for visit in ticket["visits"]] == ["Element HE-20 x1", ""]
    assert [offer["state"] for offer in reversed(lists["offers"])] == ["declined", "accepted", "accepted"]
    (survey,) = lists["surveys"]
    assert (survey["state"], survey["score"], survey["reasons"]) == ("answered", 5, ["B", "I"])
    assert survey["words"] == "Two visits for one drip"
    (call_back,) = lists["call-backs"]
    assert (call_back["state"], call_back["result"]) == ("closed", "Apologised; a free check in spring")


async def test_the_api_shows_the_history_in_order(plays: Plays, way: str) -> None:
    events = [entry["event"] for entry in (await plays[way]).lists["history"]]
    places = [events.index(event) for event in _EVENTS]
    assert places == sorted(places), events
    assert Counter(events)["accepted"] == 2
    assert Counter(events)["received"] == 1


_STEPS = (*NEWS, "that it is ", "Thank you for confirming")
_EVENTS = (
    "received",
    "graded",
    "offered",
    "declined",
    "accepted",
    "departed",
    "arrived",
    "repaired",
    "asked-to-confirm",
    "objected",
    "confirmed",
    "survey-sent",
    "survey-answered",
    "call-back-opened",
    "call-back-taken",
    "call-back-closed",
)


def _paths(number: str) -> list[tuple[str, str]]:
    of_ticket = [(name, f"tickets/{number}/{name}") for name in ("history", "offers", "ranking")]
    return [*of_ticket, ("tickets", "tickets"), ("surveys", "surveys"), ("call-backs", "call-backs")]


async def _items(service: Service, path: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await service.read(path))["items"]
    return items


def _only(who: User, words: str) -> Message:
    found = [message for message in who.messages if words in message.text and message.text[0] in "🧾☎J"]
    assert len(found) == 1, who.transcript()
    return found[0]
