"""What a sentence gives away besides its matter: its parts, a wish to know how, and how its writer is addressed."""

import re
from functools import cache

from locales import LANGUAGES, fold, spellings, text

_HONORIFICS = ("ms", "mr")
_PAUSE = "[,;.!?\n\uff0c\uff1b\u3002\uff01\uff1f\u3001]+"


def parts_of(sentence: str) -> tuple[str, ...]:
    """What stands on each side of "and", of a comma and the like."""
    parts = (part.strip() for part in _joints().split(sentence) if part)
    return tuple(part for part in parts if fold(part))


def asks_about_use(sentence: str) -> bool | None:
    """Whether the words ask how to do something; None where they do not."""
    told = f" {fold(sentence)} "
    return any(_is_in(words, told) for words in spellings("words-how-to")) or None


def honorific_in(name: str) -> str | None:
    """How the name itself says that its bearer is addressed."""
    told = fold(name).split()
    for honorific in _HONORIFICS:
        for words in spellings(f"words-{honorific}"):
            if words in told or (not words.isascii() and any(part.endswith(words) for part in told)):
                return honorific
    return None


def _is_in(words: str, told: str) -> bool:
    """Words of letters stand apart; Chinese ones run on."""
    return f" {words} " in told if words.isascii() else words in told


@cache
def _joints() -> re.Pattern[str]:
    said = {word.strip() for language in LANGUAGES for word in text(language, "words-and").split("|")}
    latin = "|".join(re.escape(word) for word in sorted(said, key=len, reverse=True) if word.isascii())
    han = "|".join(re.escape(word) for word in sorted(said, key=len, reverse=True) if not word.isascii())
    return re.compile(rf"{_PAUSE}|\b(?:{latin})\b|{han}", re.IGNORECASE)
