"""Two at once: one wins, the other is told, and nobody waits for the other for ever."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from backend.chats import ChatKey, locked_chat
from backend.clock import FixedClock
from backend.database import Database, JsonObject, Work
from backend.dispatch import service as dispatch
from backend.dispatch.service import OfferState
from backend.duework import run_due
from backend.errors import Refusal, TooLate, WrongMove
from backend.followups import service as followups
from backend.outbox import owe
from backend.people import service as people
from backend.people.rules import StaffRole
from backend.surveys import service as surveys
from backend.tickets import service as tickets
from backend.tickets.rules import Status
from backend.visits import service as visits
from tests.backend import trade

Command = Callable[[Work], Awaitable[object]]


async def at_once(database: Database, *commands: Command) -> list[object]:
    """Runs each in a transaction of its own; all have begun before any goes on."""
    begun = asyncio.Barrier(1 if database.is_sqlite else len(commands))

    async def run(command: Command) -> object:
        async with database.begin() as work:
            await work.session.connection()
            await begun.wait()
            return await command(work)

    async with asyncio.timeout(20):
        return await asyncio.gather(*(run(command) for command in commands), return_exceptions=True)


def refusals(outcomes: list[object]) -> list[type]:
    assert all(isinstance(each, Refusal) for each in outcomes if isinstance(each, BaseException)), outcomes
    return [type(each) for each in outcomes if isinstance(each, Refusal)]


async def test_an_invite_redeemed_by_two_at_once_makes_one_of_them_staff(database: Database) -> None:
    async with database.begin() as work:
        token = (await people.invite(work, StaffRole.TECHNICIAN, "Wang Wei")).token
        both = [await trade.customer(work, name) for name in ("One", "Two")]
    outcomes = await at_once(database, *(lambda work, who=who: people.redeem(work, token, who.id) for who in both))
    assert refusals(outcomes) == [TooLate]
    async with database.read() as work:
        assert len(await people.technicians(work)) == 1


async def test_a_job_accepted_while_the_desk_gives_it_to_another_has_one_holder(database: Database) -> None:
    async with database.begin() as work:
        first, second = await trade.staff(work, "First"), await trade.staff(work, "Second")
        ticket = await trade.opened(work)
    offer = await trade.offered(database, ticket)
    outcomes = await at_once(
        database,
        lambda work: dispatch.accept(work, offer.id, first.actor),
        lambda work: dispatch.assign(work, ticket.id, second.id, trade.DESK),
    )
    assert refusals(outcomes) == [TooLate]
    async with database.read() as work:
        held = await tickets.ticket(work, ticket.id)
        is_open = [each for each in await dispatch.offers(work) if each.state is OfferState.OPEN]
    assert (held.status, held.technician_id, len(is_open)) in [
        (Status.ACCEPTED, first.id, 0),
        (Status.OFFERED, None, 1),
    ]


async def test_one_offer_accepted_twice_at_once_is_one_job(database: Database) -> None:
    async with database.begin() as work:
        technician = await trade.staff(work, "First")
        ticket = await trade.opened(work)
    offer = await trade.offered(database, ticket)
    accept = [lambda work: dispatch.accept(work, offer.id, technician.actor)] * 3
    assert refusals(await at_once(database, *accept)) == []
    async with database.read() as work:
        assert (await trade.events(work, ticket.id)).count("accepted") == 1
        assert len(await trade.owed(work, "accepted")) == 1


async def test_a_job_accepted_and_called_off_at_once_is_one_of_the_two(database: Database) -> None:
    async with database.begin() as work:
        technician, owner = await trade.staff(work, "First"), await trade.customer(work)
        ticket = await trade.opened(work, owner)
    offer = await trade.offered(database, ticket)
    outcomes = await at_once(
        database,
        lambda work: dispatch.accept(work, offer.id, technician.actor),
        lambda work: dispatch.call_off(work, ticket.id, owner.actor),
    )
    assert refusals(outcomes) in ([], [TooLate])
    async with database.read() as work:
        assert (await tickets.ticket(work, ticket.id)).status is Status.CANCELLED


async def test_a_ticket_read_before_its_lock_is_not_judged_by_what_was_read(database: Database) -> None:
    async with database.begin() as work:
        technician, owner = await trade.staff(work, "First"), await trade.customer(work)
        ticket = await trade.opened(work, owner)
    await trade.accepted(database, ticket, technician)
    await trade.repaired(database, ticket, technician)

    async def read_then_confirm(work: Work) -> object:
        await tickets.ticket(work, ticket.id)
        return await visits.confirm(work, ticket.id, owner.actor)

    async def read_then_object(work: Work) -> object:
        await tickets.ticket(work, ticket.id)
        return await visits.object_to(work, ticket.id, owner.actor, "it still leaks")

    assert refusals(await at_once(database, read_then_confirm, read_then_object)) == [WrongMove]


async def test_one_call_back_taken_by_two_at_once_belongs_to_one(database: Database) -> None:
    ticket, owner, _ = await trade.confirmed(database)
    async with database.begin() as work:
        both = [await trade.staff(work, name, StaffRole.SUPERVISOR) for name in ("Chen", "Zhou")]
        await followups.open_call_back(work, "survey:1", ticket.id, ticket.number, owner.id, 2, ["A"], None)

    def taking(actor: people.Known) -> Command:
        async def take(work: Work) -> object:
            await followups.call_back(work, 1)
            return await followups.take(work, 1, actor.actor)

        return take

    assert refusals(await at_once(database, *(taking(each) for each in both))) == [TooLate]


async def test_two_who_write_at_once_and_owe_each_other_a_message_both_come_through(database: Database) -> None:
    async with database.begin() as work:
        one, two = [await locked_chat(work, ChatKey("test", name), "en") for name in ("One", "Two")]

    both_hold_theirs = asyncio.Barrier(1 if database.is_sqlite else 2)

    def writing(name: str, to: int) -> Command:
        async def write(work: Work) -> None:
            await locked_chat(work, ChatKey("test", name), "en")
            await both_hold_theirs.wait()
            await owe(work, to, "greeting", {})

        return write

    assert await at_once(database, writing("One", two.id), writing("Two", one.id)) == [None, None]


@pytest.mark.parametrize("command", ["accept", "call off"])
async def test_an_offer_answered_in_the_moment_its_time_is_over_is_answered_or_over(
    database: Database, clock: FixedClock, command: str
) -> None:
    async with database.begin() as work:
        technician, owner = await trade.staff(work, "First"), await trade.customer(work)
        ticket = await trade.opened(work, owner)
    offer = await trade.offered(database, ticket)
    clock.forward(timedelta(minutes=10))
    held, timing_out = asyncio.Event(), asyncio.Event()

    async def answer() -> object:
        async with database.begin() as work:
            await tickets.locked(work, ticket.id)
            held.set()
            if not database.is_sqlite:  # where there is one writer, the other cannot have begun
                await timing_out.wait()
            if command == "accept":
                return await dispatch.accept(work, offer.id, technician.actor)
            return await dispatch.call_off(work, ticket.id, owner.actor)

    async def time_out(work: Work, args: JsonObject) -> None:
        timing_out.set()
        await dispatch.offer_timed_out(work, {"offer": offer.id})

    async def never(work: Work, key: str, error: str) -> None:
        raise AssertionError(error)

    async def tick() -> int:
        await held.wait()
        return await run_due(database, {**trade.HANDLERS, "offer-timeout": time_out}, never)

    async with asyncio.timeout(20):
        await asyncio.gather(answer(), tick())
    async with database.read() as work:
        expected = Status.ACCEPTED if command == "accept" else Status.CANCELLED
        assert (await tickets.ticket(work, ticket.id)).status is expected
        assert "offer-expired" not in await trade.events(work, ticket.id)


async def test_a_survey_answered_by_two_taps_at_once_opens_one_call_back(database: Database) -> None:
    ticket, owner, _ = await trade.confirmed(database)
    async with database.begin() as work:
        sent = await surveys.send(work, ticket.id)
    assert sent is not None
    answer = [lambda work: surveys.answer(work, sent.id, owner.actor, 3, [], None, complete=True)] * 2
    assert refusals(await at_once(database, *answer)) == []
    async with database.read() as work:
        assert len(await followups.call_backs(work)) == 1
        assert (await trade.events(work, ticket.id)).count("call-back-opened") == 1
