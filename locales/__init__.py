"""Every word a person reads, in Fluent files: one folder a language, the same keys in each."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast

LANGUAGES = ("en", "zh-Hans", "zh-Hant")
BABEL = {"en": "en", "zh-Hans": "zh_Hans", "zh-Hant": "zh_Hant"}
_FOLDER = Path(__file__).parent
_TRADITIONAL = ("hant", "tw", "hk", "mo")


class MissingWords(LookupError):
    """A key or a variable that the locale files and the code do not agree about."""


def best_language(tag: str | None) -> str:
    """The language for a client's tag such as `zh-hk`, for the first of a browser's list, or for a terminal's locale
    such as `zh_TW.UTF-8`; English where we speak none of it."""
    first = re.split("[,;]", (tag or "").lower())[0].strip()
    parts = re.split("[-_.@]", first)
    if parts[0] != "zh":
        return "en"
    return "zh-Hant" if any(part in _TRADITIONAL for part in parts) else "zh-Hans"


def text(language: str, key: str, args: Mapping[str, str | int] | None = None) -> str:
    """The words of the key. Raises MissingWords rather than showing another language or a hole."""
    bundle = _bundle(language)
    if not bundle.has_message(key):
        raise MissingWords(f"{language} has no {key}")
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise MissingWords(f"{language} has no value for {key}")
    words, errors = bundle.format_pattern(pattern, dict(args or {}))
    if errors:
        raise MissingWords(f"{language} {key}: {errors}")
    return str(words)


def has(key: str) -> bool:
    return _bundle("en").has_message(key)


def spellings(key: str) -> frozenset[str]:
    """What people type for it in any language: the values of the key, split at `|` and folded."""
    return frozenset(fold(word) for language in LANGUAGES for word in text(language, key).split("|"))


def fold(words: str) -> str:
    """Lower case, full-width forms made plain, and only letters and digits kept, with single spaces."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    kept = "".join(sign if sign.isalnum() else " " for sign in plain)
    return " ".join(kept.split())


def resources(language: str) -> list[ast.Resource]:
    """The parsed files of a language, for checks."""
    return [
        FluentParser().parse(file.read_text(encoding="utf-8")) for file in sorted((_FOLDER / language).glob("*.ftl"))
    ]


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted((_FOLDER / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle
