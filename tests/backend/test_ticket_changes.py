"""What changes of an open ticket: another time, more words and pictures, and talk between its two sides."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from backend.catalog import service as catalog
from backend.chats import chat_of
from backend.database import Database, JsonObject, Work
from backend.dispatch import service as dispatch
from backend.errors import Invalid, NotAllowed, WrongMove
from backend.journal import Actor, history
from backend.people import service as people
from backend.people.rules import StaffRole
from backend.people.service import Known
from backend.tickets import service as tickets
from backend.tickets.changes import add_words, change_time, talk
from backend.tickets.rules import OPEN, Status
from backend.tickets.values import TicketView
from backend.visits import service as visits
from tests.backend import trade

SOON: JsonObject = {"window": "soon"}
FRIDAY: JsonObject = {"words": "Friday after five"}
Change = Callable[[Work, int, Actor], Coroutine[Any, Any, TicketView]]
CHANGES: dict[str, Change] = {
    "time": lambda work, ticket_id, actor: change_time(work, ticket_id, actor, FRIDAY),
    "words": lambda work, ticket_id, actor: add_words(work, ticket_id, actor, "it smells, too"),
    "talk": lambda work, ticket_id, actor: talk(work, ticket_id, actor, "when will you come?"),
}
DETOURS = {Status.REMOTE, Status.WAITING_PARTS, Status.NO_ACCESS}
"""The walk below goes straight on."""
ALLOWED = {
    "time": {Status.GRADED, Status.OFFERED, Status.UNASSIGNED, Status.ACCEPTED, Status.EN_ROUTE, Status.OBJECTED},
    "words": OPEN - {Status.RECEIVED, Status.DIAGNOSED, Status.REPAIRED, *DETOURS},
    "talk": {Status.ACCEPTED, Status.EN_ROUTE, Status.ARRIVED, Status.AWAITING},
}


async def held(database: Database) -> tuple[TicketView, Known, Known]:
    """A job that a technician has accepted: the ticket, its customer and the technician."""
    async with database.begin() as work:
        technician, owner = await trade.staff(work, "Wang Wei"), await trade.customer(work)
        ticket = await trade.opened(work, owner, suits=SOON)
    await trade.accepted(database, ticket, technician)
    return ticket, owner, technician


async def told(work: Work, person: Known, kind: str) -> list[dict[str, Any]]:
    """What the person was told."""
    chat = await chat_of(work, person.id)
    assert chat is not None
    return [dict(row.args) for row in await trade.owed(work, kind) if row.chat_id == chat.id]


async def walked(database: Database) -> dict[str, set[Status]]:
    """Which changes the customer can make in each status that a ticket stays in."""
    found: dict[str, set[Status]] = {name: set() for name in CHANGES}
    async with database.begin() as work:
        technician, owner = await trade.staff(work, "Wang Wei"), await trade.customer(work)
        ticket = await trade.opened(work, owner, suits=SOON)

    async def look() -> None:
        for name, change in CHANGES.items():
            try:
                async with database.begin() as work:
                    status = (await tickets.ticket(work, ticket.id)).status
                    await change(work, ticket.id, owner.actor)
                    found[name].add(status)
                    raise Undone
            except (Undone, WrongMove):
                pass

    await look()
    offer = await trade.offered(database, ticket)
    await look()
    steps: tuple[Callable[[Work], Coroutine[Any, Any, object]], ...] = (
        lambda work: dispatch.accept(work, offer.id, technician.actor),
        lambda work: visits.depart(work, ticket.id, technician.actor),
        lambda work: visits.arrive(work, ticket.id, technician.actor),
        lambda work: visits.finish(work, ticket.id, technician.actor, trade.DONE),
        lambda work: visits.object_to(work, ticket.id, owner.actor, "it still leaks"),
    )
    for step in steps:
        async with database.begin() as work:
            await step(work)
        await look()
    async with database.begin() as work:
        await people.set_duty(work, technician.id, on_duty=False)
    await trade.do_due(database)
    await look()
    async with database.begin() as work:
        await dispatch.assign(work, ticket.id, technician.id, trade.DESK)
    await trade.accepted(database, ticket, technician)
    await trade.repaired(database, ticket, technician)
    async with database.begin() as work:
        await visits.confirm(work, ticket.id, owner.actor)
    await look()
    return found


class Undone(Exception):
    """Takes a change back."""


async def test_each_change_can_be_made_as_long_as_it_makes_sense(database: Database) -> None:
    assert await walked(database) == ALLOWED


async def test_another_time_is_kept_and_the_technician_hears_of_it(database: Database) -> None:
    ticket, owner, technician = await held(database)
    async with database.begin() as work:
        changed = await change_time(work, ticket.id, owner.actor, FRIDAY)
        assert changed.suits == FRIDAY
        said = {"ticket": ticket.id, "number": ticket.number, "suits": FRIDAY}
        assert await told(work, technician, "time-changed") == [said]
        assert await told(work, owner, "time-changed") == []
        assert (await told(work, technician, "job-card"))[-1] == {"ticket": ticket.id}
        entry = (await history(work, ticket.id))[-1]
        assert (entry.event, entry.data) == ("time-changed", {"before": SOON, "suits": FRIDAY})


async def test_the_same_time_again_changes_nothing(database: Database) -> None:
    ticket, owner, technician = await held(database)
    async with database.begin() as work:
        await change_time(work, ticket.id, owner.actor, SOON)
        assert await told(work, technician, "time-changed") == []


async def test_the_desk_changes_the_time_and_both_sides_hear_of_it(database: Database) -> None:
    ticket, owner, technician = await held(database)
    async with database.begin() as work:
        chen = await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        await change_time(work, ticket.id, trade.DESK, FRIDAY)
        await change_time(work, ticket.id, chen.actor, SOON)
        for side in (owner, technician):
            assert [each["suits"] for each in await told(work, side, "time-changed")] == [FRIDAY, SOON]


async def test_nobody_else_changes_a_ticket_or_talks_about_it(database: Database) -> None:
    ticket, _, technician = await held(database)
    async with database.begin() as work:
        mallory, second = await trade.customer(work, "Mallory"), await trade.staff(work, "Second")
        strangers = {
            "time": [mallory.actor, second.actor, technician.actor],
            "words": [mallory.actor, second.actor, technician.actor, trade.DESK],
            "talk": [mallory.actor, second.actor, trade.DESK],
        }
        for name, actors in strangers.items():
            for stranger in actors:
                with pytest.raises(NotAllowed):
                    await CHANGES[name](work, ticket.id, stranger)


async def test_what_the_customer_adds_reaches_whoever_holds_the_job(database: Database) -> None:
    ticket, owner, technician = await held(database)
    async with database.begin() as work:
        added = await add_words(work, ticket.id, owner.actor, " it smells, too ", ["photo-1", "photo-2"])
        assert (added.symptoms, added.photos) == ("it leaks\nit smells, too", ("photo-1", "photo-2"))
        said = {"ticket": ticket.id, "number": ticket.number, "name": owner.name, "words": "it smells, too"}
        assert await told(work, technician, "ticket-added") == [said]
        assert [each["photo"] for each in await told(work, technician, "job-photo")] == ["photo-1", "photo-2"]
        entry = (await history(work, ticket.id))[-1]
        assert (entry.event, entry.data["words"]) == ("added", "it smells, too")


async def test_what_was_added_before_anybody_took_the_job_waits_for_the_technician(database: Database) -> None:
    async with database.begin() as work:
        technician, owner = await trade.staff(work, "Wang Wei"), await trade.customer(work)
        ticket = await trade.opened(work, owner)
        await add_words(work, ticket.id, owner.actor, "", ["photo-1"])
    await trade.accepted(database, ticket, technician)
    async with database.read() as work:
        assert [each["photo"] for each in await told(work, technician, "job-photo")] == ["photo-1"]
        assert await trade.owed(work, "ticket-added") == []


async def test_both_sides_talk_without_a_phone_number_and_it_is_on_record(database: Database) -> None:
    ticket, owner, technician = await held(database)
    async with database.begin() as work:
        await talk(work, ticket.id, owner.actor, "when will you come?", ["photo-1"])
        await talk(work, ticket.id, technician.actor, "at three")
        head = {"ticket": ticket.id, "number": ticket.number}
        asked, answered = {**head, "name": "Li Na"}, {**head, "name": "Wang Wei"}
        assert await told(work, technician, "said") == [{**asked, "words": "when will you come?"}]
        assert await told(work, technician, "said-photo") == [{**asked, "photo": "photo-1"}]
        assert await told(work, owner, "said") == [{**answered, "words": "at three"}]
        entries = [entry for entry in await history(work, ticket.id) if entry.event == "said"]
        assert [(entry.actor, entry.data["words"]) for entry in entries] == [
            ("Li Na", "when will you come?"),
            ("Wang Wei", "at three"),
        ]


@pytest.mark.parametrize("words", ["", "  "])
async def test_saying_nothing_is_refused(database: Database, words: str) -> None:
    ticket, owner, _ = await held(database)
    async with database.begin() as work:
        for say in (add_words, talk):
            with pytest.raises(Invalid):
                await say(work, ticket.id, owner.actor, words)


async def test_who_held_the_job_before_an_objection_is_not_talked_to(database: Database) -> None:
    ticket, owner, technician = await held(database)
    await trade.repaired(database, ticket, technician)
    async with database.begin() as work:
        await visits.object_to(work, ticket.id, owner.actor, "it still leaks")
        for side in (owner, technician):
            with pytest.raises(WrongMove):
                await talk(work, ticket.id, side.actor, "hello?")
        await add_words(work, ticket.id, owner.actor, "worse than before")
        assert await told(work, technician, "ticket-added") == []


async def test_a_second_request_for_the_same_product_finds_the_open_ticket(database: Database) -> None:
    async with database.begin() as work:
        await trade.stock(work)
        [first, second, *_] = await catalog.products(work)
        owner, other = await trade.customer(work), await trade.customer(work, "Zhao")
        ticket = await trade.opened(work, owner, product_id=first.id)
        assert await tickets.open_like(work, owner.id, first.id) == ticket
        for person, product in ((owner.id, second.id), (other.id, first.id), (owner.id, None)):
            assert await tickets.open_like(work, person, product) is None
        newer = await trade.opened(work, owner, "chat:2", product_id=first.id)
        assert await tickets.open_like(work, owner.id, first.id) == newer
        for each in (ticket, newer):
            await tickets.cancel_ticket(work, each.id, owner.actor)
        assert await tickets.open_like(work, owner.id, first.id) is None


async def test_how_a_customer_is_addressed_and_when_they_bought_it_is_kept(database: Database) -> None:
    async with database.begin() as work:
        owner = await trade.customer(work)
        ticket = await trade.opened(work, owner, honorific="ms", purchase_words="two years ago")
        assert (ticket.honorific, ticket.purchase_words) == ("ms", "two years ago")
        assert (await trade.opened(work, owner, "chat:2")).honorific is None
        await people.remember_contact(work, owner.id, "Li Na", None, None, honorific="ms")
        await people.remember_contact(work, owner.id, "Li Na", None, None)
        assert (await people.known(work, owner.id)).honorific == "ms"
        with pytest.raises(ValueError, match="dame"):
            await trade.opened(work, owner, "chat:3", honorific="dame")
