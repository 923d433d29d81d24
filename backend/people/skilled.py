"""Who has a skill, as the database sees it."""

from sqlalchemy import ColumnElement, String, bindparam, cast

from backend.people.models import StaffMember

KNOWS: ColumnElement[bool] = cast(StaffMember.skills, String).like(bindparam("skill"), escape="/")
"""Needs the parameter `skill`, made by `skill_like`."""


def skill_like(skill: str | None) -> str:
    """Without a skill everybody has it."""
    if skill is None:
        return "%"
    for special in "/%_":
        skill = skill.replace(special, f"/{special}")
    return f'%"{skill}"%'
