"""The technicians whom a roster leaves out: who is off duty, and who lacks the skill."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, String, and_, cast, func, not_, or_, select, true

from backend.database import Work
from backend.people.models import Person, StaffMember
from backend.people.rules import StaffRole


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One of them, or all further ones of a kind in one: then without a name."""

    ids: tuple[int, ...]
    name: str
    on_duty: bool
    has_skill: bool


async def left_out(work: Work, skill: str | None, named: int) -> list[LeftOut]:
    """So many by name, in the order of their numbers; the others together. Without a skill asked for everybody has it.

    A large team is told in a few rows: to load each would take longer than to decide.
    """
    found = await _named(work, skill, named)
    if len(found) < named:
        return found
    return [*found, *await _others(work, skill, found[-1].ids[0] if found else 0)]


async def _named(work: Work, skill: str | None, most: int) -> list[LeftOut]:
    columns = (Person.id, Person.name, StaffMember.on_duty, _knows(skill))
    query = select(*columns).join(StaffMember, StaffMember.person_id == Person.id).where(_is_left_out(skill))
    rows = await work.session.execute(query.order_by(Person.id).limit(most))
    return [LeftOut((person,), name, on_duty, bool(has)) for person, name, on_duty, has in rows]


async def _others(work: Work, skill: str | None, after: int) -> list[LeftOut]:
    listed = func.aggregate_strings(cast(StaffMember.person_id, String), ",")
    knows = _knows(skill).label("knows")
    query = select(listed, StaffMember.on_duty, knows).where(_is_left_out(skill), StaffMember.person_id > after)
    rows = await work.session.execute(query.group_by(StaffMember.on_duty, "knows"))
    return [LeftOut(tuple(sorted(map(int, ids.split(",")))), "", on_duty, bool(has)) for ids, on_duty, has in rows]


def _is_left_out(skill: str | None) -> ColumnElement[bool]:
    return and_(StaffMember.role == StaffRole.TECHNICIAN, or_(not_(StaffMember.on_duty), not_(_knows(skill))))


def _knows(skill: str | None) -> ColumnElement[bool]:
    if skill is None:
        return true()
    return cast(StaffMember.skills, String).contains(f'"{skill}"', autoescape=True)
