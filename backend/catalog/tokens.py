"""Cuts a text into words that can be looked up."""

import re
from functools import lru_cache

from backend.catalog.normalise import fold, is_han, pieces

_ENDING = re.compile(r"(?<=[a-z]{3})(?:ies|ing|ed|es|s|e|y)$")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1$")


def words(text: str) -> list[str]:
    """Folded words without English endings, and single Han characters. A runTogether sentence is taken apart."""
    return list(_words(text))


@lru_cache(maxsize=16384)
def _words(text: str) -> tuple[str, ...]:
    return tuple(piece if is_han(piece) else stem(piece) for piece in pieces(fold(_HUMP.sub(" ", text))))


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    return _DOUBLED.sub(r"\1", _ENDING.sub("", word))
