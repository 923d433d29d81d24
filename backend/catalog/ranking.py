"""How well a term of the catalogue fits what was asked."""

from collections.abc import Iterable

from rapidfuzz import fuzz

from backend.catalog.grams import Asked, Indexed

_FUZZY_TERMS = 2
_TERM_SHARE, _QUERY_SHARE, _FUZZY_SHARE = 0.45, 0.20, 0.35
_SOUND_TRUST = 0.85
_SHORTEST_PARTIAL = 5


def best_score(asked: Asked, terms: Iterable[Indexed]) -> float:
    """0 to 1: the best of an entry's terms. rapidfuzz is asked only about the most promising."""
    promising = sorted(((_shared(asked, term), term.spaced) for term in terms), reverse=True)[:_FUZZY_TERMS]
    return max(
        (overlap + _FUZZY_SHARE * _fuzzy(asked.spaced, spaced) for overlap, spaced in promising if overlap), default=0.0
    )


def _shared(asked: Asked, term: Indexed) -> float:
    by_letter = _overlap(asked.grams, asked.weight, term.grams, term.weight)
    if not asked.sounds:
        return by_letter
    by_sound = _overlap(asked.sounds, asked.sound_weight, term.sounds, term.sound_weight)
    return max(by_letter, _SOUND_TRUST * by_sound)


def _overlap(asked: dict[int, float], asked_weight: float, grams: Iterable[int], weight: float) -> float:
    shared = sum(asked[gram] for gram in grams if gram in asked)
    return _TERM_SHARE * shared / weight + _QUERY_SHARE * shared / asked_weight if shared else 0.0


def _fuzzy(asked: str, term: str) -> float:
    whole = fuzz.token_set_ratio(asked, term)
    if _SHORTEST_PARTIAL <= len(term) <= len(asked):
        return max(whole, 0.9 * fuzz.partial_ratio(asked, term)) / 100
    return whole / 100
