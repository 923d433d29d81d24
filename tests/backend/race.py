"""Many technicians tap "accept" in the same moment: one has the job, the others are told who.

    python -m tests.backend.race [--rounds 1000] [--technicians 32]

Runs on SQLite and on a PostgreSQL started for it.
"""

import argparse
import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from backend.clock import SystemClock
from backend.database import Database, Work
from backend.dispatch import service as dispatch
from backend.dispatch.service import OfferState, OfferView
from backend.errors import TooLate
from backend.migrate import migrate
from backend.people.service import Known
from backend.settings import Settings
from backend.tickets import service as tickets
from backend.tickets.rules import Status
from backend.tickets.values import TicketView
from tests.backend import trade
from tests.postgres import running

TECHNICIANS = 32


@dataclass(frozen=True)
class Racers:
    customer: Known
    technicians: Sequence[Known]


class Broken(AssertionError):
    """Not one winner, or a loser who was not told who won."""


async def racers(database: Database, count: int = TECHNICIANS) -> Racers:
    async with database.begin() as work:
        team = [await trade.staff(work, f"Technician {number}") for number in range(count)]
        return Racers(await trade.customer(work), team)


async def run_round(database: Database, field: Racers, number: int) -> str:
    """The winner's name. Raises Broken."""
    async with database.begin() as work:
        ticket = await trade.opened(work, field.customer, f"race:{number}")
        await dispatch.dispatch(work, {"ticket": ticket.id})
        offers = {each.technician_id: each for each in await dispatch.offers(work, ticket_id=ticket.id)}
    _require(len(offers) == len(field.technicians), f"{len(offers)} were asked")
    outcomes = await asyncio.gather(
        *(_accept(database, offers[who.id], who) for who in field.technicians), return_exceptions=True
    )
    return await _judge(database, field, ticket, outcomes)


async def _accept(database: Database, offer: OfferView, who: Known) -> TicketView:
    async with database.begin() as work:
        return await dispatch.accept(work, offer.id, who.actor)


async def _judge(
    database: Database, field: Racers, ticket: TicketView, outcomes: Sequence[TicketView | BaseException]
) -> str:
    strange = [each for each in outcomes if isinstance(each, BaseException) and not isinstance(each, TooLate)]
    _require(not strange, f"{ticket.number}: {strange[:3]}")
    winners = [who for who, each in zip(field.technicians, outcomes, strict=True) if isinstance(each, TicketView)]
    _require(len(winners) == 1, f"{ticket.number}: {len(winners)} winners")
    told = {each.facts.get("name") for each in outcomes if isinstance(each, TooLate)}
    _require(told <= {winners[0].name}, f"{ticket.number}: the losers were told {told}")
    async with database.begin() as work:
        held = await tickets.ticket(work, ticket.id)
        states = Counter(each.state for each in await dispatch.offers(work, ticket_id=ticket.id))
        await _end(work, ticket)
    _require((held.status, held.technician_id) == (Status.ACCEPTED, winners[0].id), f"{ticket.number}: {held.status}")
    expected = {OfferState.ACCEPTED: 1, OfferState.TAKEN: len(field.technicians) - 1}
    _require(states == expected, f"{ticket.number}: {states}")
    return winners[0].name


async def _end(work: Work, ticket: TicketView) -> None:
    """Nobody's day fills up."""
    await dispatch.call_off(work, ticket.id, trade.DESK)


def _require(holds: bool, told: str) -> None:
    if not holds:
        raise Broken(told)


async def _run(url: str, rounds: int, count: int) -> int:
    database = Database(Settings(database_url=url, take_any=True), SystemClock())
    try:
        await migrate(database)
        field = await racers(database, count)
        return len({await run_round(database, field, number) for number in range(rounds)})
    finally:
        await database.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--technicians", type=int, default=TECHNICIANS)
    options = parser.parse_args()
    with TemporaryDirectory() as folder, running() as server:
        server.execute("CREATE DATABASE race")
        for url in (f"sqlite:///{Path(folder) / 'race.db'}", server.url("race")):
            winners = asyncio.run(_run(url, options.rounds, options.technicians))
            engine = url.partition(":")[0]
            print(f"{engine}: {options.rounds} rounds of {options.technicians}, one winner each; {winners} names won")


if __name__ == "__main__":
    main()
