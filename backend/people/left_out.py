"""The technicians who were not looked at: who is farther away, who is off duty, and who lacks the skill."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import String, bindparam, cast, func, select

from backend.database import Work
from backend.people.models import Person, StaffMember
from backend.people.rules import StaffRole
from backend.people.skilled import KNOWS, skill_like

_id, _on_duty, _knows = StaffMember.person_id, StaffMember.on_duty, KNOWS.label("knows")
_GROUPS = (
    select(func.aggregate_strings(cast(_id, String), ","), _on_duty, _knows)
    .where(StaffMember.role == StaffRole.TECHNICIAN, _id.not_in(bindparam("but", expanding=True)))
    .group_by(_on_duty, "knows")
)
"""A large team in a few rows: to load each would take longer than to decide. Built once, for the same reason."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """All of a kind, by number. `names` of those who are told one by one."""

    ids: tuple[int, ...]
    names: dict[int, str]
    on_duty: bool
    has_skill: bool


async def left_out(work: Work, skill: str | None, named: int, but: Collection[int]) -> list[LeftOut]:
    """All technicians `but` these. No more than so many are told by name: nobody, where there are more. Without a skill
    asked for everybody has it."""
    rows = (await work.session.execute(_GROUPS, {"skill": skill_like(skill), "but": list(but)})).all()
    found = [(tuple(sorted(map(int, ids.split(",")))), bool(on_duty), bool(knows)) for ids, on_duty, knows in rows]
    barred = {person for ids, on_duty, knows in found for person in ids if not (on_duty and knows)}
    names = await _names(work, barred) if len(barred) <= named else {}
    return [LeftOut(ids, names if not (on_duty and knows) else {}, on_duty, knows) for ids, on_duty, knows in found]


async def _names(work: Work, people: Collection[int]) -> dict[int, str]:
    if not people:
        return {}
    rows = await work.session.execute(select(Person.id, Person.name).where(Person.id.in_(people)))
    return {row.id: row.name for row in rows}
