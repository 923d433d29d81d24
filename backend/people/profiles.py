"""What the company enters of its staff: abilities and weekly hours. Each change is on record."""

from collections.abc import Sequence
from dataclasses import fields

from backend.catalog.skills import check_skills
from backend.database import Json, Work
from backend.errors import Invalid
from backend.journal import Actor, record
from backend.people.hours import week_of
from backend.people.members import allow_company, locked_member
from backend.people.models import StaffHours, StaffMember
from backend.people.roster import profile
from backend.people.rules import LEVELS, USUAL_LEVEL, is_key, is_on_earth
from backend.people.stock import count_parts
from backend.people.values import Abilities, Profile

_ENTERED = tuple(each.name for each in fields(Abilities))


async def set_profile(work: Work, person_id: int, wanted: Abilities, actor: Actor) -> Profile:
    """Raises NotAllowed, NotFound, and Invalid for skills no job asks for, levels, places or hours that are none."""
    allow_company(actor)
    row = await locked_member(work, person_id)
    before = await profile(work, person_id)
    _check(wanted)
    await check_skills(work, [skill for skill in wanted.skills if skill not in before.skills])
    _enter(row, wanted)
    await work.session.flush()
    if wanted.stock is not None:
        await count_parts(work, person_id, wanted.stock, actor)
    after = await profile(work, person_id)
    changed: list[Json] = [name for name in _ENTERED if getattr(before, name) != getattr(after, name)]
    if changed:
        await record(work, "profile-set", actor, data={"person": person_id, "changed": changed})
    return after


async def set_shift(work: Work, person_id: int, hours: Sequence[str] | None, actor: Actor) -> None:
    """The weekly hours, such as `Mon-Fri 09:00-12:00`; None: the company's. Raises Invalid, NotAllowed, NotFound."""
    allow_company(actor)
    row = await locked_member(work, person_id)
    week_of(tuple(hours or ()))
    row.hours = None if hours is None else list(hours)
    await record(work, "shift-set", actor, data={"person": person_id, "hours": _listed(hours)})


async def set_company_hours(work: Work, hours: Sequence[str], actor: Actor) -> None:
    """For everybody without hours of their own. Raises Invalid, NotAllowed."""
    allow_company(actor)
    week_of(tuple(hours))
    stored = work.insert(StaffHours).values(id=1, hours=list(hours))
    await work.session.execute(stored.on_conflict_do_update(index_elements=["id"], set_={"hours": list(hours)}))
    await record(work, "shift-set", actor, data={"person": None, "hours": _listed(hours)})


def _enter(row: StaffMember, wanted: Abilities) -> None:
    row.skills = list(wanted.skills)
    row.levels = {skill: level for skill, level in wanted.skills.items() if level != USUAL_LEVEL}
    row.tools = None if wanted.tools is None else sorted(set(wanted.tools))
    row.remote = wanted.remote
    row.home_latitude, row.home_longitude = wanted.home or (None, None)
    row.hours = None if wanted.hours is None else list(wanted.hours)


def _check(wanted: Abilities) -> None:
    week_of(wanted.hours or ())
    for skill, level in wanted.skills.items():
        if level not in LEVELS:
            raise Invalid(f"level {level} of {skill[:64]!r}; expected 1 to 3", what="level")
    wrong = [tool for tool in wanted.tools or () if not is_key(tool)]
    if wrong:
        raise Invalid(f"the tool {wrong[0][:64]!r}; expected lower-case words joined by hyphens", what="tool")
    if wanted.home is not None and not is_on_earth(*wanted.home):
        raise Invalid(f"the place {wanted.home}; expected latitude -90…90 and longitude -180…180", what="place")


def _listed(hours: Sequence[str] | None) -> Json:
    return None if hours is None else list(hours)
