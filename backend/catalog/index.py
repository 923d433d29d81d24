"""Finds what customers mean by their words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from backend.catalog.codes import Codes
from backend.catalog.grams import Grams
from backend.catalog.mentions import CategoryWords, Mentions
from backend.catalog.normalise import normalise
from backend.catalog.ranking import best_score
from backend.catalog.rules import decide
from backend.catalog.values import Candidate, Entry, Finding, Kind, Role
from backend.catalog.wording import Wording, is_vague, meaning, names_nothing, wording, words

_RANKED = 50
_ELSEWHERE = 0.6
_MENTIONED = 0.55


class Index:
    """Entries to be searched; built once, never changed."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = {(entry.kind, entry.id): entry for entry in entries}
        self._categories = CategoryWords(
            entry for entry in self.entries.values() if entry.kind in (Kind.CATEGORY, Kind.PRODUCT)
        )
        self._shelves = {
            kind: _Shelf([entry for entry in self.entries.values() if entry.kind is kind], self._categories)
            for kind in Kind
        }

    def find(self, text: str, kind: Kind, *, category: str | None = None, limit: int = 3) -> Finding:
        """What `text` names. With a category, only its products, or its faults and those of no category."""
        spoken = words(text)
        if is_vague(meaning(spoken)):
            return Finding()
        mentions = self._categories.mentions(spoken)
        return self._shelves[kind].find(text, mentions, category, limit)


class _Shelf:
    """The entries of one kind."""

    def __init__(self, entries: Sequence[Entry], categories: CategoryWords) -> None:
        self._entries = entries
        self._is_faults = any(entry.kind is Kind.FAULT for entry in entries)
        self._same: defaultdict[str, set[int]] = defaultdict(set)
        self._within: defaultdict[str | None, list[int]] = defaultdict(list)
        self._by_id = {entry.id: entry for entry in entries}
        for number, entry in enumerate(entries):
            self._within[entry.category].append(number)
            for term in entry.terms:
                self._same[normalise(term.text)].add(entry.id)
        self._codes = Codes(
            (term.text, entry.id) for entry in entries for term in entry.terms if term.role is Role.CODE
        )
        self._grams = Grams([self._document(entry, categories) for entry in entries])

    def find(self, text: str, mentions: Mentions, category: str | None, limit: int) -> Finding:
        allowed = None if category is None else {*self._within[category], *self._within[None]}
        exact = self._same.get(normalise(text), set()) or self._codes.exact(text)
        exact = {entry for entry in exact if category is None or self._by_id[entry].category in (category, None)}
        return decide(exact, self._guesses(text, mentions, allowed), limit)

    def _guesses(self, text: str, mentions: Mentions, allowed: set[int] | None) -> list[Candidate]:
        meant = meaning(mentions.rest if self._is_faults else words(text))
        if is_vague(meant):
            return []
        asked = self._grams.ask(wording(meant))
        numbers = self._grams.best(asked, _RANKED) if allowed is None else allowed
        alike = self._codes.alike(text)
        guesses = []
        for number in numbers:
            entry = self._entries[number]
            score = max(best_score(asked, self._grams.documents[number]), alike.get(entry.id, 0.0) * 0.95)
            guesses.append(Candidate(entry.id, self._in_context(score, entry, mentions)))
        return guesses

    def _in_context(self, score: float, entry: Entry, mentions: Mentions) -> float:
        if not mentions.categories or entry.category is None:
            return score
        return score if entry.category in mentions.categories else score * _ELSEWHERE

    def _document(self, entry: Entry, categories: CategoryWords) -> list[Wording]:
        spoken = [words(term.text) for term in entry.terms if not names_nothing(term.text)]
        if self._is_faults:
            spoken = [categories.without(term, entry.category) for term in spoken]
        return [wording(meant) for meant in map(meaning, spoken) if meant]
