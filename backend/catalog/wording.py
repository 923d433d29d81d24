"""Reduces free words to what can be compared: words of one meaning become one, empty ones go, the rest is cut up."""

import itertools
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from backend.catalog.normalise import fold, is_han, pieces, pinyin, slur
from backend.catalog.phrases import Phrases

_ENDING = re.compile(r"(?<=[a-z]{3})(?:ing|ed|es|s|e|y)$")
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1$")
_SYLLABLE = re.compile(
    r"(?:[zcs]h?|[bpmfdtlnrgkhjqxyw])?(?:i(?:ang|ong|an|ao|ng|n|a|e|u)?|u(?:ang|an|ai|ng|n|a|e|i|o)?"
    r"|a(?:ng|n|i|o)?|e(?:ng|n|i|r)?|o(?:ng|u)?|v(?:an|e|n)?)"
)


@dataclass(frozen=True)
class Wording:
    """`spaced` for rapidfuzz; grams and their sounds for the index. Words typed in pinyin sound, too."""

    spaced: str
    grams: frozenset[str]
    sounds: frozenset[str]


def words(text: str) -> list[str]:
    """Folded words without English endings, and single Han characters."""
    return [piece if is_han(piece) else stem(piece) for piece in pieces(fold(text))]


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    return _DOUBLED.sub(r"\1", _ENDING.sub("", word))


def meaning(spoken: Sequence[str]) -> list[str]:
    """Same words made one, empty words gone."""
    same, empty, _ = _word_lists()
    return list(_replaced(list(_replaced(spoken, same)), empty))


def is_vague(meant: Sequence[str]) -> bool:
    """Whether nothing is left that could name a product or a fault."""
    return not list(_replaced(meant, _word_lists()[2]))


def names_nothing(text: str) -> bool:
    return is_vague(meaning(words(text)))


def wording(meant: Sequence[str]) -> Wording:
    return Wording(" ".join(meant), frozenset(_grams(meant)), frozenset(_sounds(meant)))


def _grams(meant: Sequence[str]) -> Iterable[str]:
    yield from (first + " " + second for first, second in itertools.pairwise(meant))
    for word in meant:
        yield word
        if not is_han(word) and len(word) > 2:
            marked = f"<{word}>"
            yield from (f"-{marked[at : at + 3]}" for at in range(len(marked) - 2))


def _sounds(meant: Sequence[str]) -> Iterable[str]:
    syllables = [syllable for word in meant for syllable in _read(word)]
    pairs = itertools.pairwise(syllables)
    yield from (f"~{first} {second}" for first, second in pairs if first and second)


@lru_cache(maxsize=16384)
def _read(word: str) -> tuple[str, ...]:
    """The syllables of a character, or of a word typed in pinyin; an unreadable word is a break."""
    if is_han(word):
        return (pinyin(word),)
    found = tuple(_SYLLABLE.findall(word))
    return tuple(slur(syllable) for syllable in found) if "".join(found) == word else ("",)


def _replaced(spoken: Sequence[str], phrases: Phrases[tuple[str, ...]]) -> Iterable[str]:
    at = 0
    for start, end, replacement in phrases.scan(spoken):
        yield from spoken[at:start]
        yield from replacement
        at = end
    yield from spoken[at:]


@cache
def _word_lists() -> tuple[Phrases[tuple[str, ...]], Phrases[tuple[str, ...]], Phrases[tuple[str, ...]]]:
    data = tomllib.loads(files(__package__).joinpath("data/words.toml").read_text(encoding="utf-8"))
    same, empty, vague = (Phrases[tuple[str, ...]]() for _ in range(3))
    for group in data["same"]:
        for text in group:
            same[words(text)] = tuple(words(group[0]))
    for phrases, texts in ((empty, data["empty"]), (vague, data["vague"])):
        for text in texts:
            phrases[words(text)] = ()
    return same, empty, vague
