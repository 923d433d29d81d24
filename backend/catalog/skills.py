"""The skills that jobs ask for: whatever a product or a fault of the catalogue names."""

from collections.abc import Collection

from sqlalchemy import select

from backend.catalog.models import Fault, Product
from backend.database import Work
from backend.errors import Invalid


async def known_skills(work: Work) -> tuple[str, ...]:
    """In alphabetical order; those of products and faults that are no longer served, too."""
    named = [
        *await work.session.scalars(select(Product.skill).distinct()),
        *await work.session.scalars(select(Fault.skill).distinct()),
    ]
    return tuple(sorted({skill for skill in named if skill}))


async def check_skills(work: Work, skills: Collection[str]) -> None:
    """Raises Invalid for skills that no job asks for. Before there is a catalogue, nothing is known to be wrong."""
    known = await known_skills(work)
    unknown = sorted(set(skills) - set(known))
    if known and unknown:
        listed = ", ".join(repr(skill[:64]) for skill in unknown)
        raise Invalid(f"the skills {listed}; expected some of {', '.join(known)}", what="skill")
