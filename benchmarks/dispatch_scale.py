"""How long one dispatch decision takes: by the rules alone, and with the database around it.

    python -m benchmarks.dispatch_scale [--technicians 1000] [--tickets 20000] [--decisions 100] [--json]

Rules alone: days are planned beforehand, a job is ranked and the best ten are told with their reasons. With the
database: one due row of work from claim to commit, on SQLite and on a PostgreSQL started for it: ticket, profiles,
days, ranking kept, offer made, message owed. Beside each the naive way: load or look at everybody, sort by distance.
"""

import argparse
import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from sqlalchemy import event

from backend.clock import SystemClock
from backend.database import Database, Work
from backend.dispatch import service as dispatch
from backend.dispatch.day import Day
from backend.dispatch.rules import Ranking
from backend.dispatch.travel import GreatCircle, distance_km
from backend.migrate import migrate
from backend.people import service as people
from backend.settings import Settings
from backend.tickets import service as tickets
from benchmarks import teams
from benchmarks.company import fill
from tests.postgres import running

BEST = 10


@dataclass(frozen=True)
class Line:
    """Times in milliseconds, by the clock and of the processor: the latter tell more on a busy machine."""

    what: str
    way: str
    technicians: int
    decisions: int
    p50_ms: float
    p95_ms: float
    cpu_p50_ms: float
    cpu_p95_ms: float
    statements: int


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of one decision."""

    clock: float
    processor: float


class Stopwatch:
    def __init__(self) -> None:
        self._clock, self._processor = perf_counter(), process_time()

    def spent(self) -> Spent:
        return Spent(perf_counter() - self._clock, process_time() - self._processor)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--technicians", type=int, default=1000)
    parser.add_argument("--tickets", type=int, default=20_000)
    parser.add_argument("--decisions", type=int, default=100)
    parser.add_argument("--json", action="store_true", help="a JSON object a line")
    options = parser.parse_args()
    for size in (options.technicians, 5 * options.technicians):
        for line in rules_alone(size, options.decisions):
            _tell(line, as_json=options.json)
    for engine, url in _databases():
        for line in asyncio.run(with_database(engine, url, options.technicians, options.tickets, options.decisions)):
            _tell(line, as_json=options.json)


def rules_alone(size: int, decisions: int) -> Iterator[Line]:
    dice, travel = Random(size), GreatCircle()
    team = teams.team(dice, size, travel)
    jobs = [teams.job(dice, 10**9 + number) for number in range(decisions)]
    ways: Mapping[str, Callable[[int], object]] = {
        "rules": lambda number: Ranking(jobs[number], team, travel).best(BEST),
        "nearest of all": lambda number: _nearest(team, jobs[number].place or teams.CENTRE),
    }
    for way, decide in ways.items():
        yield _line("rules alone", way, size, [_timed(decide, number) for number in range(decisions)])


async def with_database(engine: str, url: str, technicians: int, count: int, decisions: int) -> list[Line]:
    async with _filled(url, technicians, count, decisions) as (database, waiting):
        told: list[str] = []
        event.listen(database.engine.sync_engine, "before_cursor_execute", lambda *seen: told.append(seen[2]))
        naive = [await _timed_naively(database, ticket_id) for ticket_id in waiting]
        told.clear()
        ours = [await _timed_decision(database, ticket_id) for ticket_id in waiting]
    what = f"{engine}, {count} tickets"
    return [
        _line(what, "dispatch", technicians, ours, len(told) // len(ours)),
        _line(what, "nearest of all loaded", technicians, naive),
    ]


@asynccontextmanager
async def _filled(url: str, technicians: int, count: int, decisions: int) -> AsyncIterator[tuple[Database, list[int]]]:
    database = Database(Settings(database_url=url), SystemClock())
    try:
        await migrate(database)
        async with database.begin() as work:
            waiting = await fill(work, technicians, count, decisions)
        yield database, waiting
    finally:
        await database.close()


async def _timed_decision(database: Database, ticket_id: int) -> Spent:
    watch = Stopwatch()
    async with database.begin() as work:
        await dispatch.dispatch(work, {"ticket": ticket_id})
    return watch.spent()


async def _timed_naively(database: Database, ticket_id: int) -> Spent:
    """Everybody loaded, whoever is on duty with the skill sorted by distance; nothing is kept, nobody asked."""
    watch = Stopwatch()
    async with database.begin() as work:
        await _ranked_naively(work, ticket_id)
    return watch.spent()


async def _ranked_naively(work: Work, ticket_id: int) -> list[int]:
    ticket, loads = await tickets.ticket(work, ticket_id), await tickets.loads(work)
    here = (ticket.latitude or 0.0, ticket.longitude or 0.0)
    fit = [
        (loads.get(each.id, 0), distance_km(here, (each.latitude or 0.0, each.longitude or 0.0)), each.id)
        for each in await people.technicians(work)
        if each.on_duty and ticket.skill in each.skills
    ]
    return [technician for _, _, technician in sorted(fit)]


def _nearest(team: Mapping[int, Day], here: tuple[float, float]) -> list[int]:
    return sorted(team, key=lambda key: distance_km(here, team[key].technician.place or here))[:BEST]


@contextmanager
def _sqlite() -> Iterator[str]:
    with TemporaryDirectory() as folder:
        yield f"sqlite:///{Path(folder) / 'scale.db'}"


def _databases() -> Iterator[tuple[str, str]]:
    with _sqlite() as url:
        yield "SQLite", url
    with running() as server:
        server.execute("CREATE DATABASE scale")
        yield "PostgreSQL", server.url("scale")


def _timed(decide: Callable[[int], object], number: int) -> Spent:
    watch = Stopwatch()
    decide(number)
    return watch.spent()


def _line(what: str, way: str, technicians: int, spent: list[Spent], statements: int = 0) -> Line:
    clock, processor = [each.clock for each in spent], [each.processor for each in spent]
    p50, p95, *cpu = (
        round(1000 * teams.share_at(listed, share), 2) for listed in (clock, processor) for share in (0.5, 0.95)
    )
    return Line(what, way, technicians, len(spent), p50, p95, cpu[0], cpu[1], statements)


def _tell(line: Line, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(asdict(line)), flush=True)
        return
    told = f"{line.what:<28} {line.way:<22} {line.technicians:>5} technicians"
    clock = f"p50 {line.p50_ms:>7.2f} ms  p95 {line.p95_ms:>7.2f} ms"
    processor = f"processor p50 {line.cpu_p50_ms:>7.2f} ms  p95 {line.cpu_p95_ms:>7.2f} ms"
    statements = f"  {line.statements} statements" if line.statements else ""
    print(f"{told}  {clock}  {processor}{statements}", flush=True)


if __name__ == "__main__":
    main()
