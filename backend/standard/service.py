"""Reads the service standard by version; the first version is the handbooks' defaults."""

from dataclasses import asdict

from sqlalchemy import select

from backend.database import Json, JsonObject, Work
from backend.standard.models import Standard
from backend.standard.rules import DEFAULT, Limit, Start


async def current_version(work: Work) -> int:
    """The version new tickets are opened under."""
    newest = select(Standard.version).order_by(Standard.version.desc()).limit(1)
    version = (await work.session.execute(newest)).scalar_one_or_none()
    if version is not None:
        return version
    first = work.insert(Standard).values(version=1, adopted_at=work.now, limits=_to_json(DEFAULT))
    await work.session.execute(first.on_conflict_do_nothing())
    return 1


async def limits_of(work: Work, version: int) -> tuple[Limit, ...]:
    stored = await work.session.execute(select(Standard.limits).where(Standard.version == version))
    rows = stored.scalar_one()["limits"]
    if not isinstance(rows, list):
        raise TypeError(f"standard {version} holds no list of limits")
    return tuple(_from_json(row) for row in rows if isinstance(row, dict))


def _to_json(limits: tuple[Limit, ...]) -> JsonObject:
    rows: list[Json] = [
        {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(limit).items()}
        for limit in limits
    ]
    return {"limits": rows}


def _from_json(row: JsonObject) -> Limit:
    return Limit(
        clock=str(row["clock"]),
        start=Start(str(row["start"])),
        minutes=_number(row["minutes"]),
        working_days=_number(row["working_days"]),
        kinds=_words(row["kinds"]),
        urgencies=_words(row["urgencies"]),
        severities=_words(row["severities"]),
    )


def _number(value: Json) -> int:
    if not isinstance(value, int):
        raise TypeError(f"not a number: {value!r}")
    return value


def _words(value: Json) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(f"not a list: {value!r}")
    return tuple(str(word) for word in value)
