"""Which categories a sentence speaks of, by their names or their products', misspelt ones too."""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from backend.catalog import families
from backend.catalog.concepts import ideas
from backend.catalog.normalise import is_han, normalise
from backend.catalog.phrases import Phrases
from backend.catalog.tokens import words
from backend.catalog.values import Entry, Kind
from backend.catalog.wording import is_vague, meaning, names_nothing, syllables

_SHORTEST_GUESS = 5
_GUESS_CUTOFF = 82
_SHORTEST_BRAND = 4
_LONGEST_BRAND = 4


@dataclass(frozen=True)
class Mentions:
    """The categories, and the words that are left without their mention.

    `hinted`: without a mention, categories that other words tell of. `is_foreign`: of no category, but of a product
    that the catalogue does not have. `kinds`: the families that were named.
    """

    categories: frozenset[str]
    rest: list[str]
    hinted: frozenset[str] = frozenset()
    is_foreign: bool = False
    kinds: frozenset[int] = frozenset()


class CategoryWords:
    def __init__(self, entries: Sequence[Entry]) -> None:
        self._said: Phrases[frozenset[str]] = Phrases()
        self._sounded: Phrases[frozenset[str]] = Phrases()
        self._spelt: dict[str, frozenset[str]] = {}
        for entry in entries:
            for term in entry.terms:
                if entry.category and entry.kind is not Kind.FAULT and not names_nothing(term.text):
                    self._learn(words(term.text), frozenset([entry.category]))
        self._kinds: defaultdict[str | None, set[int]] = defaultdict(set)
        for entry in entries:
            if entry.kind is not Kind.FAULT:
                self._kinds[entry.category].update(*(families.kinds(words(term.text)) for term in entry.terms))
        self._families: defaultdict[families.Name, set[str]] = defaultdict(set)
        told = [words(term.text) for entry in entries if entry.kind is Kind.FAULT for term in entry.terms]
        self._parts = frozenset[families.Name]().union(*(families.within(spoken) for spoken in told))
        self._learn_families(entries)
        self._learn_brands([entry for entry in entries if entry.kind is Kind.PRODUCT], told)
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
        if categories:
            return Mentions(categories, rest, kinds=families.kinds(spoken))
        hinted = frozenset[str]().union(*(self._families.get(name, set()) for name in families.hinted_at(rest)))
        is_foreign = bool(families.spoken_of(rest) - self._parts)
        return Mentions(categories, rest, hinted, is_foreign, families.kinds(spoken))

    def without(self, spoken: Sequence[str], category: str | None) -> list[str]:
        """The words without the mention of this category, unless nothing else would be left."""
        rest: list[str] = []
        at = 0
        for start, end, categories in self._said.scan(spoken):
            rest += spoken[at:start] if category in categories else spoken[at:end]
            at = end
        return rest + list(spoken[at:]) or list(spoken)

    def kinds(self, entry: Entry) -> frozenset[int]:
        """Which of the families that share its category an entry names."""
        named = frozenset[int]().union(*(families.kinds(words(term.text)) for term in entry.terms))
        return named & frozenset(self._kinds[entry.category])

    def _learn_families(self, entries: Sequence[Entry]) -> None:
        """Names that faults use may mean a part, and name no category then."""
        for entry in entries:
            if entry.category and entry.kind is not Kind.FAULT:
                for text in (*(term.text for term in entry.terms), entry.category.replace("-", " ")):
                    for name in families.other_names(text):
                        self._families[name].add(entry.category)
        for name, categories in self._families.items():
            if name not in self._parts and self._said[name] is None:
                self._learn(name, frozenset(categories))

    def _learn_brands(self, products: Sequence[Entry], told: Sequence[Sequence[str]]) -> None:
        """What only products of a single category have in their names, and no fault speaks of, stands for it."""
        owners: defaultdict[families.Name, set[str]] = defaultdict(set)
        for entry in products:
            for brand in (brand for term in entry.terms for brand in _brands(words(term.text))):
                owners[brand].update([entry.category] if entry.category else ())
        listed = " ".join(["", *(word for spoken in told for word in spoken), ""])
        for brand, categories in owners.items():
            if len(categories) == 1 and f" {' '.join(brand)} " not in listed and self._said[brand] is None:
                self._learn(brand, frozenset(categories))

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


def _brands(name: Sequence[str]) -> Iterator[families.Name]:
    """Single words, and Han characters that stand together apart from what the kind of product is called."""
    known = families.within(name)
    for are_han, group in itertools.groupby(name, key=is_han):
        run = tuple(group)
        if are_han:
            yield from [run] if 2 <= len(run) <= _LONGEST_BRAND and _is_brand(run, known) else []
        else:
            yield from ((word,) for word in run if len(word) >= _SHORTEST_BRAND and _is_brand((word,), known))


def _is_brand(name: families.Name, known: frozenset[families.Name]) -> bool:
    return name not in known and not ideas(name) and not is_vague(meaning(name))


def _taken(spoken: Sequence[str], phrases: Phrases[frozenset[str]]) -> tuple[frozenset[str], list[str]]:
    categories: frozenset[str] = frozenset()
    rest: list[str] = []
    at = 0
    for start, end, found in phrases.scan(spoken):
        categories |= found
        rest += spoken[at:start]
        at = end
    return categories, rest + list(spoken[at:])
