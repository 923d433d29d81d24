"""Tells all processes when the catalogue changed."""

from uuid import uuid4

from sqlalchemy import select

from backend.catalog.models import CatalogueRevision
from backend.database import Work


async def revision(work: Work) -> str | None:
    """The stamp of the last change; None for a catalogue that was never filled."""
    return await work.session.scalar(select(CatalogueRevision.stamp))


async def mark_changed(work: Work) -> None:
    stamp = uuid4().hex
    await work.session.flush()
    row = work.insert(CatalogueRevision).values(id=1, stamp=stamp)
    await work.session.execute(row.on_conflict_do_update(index_elements=["id"], set_={"stamp": stamp}))
