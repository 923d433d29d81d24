"""Which ideas a text speaks of, whatever its words and language: `leak`, and `!start` where starting is denied."""

import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from backend.catalog.normalise import is_han
from backend.catalog.phrases import Phrases
from backend.catalog.tokens import words

_REACH_HAN, _REACH = 3, 4
_LONGEST_BENT = 3

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class _Told:
    start: int
    end: int
    ideas: frozenset[str]


@dataclass(frozen=True)
class _Lexicon:
    ideas: Phrases[frozenset[str]]
    denials: Phrases[bool]
    breaks: frozenset[str]
    failing: frozenset[str]
    vague: frozenset[str]
    kin: Mapping[str, frozenset[str]]


def tells_something(found: Collection[str]) -> bool:
    """Whether any idea is more than that something does not work."""
    return not _lexicon().vague.issuperset(found)


def kin(found: Collection[str]) -> frozenset[str]:
    """What the ideas have in common with near ones."""
    return frozenset(name for name, near in _lexicon().kin.items() if not near.isdisjoint(found))


def ideas(spoken: Sequence[str]) -> frozenset[str]:
    """A denied idea is told both ways, as `start` and `!start`: it is the matter spoken of all the same."""
    lexicon = _lexicon()
    told = [_Told(*found) for found in lexicon.ideas.scan(spoken)]
    denials = [(start, end) for start, end, _ in lexicon.denials.scan(spoken) if not _is_within(start, end, told)]
    failing = [one.start for one in told if not lexicon.failing.isdisjoint(one.ideas)]
    found: set[str] = set()
    for one in told:
        found |= one.ideas
        if _is_denied(spoken, one, [end for _, end in denials], failing, lexicon.breaks):
            found |= {f"!{idea}" for idea in one.ideas if not idea.startswith("!") and f"!{idea}" not in one.ideas}
    return frozenset(found)


def _is_within(start: int, end: int, told: Sequence[_Told]) -> bool:
    """Whether a word is part of a longer one, as `not` of `not enough`."""
    return any(one.start <= start and end <= one.end and one.end - one.start > end - start for one in told)


def _is_denied(
    spoken: Sequence[str], one: _Told, denials: Collection[int], failing: Collection[int], breaks: frozenset[str]
) -> bool:
    reach = _REACH_HAN if is_han(spoken[one.start]) else _REACH
    before = any(0 <= one.start - end < reach and not breaks & set(spoken[end : one.start]) for end in denials)
    return before or any(0 <= start - one.end < reach for start in failing)


@cache
def _lexicon() -> _Lexicon:
    denial = _data("denial.toml")
    denials: Phrases[bool] = Phrases()
    for text in denial["denials"]:
        denials[words(text)] = True
    return _Lexicon(
        _phrases(_data("concepts.toml"), [tuple(words(text)) for text in denial["bends"]]),
        denials,
        frozenset(word for text in denial["breaks"] for word in words(text)),
        frozenset(denial["failing"]),
        frozenset(denial["vague"]),
        {name: frozenset(members) for name, members in denial["kin"].items()},
    )


def _data(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("data", name).read_text(encoding="utf-8"))


def _phrases(tables: Mapping[str, Any], bends: Collection[Phrase]) -> Phrases[frozenset[str]]:
    """What is listed counts before what is derived by bending."""
    listed: dict[Phrase, set[str]] = {}
    derived: dict[Phrase, set[str]] = {}
    for idea, table in tables.items():
        for text in table["said"]:
            listed.setdefault(tuple(words(text)), set()).add(idea)
            for bent in _bent(words(text), bends):
                derived.setdefault(bent, set()).update([idea, f"!{idea}"])
        for text in table.get("denied", ()):
            listed.setdefault(tuple(words(text)), set()).update([idea, f"!{idea}"])
    phrases: Phrases[frozenset[str]] = Phrases()
    for phrase, meant in (derived | listed).items():
        phrases[phrase] = frozenset(meant)
    return phrases


def _bent(phrase: Sequence[str], bends: Collection[Phrase]) -> Iterator[Phrase]:
    """A Chinese verb with its complement of failure: behind it, or between verb and object."""
    if len(phrase) > _LONGEST_BENT or not all(is_han(word) for word in phrase):
        return
    for bend in bends:
        yield (*phrase, *bend)
        if len(phrase) == 2:
            yield (phrase[0], *bend, phrase[1])
