"""Leave and extra shifts: stretches of time that differ from the weekly hours. Each change is on record."""

from datetime import datetime, timedelta

from sqlalchemy import select

from backend.database import JsonObject, Work
from backend.errors import Invalid, NotFound
from backend.journal import Actor, record
from backend.people.hours import Span
from backend.people.members import allow_own, locked_member
from backend.people.models import StaffSpell
from backend.people.roster import spell_of
from backend.people.values import Spell, SpellKind

_LONGEST = timedelta(days=3660)
_LONGEST_REASON = 200


async def add_leave(
    work: Work, person_id: int, begins_at: datetime, ends_at: datetime, reason: str, actor: Actor
) -> Spell:
    """One's own or, by the company, anybody's. The same one again is the one there is.

    Raises Invalid for what is over or ends before it begins, NotAllowed, NotFound.
    """
    return await _add(work, person_id, SpellKind.LEAVE, (begins_at, ends_at), reason, actor)


async def add_extra_shift(
    work: Work, person_id: int, begins_at: datetime, ends_at: datetime, actor: Actor, reason: str = ""
) -> Spell:
    """As `add_leave`. Where it falls on leave, the leave holds."""
    return await _add(work, person_id, SpellKind.EXTRA, (begins_at, ends_at), reason, actor)


async def cancel_leave(work: Work, spell_id: int, actor: Actor, *, of: int | None = None) -> None:
    """Takes leave back; `of` is whose it has to be. Raises NotAllowed, NotFound."""
    await cancel(work, spell_id, SpellKind.LEAVE, actor, of=of)


async def cancel_extra_shift(work: Work, spell_id: int, actor: Actor, *, of: int | None = None) -> None:
    """As `cancel_leave`."""
    await cancel(work, spell_id, SpellKind.EXTRA, actor, of=of)


async def cancel(work: Work, spell_id: int, kind: SpellKind, actor: Actor, *, of: int | None = None) -> None:
    """Raises NotAllowed, NotFound."""
    row = await work.session.get(StaffSpell, spell_id, with_for_update=True)
    if row is None or row.kind != kind or of not in (None, row.person_id):
        raise NotFound(f"no {kind} with the number {spell_id}", what=kind.value)
    allow_own(actor, row.person_id)
    await work.session.delete(row)
    await record(work, f"{kind}-cancelled", actor, data=_told(row))


async def _add(work: Work, person_id: int, kind: SpellKind, span: Span, reason: str, actor: Actor) -> Spell:
    allow_own(actor, person_id)
    _check(work, span)
    await locked_member(work, person_id)
    row = await _same(work, person_id, kind, span)
    if row is None:
        row = StaffSpell(
            person_id=person_id,
            kind=kind,
            begins_at=span[0],
            ends_at=span[1],
            reason=_plain(reason),
        )
        work.session.add(row)
        await work.session.flush()
        await record(work, f"{kind}-added", actor, data=_told(row))
    return spell_of(row)


async def _same(work: Work, person_id: int, kind: SpellKind, span: Span) -> StaffSpell | None:
    same = select(StaffSpell).where(
        StaffSpell.person_id == person_id,
        StaffSpell.kind == kind,
        StaffSpell.begins_at == span[0],
        StaffSpell.ends_at == span[1],
    )
    return await work.session.scalar(same)


def _check(work: Work, span: Span) -> None:
    begins_at, ends_at = span
    lasts, left = ends_at - begins_at, ends_at - work.now
    if not timedelta() < lasts <= _LONGEST or not timedelta() < left <= _LONGEST:
        raise Invalid(
            f"the time from {begins_at} to {ends_at}; expected one that ends after it begins and is not over yet,"
            f" within ten years",
            what="time",
        )


def _plain(reason: str) -> str:
    printable = "".join(sign if sign.isprintable() else " " for sign in reason)
    return " ".join(printable.split())[:_LONGEST_REASON]


def _told(row: StaffSpell) -> JsonObject:
    """Without the reason, which may be nobody's business."""
    return {"person": row.person_id, "begins_at": row.begins_at.isoformat(), "ends_at": row.ends_at.isoformat()}
