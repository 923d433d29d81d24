"""The deadlines of a ticket: started and stopped by its life, standing still in its pauses, watched by due work."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import cast

from sqlalchemy import select

from backend.database import Json, JsonObject, Work
from backend.duework import forget, plan
from backend.people import service as people
from backend.standard import service as standard
from backend.standard.rules import Matter, Place, Reckoned, Term, band_of, reckon, terms
from backend.standard.values import Clock, ServiceStandard, Start
from backend.tickets.models import Ticket, TicketClock, TicketPause
from backend.tickets.values import ClockView

_UNTOLD = frozenset({Clock.SUPPLIER, Clock.ASSESSMENT})
"""Clocks that are no promise to the customer."""


async def start_clocks(
    work: Work, ticket: Ticket, start: Start, *, only: Collection[Clock] = tuple(Clock), again: bool = True
) -> None:
    """One that runs already goes on; one that stopped in this handling begins anew, unless `again` is False."""
    asked = await standard.standard_of(work, ticket.standard_version)
    matter = await _matter(work, asked, ticket)
    for clock, limits in terms(asked, start, matter).items():
        if clock not in only:
            continue
        row = await _row(work, ticket, clock)
        if row is None:
            row = TicketClock(ticket_id=ticket.id, clock=clock, round=ticket.round)
            work.session.add(row)
        elif row.stopped_at is None or not again:
            continue
        row.started_at, row.due_at, row.fired = work.now, work.now, []
        row.terms = [cast(Json, asdict(limit)) for limit in limits]
        row.stopped_at = row.breached_at = None
        await work.session.flush()
        await _set_going(work, asked, row)


async def stop_clocks(work: Work, ticket_id: int, clocks: Iterable[str]) -> None:
    stopped = set(clocks)
    for row in await _running(work, ticket_id) if stopped else ():
        if row.clock in stopped:
            row.stopped_at, row.paused_at = work.now, None
            await _forget_rungs(work, row)
    await work.session.flush()


async def reckon_clocks(work: Work, ticket: Ticket) -> None:
    """After a pause began or ended: what stands still, and when the rest is due."""
    asked = await standard.standard_of(work, ticket.standard_version)
    for row in await _running(work, ticket.id):
        await _forget_rungs(work, row)
        await _set_going(work, asked, row)


async def end_pauses(work: Work, ticket_id: int) -> None:
    """The work is over, and so is whatever it waited for."""
    for pause in await pauses_of(work, ticket_id):
        if pause.until_at is None:
            pause.until_at = work.now
    await work.session.flush()


async def clocks_of(work: Work, ticket_id: int) -> list[ClockView]:
    rows = await work.session.execute(
        select(TicketClock).where(TicketClock.ticket_id == ticket_id).order_by(TicketClock.due_at, TicketClock.id)
    )
    return [
        ClockView(row.clock, row.round, row.started_at, row.due_at, row.stopped_at, row.breached_at, row.paused_at)
        for row in rows.scalars()
    ]


async def next_due(work: Work, ticket_id: int) -> tuple[str, datetime] | None:
    """The running promise to the customer that is due first."""
    promised = (
        (clock.clock, clock.due_at)
        for clock in await clocks_of(work, ticket_id)
        if not clock.stopped_at and not clock.paused_at and clock.clock not in _UNTOLD
    )
    return next(promised, None)


async def waits_for(work: Work, ticket_id: int) -> list[str]:
    """The reasons for which the job stands still now."""
    return [pause.reason for pause in await pauses_of(work, ticket_id) if pause.until_at is None]


async def pauses_of(work: Work, ticket_id: int) -> Sequence[TicketPause]:
    """Oldest first. For this feature's own modules."""
    rows = select(TicketPause).where(TicketPause.ticket_id == ticket_id).order_by(TicketPause.id)
    return (await work.session.execute(rows)).scalars().all()


async def reckoned(work: Work, asked: ServiceStandard, row: TicketClock) -> Reckoned:
    """When the clock is due, its closed pauses left out."""
    limits = [_term(each) for each in cast(list[JsonObject], row.terms)]
    breaks = [(begin, end) for begin, end in await _breaks(work, asked, row) if end is not None]
    return reckon(limits, standard.calendars_of(work, asked), asked.ladder, row.started_at, breaks)


async def _set_going(work: Work, asked: ServiceStandard, row: TicketClock) -> None:
    open_since = [begin for begin, end in await _breaks(work, asked, row) if end is None]
    row.paused_at = max(min(open_since), row.started_at) if open_since else None
    found = await reckoned(work, asked, row)
    row.due_at = found.due_at
    await work.session.flush()
    if row.paused_at is None:
        for percent, moment in found.rungs.items():
            if str(percent) not in row.fired:
                await plan(work, "clock", _key(row, percent), moment, {"clock": row.id, "percent": percent})


async def _forget_rungs(work: Work, row: TicketClock) -> None:
    ticket = await work.session.get_one(Ticket, row.ticket_id)
    asked = await standard.standard_of(work, ticket.standard_version)
    ladders = {_term(each).ladder for each in cast(list[JsonObject], row.terms)}
    for percent in {100, *(rung.at for ladder in ladders for rung in asked.ladder[ladder])}:
        await forget(work, _key(row, percent))


async def _breaks(work: Work, asked: ServiceStandard, row: TicketClock) -> Collection[tuple[datetime, datetime | None]]:
    stopping = {reason for reason, pause in asked.pause.items() if row.clock in pause.stops}
    return [
        (pause.from_at, pause.until_at)
        for pause in await pauses_of(work, row.ticket_id)
        if pause.reason in stopping and (pause.until_at is None or pause.until_at > row.started_at)
    ]


async def _matter(work: Work, asked: ServiceStandard, ticket: Ticket) -> Matter:
    band = None
    if asked.band and ticket.latitude is not None and ticket.longitude is not None:
        band = band_of(asked, (ticket.latitude, ticket.longitude), await _stations(work, asked))
    return Matter(ticket.kind, ticket.urgency, ticket.severity, band, ticket.group)


async def _stations(work: Work, asked: ServiceStandard) -> list[Place]:
    """Where service comes from: where the technicians start, unless the standard names stations."""
    if asked.station:
        return [(station.latitude, station.longitude) for station in asked.station]
    staff = await people.technicians(work)
    return [
        (each.latitude, each.longitude) for each in staff if each.latitude is not None and each.longitude is not None
    ]


async def _running(work: Work, ticket_id: int) -> Sequence[TicketClock]:
    running = select(TicketClock).where(TicketClock.ticket_id == ticket_id, TicketClock.stopped_at.is_(None))
    return (await work.session.execute(running.order_by(TicketClock.id))).scalars().all()


async def _row(work: Work, ticket: Ticket, clock: Clock) -> TicketClock | None:
    found = select(TicketClock).where(
        TicketClock.ticket_id == ticket.id, TicketClock.clock == clock, TicketClock.round == ticket.round
    )
    return (await work.session.execute(found)).scalar_one_or_none()


def _term(stored: JsonObject) -> Term:
    return Term(str(stored["calendar"]), cast(int, stored["seconds"]), str(stored["ladder"]))


def _key(row: TicketClock, percent: int) -> str:
    return f"clock:{row.id}:{percent}"
