"""What is due later happens once, and what goes wrong is put off, given up loudly, and holds up nobody."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from backend.clock import FixedClock
from backend.database import Database, JsonObject, Work
from backend.duework import TRIES, DueWork, forget, plan, run_due
from backend.errors import NotFound
from backend.people import service as people


class Handlers:
    """`note` writes down; `bad` changes something and then fails."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.given_up: list[tuple[str, str]] = []

    async def note(self, work: Work, args: JsonObject) -> None:
        self.done.append(str(args["say"]))

    async def bad(self, work: Work, args: JsonObject) -> None:
        await people.add_customer(work, "Half done", None, None)
        raise RuntimeError("it does not work")

    async def again(self, work: Work, args: JsonObject) -> None:
        self.done.append(str(args["say"]))
        await plan(work, "again", f"key:{args['say']}", work.now + timedelta(hours=1), args)

    async def hear(self, work: Work, key: str, error: str) -> None:
        self.given_up.append((key, error))

    async def run(self, database: Database, most: int = 50) -> int:
        known = {"note": self.note, "bad": self.bad, "again": self.again}
        return await run_due(database, known, self.hear, most)


async def planned(database: Database, kind: str, *says: str, after: timedelta = timedelta()) -> None:
    async with database.begin() as work:
        for say in says:
            await plan(work, kind, f"key:{say}", work.now + after, {"say": say})


async def rows(database: Database) -> list[DueWork]:
    async with database.read() as work:
        return list(await work.session.scalars(select(DueWork).order_by(DueWork.id)))


async def test_what_is_planned_happens_at_its_time_in_order_and_once(database: Database, clock: FixedClock) -> None:
    handlers = Handlers()
    await planned(database, "note", "later", after=timedelta(hours=2))
    await planned(database, "note", "sooner", after=timedelta(hours=1))
    assert await handlers.run(database) == 0
    clock.forward(timedelta(hours=2))
    assert await handlers.run(database) == 2
    assert await handlers.run(database) == 0
    assert handlers.done == ["sooner", "later"]
    assert await rows(database) == []


async def test_a_key_planned_again_happens_once_at_the_new_time(database: Database, clock: FixedClock) -> None:
    handlers = Handlers()
    await planned(database, "note", "hello")
    await planned(database, "note", "hello", after=timedelta(hours=1))
    assert await handlers.run(database) == 0
    clock.forward(timedelta(hours=1))
    assert await handlers.run(database) == 1


async def test_what_was_forgotten_does_not_happen(database: Database) -> None:
    handlers = Handlers()
    await planned(database, "note", "kept", "gone")
    async with database.begin() as work:
        await forget(work, "key:gone")
    await handlers.run(database)
    assert handlers.done == ["kept"]


async def test_a_handler_may_plan_its_own_key_for_later(database: Database, clock: FixedClock) -> None:
    handlers = Handlers()
    await planned(database, "again", "tick")
    assert await handlers.run(database) == 1
    [row] = await rows(database)
    assert row.due_at == clock.now() + timedelta(hours=1)


async def test_a_failure_leaves_nothing_half_done_and_the_others_go_on(database: Database, clock: FixedClock) -> None:
    handlers = Handlers()
    await planned(database, "bad", "bad")
    await planned(database, "note", "one", "two")
    assert await handlers.run(database) == 3
    assert handlers.done == ["one", "two"]
    [row] = await rows(database)
    assert (row.attempts, row.failed, row.due_at) == (1, False, clock.now() + timedelta(seconds=2))
    async with database.read() as work:
        with pytest.raises(NotFound):
            await people.known(work, 1)


async def test_what_keeps_failing_waits_longer_each_time_and_is_given_up_once_and_loudly(
    database: Database, clock: FixedClock
) -> None:
    handlers = Handlers()
    await planned(database, "bad", "bad")
    waits = []
    while not handlers.given_up:
        assert await handlers.run(database) == 1
        [row] = await rows(database)
        waits.append((row.due_at - clock.now()).total_seconds())
        clock.forward(row.due_at - clock.now())
    assert waits == [2, 4, 8, 16, 32, 64, 128, 256]
    assert len(waits) == TRIES
    assert handlers.given_up == [("key:bad", "RuntimeError('it does not work')")]
    clock.forward(timedelta(days=1))
    assert await handlers.run(database) == 0
    assert (await rows(database))[0].failed


async def test_what_was_given_up_can_be_planned_anew(database: Database, clock: FixedClock) -> None:
    handlers = Handlers()
    await planned(database, "bad", "bad")
    for _ in range(TRIES):
        await handlers.run(database)
        clock.forward(timedelta(minutes=10))
    assert handlers.given_up
    await planned(database, "note", "bad")
    [row] = await rows(database)
    assert (row.failed, row.attempts) == (False, 0)


async def test_a_kind_that_nobody_handles_is_a_failure_like_any_other(database: Database) -> None:
    handlers = Handlers()
    await planned(database, "unheard-of", "what")
    await planned(database, "note", "one")
    assert await handlers.run(database) == 2
    assert handlers.done == ["one"]


async def test_one_tick_does_no_more_than_it_is_told(database: Database) -> None:
    handlers = Handlers()
    await planned(database, "note", "1", "2", "3")
    assert await handlers.run(database, most=2) == 2
    assert await handlers.run(database, most=2) == 1


async def test_two_processes_that_tick_at_once_do_everything_once(database: Database) -> None:
    handlers = Handlers()
    says = [str(count) for count in range(20)]
    await planned(database, "note", *says)
    await asyncio.gather(*(handlers.run(database) for _ in range(4)))
    await handlers.run(database)
    assert sorted(handlers.done) == sorted(says)
