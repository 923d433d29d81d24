"""The parts in a technician's van. Every change is on record."""

from collections.abc import Mapping
from typing import cast

from backend.database import JsonObject, Work
from backend.errors import Invalid
from backend.journal import Actor, record
from backend.people.members import allow_company, allow_own, locked_member
from backend.people.models import StaffMember
from backend.people.rules import is_key
from backend.people.values import MOST_PARTS


async def take_part(
    work: Work, person_id: int, part: str, count: int, actor: Actor, *, ticket_id: int | None = None
) -> int:
    """Takes so many out of the van; gives how many are left. Raises Invalid where there are fewer, NotAllowed,
    NotFound."""
    return await _move(work, person_id, part, -_counted(count), actor, ticket_id)


async def put_part(
    work: Work, person_id: int, part: str, count: int, actor: Actor, *, ticket_id: int | None = None
) -> int:
    """Puts so many into the van; gives how many there are now. Raises Invalid, NotAllowed, NotFound."""
    return await _move(work, person_id, part, _counted(count), actor, ticket_id)


async def use_parts(work: Work, person_id: int, used: Mapping[str, int], actor: Actor, *, ticket_id: int) -> None:
    """What was built in leaves the van, as far as the van is known to hold it. Raises NotAllowed, NotFound."""
    held = _held(await locked_member(work, person_id))
    for part, count in used.items():
        if taken := min(count, held.get(part, 0)):
            await take_part(work, person_id, part, taken, actor, ticket_id=ticket_id)


async def count_parts(work: Work, person_id: int, counted: Mapping[str, int], actor: Actor) -> None:
    """The van holds what was counted and nothing else. Raises Invalid, NotAllowed, NotFound."""
    allow_company(actor)
    row = await locked_member(work, person_id)
    for part, count in counted.items():
        _check(part, count)
    before, after = _held(row), {part: count for part, count in counted.items() if count}
    if row.stock is not None and before == after:
        return
    _keep(row, after)
    changed: JsonObject = {
        part: after.get(part, 0) - before.get(part, 0)
        for part in sorted({*before, *after})
        if before.get(part) != after.get(part)
    }
    await record(work, "stock-counted", actor, data={"person": person_id, "changed": changed})


async def _move(work: Work, person_id: int, part: str, change: int, actor: Actor, ticket_id: int | None) -> int:
    allow_own(actor, person_id)
    row = await locked_member(work, person_id)
    held = _held(row)
    there = held.get(part, 0)
    if there + change < 0:
        raise Invalid(f"{-change} of {part[:64]!r} from a van that holds {there}", what="stock", part=part, held=there)
    _check(part, there + change)
    left = there + change
    _keep(row, {name: count for name, count in {**held, part: left}.items() if count})
    data: JsonObject = {"person": person_id, "part": part, "count": abs(change), "left": left}
    await record(work, "part-taken" if change < 0 else "part-put", actor, ticket_id=ticket_id, data=data)
    return left


def _held(row: StaffMember) -> dict[str, int]:
    return {part: cast(int, count) for part, count in (row.stock or {}).items()}


def _keep(row: StaffMember, held: Mapping[str, int]) -> None:
    row.stock = {part: held[part] for part in sorted(held)}


def _counted(count: int) -> int:
    if count < 1:
        raise Invalid(f"{count} parts; expected at least 1", what="stock")
    return count


def _check(part: str, count: int) -> None:
    if not is_key(part) or not 0 <= count <= MOST_PARTS:
        raise Invalid(f"{count} of the part {part[:64]!r}; expected a key and 0 to {MOST_PARTS}", what="stock")
