"""Free words told as a row of plain marks, over which the grammar of dates is written: `late last year`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from backend.catalog.normalise import fold

LONGEST = 1000
"""Characters that are read; what follows is left out."""
UNREAD = "_"
"""The mark of a word that says nothing about dates."""

_WORD = re.compile(r"[a-z][a-z0-9]*(?:-[a-z]*\d\w*)*")
_REST = re.compile(r"[a-z0-9]*")
_MORE_DIGITS = re.compile(r"[.\-/]?[0-9]")
_TWO_DIGITS = re.compile(r"[0-9]{2}(?![0-9])")
_DASHES = dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014\u2212~", "-") | {"/": "/", ",": ","}
_APOSTROPHES = str.maketrans("\u2018\u2019\u02bc`", "''''")


@dataclass(frozen=True)
class Holiday:
    """The months and days that a feast falls on, as wide as it moves."""

    first: tuple[int, int]
    last: tuple[int, int]


@dataclass(frozen=True)
class _Vocabulary:
    marks: Mapping[str, str]
    longest: int
    holidays: Mapping[str, Holiday]
    digits: Mapping[str, int]
    tens: Mapping[str, int]
    number: re.Pattern[str]


def marks(text: str) -> str:
    """The marks of the text with a space before, between and after; a number is itself, a stranger `_`.

    `n` stands before a number written with tens or hundreds, `p` before two neighbours ("two or three").
    """
    told = " ".join(fold(text[:LONGEST]).translate(_APOSTROPHES).split())[:LONGEST]
    found, at = [" "], 0
    while at < len(told):
        mark, at = _mark(told, at)
        if mark:
            found.append(f"{mark} ")
    return "".join(found)


def holidays() -> Mapping[str, Holiday]:
    """The feasts by the name that follows `h-` in their mark."""
    return _vocabulary().holidays


def _mark(text: str, at: int) -> tuple[str, int]:
    known, words = _phrase(text, at), _vocabulary()
    number = words.number.match(text, at)
    if known and (not number or known[1] >= number.end()):
        return known
    if number:
        rest = _REST.match(text, number.end())
        if rest and rest.group() and not _phrase(text, number.end()):
            return UNREAD, rest.end()
        return _number(number.group()), number.end()
    if word := _WORD.match(text, at):
        return UNREAD, word.end()
    return _sign(text, at), at + 1


def _phrase(text: str, at: int) -> tuple[str, int] | None:
    words = _vocabulary()
    for end in range(min(len(text), at + words.longest), at, -1):
        mark = words.marks.get(text[at:end])
        if mark is not None and _stands_alone(text, at, end):
            return mark, end
    return None


def _stands_alone(text: str, start: int, end: int) -> bool:
    first, last = text[start], text[end - 1]
    before, after = text[start - 1 : start], text[end : end + 1]
    if "0" <= first <= "9" and before and before in ".-/":
        return False
    if "0" <= last <= "9":
        return not _MORE_DIGITS.match(text, end)
    return not ("a" <= last <= "z" and "a" <= after <= "z")


def _sign(text: str, at: int) -> str:
    sign, before = text[at], text[at - 1 : at]
    if sign == ".":
        return "." if before.isdecimal() and text[at + 1 : at + 2].isdecimal() else ""
    if sign == "'":
        return "'" if _TWO_DIGITS.match(text, at + 1) else ""
    return _DASHES.get(sign, UNREAD if sign.isalnum() else "")


def _number(written: str) -> str:
    words = _vocabulary()
    if any(character in words.tens for character in written):
        value = _counted(written)
        return f"n{value}" if value < 10_000 else UNREAD
    digits = "".join(str(words.digits.get(character, character)) for character in written)
    if len(digits) == 2 and digits != written and 0 < int(digits[0]) == int(digits[1]) - 1:
        return f"p{digits}"
    return digits if len(digits) <= 8 else UNREAD


def _counted(written: str) -> int:
    words, total, digit = _vocabulary(), 0, 0
    for character in written:
        if ten := words.tens.get(character):
            total, digit = total + (digit or 1) * ten, 0
        else:
            digit = words.digits.get(character, 0)
    return total + digit


@cache
def _vocabulary() -> _Vocabulary:
    data = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    told = {fold(word): mark for mark, words in data["marks"].items() for word in words}
    told |= {fold(word): f"h-{name}" for name, holiday in data["holidays"].items() for word in holiday["words"]}
    digits, tens = data["numerals"]["digits"], data["numerals"]["tens"]
    written = "".join((*digits, *tens))
    return _Vocabulary(
        marks=told,
        longest=max(map(len, told)),
        holidays={n: Holiday((*h["first"],), (*h["last"],)) for n, h in data["holidays"].items()},
        digits=digits,
        tens=tens,
        number=re.compile(f"[0-9]+|[{written}][{written}0]*"),
    )
