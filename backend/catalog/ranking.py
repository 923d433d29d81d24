"""How well an entry of the catalogue fits what was asked."""

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from backend.catalog.grams import Asked, Indexed

_FUZZY_TERMS = 2
_TERM_SHARE, _QUERY_SHARE, _ENTRY_SHARE, _FUZZY_SHARE = 0.35, 0.15, 0.20, 0.30
_SOUND_TRUST = 0.85
_LITTLE = 0.3
_SHORTEST_PARTIAL = 5


def best_score(asked: Asked, terms: Sequence[Indexed]) -> float:
    """0 to 1, by letters, or by sound where that says more. Little in common says little, however well it fits."""
    by_letter = _score(asked.grams, asked.weight, [(t.grams, t.weight, t.spaced) for t in terms], asked.spaced, asked)
    if not asked.sounds:
        return by_letter
    sounding = [(term.sounds, term.sound_weight, term.sounded) for term in terms]
    by_sound = _score(asked.sounds, asked.sound_weight, sounding, asked.sounded, asked)
    return max(by_letter, _SOUND_TRUST * by_sound)


def _score(
    grams: Mapping[int, float],
    weight: float,
    terms: Sequence[tuple[Sequence[int], float, str]],
    text: str,
    asked: Asked,
) -> float:
    promising: list[tuple[float, float, str]] = []
    known: set[int] = set()
    for term_grams, term_weight, spaced in terms:
        common = [gram for gram in term_grams if gram in grams]
        if common:
            known.update(common)
            shared = sum(grams[gram] for gram in common)
            promising.append((_TERM_SHARE * shared / term_weight + _QUERY_SHARE * shared / weight, shared, spaced))
    promising.sort(reverse=True)
    whole = _ENTRY_SHARE * sum(grams[gram] for gram in known) / weight if known else 0.0
    return max(
        (
            (overlap + whole + _FUZZY_SHARE * _fuzzy(text, spaced)) * shared / (shared + _LITTLE * asked.rarest)
            for overlap, shared, spaced in promising[:_FUZZY_TERMS]
        ),
        default=0.0,
    )


def _fuzzy(asked: str, term: str) -> float:
    whole = fuzz.token_set_ratio(asked, term)
    if _SHORTEST_PARTIAL <= len(term) <= len(asked):
        return max(whole, 0.9 * fuzz.partial_ratio(asked, term)) / 100
    return whole / 100
