"""Whole numbers in words: Chinese numerals of any kind, and English words up to ninety-nine."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from backend.catalog.normalise import fold

_LONGEST = 60
_THOUSANDS = re.compile(r"(?<=\d)[, ](?=\d{3}(?!\d))")
_DIGITS = re.compile(r"-?\d+")


@dataclass(frozen=True)
class _Vocabulary:
    digits: Mapping[str, int]
    tens: Mapping[str, int]
    short: Mapping[str, str]
    words: Mapping[str, int]
    whole: re.Pattern[str]
    """All of an answer that is a number in words; the group is the number."""


def number_in(text: str) -> int | None:
    """The number that the text names: the first in figures, else one that it is in words. None where it names none."""
    told = fold(text).strip()
    if found := _DIGITS.search(_THOUSANDS.sub("", told)):
        return int(found.group()[:9])
    whole = _vocabulary().whole.fullmatch(told[:_LONGEST])
    if whole is None:
        return None
    return _chinese(whole[1]) if whole[1] else _english(whole[2])


def _chinese(written: str) -> int | None:
    """Digits one after another, or counted in tens; "two or three" is no number."""
    known = _vocabulary()
    for short, whole in known.short.items():
        written = written.replace(short, whole)
    if any(sign in known.tens for sign in written):
        return _counted(written)
    digits = [known.digits[sign] for sign in written]
    if len(digits) == 2 and digits[1] == digits[0] + 1:
        return None
    return int("".join(map(str, digits)))


def _counted(written: str) -> int:
    """Ten thousands close a section; a digit at the end counts in the unit below the last one, but after a zero."""
    known, total, section, digit, unit = _vocabulary(), 0, 0, 0, 1
    for sign in written:
        if sign in known.digits:
            digit = known.digits[sign]
            unit = 1 if digit == 0 else unit
        elif (ten := known.tens[sign]) == 10_000:
            total, section, digit, unit = (total + section + digit) * ten, 0, 0, ten
        else:
            section, digit, unit = section + (digit or 1) * ten, 0, ten
    return total + section + digit * max(1, unit // 10)


def _english(written: str) -> int | None:
    values = [_vocabulary().words[word] for word in re.split(r"[\s-]+", written)]
    match values:
        case [one]:
            return one
        case [tens, ones] if tens >= 20 and ones < 10:
            return tens + ones
        case _:
            return None


@cache
def _vocabulary() -> _Vocabulary:
    data = tomllib.loads(files(__package__).joinpath("numbers.toml").read_text(encoding="utf-8"))
    signs = "".join((*data["digits"], *data["tens"], *data["short"]))
    words = "|".join(data["words"])
    around = {side: "|".join(sorted(map(re.escape, data[side]), key=len, reverse=True)) for side in ("before", "after")}
    number = rf"((?!\u4e07)[{signs}]+)|(?<![a-z])(?:a )?((?:{words})(?:[\s-]+(?:{words}))?)(?![a-z])"
    whole = rf"(?:(?:{around['before']})\s*)*(?:{number})(?:\s*(?:{around['after']}))*[.!\u3002\uff01]*"
    return _Vocabulary(data["digits"], data["tens"], data["short"], data["words"], re.compile(whole))
