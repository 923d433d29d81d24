"""What else a kind of product is called, in any language: whoever sells a lift sells an elevator."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from backend.catalog.phrases import Phrases
from backend.catalog.tokens import words

_LIST = re.compile(r"\s+and\s+|[&/\u3001,\uff0c;\uff1b()\uff08\uff09|]|\b\u548c\b")
Name = tuple[str, ...]


def other_names(name: str) -> frozenset[Name]:
    """All names of the families that a category of this name belongs to; its last word tells which."""
    numbers = {number for part in (name, *_LIST.split(name)) for number in _family_at_end(words(part))}
    return frozenset(other for number in numbers for other in _families()[number])


def spoken_of(spoken: Sequence[str]) -> frozenset[Name]:
    """The names of products within the words, other than of those that only stand beside the product in question."""
    return frozenset(tuple(spoken[start:end]) for start, end, is_companion in _found().scan(spoken) if not is_companion)


def within(spoken: Iterable[str]) -> frozenset[Name]:
    """The names of products within the words, whichever."""
    listed = list(spoken)
    return frozenset(tuple(listed[start:end]) for start, end, _ in _found().scan(listed))


def kinds(spoken: Iterable[str]) -> frozenset[int]:
    """The families that are named within the words."""
    return frozenset(_numbers()[name] for name in within(spoken))


def hinted_at(spoken: Sequence[str]) -> frozenset[Name]:
    """All names of the families that the words tell of without naming them."""
    return frozenset[Name]().union(*(names for _, _, names in _hints().scan(spoken)))


def _family_at_end(name: Sequence[str]) -> set[int]:
    for start in range(len(name)):
        if (number := _numbers().get(tuple(name[start:]))) is not None:
            return {number}
    return set()


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("data/families.toml").read_text(encoding="utf-8"))


@cache
def _families() -> Sequence[Sequence[Name]]:
    return [[tuple(words(name)) for name in family] for family in _data()["families"]]


@cache
def _numbers() -> dict[Name, int]:
    return {name: number for number, family in enumerate(_families()) for name in family}


@cache
def _found() -> Phrases[bool]:
    found: Phrases[bool] = Phrases()
    companions = frozenset(_data()["companions"])
    for family in _data()["families"]:
        is_companion = not companions.isdisjoint(family)
        for name in family:
            found[words(name)] = is_companion
    return found


@cache
def _hints() -> Phrases[frozenset[Name]]:
    hints: Phrases[frozenset[Name]] = Phrases()
    for family, *texts in _data()["hints"]:
        names = frozenset(_families()[_numbers()[tuple(words(family))]])
        for text in texts:
            hints[words(text)] = names | (hints[words(text)] or frozenset())
    return hints
