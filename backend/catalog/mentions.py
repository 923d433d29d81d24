"""Which categories a sentence speaks of, by their names or their products', misspelt ones too."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from backend.catalog.normalise import is_han, normalise
from backend.catalog.phrases import Phrases
from backend.catalog.values import Entry, Kind
from backend.catalog.wording import names_nothing, syllables, words

_SHORTEST_GUESS = 5
_GUESS_CUTOFF = 82


@dataclass(frozen=True)
class Mentions:
    """The categories, and the words that are left without their mention."""

    categories: frozenset[str]
    rest: list[str]


class CategoryWords:
    def __init__(self, entries: Sequence[Entry]) -> None:
        self._said: Phrases[frozenset[str]] = Phrases()
        self._sounded: Phrases[frozenset[str]] = Phrases()
        self._spelt: dict[str, frozenset[str]] = {}
        for entry in entries:
            for term in entry.terms:
                if entry.category and not names_nothing(term.text):
                    self._learn(words(term.text), frozenset([entry.category]))
        self._names = {normalise(term.text) for entry in entries if entry.kind is Kind.CATEGORY for term in entry.terms}

    def names_one(self, text: str) -> bool:
        """Whether these words are what a whole category is called."""
        return normalise(text) in self._names

    def mentions(self, spoken: Sequence[str]) -> Mentions:
        """Says, sounds or spells like a category."""
        categories, rest = _taken(spoken, self._said)
        if not categories:
            categories, rest = self._heard(rest)
        if not categories:
            categories, rest = self._guessed(rest)
        return Mentions(categories, rest)

    def without(self, spoken: Sequence[str], category: str | None) -> list[str]:
        """The words without the mention of this category, unless nothing else would be left."""
        rest: list[str] = []
        at = 0
        for start, end, categories in self._said.scan(spoken):
            rest += spoken[at:start] if category in categories else spoken[at:end]
            at = end
        return rest + list(spoken[at:]) or list(spoken)

    def _learn(self, phrase: Sequence[str], categories: frozenset[str]) -> None:
        self._said[phrase] = categories | (self._said[phrase] or frozenset())
        if len(phrase) > 1 and all(is_han(word) for word in phrase):
            sounds = syllables(phrase)
            self._sounded[sounds] = categories | (self._sounded[sounds] or frozenset())
        spelt = "".join(phrase)
        if len(spelt) >= _SHORTEST_GUESS and spelt.isascii() and spelt.isalpha():
            self._spelt[spelt] = categories | self._spelt.get(spelt, frozenset())

    def _heard(self, spoken: Sequence[str]) -> tuple[frozenset[str], list[str]]:
        """Misspelt characters that sound alike, and pinyin."""
        sounds = syllables(spoken)
        if not sounds:
            return frozenset(), list(spoken)
        owners = [at for at, word in enumerate(spoken) for _ in syllables([word]) or [""]]
        found = list(self._sounded.scan(sounds))
        taken = {owner for start, end, _ in found for owner in owners[start:end]}
        rest = [word for at, word in enumerate(spoken) if at not in taken]
        return frozenset[str]().union(*(categories for _, _, categories in found)), rest

    def _guessed(self, spoken: Sequence[str]) -> tuple[frozenset[str], list[str]]:
        for at in range(len(spoken)):
            for end in (at + 2, at + 1):
                spelt = "".join(spoken[at:end])
                if len(spelt) < _SHORTEST_GUESS or not spelt.isascii() or end > len(spoken):
                    continue
                guess = process.extractOne(spelt, self._spelt.keys(), scorer=fuzz.ratio, score_cutoff=_GUESS_CUTOFF)
                if guess:
                    return self._spelt[guess[0]], [*spoken[:at], *spoken[end:]]
        return frozenset(), list(spoken)


def _taken(spoken: Sequence[str], phrases: Phrases[frozenset[str]]) -> tuple[frozenset[str], list[str]]:
    categories: frozenset[str] = frozenset()
    rest: list[str] = []
    at = 0
    for start, end, found in phrases.scan(spoken):
        categories |= found
        rest += spoken[at:start]
        at = end
    return categories, rest + list(spoken[at:])
