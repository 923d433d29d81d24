"""The deadlines of a ticket: started and stopped by its life, watched by rows of due work."""

from collections.abc import Iterable
from datetime import datetime
from typing import cast

from sqlalchemy import select, update

from backend.database import Json, JsonObject, Work
from backend.duework import forget, plan
from backend.journal import SYSTEM, record
from backend.people import service as people
from backend.standard import service as standard
from backend.standard.rules import Start, deadlines
from backend.tickets.models import Ticket, TicketClock
from backend.tickets.values import ClockView

WARN_AT = 0.8
"""The share of a clock's time after which the supervisor hears of it."""


async def start_clocks(work: Work, ticket: Ticket, start: Start) -> None:
    limits = await standard.limits_of(work, ticket.standard_version)
    found = deadlines(limits, start, work.now, work.settings.time_zone, ticket.kind, ticket.urgency, ticket.severity)
    for clock, due_at in found.items():
        row = TicketClock(ticket_id=ticket.id, clock=clock, round=ticket.round, started_at=work.now, due_at=due_at)
        work.session.add(row)
        await work.session.flush()
        warn_at = work.now + (due_at - work.now) * WARN_AT
        await plan(work, "clock", f"clock:{row.id}:warning", warn_at, {"clock": row.id, "event": "clock-warning"})
        await plan(work, "clock", f"clock:{row.id}:due", due_at, {"clock": row.id, "event": "clock-breached"})


async def stop_clocks(work: Work, ticket_id: int, clocks: Iterable[str]) -> None:
    running = select(TicketClock).where(
        TicketClock.ticket_id == ticket_id, TicketClock.clock.in_(list(clocks)), TicketClock.stopped_at.is_(None)
    )
    for row in (await work.session.execute(running)).scalars():
        row.stopped_at = work.now
        await forget(work, f"clock:{row.id}:warning")
        await forget(work, f"clock:{row.id}:due")


async def clock_is_due(work: Work, args: JsonObject) -> None:
    """Due work: tells the supervisors that a clock is nearly used up or missed."""
    clock = TicketClock.id == cast(int, args["clock"])
    of_ticket = select(Ticket.number).join(TicketClock, TicketClock.ticket_id == Ticket.id).where(clock)
    number = (await work.session.execute(of_ticket.with_for_update(of=Ticket, key_share=True))).scalar_one()
    row = (await work.session.execute(select(TicketClock).where(clock))).scalar_one()
    if row.stopped_at is not None:
        return
    event = str(args["event"])
    if event == "clock-breached":
        await work.session.execute(update(TicketClock).where(TicketClock.id == row.id).values(breached_at=work.now))
    told: dict[str, Json] = {"number": number, "clock": row.clock, "due_at": row.due_at.isoformat()}
    owes = await people.to_supervisors(work, event, told)
    await record(work, event, SYSTEM, ticket_id=row.ticket_id, data={"clock": row.clock}, owes=owes)


async def clocks_of(work: Work, ticket_id: int) -> list[ClockView]:
    rows = await work.session.execute(
        select(TicketClock).where(TicketClock.ticket_id == ticket_id).order_by(TicketClock.due_at, TicketClock.id)
    )
    return [
        ClockView(row.clock, row.round, row.started_at, row.due_at, row.stopped_at, row.breached_at)
        for row in rows.scalars()
    ]


async def next_due(work: Work, ticket_id: int) -> tuple[str, datetime] | None:
    """The running clock that is due first."""
    return next(
        ((clock.clock, clock.due_at) for clock in await clocks_of(work, ticket_id) if not clock.stopped_at), None
    )
