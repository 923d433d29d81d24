"""How well an entry of the catalogue fits what was asked."""

from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest

from rapidfuzz import fuzz

from backend.catalog.grams import Asked, Indexed

_FUZZY_TERMS = 2
_TERM_SHARE, _QUERY_SHARE, _ENTRY_SHARE, _FUZZY_SHARE = 0.35, 0.15, 0.20, 0.30
_SOUND_TRUST = 0.85
_IDEA_TRUST, _IDEA_TERM_SHARE = 0.85, 0.55
_LITTLE = 0.4
_SHORTEST_PARTIAL = 5


def best_score(asked: Asked, terms: Sequence[Indexed]) -> float:
    """0 to 1: by letters, or by sound where that says more; shared ideas raise it. Little in common says little."""
    by_word = _score(asked.grams, asked.weight, [(t.grams, t.weight, t.spaced) for t in terms], asked.spaced, asked)
    if asked.sounds:
        sounding = [(term.sounds, term.sound_weight, term.sounded) for term in terms]
        by_sound = _score(asked.sounds, asked.sound_weight, sounding, asked.sounded, asked)
        by_word = max(by_word, _SOUND_TRUST * by_sound)
    return 1 - (1 - by_word) * (1 - _IDEA_TRUST * _by_idea(asked, terms))


def _by_idea(asked: Asked, terms: Sequence[Indexed]) -> float:
    return max([_idea_fit(asked, term) for term in terms], default=0.0) if asked.ideas else 0.0


def _idea_fit(asked: Asked, term: Indexed) -> float:
    shared = sum([asked.ideas[idea] for idea in term.ideas if idea in asked.ideas])
    if not shared:
        return 0.0
    fit = _IDEA_TERM_SHARE * shared / term.idea_weight + (1 - _IDEA_TERM_SHARE) * shared / asked.idea_weight
    return fit * shared / (shared + _LITTLE * asked.rarest)


def _score(
    grams: Mapping[int, float],
    weight: float,
    terms: Iterable[tuple[Sequence[int], float, str]],
    text: str,
    asked: Asked,
) -> float:
    promising: list[tuple[float, float, str]] = []
    known: set[int] = set()
    for term_grams, term_weight, spaced in terms:
        if common := [gram for gram in term_grams if gram in grams]:
            known.update(common)
            shared = sum(map(grams.__getitem__, common))
            promising.append((_TERM_SHARE * shared / term_weight + _QUERY_SHARE * shared / weight, shared, spaced))
    if not promising:
        return 0.0
    whole = _ENTRY_SHARE * sum(map(grams.__getitem__, known)) / weight
    return max(
        (overlap + whole + _FUZZY_SHARE * _fuzzy(text, spaced)) * shared / (shared + _LITTLE * asked.rarest)
        for overlap, shared, spaced in nlargest(_FUZZY_TERMS, promising)
    )


def _fuzzy(asked: str, term: str) -> float:
    whole = fuzz.token_set_ratio(asked, term)
    if _SHORTEST_PARTIAL <= len(term) <= len(asked):
        return max(whole, 0.9 * fuzz.partial_ratio(asked, term)) / 100
    return whole / 100
