"""Which ideas a text speaks of, whatever its words and language: `leak`, and `!start` where starting is denied."""

import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from backend.catalog.normalise import is_han
from backend.catalog.phrases import Phrases
from backend.catalog.tokens import words

_REACH_HAN, _REACH = 3, 4
_LONGEST_BENT = 3


@dataclass(frozen=True)
class _Told:
    start: int
    end: int
    ideas: frozenset[str]


@dataclass(frozen=True)
class _Lexicon:
    ideas: Phrases[frozenset[str]]
    bends: Phrases[bool]
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
    told = list(_told(lexicon, tuple(spoken)))
    denials = [(start, end) for start, end, _ in lexicon.denials.scan(spoken) if not _is_within(start, end, told)]
    failing = [one.start for one in told if not lexicon.failing.isdisjoint(one.ideas)]
    found: set[str] = set()
    for one in told:
        found |= one.ideas
        if _is_denied(spoken, one, [end for _, end in denials], failing, lexicon.breaks):
            found |= {f"!{idea}" for idea in one.ideas if not idea.startswith("!") and f"!{idea}" not in one.ideas}
    return frozenset(found)


def _told(lexicon: _Lexicon, spoken: tuple[str, ...]) -> Iterator[_Told]:
    free = 0
    for at in range(len(spoken)):
        if at < free:
            continue
        listed = lexicon.ideas.longest(spoken, at)
        bent = max(_bent(lexicon, spoken, at), key=lambda found: found[0], default=None) if is_han(spoken[at]) else None
        found = bent if bent and (not listed or bent[0] > listed[0]) else listed
        if found:
            free = found[0]
            yield _Told(at, *found)


def _bent(lexicon: _Lexicon, spoken: tuple[str, ...], at: int) -> Iterator[tuple[int, frozenset[str]]]:
    """Ends of Chinese verbs with a complement of failure: behind it, or between verb and object."""
    for end in range(at + 1, min(at + _LONGEST_BENT, len(spoken)) + 1):
        bend = lexicon.bends.longest(spoken, end)
        if not bend:
            continue
        if meant := lexicon.ideas[spoken[at:end]]:
            yield bend[0], _denied(meant)
        if end == at + 1 and (meant := lexicon.ideas[(spoken[at], *spoken[bend[0] : bend[0] + 1])]):
            yield bend[0] + 1, _denied(meant)


def _denied(meant: frozenset[str]) -> frozenset[str]:
    return meant | {f"!{idea}" for idea in meant if not idea.startswith("!")}


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
    return _Lexicon(
        _phrases(_data("concepts.toml")),
        _marks(denial["bends"]),
        _marks(denial["denials"]),
        frozenset(word for text in denial["breaks"] for word in words(text)),
        frozenset(denial["failing"]),
        frozenset(denial["vague"]),
        {name: frozenset(members) for name, members in denial["kin"].items()},
    )


def _data(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("data", name).read_text(encoding="utf-8"))


def _marks(texts: Iterable[str]) -> Phrases[bool]:
    marks: Phrases[bool] = Phrases()
    for text in texts:
        marks[words(text)] = True
    return marks


def _phrases(tables: Mapping[str, Any]) -> Phrases[frozenset[str]]:
    meant: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for idea, table in tables.items():
        for text in table["said"]:
            meant[tuple(words(text))].add(idea)
        for text in table.get("denied", ()):
            meant[tuple(words(text))].update([idea, f"!{idea}"])
    phrases: Phrases[frozenset[str]] = Phrases()
    for phrase, told in meant.items():
        phrases[phrase] = frozenset(told)
    return phrases
