"""A Bot API that fails: the queue drains, each chat keeps its order, and what may come twice says so."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from backend.chats import ChatKey, locked_chat
from bot.telegram.updates import CHANNEL
from bot.turn import say_to
from locales import text
from tests.botapi import FaultKind, User
from tests.journeys.house import House, living
from tests.journeys.pictures import photo
from tests.journeys.story import AGAIN

PATIENCE = 30.0
KINDS: tuple[FaultKind, ...] = ("error500", "too_many", "drop_before", "drop_after")


@pytest.fixture
async def house(tmp_path: Path, stocked: Path, unpaced: None) -> AsyncIterator[House]:
    """A house whose log may hold errors."""
    async with living(tmp_path, stocked) as here:
        yield here
        here.api.heal()
        await here.api.delivered(PATIENCE)


async def _owed(house: House, *people: User, count: int) -> None:
    """The house owes each of them so many numbered messages, all queued at once."""
    async with house.product.database.begin() as work:
        for who in people:
            chat = await locked_chat(work, ChatKey(CHANNEL, str(who.id)), "en")
            for number in range(count):
                await say_to(work, chat.id, f"message {number}.")


async def _welcomed(house: House) -> User:
    mei = house.customer()
    await mei.start()
    await house.says(mei, "welcome-customer", company="Aftercare")
    return mei


async def test_a_429_is_waited_out_and_nothing_comes_twice(house: House) -> None:
    mei = await _welcomed(house)
    house.api.fail("sendMessage", "too_many", retry_after=2)
    await _owed(house, mei, count=2)
    await mei.sees("message 1.", timeout=PATIENCE)
    refused, *sent = [call for call in house.api.calls if call.method == "sendMessage"][1:]
    assert refused.status == 429
    assert len(sent) == 2
    assert sent[0].at - refused.at >= 2
    assert [message.text for message in mei.messages[1:]] == ["message 0.", "message 1."]


async def test_a_500_is_tried_again(house: House) -> None:
    mei = await _welcomed(house)
    house.api.fail("sendMessage", "error500", times=2)
    await _owed(house, mei, count=2)
    await mei.sees("message 1.", timeout=PATIENCE)
    assert [message.text[:10] for message in mei.messages[1:]] == ["message 0.", "message 1."]


async def test_a_message_whose_answer_is_lost_comes_again_and_says_so(house: House) -> None:
    mei = await _welcomed(house)
    house.api.fail("sendMessage", "drop_after")
    await _owed(house, mei, count=2)
    await mei.sees("message 1.", timeout=PATIENCE)
    texts = [message.text for message in mei.messages[1:]]
    assert texts == ["message 0.", f"message 0.\n\n{AGAIN}", "message 1."]


async def test_a_message_lost_on_the_way_comes_late_and_says_that_it_may_be_the_second(house: House) -> None:
    mei = await _welcomed(house)
    house.api.fail("sendMessage", "drop_before")
    await _owed(house, mei, count=2)
    await mei.sees("message 1.", timeout=PATIENCE)
    assert [message.text for message in mei.messages[1:]] == [f"message 0.\n\n{AGAIN}", "message 1."]


async def test_a_card_whose_edit_got_no_answer_is_right_and_stands_once(house: House) -> None:
    bo, mei = await house.technician(), house.customer()
    number = await house.sends(mei)
    offer = await bo.sees("🔔", anywhere=True)
    house.api.fail("editMessageText", "drop_after", times=2)
    await house.press(bo, "a:accept:", offer)
    await bo.sees("accepted", timeout=PATIENCE)
    await mei.sees(text("en", "card-status-customer", {"status": "accepted"}), timeout=PATIENCE, anywhere=True)
    assert sum(number in message.text and message.text.startswith("🧾") for message in mei.messages) == 1
    assert sum(message.text.startswith(("🔔", "🔧")) for message in bo.messages) == 1


async def test_each_chat_keeps_its_order_whatever_fails(house: House) -> None:
    people = [await _welcomed(house) for _ in range(3)]
    for seed, kind in enumerate(KINDS):
        house.api.fail("sendMessage", kind, rate=0.2, seed=seed, times=3)
    await _owed(house, *people, count=6)
    await asyncio.gather(*(who.sees("message 5.", timeout=60) for who in people))
    for who in people:
        said = [message.text for message in who.messages[1:]]
        first = list(dict.fromkeys(words.partition("\n")[0] for words in said))
        assert first == [f"message {number}." for number in range(6)]
        assert sorted(said, key=lambda words: words[:10]) == said
        plain = [words for words in said if AGAIN not in words]
        assert len(plain) == len(set(plain)), said


async def test_supervisors_hear_of_a_chat_that_blocked_us_and_the_others_go_on(house: House) -> None:
    chief, bo, mei = await house.supervisor(), await house.technician(), house.customer()
    number = await house.sends(mei)
    offer = await bo.sees("🔔", anywhere=True)
    await mei.blocks()
    await house.press(bo, "a:accept:", offer)
    await bo.sees("accepted")
    told = await chief.sees("could not be delivered to Ms Wang", timeout=PATIENCE)
    assert "blocked" in told.text
    await house.press(bo, "a:depart:")
    await bo.sees("on the way")
    await mei.unblocks()
    await mei.says(f"/status {number}")
    await mei.sees(text("en", "card-status-customer", {"status": "en-route"}), timeout=PATIENCE)


async def test_an_account_that_is_gone_is_given_up_loudly(house: House) -> None:
    chief, mei = await house.supervisor(), await _welcomed(house)
    mei.deactivates()
    await _owed(house, mei, count=1)
    await chief.sees("could not be delivered to Mei", timeout=PATIENCE)


@pytest.mark.parametrize("kind", KINDS)
async def test_polling_goes_on_after_a_fault(house: House, kind: FaultKind) -> None:
    mei = await _welcomed(house)
    house.api.fail("getUpdates", kind)
    await mei.says("/privacy")
    await mei.sees("Aftercare keeps your request", timeout=PATIENCE)
    await mei.says("/help")
    await mei.sees("Say what is wrong", timeout=PATIENCE)


async def test_a_tap_counts_though_its_answer_cannot_be_given(house: House) -> None:
    mei = house.customer()
    await house.reaches(mei, "urgency")
    house.api.fail("answerCallbackQuery", "error500", times=3)
    await house.answers(mei, "urgency")
    await house.asked(mei, "place")


async def test_a_photo_that_cannot_be_fetched_is_asked_for_again(house: House) -> None:
    mei = house.customer()
    await house.reaches(mei, "photos")
    house.api.fail("getFile", "drop_before", times=5)
    await mei.sends_photo(photo())
    await house.asked_again(mei, "photo-lost", "photos")
    house.api.heal()
    await house.answers(mei, "photos")
    await house.says(mei, "review-repair")


async def test_a_request_gets_through_a_bad_line(house: House) -> None:
    mei = house.customer()
    for method in ("getUpdates", "sendMessage", "editMessageText", "answerCallbackQuery"):
        for seed, kind in enumerate(KINDS):
            house.api.fail(method, kind, rate=0.05, seed=seed)
    house.patience = 60
    await house.sends(mei)
    assert len(await house.tickets()) == 1
