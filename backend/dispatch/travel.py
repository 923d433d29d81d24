"""How long the way takes: an estimate over the globe, or a table of known times. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt
from typing import Protocol

from backend.dispatch.values import Point

EARTH_KM = 6371.0
KM_PER_MINUTE = 0.5
"""City traffic: 30 km/h."""
DETOUR = 1.0
"""How much longer the way is than the line through the air."""
UNKNOWN_MINUTES = 40.0
"""Driving time assumed where a place is known by its address only."""

WayFrom = Callable[[Point | None], float]


class Travel(Protocol):
    """Minutes from one place to another, never negative. `is_metric`: no detour is shorter than the way itself."""

    @property
    def is_metric(self) -> bool: ...

    def km(self, here: Point | None, there: Point | None) -> float | None:
        """The distance, where it is known."""
        ...

    def minutes(self, here: Point | None, there: Point | None) -> float: ...

    def way_from(self, here: Point | None) -> WayFrom:
        """The same, for asking often about one place."""
        ...


@dataclass(frozen=True)
class GreatCircle:
    """Distance over the globe at a speed."""

    km_per_minute: float = KM_PER_MINUTE
    detour: float = DETOUR
    unknown: float = UNKNOWN_MINUTES
    is_metric: bool = True

    def km(self, here: Point | None, there: Point | None) -> float | None:
        return None if here is None or there is None else distance_km(here, there)

    def minutes(self, here: Point | None, there: Point | None) -> float:
        if here is None or there is None:
            return self.unknown
        return distance_km(here, there) * self.detour / self.km_per_minute

    def way_from(self, here: Point | None) -> WayFrom:
        if here is None:
            return lambda there: self.unknown
        latitude, longitude = radians(here[0]), radians(here[1])
        cosine, span, unknown = cos(latitude), 2 * EARTH_KM * self.detour / self.km_per_minute, self.unknown

        def way(there: Point | None) -> float:
            if there is None:
                return unknown
            theirs = radians(there[0])
            up, across = sin((theirs - latitude) / 2), sin((radians(there[1]) - longitude) / 2)
            half = up * up + cosine * cos(theirs) * across * across
            return span * asin(sqrt(half if half < 1.0 else 1.0))

        return way


@dataclass(frozen=True)
class TravelTable:
    """Known times between places, such as a router gave; what is not in the table is estimated."""

    known: Mapping[tuple[Point, Point], float]
    otherwise: Travel = field(default_factory=GreatCircle)
    is_metric: bool = False

    def km(self, here: Point | None, there: Point | None) -> float | None:
        return self.otherwise.km(here, there)

    def minutes(self, here: Point | None, there: Point | None) -> float:
        found = self.known.get((here, there)) if here is not None and there is not None else None
        return self.otherwise.minutes(here, there) if found is None else found

    def way_from(self, here: Point | None) -> WayFrom:
        return lambda there: self.minutes(here, there)


def distance_km(a: Point, b: Point) -> float:
    """Great-circle distance between two (latitude, longitude) in degrees."""
    (lat_a, lon_a), (lat_b, lon_b) = (tuple(map(radians, point)) for point in (a, b))
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))
