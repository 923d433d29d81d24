"""Finds what customers mean by their words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from backend.catalog.codes import Codes
from backend.catalog.grams import Asked, Grams
from backend.catalog.mentions import CategoryWords, Mentions
from backend.catalog.normalise import normalise
from backend.catalog.ranking import best_score
from backend.catalog.rules import decide, is_likely
from backend.catalog.tokens import words
from backend.catalog.values import Candidate, Entry, Finding, Kind, Role
from backend.catalog.wording import (
    Wording,
    any_code_alike,
    names_nothing,
    other_matters,
    says_nothing,
    shown_codes,
    wording,
)

_RANKED = 50
_SMALL = 150
_ELSEWHERE = 0.6
_ANYWHERE = 0.8
_HINTED, _NOT_HINTED = 1.6, 0.85
_SAME_KIND, _OTHER_KIND = 1.15, 0.7
_ONE_OF_ITS_CATEGORY = 0.3
_CODE_TRUST = 0.95
_FOREIGN = 0.55
_OTHER_MATTER = 0.6


class Index:
    """Entries to be searched; built once, never changed."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = {(entry.kind, entry.id): entry for entry in entries}
        of_kind = {kind: [entry for entry in self.entries.values() if entry.kind is kind] for kind in Kind}
        self._categories = CategoryWords(list(self.entries.values()))
        self._shelves = {kind: _Shelf(kind, of_kind[kind], self._categories) for kind in Kind}

    def find(self, text: str, kind: Kind, *, category: str | None = None, limit: int = 3) -> Finding:
        """What `text` names. With a category, only its products, or its faults and those of no category."""
        spoken = words(text)
        if says_nothing(spoken):
            return Finding()
        return self._shelves[kind].find(text, spoken, self._categories.mentions(spoken), category, limit)


class _Shelf:
    """The entries of one kind."""

    def __init__(self, kind: Kind, entries: Sequence[Entry], categories: CategoryWords) -> None:
        self._kind = kind
        self._entries = entries
        self._by_id = {entry.id: entry for entry in entries}
        self._within: defaultdict[str | None, set[int]] = defaultdict(set)
        self._same: defaultdict[str, set[int]] = defaultdict(set)
        for number, entry in enumerate(entries):
            self._within[entry.category].add(number)
            for term in entry.terms:
                if kind is not Kind.PRODUCT or not categories.names_one(term.text):
                    self._same[normalise(term.text)].add(entry.id)
        self._codes = Codes(
            (term.text, entry.id) for entry in entries for term in entry.terms if term.role is Role.CODE
        )
        told = [words(term.text) for entry in entries for term in entry.terms]
        self._listed = shown_codes(word for spoken in told for word in spoken)
        self._matters = frozenset[tuple[str, ...]]().union(*(other_matters(spoken) for spoken in told))
        self._kinds = _kinds(entries, categories) if kind is Kind.FAULT else {}
        self._grams = Grams([self._document(entry, categories) for entry in entries])

    def find(self, text: str, spoken: Sequence[str], mentions: Mentions, category: str | None, limit: int) -> Finding:
        exact = self._same.get(normalise(text), set()) or self._codes.exact(text)
        exact = {entry for entry in exact if category is None or self._by_id[entry].category in (category, None)}
        telling = any_code_alike(mentions.rest, self._listed) if self._kind is Kind.FAULT else spoken
        if says_nothing(telling):
            return decide(exact, [], limit)
        asked = self._grams.ask(wording(tuple(telling)))
        alike = self._codes.alike(text)
        aside = bool(other_matters(spoken) - self._matters)
        trust = (_FOREIGN if mentions.is_foreign else 1.0) * (_OTHER_MATTER if aside else 1.0)
        guesses = []
        for number in self._worth_ranking(asked, mentions, category):
            entry = self._entries[number]
            score = best_score(asked, self._grams.documents[number])
            score = max(trust * score, _CODE_TRUST * alike.get(entry.id, 0.0))
            score = self._of_its_kind(entry, score, mentions)
            guesses += self._in_context(Candidate(entry.id, score), mentions, category, aside)
        return decide(exact, guesses, limit)

    def _of_its_kind(self, entry: Entry, score: float, mentions: Mentions) -> float:
        """Where products of several families share a category, its faults may each name one."""
        own = self._kinds.get(entry.id)
        if not own or not mentions.kinds or entry.category not in (mentions.categories or [entry.category]):
            return score
        return score * _OTHER_KIND if own.isdisjoint(mentions.kinds) else _raised(score, _SAME_KIND)

    def _worth_ranking(self, asked: Asked, mentions: Mentions, category: str | None) -> set[int]:
        if category is not None:
            return self._within.get(category, set()) | self._within.get(None, set())
        spoken_of = mentions.categories or mentions.hinted
        mentioned = [self._within.get(own, set()) for own in (*spoken_of, None) if spoken_of]
        best = set(self._grams.best(asked, _RANKED))
        return best.union(*(numbers for numbers in mentioned if len(numbers) <= _SMALL))

    def _in_context(self, guess: Candidate, mentions: Mentions, category: str | None, aside: bool) -> list[Candidate]:
        """The guess in the light of the categories spoken of; nothing where it is too unlikely then."""
        own = self._by_id[guess.entry].category
        is_known = category is not None or bool(mentions.categories)
        score = guess.score
        if is_known and own is None:
            score *= _ANYWHERE
        elif own in mentions.categories and self._kind is Kind.PRODUCT:
            score = max(score, _ONE_OF_ITS_CATEGORY)
        elif category is None and mentions.categories and own not in mentions.categories:
            score, is_known = score * _ELSEWHERE, False
        elif category is None and own in mentions.hinted:
            score = _raised(score, _HINTED)
        elif category is None and own and mentions.hinted:
            score *= _NOT_HINTED
        return [Candidate(guess.entry, score)] if is_likely(score, in_known_category=is_known, aside=aside) else []

    def _document(self, entry: Entry, categories: CategoryWords) -> list[Wording]:
        spoken = [words(term.text) for term in entry.terms if not names_nothing(term.text)]
        if self._kind is Kind.FAULT:
            spoken = [any_code_alike(categories.without(term, entry.category), self._listed) for term in spoken]
        return [wording(term) for term in dict.fromkeys(map(tuple, spoken))]


def _kinds(entries: Sequence[Entry], categories: CategoryWords) -> dict[int, frozenset[int]]:
    """The families that entries name, in categories whose entries name more than one."""
    named = {entry.id: categories.kinds(entry) for entry in entries}
    together: defaultdict[str | None, set[int]] = defaultdict(set)
    for entry in entries:
        together[entry.category] |= named[entry.id]
    return {entry.id: named[entry.id] for entry in entries if len(together[entry.category]) > 1}


def _raised(score: float, factor: float) -> float:
    """Times the factor where it is low; never above 1."""
    return score * (factor - (factor - 1) * score)
