"""Who hears of a deadline that runs out, and when: at once, or with other alarms in one message."""

from collections.abc import Collection
from typing import cast

from sqlalchemy import select, update

from backend.database import Json, JsonObject, Work
from backend.duework import plan_once
from backend.journal import SYSTEM, record
from backend.outbox import Notice
from backend.people import service as people
from backend.standard import service as standard
from backend.standard.rules import DUE, rung_at
from backend.standard.values import Reader
from backend.tickets.clocks import reckoned
from backend.tickets.models import Ticket, TicketAlarm, TicketClock
from backend.tickets.rules import WITH_TECHNICIAN, Status


async def clock_is_due(work: Work, args: JsonObject) -> None:
    """Due work: a share of a clock's time is used up. Each rung counts once; one that is paused waits."""
    clock_id, percent = cast(int, args["clock"]), cast(int, args["percent"])
    ticket, row = await _locked(work, clock_id)
    if row.stopped_at is not None or row.paused_at is not None or str(percent) in row.fired:
        return
    row.fired = [*row.fired, str(percent)]
    if percent == DUE:
        row.breached_at = work.now
    asked = await standard.standard_of(work, ticket.standard_version)
    rung = rung_at(asked.ladder[(await reckoned(work, asked, row)).term.ladder], percent)
    readers = await _readers(work, ticket, rung.tell)
    owes: list[Notice] = []
    if rung.at_once:
        told: JsonObject = {"alarms": [_alarm(ticket, row, percent)]}
        owes = [Notice(reader, "alarms", told, urgent=True) for reader in readers]
    event = "clock-warning" if percent < DUE else "clock-breached" if percent == DUE else "clock-escalated"
    data: JsonObject = {"clock": row.clock, "percent": percent, "told": cast(Json, list(readers))}
    await record(work, event, SYSTEM, ticket_id=ticket.id, data=data, owes=owes)
    if not rung.at_once:
        for reader in readers:
            await _add(work, row, percent, reader)
            due_at = work.now + asked.digest.within
            await plan_once(work, "alarms", f"alarms:{reader}", due_at, {"person": reader})


async def tell_alarms(work: Work, args: JsonObject) -> None:
    """Due work: what was raised for this reader becomes one message. A deadline kept meanwhile is not spoken of."""
    person_id = cast(int, args["person"])
    waiting = (
        select(TicketAlarm, TicketClock, Ticket)
        .join(TicketClock, TicketClock.id == TicketAlarm.clock_id)
        .join(Ticket, Ticket.id == TicketClock.ticket_id)
        .where(TicketAlarm.person_id == person_id, TicketAlarm.told_at.is_(None))
        .order_by(TicketAlarm.percent, TicketAlarm.id)
    )
    rows = (await work.session.execute(waiting)).all()
    told = update(TicketAlarm).where(TicketAlarm.id.in_([alarm.id for alarm, _, _ in rows])).values(told_at=work.now)
    await work.session.execute(told)
    highest = {
        clock.id: _alarm(ticket, clock, alarm.percent)
        for alarm, clock, ticket in rows
        if alarm.percent >= DUE or clock.stopped_at is None
    }
    if highest:
        listed = sorted(highest.values(), key=lambda each: str(each["due_at"]))
        notice = Notice(person_id, "alarms", {"alarms": cast(Json, listed)})
        await record(work, "alarms-told", SYSTEM, data={"person": person_id, "count": len(listed)}, owes=[notice])


async def _locked(work: Work, clock_id: int) -> tuple[Ticket, TicketClock]:
    """The ticket first, as everybody locks it, then what its clock says now."""
    of_clock = select(Ticket).join(TicketClock, TicketClock.ticket_id == Ticket.id).where(TicketClock.id == clock_id)
    ticket = (await work.session.execute(of_clock.with_for_update(of=Ticket, key_share=True))).scalar_one()
    return ticket, (await work.session.execute(select(TicketClock).where(TicketClock.id == clock_id))).scalar_one()


async def _readers(work: Work, ticket: Ticket, tell: Collection[Reader]) -> list[int]:
    """Without a manager the supervisors are told in the manager's place."""
    found: list[int] = []
    if "technician" in tell and ticket.technician_id is not None and Status(ticket.status) in WITH_TECHNICIAN:
        found.append(ticket.technician_id)
    managers = await people.managers(work) if "manager" in tell else []
    if "supervisor" in tell or ("manager" in tell and not managers):
        found += await people.supervisors(work)
    return list(dict.fromkeys([*found, *managers]))


async def _add(work: Work, row: TicketClock, percent: int, reader: int) -> None:
    work.session.add(TicketAlarm(clock_id=row.id, percent=percent, person_id=reader, raised_at=work.now, told_at=None))
    await work.session.flush()


def _alarm(ticket: Ticket, row: TicketClock, percent: int) -> JsonObject:
    return {"number": ticket.number, "clock": row.clock, "due_at": row.due_at.isoformat(), "percent": percent}
