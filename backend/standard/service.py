"""The versions of the service standard. Until the company adopts its own, the program's default holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from sqlalchemy import select

from backend.database import Json, Work
from backend.errors import NotFound, TooLate
from backend.journal import Actor, record
from backend.standard.calendars import Calendar, calendar_of
from backend.standard.changes import changes
from backend.standard.models import Standard
from backend.standard.reading import read_standard
from backend.standard.rules import Matter, reckon, terms
from backend.standard.values import Clock, ServiceStandard, Start

_DEFAULT = Path(__file__).parent / "data" / "default.toml"


@dataclass(frozen=True)
class Version:
    """`adopted_by` is empty for one that came with the program."""

    version: int
    adopted_at: datetime
    adopted_by: str
    text: str


@dataclass(frozen=True)
class Adopted:
    """Not `is_new`: the text is that of the version in force. `changes` pass over comments."""

    version: int
    is_new: bool
    changes: tuple[str, ...]


@cache
def default_text() -> str:
    return _DEFAULT.read_text(encoding="utf-8")


async def current_version(work: Work) -> int:
    """The version new tickets are opened under. A newer default of the program becomes a version of its own."""
    newest = await _newest(work)
    if newest is not None and (newest.adopted_by is not None or newest.text == default_text()):
        return newest.version
    next_version = (newest.version if newest else 0) + 1
    await _add(work, next_version, default_text(), None)
    return next_version


async def version(work: Work, number: int | None = None) -> Version:
    """The one of this number, or the one in force; the default before any was stored. Raises NotFound."""
    row = await _newest(work) if number is None else await work.session.get(Standard, number)
    if row is not None:
        return Version(row.version, row.adopted_at, row.adopted_by or "", row.text)
    if number is None:
        return Version(1, work.now, "", default_text())
    raise NotFound(f"no standard {number}")


async def adopt(work: Work, text: str, actor: Actor) -> Adopted:
    """Adds a version for tickets that are opened from now on.

    Raises Invalid, with one line for each fault, and TooLate where somebody else adopted one meanwhile.
    """
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    read_standard(text)
    held = await current_version(work)
    before = await version(work, held)
    if before.text == text:
        return Adopted(held, False, ())
    if not await _add(work, held + 1, text, actor.name or actor.role.value):
        raise TooLate(f"version {held + 1} was adopted by somebody else just now", what="standard")
    found = tuple(changes(before.text, text))
    listed: list[Json] = list(found)
    await record(work, "standard-adopted", actor, data={"version": held + 1, "changes": listed})
    return Adopted(held + 1, True, found)


async def standard_of(work: Work, number: int) -> ServiceStandard:
    """What a version says. Raises NotFound."""
    return read_standard((await version(work, number)).text)


def calendars_of(work: Work, standard: ServiceStandard) -> Mapping[str, Calendar]:
    zone, country = work.settings.time_zone, work.settings.country
    return {name: calendar_of(standard, name, zone, country) for name in standard.calendar}


async def due_moment(work: Work, clock: Clock, start: Start, matter: Matter | None = None) -> datetime | None:
    """When something that begins now is due, by the version in force; None where the standard sets no limit.

    For what is no ticket: returns and complaints.
    """
    standard = await standard_of(work, await current_version(work))
    limits = terms(standard, start, matter or Matter()).get(clock)
    return reckon(limits, calendars_of(work, standard), standard.ladder, work.now).due_at if limits else None


async def _newest(work: Work) -> Standard | None:
    newest = select(Standard).order_by(Standard.version.desc()).limit(1)
    return (await work.session.execute(newest)).scalar_one_or_none()


async def _add(work: Work, number: int, text: str, by: str | None) -> bool:
    """False where somebody else has just added that version."""
    row = work.insert(Standard).values(version=number, adopted_at=work.now, adopted_by=by, text=text)
    new = row.on_conflict_do_nothing(index_elements=["version"]).returning(Standard.version)
    return (await work.session.execute(new)).scalar_one_or_none() is not None
