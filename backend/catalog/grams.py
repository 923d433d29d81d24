"""The inverted index: which entries share grams with a text, and how much the rare ones weigh."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log

from backend.catalog.normalise import is_han
from backend.catalog.wording import Wording

_ENOUGH_VISITS = 4000


@dataclass(frozen=True)
class Indexed:
    """A term, cut up: the numbers of its grams, its sounds and its ideas, and what they weigh together."""

    spaced: str
    sounded: str
    grams: Sequence[int]
    sounds: Sequence[int]
    weight: float
    sound_weight: float
    ideas: Sequence[int]
    idea_weight: float


@dataclass(frozen=True)
class Asked:
    """A query, cut up likewise. Grams that no term has weigh as much as the rarest."""

    spaced: str
    sounded: str
    grams: dict[int, float]
    sounds: dict[int, float]
    weight: float
    sound_weight: float
    rarest: float
    ideas: dict[int, float]
    idea_weight: float


class Grams:
    def __init__(self, documents: Sequence[Sequence[Wording]]) -> None:
        self._numbers: dict[str, int] = {}
        self._postings: list[array[int]] = []
        for number, document in enumerate(documents):
            for gram in sorted({gram for wording in document for gram in wording.all()}):
                at = self._numbers.setdefault(gram, len(self._numbers))
                if at == len(self._postings):
                    self._postings.append(array("I"))
                self._postings[at].append(number)
        self._rarest = log(1 + len(documents))
        self._weights = [
            _kind_weight(gram) * log(1 + len(documents) / len(posting))
            for gram, posting in zip(self._numbers, self._postings, strict=True)
        ]
        once = {wording: self._indexed(wording) for wording in {wording for one in documents for wording in one}}
        self.documents = [[once[wording] for wording in document] for document in documents]

    def ask(self, wording: Wording) -> Asked:
        grams, weight = self._weighed(wording.grams)
        sounds, sound_weight = self._weighed(wording.sounds)
        ideas, idea_weight = self._weighed(wording.ideas)
        return Asked(
            wording.spaced, wording.sounded, grams, sounds, weight, sound_weight, self._rarest, ideas, idea_weight
        )

    def best(self, asked: Asked, limit: int) -> list[int]:
        """The documents that share most with the query, the rarest grams looked up first."""
        scores: dict[int, float] = {}
        visits = 0
        for gram, weight in sorted((asked.grams | asked.sounds | asked.ideas).items(), key=lambda item: -item[1]):
            visits += len(self._postings[gram])
            if visits > _ENOUGH_VISITS and len(scores) >= limit:
                break
            for document in self._postings[gram]:
                scores[document] = scores.get(document, 0.0) + weight
        return nlargest(limit, scores, key=scores.__getitem__)

    def _weighed(self, grams: Iterable[str]) -> tuple[dict[int, float], float]:
        known = {self._numbers[gram]: self._weights[self._numbers[gram]] for gram in grams if gram in self._numbers}
        unknown = sum(_kind_weight(gram) for gram in grams if gram not in self._numbers) * self._rarest
        return known, sum(known.values()) + unknown

    def _indexed(self, wording: Wording) -> Indexed:
        grams = array("I", sorted(self._numbers[gram] for gram in wording.grams))
        sounds = array("I", sorted(self._numbers[gram] for gram in wording.sounds))
        ideas = array("I", sorted(self._numbers[idea] for idea in wording.ideas))
        return Indexed(
            wording.spaced,
            wording.sounded,
            grams,
            sounds,
            sum(self._weights[gram] for gram in grams),
            sum(self._weights[sound] for sound in sounds),
            ideas,
            sum(self._weights[idea] for idea in ideas),
        )


def _kind_weight(gram: str) -> float:
    """Pairs say most; of a single word a piece says less than the whole, and a Han character less than a word."""
    if gram.startswith(("~", "=")) or " " in gram:
        return 1.0
    if gram.startswith("-"):
        return 0.25
    return 0.5 if is_han(gram) else 1.0
