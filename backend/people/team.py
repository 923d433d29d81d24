"""The whole team as data: what a team file says, taken in and given out.

What a file does not mention stays as it is; what it mentions becomes what it says. Nobody joins by a file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from backend.database import Work
from backend.errors import Invalid, NotFound
from backend.journal import Actor
from backend.people.leave import add_extra_shift, add_leave, cancel
from backend.people.profiles import set_company_hours, set_profile
from backend.people.roster import company_hours, spells, staff
from backend.people.team_file import COMPANY, ListedMember, ListedSpell, Team
from backend.people.values import Abilities, Profile, Spell, SpellKind

_PAGE = 500


async def export_team(work: Work) -> Team:
    """Everybody of the staff, with leave and extra shifts that are not over yet."""
    found = await spells(work)
    zone = work.settings.time_zone
    members = []
    for each in await everybody(work):
        mine = [spell for spell in found if spell.person_id == each.id]
        kinds = {
            kind: tuple(
                ListedSpell(spell.begins_at.astimezone(zone), spell.ends_at.astimezone(zone), spell.reason)
                for spell in mine
                if spell.kind is kind
            )
            for kind in SpellKind
        }
        members.append(
            ListedMember(
                name=each.name,
                id=each.id,
                skills=each.skills,
                tools=None if each.tools is None else tuple(sorted(each.tools)),
                remote=each.remote,
                home=each.home,
                stock=each.stock,
                hours=COMPANY if each.hours is None else each.hours,
                leave=kinds[SpellKind.LEAVE],
                extra=kinds[SpellKind.EXTRA],
            )
        )
    return Team(tuple(members), await company_hours(work))


async def apply_team(work: Work, team: Team, actor: Actor) -> None:
    """All or nothing: raises Invalid, NotAllowed, NotFound, and then the transaction must not be committed."""
    if team.hours is not None and team.hours != await company_hours(work):
        await set_company_hours(work, team.hours, actor)
    known = await everybody(work)
    taken: set[int] = set()
    found = await spells(work)
    for listed in team.member:
        before = _named(known, listed)
        if before.id in taken:
            raise Invalid(f"{listed.name!r} stands in the file twice; expected everybody once", what="team")
        taken.add(before.id)
        await set_profile(work, before.id, _wanted(before, listed), actor)
        mine = [spell for spell in found if spell.person_id == before.id]
        for kind, wanted in ((SpellKind.LEAVE, listed.leave), (SpellKind.EXTRA, listed.extra)):
            if wanted is not None:
                await _apply_spells(work, before.id, [each for each in mine if each.kind is kind], wanted, kind, actor)


async def everybody(work: Work) -> list[Profile]:
    """The whole staff, by number."""
    found: list[Profile] = []
    while page := await staff(work, after=found[-1].id if found else None, limit=_PAGE):
        found += page
    return found


def _named(known: Sequence[Profile], listed: ListedMember) -> Profile:
    fits = [each for each in known if each.name == listed.name and listed.id in (None, each.id)]
    if not fits:
        number = "" if listed.id is None else f" with the number {listed.id}"
        raise NotFound(f"nobody of the staff is called {listed.name!r}{number}; invite them first", what="staff")
    if len(fits) > 1:
        numbers = ", ".join(str(each.id) for each in fits)
        raise Invalid(f"{listed.name!r} may be the number {numbers}; expected an id", what="team")
    return fits[0]


def _wanted(before: Profile, listed: ListedMember) -> Abilities:
    kept = Abilities(
        before.skills,
        None if before.tools is None else tuple(sorted(before.tools)),
        before.remote,
        before.home,
        before.hours,
    )
    told: Mapping[str, object] = {
        "skills": listed.skills,
        "tools": listed.tools,
        "remote": listed.remote,
        "home": listed.home,
        "stock": listed.stock,
    }
    wanted = replace(kept, **{name: value for name, value in told.items() if value is not None})  # type: ignore[arg-type]
    if listed.hours is None:
        return wanted
    return replace(wanted, hours=None if isinstance(listed.hours, str) else listed.hours)


async def _apply_spells(
    work: Work, person_id: int, there: Sequence[Spell], wanted: Sequence[ListedSpell], kind: SpellKind, actor: Actor
) -> None:
    spans: dict[tuple[datetime, datetime], ListedSpell] = {(each.begins_at, each.ends_at): each for each in wanted}
    for spell in there:
        if spans.pop((spell.begins_at, spell.ends_at), None) is None:
            await cancel(work, spell.id, kind, actor)
    for (begins_at, ends_at), each in spans.items():
        if kind is SpellKind.LEAVE:
            await add_leave(work, person_id, begins_at, ends_at, each.reason, actor)
        else:
            await add_extra_shift(work, person_id, begins_at, ends_at, actor, each.reason)
