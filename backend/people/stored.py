"""What the columns of JSON say, read from their text: many rows are alike, so each text is read once.

What comes back is shared. Nobody may change it.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from backend.people.rules import USUAL_LEVEL

_KEPT = 8192


@lru_cache(maxsize=_KEPT)
def skills_in(skills: str, levels: str) -> Mapping[str, int]:
    known = json.loads(levels)
    return MappingProxyType({skill: known.get(skill, USUAL_LEVEL) for skill in json.loads(skills)})


@lru_cache(maxsize=_KEPT)
def tools_in(text: str | None) -> frozenset[str] | None:
    found = None if text is None else json.loads(text)
    return None if found is None else frozenset(found)


@lru_cache(maxsize=_KEPT)
def stock_in(text: str | None) -> Mapping[str, int] | None:
    found = None if text is None else json.loads(text)
    return None if found is None else MappingProxyType(found)


@lru_cache(maxsize=_KEPT)
def hours_in(text: str | None) -> tuple[str, ...] | None:
    found = None if text is None else json.loads(text)
    return None if found is None else tuple(found)
