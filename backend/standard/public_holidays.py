"""Public holidays, and the weekend days that are worked in exchange, as the package `holidays` knows them. Pure."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from holidays import country_holidays, list_supported_countries


@dataclass(frozen=True)
class PublicDays:
    off: frozenset[date]
    worked: frozenset[date]


NONE = PublicDays(frozenset(), frozenset())


@lru_cache(maxsize=256)
def public_days(country: str, subdivision: str | None, year: int) -> PublicDays:
    """None for a country that the package does not know."""
    if country not in subdivisions():
        return NONE
    known = country_holidays(country, subdiv=subdivision, years=(year - 1, year, year + 1))
    worked = frozenset(day for day in known.weekend_workdays if day.year == year)
    return PublicDays(frozenset(day for day in known if day.year == year) - worked, worked)


@lru_cache(maxsize=1)
def subdivisions() -> dict[str, list[str]]:
    """The countries that the package knows, each with its subdivisions."""
    return list_supported_countries(include_aliases=False)
