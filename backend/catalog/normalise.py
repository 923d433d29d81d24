"""One form for all spellings: width, case, Traditional and Simplified characters, punctuation and spaces."""

import re
import unicodedata
from functools import lru_cache

from opencc import OpenCC
from pypinyin import lazy_pinyin

HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_PIECE = re.compile(rf"[{HAN}]|[^\W_{HAN}]+")
_NOT_CODE = re.compile(r"[^a-z0-9]+")
_IS_HAN = re.compile(f"[{HAN}]")
_TO_TRADITIONAL = OpenCC("s2t")
_SLURRED = ((re.compile(r"^([zcs])h"), r"\1"), (re.compile(r"^n(?=[aeiou])"), "l"), (re.compile(r"([aei]n)g$"), r"\1"))


class _Simplified(dict[int, str]):
    """Traditional → Simplified character by character, each asked of OpenCC only once."""

    def __init__(self) -> None:
        self._converter = OpenCC("t2s")

    def __missing__(self, point: int) -> str:
        character = chr(point)
        while (converted := self._converter.convert(character)) != character:
            character = converted
        self[point] = character
        return character


_SIMPLIFIED = _Simplified()


def fold(text: str) -> str:
    """NFKC, casefold, Simplified; punctuation stays. Folding twice changes nothing more."""
    text = unicodedata.normalize("NFKC", text)
    text = unicodedata.normalize("NFKC", text.casefold()).casefold()
    return unicodedata.normalize("NFKC", text.translate(_SIMPLIFIED))


def pieces(folded: str) -> list[str]:
    """Words of letters and digits, and single Han characters."""
    return _PIECE.findall(folded)


@lru_cache(maxsize=4096)
def normalise(text: str) -> str:
    """Folded words and single Han characters, one space between: what "the same words" means."""
    return " ".join(pieces(fold(text)))


def squash(text: str) -> str:
    """A model code without its case, dashes and spaces: letters a-z and digits only."""
    return _NOT_CODE.sub("", fold(text))


def serial_key(text: str) -> str:
    """A serial number without its case, dashes and spaces; unlike in a code, letters of any script stay."""
    return "".join(character for character in fold(text) if character.isalnum())


def is_han(piece: str) -> bool:
    return bool(_IS_HAN.match(piece))


def to_traditional(text: str) -> str:
    return str(_TO_TRADITIONAL.convert(text))


def slur(syllable: str) -> str:
    """A pinyin syllable with the sounds folded together that speakers and typists mix up: zh/z, n/l, ing/in."""
    for pattern, replacement in _SLURRED:
        syllable = pattern.sub(replacement, syllable)
    return syllable


@lru_cache(maxsize=16384)
def pinyin(han: str) -> tuple[str, ...]:
    """The slurred, toneless readings of Han characters that stand together."""
    return tuple(slur(syllable) for syllable in lazy_pinyin(han))
