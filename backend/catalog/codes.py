"""Model codes, alone or inside a sentence."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from rapidfuzz import fuzz, process

from backend.catalog.normalise import fold, squash

_WORD = re.compile(r"[a-z0-9]+(?:[-_./][a-z0-9]+)*")
_VARIANT = re.compile(r"pro|max|plus|mini|lite|ultra|se|ii|iii|iv|[a-z]|\d+|[a-z]\d+|\d+[a-z]")
_LOOK_ALIKE = str.maketrans("oil", "011")
_SHORTEST_INSIDE = 3
_LONGEST_SPREAD = 4
_ALIKE = 80


class Codes:
    def __init__(self, codes: Iterable[tuple[str, int]]) -> None:
        self._entries: defaultdict[str, set[int]] = defaultdict(set)
        self._looks: defaultdict[str, set[int]] = defaultdict(set)
        for code, entry in codes:
            if squashed := squash(code):
                self._entries[squashed].add(entry)
                self._looks[squashed.translate(_LOOK_ALIKE)].add(entry)

    def exact(self, text: str) -> set[int]:
        """The whole text, or all that a sentence mentions in one word and without a variant behind it."""
        return self._entries.get(squash(text), set()) or self._inside(text)

    def alike(self, text: str) -> dict[int, float]:
        """Entries with a code much like one in the text, with the likeness from 0 to 1."""
        words = _words(text)
        spread = {"".join(words[at : at + n]) for at in range(len(words)) for n in range(1, _LONGEST_SPREAD + 1)}
        tries = {word.translate(_LOOK_ALIKE) for word in spread if _is_code(word)}
        found: dict[int, float] = {}
        for tried in sorted(tries):
            for code, score, _ in process.extract(tried, self._looks.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE):
                for entry in self._looks[code]:
                    found[entry] = max(found.get(entry, 0.0), score / 100)
        return found

    def _inside(self, text: str) -> set[int]:
        words = _words(text)
        found: set[int] = set()
        for word, following in pairwise([*words, ""]):
            if _is_code(word) and word in self._entries:
                if _VARIANT.fullmatch(following):
                    return set()
                found |= self._entries[word]
        return found


def _words(text: str) -> list[str]:
    return [squash(word) for word in _WORD.findall(fold(text))]


def _is_code(word: str) -> bool:
    return len(word) >= _SHORTEST_INSIDE and not word.isalpha() and not word.isdigit()
