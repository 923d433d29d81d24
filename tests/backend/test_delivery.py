"""Messages owed arrive in order, at least once, at the channel's pace, and are given up only loudly."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from backend.chats import Chat, ChatKey, locked_chat
from backend.clock import FixedClock
from backend.database import Database, Work
from backend.delivery import (
    LEASE,
    TRIES,
    Delivery,
    Parcel,
    TryLater,
    Unacceptable,
    Unclear,
    Unreachable,
)
from backend.outbox import OutboxMessage, OutboxState, owe
from backend.pacing import Pace
from tests.conftest import START

Sent = tuple[str, str]


class Post:
    """A channel that takes down what comes, and answers as told: one outcome for each try, then success."""

    def __init__(self, wall: FixedClock) -> None:
        self.wall = wall
        self.tries: list[Parcel] = []
        self.at: list[datetime] = []
        self.arrived: list[Sent] = []
        self.outcomes: dict[str, list[BaseException]] = {}
        self.alarms: list[tuple[str, str]] = []

    async def courier(self, parcel: Parcel) -> str:
        self.tries.append(parcel)
        if outcomes := self.outcomes.get(parcel.kind):
            raise outcomes.pop(0)
        self.arrived.append((parcel.address, parcel.kind))
        self.at.append(self.wall.now())
        return f"reference {parcel.id}"

    async def alarm(self, work: Work, parcel: Parcel, why: str) -> None:
        self.alarms.append((parcel.kind, why))


@pytest.fixture
def wall() -> FixedClock:
    return FixedClock(START)


@pytest.fixture
def post(wall: FixedClock) -> Post:
    return Post(wall)


@pytest.fixture
def delivery(database: Database, post: Post, wall: FixedClock) -> Delivery:
    return Delivery(database, {"test": post.courier}, post.alarm, {}, wall)


async def queue(database: Database, *messages: Sent, card: str | None = None, fresh: bool = False) -> None:
    async with database.begin() as work:
        for address, kind in messages:
            chat = await locked_chat(work, ChatKey("test", address), "en", private=not address.startswith("group"))
            await owe(work, chat.id, kind, {}, card=card, fresh=fresh)


async def drain(delivery: Delivery) -> None:
    while await delivery.drain():
        pass


async def states(database: Database) -> Sequence[str]:
    async with database.read() as work:
        return list(await work.session.scalars(select(OutboxMessage.state).order_by(OutboxMessage.id)))


async def test_messages_of_a_chat_arrive_in_the_order_in_which_they_were_owed(
    database: Database, delivery: Delivery, post: Post
) -> None:
    await queue(database, ("li", "1"), ("li", "2"), ("wang", "1"), ("li", "3"), ("wang", "2"))
    assert await delivery.drain() == 2
    await drain(delivery)
    assert [kind for address, kind in post.arrived if address == "li"] == ["1", "2", "3"]
    assert [kind for address, kind in post.arrived if address == "wang"] == ["1", "2"]
    assert set(await states(database)) == {OutboxState.SENT}


async def test_a_chat_that_must_wait_keeps_its_order_and_holds_up_no_other(
    database: Database, delivery: Delivery, post: Post, wall: FixedClock
) -> None:
    post.outcomes["1"] = [TryLater(30)]
    await queue(database, ("li", "1"), ("li", "2"), ("wang", "3"))
    await drain(delivery)
    assert post.arrived == [("wang", "3")]
    wall.forward(timedelta(seconds=29))
    await drain(delivery)
    assert len(post.arrived) == 1
    wall.forward(timedelta(seconds=1))
    await drain(delivery)
    assert post.arrived[1:] == [("li", "1"), ("li", "2")]
    assert [parcel.repeated for parcel in post.tries if parcel.kind == "1"] == [False, False]


async def test_a_chat_told_to_wait_for_ever_so_often_is_not_given_up(
    database: Database, delivery: Delivery, post: Post, wall: FixedClock
) -> None:
    post.outcomes["1"] = [TryLater(5) for _ in range(TRIES + 3)]
    await queue(database, ("li", "1"))
    for _ in range(TRIES + 4):
        await drain(delivery)
        wall.forward(timedelta(seconds=5))
    assert post.arrived == [("li", "1")]
    assert post.alarms == []


async def test_when_the_whole_channel_must_wait_nobody_is_written_to(
    database: Database, post: Post, wall: FixedClock
) -> None:
    pace = Pace(timedelta(), timedelta(), timedelta())
    delivery = Delivery(database, {"test": post.courier}, post.alarm, {"test": pace}, wall)
    post.outcomes["1"] = [TryLater(30, everyone=True)]
    await queue(database, ("li", "1"))
    await delivery.drain()
    await queue(database, ("wang", "2"))
    wall.forward(timedelta(seconds=29))
    assert await delivery.drain() == 0
    wall.forward(timedelta(seconds=1))
    await drain(delivery)
    assert sorted(post.arrived) == [("li", "1"), ("wang", "2")]


async def test_a_chat_that_blocked_us_is_a_dead_letter_and_an_alarm(
    database: Database, delivery: Delivery, post: Post
) -> None:
    post.outcomes["1"] = [Unreachable("blocked")]
    await queue(database, ("li", "1"))
    await drain(delivery)
    assert await states(database) == [OutboxState.DEAD]
    assert post.alarms == [("1", "blocked")]
    async with database.read() as work:
        assert (await work.session.scalars(select(Chat.blocked_at))).one() == START
    async with database.begin() as work:
        assert (await locked_chat(work, ChatKey("test", "li"), "en")).blocked_at is None


async def test_a_message_that_will_never_be_taken_is_given_up_and_the_next_one_goes(
    database: Database, delivery: Delivery, post: Post
) -> None:
    post.outcomes["1"] = [Unacceptable("too long")]
    await queue(database, ("li", "1"), ("li", "2"))
    await drain(delivery)
    assert await states(database) == [OutboxState.DEAD, OutboxState.SENT]
    assert post.alarms == [("1", "too long")]


async def test_a_message_that_may_have_arrived_says_so_when_it_is_sent_again(
    database: Database, delivery: Delivery, post: Post, wall: FixedClock
) -> None:
    post.outcomes["1"] = [Unclear(), OSError("no line")]
    await queue(database, ("li", "1"))
    for _ in range(3):
        await drain(delivery)
        wall.forward(timedelta(seconds=5))
    assert [parcel.repeated for parcel in post.tries] == [False, True, True]
    assert post.arrived == [("li", "1")]


async def test_a_message_that_surely_did_not_arrive_is_not_marked_as_repeated(
    database: Database, delivery: Delivery, post: Post, wall: FixedClock
) -> None:
    post.outcomes["1"] = [OSError("no line")]
    await queue(database, ("li", "1"))
    for _ in range(2):
        await drain(delivery)
        wall.forward(timedelta(seconds=5))
    assert [parcel.repeated for parcel in post.tries] == [False, False]


async def test_what_keeps_failing_is_tried_less_and_less_often_then_given_up_loudly(
    database: Database, delivery: Delivery, post: Post, wall: FixedClock
) -> None:
    post.outcomes["1"] = [OSError("no line") for _ in range(TRIES)]
    await queue(database, ("li", "1"), ("li", "2"))
    for count in range(TRIES - 1):
        assert await delivery.drain() == 1
        longest = min(2.0**count, 300)
        wall.forward(timedelta(seconds=longest / 2 - 0.01))
        assert await delivery.drain() == 0, count
        wall.forward(timedelta(seconds=longest / 2 + 0.01))
    assert post.alarms == []
    await drain(delivery)
    assert post.alarms == [("1", "OSError('no line')")]
    assert await states(database) == [OutboxState.DEAD, OutboxState.SENT]


async def test_a_message_of_a_process_that_died_is_sent_by_another_within_ten_seconds(
    database: Database, delivery: Delivery, post: Post, wall: FixedClock
) -> None:
    sending = asyncio.Event()

    async def hang(parcel: Parcel) -> str:
        sending.set()
        await asyncio.Event().wait()
        return "never"

    await queue(database, ("li", "1"), ("li", "2"))
    dying = asyncio.create_task(Delivery(database, {"test": hang}, post.alarm, {}, wall).drain())
    await sending.wait()
    dying.cancel()
    with pytest.raises(asyncio.CancelledError):
        await dying
    assert await delivery.drain() == 0
    wall.forward(LEASE + timedelta(milliseconds=1))
    assert wall.now() - START < timedelta(seconds=10)
    await drain(delivery)
    assert post.arrived == [("li", "1"), ("li", "2")]
    assert [parcel.repeated for parcel in post.tries] == [True, False]


async def test_several_senders_at_once_send_everything_once_and_in_order(database: Database, post: Post) -> None:
    chats = [f"chat {count}" for count in range(6)]
    await queue(database, *((chat, str(count)) for count in range(3) for chat in chats))
    senders = [Delivery(database, {"test": post.courier}, post.alarm, {}, post.wall) for _ in range(3)]
    for _ in range(4):
        await asyncio.gather(*(sender.drain(4) for sender in senders))
    await drain(senders[0])
    for chat in chats:
        assert [kind for address, kind in post.arrived if address == chat] == ["0", "1", "2"]


async def test_a_card_is_edited_where_it_stands_unless_it_is_to_be_fresh(
    database: Database, delivery: Delivery, post: Post
) -> None:
    for kind, fresh in (("first", False), ("edit", False), ("anew", True), ("edit again", False)):
        await queue(database, ("li", kind), card="ticket:1", fresh=fresh)
        await drain(delivery)
    assert [parcel.replaces for parcel in post.tries] == [None, "reference 1", None, "reference 3"]


async def test_changes_of_a_card_that_has_not_gone_out_are_told_as_one(
    database: Database, delivery: Delivery, post: Post
) -> None:
    for kind in ("received", "offered", "accepted"):
        await queue(database, ("li", kind), card="ticket:1")
    await queue(database, ("li", "other"), card="ticket:2")
    await drain(delivery)
    assert post.arrived == [("li", "accepted"), ("li", "other")]


async def test_the_pace_of_a_channel_is_kept_in_all_in_each_chat_and_in_each_group(
    database: Database, post: Post, wall: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def pass_time(seconds: float) -> None:
        wall.forward(timedelta(seconds=max(seconds, 0)))

    monkeypatch.setattr(asyncio, "sleep", pass_time)
    pace = Pace(timedelta(milliseconds=40), timedelta(seconds=1), timedelta(seconds=3))
    senders = [Delivery(database, {"test": post.courier}, post.alarm, {"test": pace}, wall) for _ in range(2)]
    chats = [*(f"chat {count}" for count in range(10)), "group 1"]
    await queue(database, *((chat, str(count)) for count in range(2) for chat in chats))
    while OutboxState.QUEUED in await states(database):
        for sender in senders:
            await sender.drain()
        wall.forward(timedelta(milliseconds=100))
    gaps = [later - earlier for earlier, later in zip(post.at, post.at[1:], strict=False)]
    assert min(gaps) >= timedelta(milliseconds=40)
    for chat in chats:
        first, second = [at for at, (address, _) in zip(post.at, post.arrived, strict=True) if address == chat]
        assert second - first >= (pace.between_group if chat == "group 1" else pace.between_private)


async def test_an_urgent_message_overtakes_other_chats_but_never_its_own(
    database: Database, delivery: Delivery, post: Post
) -> None:
    await queue(database, ("li", "1"), ("wang", "2"))
    async with database.begin() as work:
        for address in ("li", "chen"):
            chat = await locked_chat(work, ChatKey("test", address), "en")
            await owe(work, chat.id, "urgent", {}, urgent=True)
    while await delivery.drain(1):
        pass
    assert post.arrived == [("chen", "urgent"), ("li", "1"), ("li", "urgent"), ("wang", "2")]
