"""The process is killed in the middle of a story and started again: the story goes on.

Three short scenes are played by default. `JOURNEY_KILLS=8` also plays that many whole stories, two at a time, killed
at a third of their points: even ones on SQLite with long polling, odd ones on PostgreSQL with the webhook.
"""

import asyncio
import os
import random
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio

from tests.botapi import User
from tests.journeys.databases import copy_for
from tests.journeys.kills import Killer, Moment
from tests.journeys.prepared import arrived, keyed, repaired, reported
from tests.journeys.service import serving
from tests.journeys.story import AGAIN, NEWS, POINTS, SURVEY_SOON, Story
from tests.journeys.together import asked_for, side_by_side

AT_ONCE, ANSWERING = Moment.AT_ONCE, Moment.ANSWERING
SCENES: dict[str, dict[str, Moment]] = {
    "form": {"place": AT_ONCE, "sent": AT_ONCE},
    "record": {"cause": ANSWERING, "filed": AT_ONCE},
    "visit-and-survey": {"accepted": AT_ONCE, "confirmed": AT_ONCE},
}
WHOLE = [f"whole-{seed}" for seed in range(int(os.environ.get("JOURNEY_KILLS", "0")))]

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.parametrize("scene", [*SCENES, *WHOLE])]


@dataclass(frozen=True)
class Survived:
    """A story that went on in spite of the kills, and what the HTTP API says of it."""

    story: Story
    kills: int
    tickets: list[dict[str, Any]]
    ticket: dict[str, Any]
    events: list[str]
    surveys: list[dict[str, Any]]
    call_backs: list[dict[str, Any]]


Plays = Mapping[str, "asyncio.Future[Survived]"]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def plays(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Plays]:
    scenes = asked_for(request, "scene")
    folders = {scene: tmp_path_factory.mktemp(scene) for scene in scenes}
    databases = {scene: copy_for(request, folders[scene], _engine(scene)) for scene in scenes}
    two_at_a_time = asyncio.Semaphore(2)

    async def play(scene: str) -> Survived:
        if scene in SCENES:
            return await begin(scene)
        async with two_at_a_time:
            return await begin(scene)

    async def begin(scene: str) -> Survived:
        with databases[scene] as url:
            webhook = _engine(scene) == "postgresql"
            async with serving(folders[scene], url, webhook=webhook, **SURVEY_SOON) as service:
                killer = Killer(service, _plan(scene))
                story = Story(service, killer)
                try:
                    await _play(scene, story)
                except AssertionError as error:
                    raise AssertionError(f"{error}\n{story.transcript()}") from error
                return await _survived(story, killer)

    async with side_by_side(scenes, play) as playing:
        yield playing


async def test_the_story_goes_on_with_one_ticket(plays: Plays, scene: str) -> None:
    survived = await plays[scene]
    assert survived.kills == len(_plan(scene))
    assert [each["number"] for each in survived.tickets] == [survived.story.number]
    assert survived.events.count("received") == 1


async def test_no_answer_is_lost(plays: Plays, scene: str) -> None:
    survived = await plays[scene]
    told, ticket = survived.story.told, survived.ticket
    assert {name: ticket[name] for name in told.request} == told.request
    records = [(visit["record"]["cause"], visit["record"]["solution"]) for visit in ticket["visits"] if visit["record"]]
    assert records == told.records
    assert [(each["score"], each["reasons"], each["words"]) for each in survived.surveys] == told.surveys
    assert [each["score"] for each in survived.call_backs] == [score for score, _, _ in told.surveys if score <= 6]


async def test_what_comes_twice_says_so(plays: Plays, scene: str) -> None:
    story = (await plays[scene]).story
    for who in story.people:
        assert not _unmarked(who), who.transcript()


async def test_no_tap_is_left_without_an_answer(plays: Plays, scene: str) -> None:
    story = (await plays[scene]).story
    assert not [who.spinning for who in story.people if who.spinning]
    assert not story.api.pending


async def _play(scene: str, story: Story) -> None:
    match scene:
        case "form":
            await keyed(story)
            await story.reports()
            await story.sends()
        case "record":
            await arrived(story)
            await story.finishes("Element burnt through", "Replaced it", parts="HE-20 x1")
        case "visit-and-survey":
            await reported(story)
            await story.works()
            await repaired(story)
            await story.confirms()
            await story.is_delighted()
        case _:
            await story.staff_joins()
            await story.reports()
            await story.goes_on()


def _plan(scene: str) -> dict[str, Moment]:
    if scene in SCENES:
        return dict(SCENES[scene])
    dice = random.Random(scene)
    return {point: dice.choice(list(Moment)) for point in dice.sample(POINTS, len(POINTS) // 3)}


def _engine(scene: str) -> str:
    return "postgresql" if scene in WHOLE[1::2] else "sqlite"


async def _survived(story: Story, killer: Killer) -> Survived:
    service = story.service
    return Survived(
        story,
        killer.kills,
        (await service.read("tickets"))["items"],
        await service.read(f"tickets/{story.number}"),
        [entry["event"] for entry in (await service.read(f"tickets/{story.number}/history"))["items"]],
        (await service.read("surveys"))["items"],
        (await service.read("call-backs"))["items"],
    )


def _unmarked(who: User) -> list[str]:
    """What is said, with the same buttons, more often than meant, not counting what says that it comes again."""
    said = Counter((message.text, str(message.buttons)) for message in who.messages if AGAIN not in message.text)
    return [words for (words, _), count in said.items() if count > _times_meant(words)]


def _times_meant(words: str) -> int:
    """Some things are said of each of the two visits."""
    return 2 if any(news in words for news in (*NEWS, "Photo from the customer", "is filed")) else 1
