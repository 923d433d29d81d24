"""Standards and clocks of before standards were files go on as they were."""

from datetime import timedelta

from alembic import command
from sqlalchemy import JSON, column, table, text, update
from sqlalchemy.dialects.postgresql import JSONB

from backend.clock import FixedClock
from backend.database import Database
from backend.migrate import _alone, _config, migrate
from backend.people.rules import StaffRole
from backend.standard import service as standard
from backend.standard.rules import Matter, terms
from backend.standard.values import Start
from backend.tickets.clocks import clocks_of
from backend.tickets.pauses import pause, resume
from tests.backend import trade

STORED = table("standards", column("limits", JSON().with_variant(JSONB(), "postgresql")))
OLD = [
    {"clock": "first-contact", "start": "opened", "minutes": 120, "working_days": 0, "kinds": [],
     "urgencies": ["normal"], "severities": []},
    {"clock": "solution", "start": "opened", "minutes": 1440, "working_days": 0, "kinds": [],
     "urgencies": ["normal"], "severities": []},
    {"clock": "answer", "start": "opened", "minutes": 0, "working_days": 2, "kinds": ["question"],
     "urgencies": [], "severities": []},
]  # fmt: skip


async def _as_it_was(database: Database) -> None:
    """Back to tables of before, with the standard as it was stored then."""
    async with _alone(database) as connection:
        await connection.run_sync(lambda sync: command.downgrade(_config(sync), "0006"))
        planned = (await connection.execute(text("SELECT key FROM due_work WHERE kind = 'clock'"))).scalars().all()
        assert {str(key).rsplit(":", 1)[1] for key in planned} == {"warning", "due"}
        assert (await connection.execute(text("SELECT count(*) FROM standards"))).scalar_one() == 1
        await connection.execute(update(STORED).values(limits={"limits": OLD}))
    await migrate(database)


async def test_a_clock_that_ran_before_the_update_still_warns_and_may_pause(
    database: Database, clock: FixedClock
) -> None:
    async with database.begin() as work:
        await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        ticket = await trade.opened(work)
        before = [(each.clock, each.due_at) for each in await clocks_of(work, ticket.id)]
    await _as_it_was(database)
    clock.forward(timedelta(minutes=97))
    await trade.do_due(database)
    clock.forward(timedelta(minutes=24))
    await trade.do_due(database)
    async with database.begin() as work:
        events = [event for event in await trade.events(work, ticket.id) if event.startswith("clock-")]
        assert events == ["clock-warning", "clock-breached"]
        assert [(each.clock, each.due_at) for each in await clocks_of(work, ticket.id)] == before
        assert len(await trade.owed(work, "alarms")) == 1


async def test_an_old_standard_still_holds_for_its_tickets_and_new_ones_get_the_new_default(database: Database) -> None:
    async with database.begin() as work:
        old = await trade.opened(work)
    await _as_it_was(database)
    async with database.begin() as work:
        found = terms(await standard.standard_of(work, 1), Start.OPENED, Matter("question", "normal", "general"))
        assert {clock.value: [limit.seconds // 3600 for limit in limits] for clock, limits in found.items()} == {
            "first-contact": [2],
            "solution": [24],
            "answer": [48],
        }
        new = await trade.opened(work, await trade.customer(work), "chat:2")
        assert (old.standard_version, new.standard_version) == (1, 2)
        await pause(work, new.id, "parts", trade.DESK)
        await resume(work, new.id, "parts", trade.DESK)
