"""Which of a large team are looked at first: ordered by the database, so that the others need not be loaded."""

from collections.abc import Collection
from dataclasses import dataclass
from math import cos, radians

from sqlalchemy import ColumnElement, bindparam, case, func

from backend.people.models import Person, StaffMember
from backend.people.values import Point

UNKNOWN = 0.18
"""Degrees of latitude, some 20 km: how far somebody counts as whose place nobody knows."""


@dataclass(frozen=True)
class Nearest:
    """So many technicians: the `first` ones, then by distance from the place, the `last` ones after all others."""

    place: Point | None
    most: int
    first: Collection[int] = ()
    last: Collection[int] = ()

    def parameters(self) -> dict[str, object]:
        """What the order asks for."""
        latitude, longitude = self.place or (0.0, 0.0)
        listed = {"first": list(self.first), "last": list(self.last)}
        return {**listed, "latitude": latitude, "longitude": longitude, "narrow": cos(radians(latitude))}


def nearest_first(has_place: bool) -> tuple[ColumnElement[float], ...]:
    """What to order technicians by; without a place all are equally far."""
    late, early = (case((Person.id.in_(bindparam(name, expanding=True)), 1.0), else_=0.0) for name in ("last", "first"))
    way = (_away(),) if has_place else ()
    return late, early.desc(), *way


def _away() -> ColumnElement[float]:
    """The distance squared, on a map that is true near the place."""
    north = func.coalesce(StaffMember.latitude, StaffMember.home_latitude) - bindparam("latitude")
    east = func.abs(func.coalesce(StaffMember.longitude, StaffMember.home_longitude) - bindparam("longitude"))
    across = case((east > 180.0, 360.0 - east), else_=east) * bindparam("narrow")
    return func.coalesce(north * north + across * across, UNKNOWN**2)
