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

_ENDING = re.compile(r"(?<=[a-z]{3})(?:ies|ing|ed|es|s|e|y)$")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_SHOWN_CODE = re.compile(r"[a-z]{1,2}\d{1,2}|\d[a-z]|[a-z]\d{3}")
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1$")
_SYLLABLE = re.compile(
    r"(?:[zcs]h?|[bpmfdtlnrgkhjqxyw])?(?:i(?:ang|ong|an|ao|ng|n|a|e|u)?|u(?:ang|an|ai|ng|n|a|e|i|o)?"
    r"|a(?:ng|n|i|o)?|e(?:ng|n|i|r)?|o(?:ng|u)?|v(?:an|e|n)?)"
)

_Rewriting = Phrases[tuple[str, ...]]


@dataclass(frozen=True)
class Wording:
    """`spaced` for rapidfuzz; grams and their sounds for the index. Words typed in pinyin sound, too."""

    spaced: str
    sounded: str
    grams: frozenset[str]
    sounds: frozenset[str]


def words(text: str) -> list[str]:
    """Folded words without English endings, and single Han characters. A runTogether sentence is taken apart."""
    return [piece if is_han(piece) else stem(piece) for piece in pieces(fold(_HUMP.sub(" ", text)))]


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    return _DOUBLED.sub(r"\1", _ENDING.sub("", word))


def meaning(spoken: Sequence[str]) -> list[str]:
    """Same words made one, empty words gone."""
    same, empty, _, _ = _word_lists()
    once = list(_replaced(list(_replaced(spoken, same)), empty))
    return list(_replaced(once, same))


def any_code_alike(spoken: Sequence[str]) -> list[str]:
    """Makes one word of everything that looks like a code on a display: which code it is names no fault."""
    shown = _word_lists()[3]
    return [word for said in spoken for word in (shown if _SHOWN_CODE.fullmatch(said) else (said,))]


def is_vague(meant: Sequence[str]) -> bool:
    """Whether nothing is left that could name a product or a fault."""
    return not list(_replaced(meant, _word_lists()[2]))


def names_nothing(text: str) -> bool:
    return is_vague(meaning(words(text)))


def wording(spoken: Sequence[str]) -> Wording:
    meant = meaning(spoken)
    heard = syllables(spoken)
    pairs = itertools.pairwise(heard)
    sounds = frozenset(f"~{first} {second}" for first, second in pairs if first and second)
    return Wording(" ".join(meant), " ".join(filter(None, heard)), frozenset(_grams(meant)), sounds)


def syllables(spoken: Sequence[str]) -> list[str]:
    """How Chinese words sound, be they typed in characters or in pinyin; English sounds like nothing."""
    heard: list[str] = []
    for are_han, group in itertools.groupby(spoken, key=is_han):
        run = list(group)
        heard += pinyin("".join(run)) if are_han else [sound for word in run for sound in _read(word) or ("",)]
    is_english = "" in heard and not any(is_han(word) for word in spoken)
    return [] if is_english else heard


def _grams(meant: Sequence[str]) -> Iterable[str]:
    yield from (first + " " + second for first, second in itertools.pairwise(meant))
    for word in meant:
        yield word
        if not is_han(word) and len(word) > 2:
            marked = f"<{word}>"
            yield from (f"-{marked[at : at + 3]}" for at in range(len(marked) - 2))


@lru_cache(maxsize=16384)
def _read(word: str) -> tuple[str, ...]:
    """The syllables of a word typed in pinyin, of which the stem may have lost the end."""
    for whole in (word, f"{word}e", f"{word}ing"):
        found = tuple(_SYLLABLE.findall(whole))
        if "".join(found) == whole:
            return tuple(slur(syllable) for syllable in found)
    return ()


def _replaced(spoken: Sequence[str], phrases: _Rewriting) -> Iterable[str]:
    at = 0
    for start, end, replacement in phrases.scan(spoken):
        yield from spoken[at:start]
        yield from replacement
        at = end
    yield from spoken[at:]


@cache
def _word_lists() -> tuple[_Rewriting, _Rewriting, _Rewriting, tuple[str, ...]]:
    data = tomllib.loads(files(__package__).joinpath("data/words.toml").read_text(encoding="utf-8"))
    same, empty, vague = _Rewriting(), _Rewriting(), _Rewriting()
    for group in data["same"]:
        for text in group:
            same[words(text)] = tuple(words(group[0]))
    for phrases, texts in ((empty, data["empty"]), (vague, data["vague"])):
        for text in texts:
            phrases[words(text)] = ()
    return same, empty, vague, tuple(words(data["shown_code"]))
