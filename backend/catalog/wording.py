"""Reduces free words to what can be compared: words of one meaning become one, empty ones go, the rest is cut up."""

import itertools
import re
import tomllib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from backend.catalog.concepts import ideas, kin, tells_something
from backend.catalog.normalise import is_han, pinyin, slur
from backend.catalog.phrases import Phrases
from backend.catalog.tokens import words

_SHOWN_CODE = re.compile(r"[a-z]{1,2}\d{1,2}|\d[a-z]|[a-z]\d{3}")
_SYLLABLE = re.compile(
    r"(?:[zcs]h?|[bpmfdtlnrgkhjqxyw])?(?:i(?:ang|ong|an|ao|ng|n|a|e|u)?|u(?:ang|an|ai|ng|n|a|e|i|o)?"
    r"|a(?:ng|n|i|o)?|e(?:ng|n|i|r)?|o(?:ng|u)?|v(?:an|e|n)?)"
)

_Rewriting = Phrases[tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class Wording:
    """`spaced` for rapidfuzz; grams, their sounds and ideas for the index. Words typed in pinyin sound, too.

    The same words share one, so that it stands for itself in sets.
    """

    spaced: str
    sounded: str
    grams: frozenset[str]
    sounds: frozenset[str]
    ideas: frozenset[str]

    def all(self) -> frozenset[str]:
        return self.grams | self.sounds | self.ideas


def meaning(spoken: Sequence[str]) -> list[str]:
    """Same words made one, empty words gone."""
    same, empty, *_ = _word_lists()
    once = list(_replaced(list(_replaced(spoken, same)), empty))
    return list(_replaced(once, same))


def shown_codes(spoken: Iterable[str]) -> frozenset[str]:
    """Everything that looks like a code on a display."""
    return frozenset(word for word in spoken if _SHOWN_CODE.fullmatch(word))


def any_code_alike(spoken: Sequence[str], listed: Collection[str]) -> list[str]:
    """Makes one word of what looks like a code on a display, beside the code itself where the catalogue lists it."""
    shown, codes = _word_lists()[3], shown_codes(spoken)
    meant = {code: (code, *shown) if code in listed else shown for code in codes}
    return [word for said in spoken for word in meant.get(said, (said,))]


def says_nothing(spoken: Sequence[str]) -> bool:
    """Whether neither a word nor an idea is left that could name a product or a fault."""
    return is_vague(meaning(spoken)) and not tells_something(ideas(spoken))


def is_vague(meant: Sequence[str]) -> bool:
    """Whether nothing is left that could name a product or a fault."""
    return not list(_replaced(meant, _word_lists()[2]))


def names_nothing(text: str) -> bool:
    return _names_nothing(tuple(words(text)))


@lru_cache(maxsize=16384)
def _names_nothing(spoken: tuple[str, ...]) -> bool:
    return is_vague(meaning(spoken))


def other_matters(spoken: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """What of the words is about other things than faults."""
    return frozenset(tuple(spoken[start:end]) for start, end, _ in _word_lists()[4].scan(spoken))


@lru_cache(maxsize=16384)
def wording(spoken: tuple[str, ...]) -> Wording:
    meant = meaning(spoken)
    heard = syllables(spoken)
    pairs = itertools.pairwise(heard)
    sounds = frozenset(f"~{first} {second}" for first, second in pairs if first and second)
    return Wording(" ".join(meant), " ".join(filter(None, heard)), frozenset(_grams(meant)), sounds, _ideas(spoken))


def _ideas(spoken: Sequence[str]) -> frozenset[str]:
    found = ideas(spoken)
    return frozenset(f"={idea}" for idea in found) | {f"=~{name}" for name in kin(found)}


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
def _word_lists() -> tuple[_Rewriting, _Rewriting, _Rewriting, tuple[str, ...], _Rewriting]:
    data = tomllib.loads(files(__package__).joinpath("data/words.toml").read_text(encoding="utf-8"))
    same, empty, vague, others = _Rewriting(), _Rewriting(), _Rewriting(), _Rewriting()
    for group in data["same"]:
        for text in group:
            same[words(text)] = tuple(words(group[0]))
    for phrases, texts in ((empty, data["empty"]), (vague, data["vague"]), (others, data["other_matters"])):
        for text in texts:
            phrases[words(text)] = ()
    return same, empty, vague, tuple(words(data["shown_code"])), others
