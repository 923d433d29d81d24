"""Who works when, with what they can do and carry: everything about all technicians in two statements."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Row, Select, String, cast, select
from sqlalchemy.orm import InstrumentedAttribute

from backend.database import Work
from backend.errors import NotFound
from backend.people.hours import AROUND_THE_CLOCK, Span, local_days, working_time
from backend.people.models import Person, StaffHours, StaffMember, StaffSpell
from backend.people.nearest import Nearest, nearest_first
from backend.people.rules import StaffRole
from backend.people.skilled import KNOWS, skill_like
from backend.people.stored import hours_in, skills_in, stock_in, tools_in
from backend.people.values import Point, Profile, Spell, SpellKind

_Spells = Mapping[int, Sequence[Spell]]
_KINDS = (SpellKind.EXTRA, SpellKind.LEAVE)
_ROLES = {role.value: role for role in StaffRole}


def _as_text(column: InstrumentedAttribute[Any]) -> ColumnElement[str]:
    return cast(column, String)


_person, _member = Person.__table__.c, StaffMember.__table__.c
_COLUMNS = (
    _person.id,
    _person.name,
    _member.role,
    _member.on_duty,
    _member.remote,
    _member.home_latitude,
    _member.home_longitude,
    _member.latitude,
    _member.longitude,
    _member.place_at,
    _as_text(StaffMember.skills),
    _as_text(StaffMember.levels),
    _as_text(StaffMember.tools),
    _as_text(StaffMember.stock),
    _as_text(StaffMember.hours),
    select(_as_text(StaffHours.hours)).limit(1).scalar_subquery(),
)


async def roster(
    work: Work,
    day: date,
    skill: str | None = None,
    *,
    days: int = 1,
    off_duty: bool = False,
    nearest: Nearest | None = None,
) -> list[Profile]:
    """Technicians on duty, with their working time from that local day on; with `off_duty` the others, too.

    `skill`: only those who have it, at any level. `nearest`: only so many, in its order.
    """
    if nearest is None:
        query, asked = _technicians(off_duty), {}
    else:
        query, asked = _nearest(off_duty, nearest.place is not None).limit(nearest.most), nearest.parameters()
    within = local_days(day, days, work.settings.time_zone)
    asked = {**asked, "skill": skill_like(skill)}
    return await _profiles(work, query, within, await _spells_within(work, within), asked)


async def profile(work: Work, person_id: int) -> Profile:
    """One member of the staff, with today's working time. Raises NotFound."""
    found = await staff(work, after=person_id - 1, limit=1)
    if not found or found[0].id != person_id:
        raise NotFound(f"nobody of the staff has the number {person_id}", what="staff")
    return found[0]


async def staff(work: Work, *, after: int | None = None, limit: int = 50) -> list[Profile]:
    """Everybody of the staff by number, with today's working time; `after` is the last number of the page before."""
    query = _staff(Person.id > (after or 0)).limit(limit)
    within = local_days(today(work), 1, work.settings.time_zone)
    return await _profiles(work, query, within, await _spells_within(work, within))


async def spells(work: Work, person_id: int | None = None) -> list[Spell]:
    """Leave and extra shifts that are not over yet, the earliest first; everybody's or one person's."""
    query = select(StaffSpell).where(StaffSpell.ends_at > work.now)
    if person_id is not None:
        query = query.where(StaffSpell.person_id == person_id)
    rows = await work.session.scalars(query.order_by(StaffSpell.begins_at, StaffSpell.id))
    return [spell_of(row) for row in rows]


async def company_hours(work: Work) -> tuple[str, ...]:
    """The weekly hours of whoever has none of their own."""
    stored = await work.session.scalar(select(StaffHours.hours))
    return AROUND_THE_CLOCK if stored is None else tuple(stored)


def today(work: Work) -> date:
    return work.now.astimezone(work.settings.time_zone).date()


def spell_of(row: StaffSpell) -> Spell:
    return Spell(row.id, row.person_id, SpellKind(row.kind), row.begins_at, row.ends_at, row.reason)


def _staff(*where: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    joined = select(*_COLUMNS).join(StaffMember, StaffMember.person_id == Person.id)
    return joined.where(*where).order_by(Person.id)


@cache
def _technicians(off_duty: bool) -> Select[*tuple[Any, ...]]:
    """Built once: to build it takes longer than to run it."""
    query = _staff(StaffMember.role == StaffRole.TECHNICIAN, KNOWS)
    return query if off_duty else query.where(StaffMember.on_duty)


@cache
def _nearest(off_duty: bool, has_place: bool) -> Select[*tuple[Any, ...]]:
    return _technicians(off_duty).order_by(None).order_by(*nearest_first(has_place), Person.id)


async def _spells_within(work: Work, within: Span) -> _Spells:
    query = select(StaffSpell).where(StaffSpell.ends_at > within[0], StaffSpell.begins_at < within[1])
    by_person: defaultdict[int, list[Spell]] = defaultdict(list)
    for row in await work.session.scalars(query.order_by(StaffSpell.begins_at, StaffSpell.id)):
        by_person[row.person_id].append(spell_of(row))
    return by_person


async def _profiles(
    work: Work,
    query: Select[*tuple[Any, ...]],
    within: Span,
    spells: _Spells,
    asked: Mapping[str, object] | None = None,
) -> list[Profile]:
    rows = (await work.session.execute(query, asked)).all()
    company = hours_in(rows[0][-1]) if rows else None
    days = _Days(work.settings.time_zone, within, AROUND_THE_CLOCK if company is None else company, spells)
    return [_profile(row, days) for row in rows]


@dataclass(frozen=True)
class _Days:
    """The days that were asked for."""

    zone: ZoneInfo
    within: Span
    company: tuple[str, ...]
    spells: _Spells
    weekly: dict[tuple[str, ...] | None, tuple[Span, ...]] = field(default_factory=dict)

    def shift(self, hours: tuple[str, ...] | None, spells: Sequence[Spell]) -> tuple[Span, ...]:
        if not spells and hours in self.weekly:
            return self.weekly[hours]
        extra, leave = ([(each.begins_at, each.ends_at) for each in spells if each.kind is kind] for kind in _KINDS)
        found = working_time(self.company if hours is None else hours, self.zone, self.within, extra, leave)
        return found if spells else self.weekly.setdefault(hours, found)


def _profile(row: Row[*tuple[Any, ...]], days: _Days) -> Profile:
    (person_id, name, role, on_duty, remote, *places, place_at, skills, levels, tools, stock, hours_text, _) = row
    hours, spells = hours_in(hours_text), days.spells.get(person_id, ())
    return Profile(
        person_id,
        name,
        _ROLES[role],
        on_duty,
        skills_in(skills, levels),
        tools_in(tools),
        stock_in(stock),
        remote,
        _point(places[0], places[1]),
        _point(places[2], places[3]),
        place_at,
        hours,
        days.shift(hours, spells),
        tuple(spell for spell in spells if spell.kind is SpellKind.LEAVE),
    )


def _point(latitude: float | None, longitude: float | None) -> Point | None:
    return None if latitude is None or longitude is None else (latitude, longitude)
