"""Drafts the daily reports in the evening, takes corrections, and adds them up for the supervisors."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from backend.actors import SYSTEM, Actor, Role
from backend.database import Json, JsonObject, Work
from backend.duework import plan
from backend.errors import Invalid, NotAllowed, NotFound, TooLate
from backend.journal import record
from backend.outbox import Notice
from backend.people import service as people
from backend.reports.models import DailyReport
from backend.reports.rules import KindOfWork, Outing, added, draft_of
from backend.tickets import service as tickets
from backend.tickets.rules import Status
from backend.tickets.values import TicketView
from backend.visits import service as visits

LONGEST_DAY = 24 * 60


@dataclass(frozen=True)
class DailyView:
    id: int
    technician_id: int
    technician: str
    day: date
    kinds: tuple[KindOfWork, ...]
    drafted_minutes: int
    minutes: int
    note: str
    sent_at: datetime | None


@dataclass(frozen=True)
class Summary:
    """The supervisor's daily report (table 16-1.7): all that was sent, and who is missing."""

    day: date
    kinds: tuple[KindOfWork, ...]
    minutes: int
    sent: tuple[DailyView, ...]
    missing: tuple[str, ...]


async def plan_drafts(work: Work) -> None:
    """The drafts of the next evening; each evening plans the one after it."""
    zone, hour = work.settings.time_zone, work.settings.report_hour
    local = work.now.astimezone(zone)
    day = local.date() if local.time() < time(hour) else local.date() + timedelta(days=1)
    at = datetime.combine(day, time(hour), zone).astimezone(work.now.tzinfo)
    await plan(work, "daily-drafts", f"daily-drafts:{day}", at, {"day": day.isoformat()})


async def draft_all(work: Work, args: JsonObject) -> None:
    """Due work: a draft to everyone who worked that day, and the supervisors' summary two hours later.

    Work of the evening before comes late into that day's draft.
    """
    day = date.fromisoformat(str(args["day"]))
    await plan_drafts(work)
    technicians = await people.technicians(work)
    for technician in technicians:
        await draft(work, technician.id, day - timedelta(days=1))
    drafted = [await draft(work, technician.id, day) for technician in technicians]
    if any(drafted):
        at = work.now + timedelta(hours=2)
        await plan(work, "daily-summary", f"daily-summary:{day}", at, {"day": day.isoformat()})


async def draft(work: Work, technician_id: int, day: date) -> DailyView | None:
    """Puts the day before the technician. A draft that was neither corrected nor sent takes in what came since.

    None when there was no work.
    """
    known = await work.session.execute(
        select(DailyReport).where(DailyReport.technician_id == technician_id, DailyReport.day == day).with_for_update()
    )
    outings = await _outings(work, technician_id, day)
    if not outings:
        return None
    found = draft_of(outings)
    kinds: list[Json] = [{**asdict(each)} for each in found.kinds]
    if (drafted := known.scalar_one_or_none()) is not None:
        return await _take_in(work, drafted, kinds, found.minutes)
    row = DailyReport(
        technician_id=technician_id,
        day=day,
        kinds=kinds,
        drafted_minutes=found.minutes,
        minutes=min(found.minutes, LONGEST_DAY),
        note="",
        drafted_at=work.now,
    )
    work.session.add(row)
    await work.session.flush()
    card = Notice(technician_id, "daily-report", {"report": row.id}, card=_card(row.id), fresh=True)
    data: JsonObject = {"report": row.id, "day": day.isoformat()}
    await record(work, "daily-drafted", SYSTEM, data=data, owes=[card])
    return await report(work, row.id)


async def _take_in(work: Work, row: DailyReport, kinds: Json, minutes: int) -> DailyView:
    untouched = row.sent_at is None and not row.note and row.minutes == min(row.drafted_minutes, LONGEST_DAY)
    if untouched and row.kinds != kinds:
        row.kinds, row.drafted_minutes, row.minutes = kinds, minutes, min(minutes, LONGEST_DAY)
        await record(work, "daily-drafted", SYSTEM, data={"report": row.id}, owes=[_shown(row)])
    return await _view(work, row)


async def check_can_correct(work: Work, report_id: int, actor: Actor) -> DailyView:
    """Raises NotAllowed, TooLate once it was sent."""
    row = await _own(work, report_id, actor)
    if row.sent_at is not None:
        raise TooLate("the report was sent", what="report")
    return await _view(work, row)


async def correct(work: Work, report_id: int, actor: Actor, minutes: int, note: str) -> DailyView:
    """The technician's own figure and words. Raises NotAllowed, Invalid, TooLate once it was sent."""
    await check_can_correct(work, report_id, actor)
    row = await _own(work, report_id, actor)
    if not 0 <= minutes <= LONGEST_DAY:
        raise Invalid(f"{minutes} minutes; expected 0 to {LONGEST_DAY}")
    row.minutes, row.note = minutes, note
    data: JsonObject = {"report": row.id, "minutes": minutes, "note": note}
    await record(work, "daily-corrected", actor, data=data, owes=[_shown(row)])
    return await report(work, report_id)


async def send(work: Work, report_id: int, actor: Actor) -> DailyView:
    """Files it with the supervisors. Said twice it changes nothing. Raises NotAllowed, NotFound."""
    row = await _own(work, report_id, actor)
    if row.sent_at is None:
        row.sent_at = work.now
        day: JsonObject = {"day": row.day.isoformat()}
        summary = await people.to_supervisors(work, "daily-summary", day, card=_summary_card(row.day))
        shown = summary if await _summed_up(work, row.day) else []
        await record(work, "daily-sent", actor, data={"report": row.id}, owes=[_shown(row), *shown])
    return await report(work, report_id)


async def sum_up(work: Work, args: JsonObject) -> None:
    """Due work: the supervisors' report of the day; it follows whatever is sent later."""
    day = str(args["day"])
    for technician in await people.technicians(work):
        await draft(work, technician.id, date.fromisoformat(day))
    told: JsonObject = {"day": day}
    owes = await people.to_supervisors(work, "daily-summary", told, card=_summary_card(date.fromisoformat(day)))
    await record(work, "daily-summed-up", SYSTEM, data=told, owes=owes)


async def report(work: Work, report_id: int) -> DailyView:
    """Raises NotFound."""
    row = await work.session.get(DailyReport, report_id)
    if row is None:
        raise NotFound(f"no daily report {report_id}")
    return await _view(work, row)


async def summary(work: Work, day: date) -> Summary:
    rows = await work.session.execute(select(DailyReport).where(DailyReport.day == day).order_by(DailyReport.id))
    found = [await _view(work, row) for row in rows.scalars()]
    sent = tuple(each for each in found if each.sent_at is not None)
    missing = tuple(each.technician for each in found if each.sent_at is None)
    return Summary(day, added(each.kinds for each in sent), sum(each.minutes for each in sent), sent, missing)


async def _outings(work: Work, technician_id: int, day: date) -> list[Outing]:
    zone = work.settings.time_zone
    start = datetime.combine(day, time(), zone).astimezone(work.now.tzinfo)
    end = datetime.combine(day + timedelta(days=1), time(), zone).astimezone(work.now.tzinfo)
    found = [
        (visit, await tickets.ticket(work, visit.ticket_id))
        for visit in await visits.visits_between(work, technician_id, start, end)
    ]
    return [
        Outing(
            ticket=ticket.number,
            kind=visit.record.work_type if visit.record else "unfinished",
            departed_at=visit.departed_at,
            arrived_at=visit.arrived_at,
            ended_at=visit.finished_at or visit.left_at or _cancelled_at(ticket) or min(work.now, end),
            remote=visit.remote,
            minutes=visit.record.minutes if visit.record else None,
        )
        for visit, ticket in found
    ]


def _cancelled_at(ticket: TicketView) -> datetime | None:
    """A job that the customer cancels on the way ends there; nothing changes it later."""
    return ticket.changed_at if ticket.status is Status.CANCELLED else None


async def _own(work: Work, report_id: int, actor: Actor) -> DailyReport:
    held = select(DailyReport).where(DailyReport.id == report_id).with_for_update()
    row = (await work.session.execute(held.execution_options(populate_existing=True))).scalar_one_or_none()
    if row is None:
        raise NotFound(f"no daily report {report_id}")
    if actor.role is not Role.TECHNICIAN or row.technician_id != actor.person_id:
        raise NotAllowed("the report is somebody else's")
    return row


async def _summed_up(work: Work, day: date) -> bool:
    """Whether the supervisors have seen the day's report already."""
    zone = work.settings.time_zone
    at = datetime.combine(day, time(work.settings.report_hour), zone) + timedelta(hours=2)
    return work.now >= at


def _shown(row: DailyReport) -> Notice:
    return Notice(row.technician_id, "daily-report", {"report": row.id}, card=_card(row.id))


def _card(report_id: int) -> str:
    return f"daily-report:{report_id}"


def _summary_card(day: date) -> str:
    return f"daily-summary:{day}"


async def _view(work: Work, row: DailyReport) -> DailyView:
    technician = await people.known(work, row.technician_id)
    kinds = row.kinds if isinstance(row.kinds, list) else []
    return DailyView(
        id=row.id,
        technician_id=row.technician_id,
        technician=technician.name,
        day=row.day,
        kinds=tuple(_kind(each) for each in kinds if isinstance(each, dict)),
        drafted_minutes=row.drafted_minutes,
        minutes=row.minutes,
        note=row.note,
        sent_at=row.sent_at,
    )


def _kind(each: JsonObject) -> KindOfWork:
    jobs, minutes = each["jobs"], each["minutes"]
    if not isinstance(jobs, int) or not isinstance(minutes, int):
        raise TypeError(f"not a kind of work: {each!r}")
    return KindOfWork(str(each["kind"]), jobs, minutes)
