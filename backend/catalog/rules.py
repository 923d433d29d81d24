"""Decisions about what customers say: what may be taken as meant, what is only offered, what is dangerous."""

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib.resources import files

from backend.catalog.normalise import HAN, fold
from backend.catalog.values import Candidate, Finding

FLOOR = 0.42
FLOOR_FOR_KNOWN_CATEGORY = 0.15
FLOOR_ASIDE = 0.3
_GAP = {True: f"[{HAN}]{{0,4}}", False: r"(?:\W+\w+){0,3}?\W+"}


def decide(exact: Collection[int], guesses: Sequence[Candidate], limit: int) -> Finding:
    """Only the very words of a single entry are taken as meant; everything else is offered, or not even that."""
    likely = [guess for guess in guesses if guess.entry not in exact]
    named = [Candidate(entry, 1.0) for entry in sorted(exact)]
    likely.sort(key=lambda guess: (-guess.score, guess.entry))
    return Finding(named[0].entry if len(named) == 1 else None, tuple([*named, *likely][:limit]))


def is_likely(score: float, *, in_known_category: bool, aside: bool = False) -> bool:
    """Whether a guess is worth offering: less will do within the category that the customer speaks of.

    `aside`: the words are about something else than faults as well, as a price.
    """
    if not in_known_category:
        return score >= FLOOR
    return score >= (FLOOR_ASIDE if aside else FLOOR_FOR_KNOWN_CATEGORY)


def hazard_words(text: str) -> tuple[str, ...]:
    """The kinds of danger that the words tell of (gas, smoke, fire, shock, burning-smell, wet-electrics), or none.

    A word that is denied ("no smoke") or belongs to a harmless phrase does not count; in doubt it does.
    """
    harmless, denied, kinds = _hazards()
    told = harmless.sub(" , ", fold(text))
    return tuple(kind for kind, pattern in kinds.items() if _is_told(told, pattern, denied))


def _is_told(text: str, pattern: re.Pattern[str], denied: re.Pattern[str]) -> bool:
    return any(not denied.search(text[: match.start()]) for match in pattern.finditer(text))


@cache
def _hazards() -> tuple[re.Pattern[str], re.Pattern[str], Mapping[str, re.Pattern[str]]]:
    data = tomllib.loads(files(__package__).joinpath("data/hazards.toml").read_text(encoding="utf-8"))
    denied = re.compile(rf"(?:{_any_of(data['denials'])})\W*$")
    kinds = {kind: re.compile(_any_of(phrases)) for kind, phrases in data["hazards"].items()}
    return re.compile(_any_of(data["harmless"])), denied, kinds


def _any_of(phrases: Sequence[str]) -> str:
    return "|".join(_pattern(fold(phrase)) for phrase in phrases)


def _pattern(phrase: str) -> str:
    """`*` stands for the rest of a word, `~` for a few words or characters between."""
    is_han = bool(re.search(f"[{HAN}]", phrase))
    gap, edge = _GAP[is_han], "" if is_han else r"\b"
    parts = [re.escape(part.strip()).replace(r"\*", r"\w*").replace(r"\ ", r"\W+") for part in phrase.split("~")]
    return edge + gap.join(parts) + edge
