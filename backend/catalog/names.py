"""What an entry is called when it is shown."""

from collections.abc import Mapping

from backend.catalog.normalise import fold, to_traditional
from backend.catalog.values import Entry, Role


def names(entry: Entry) -> Mapping[str, str]:
    """The name in each language. One that the data lacks is converted from the other Chinese script, else borrowed."""
    return complete({term.language: term.text for term in entry.terms if term.role is Role.NAME}, entry.key)


def complete(given: Mapping[str, str], key: str) -> Mapping[str, str]:
    simplified = given.get("zh-Hans") or fold(given.get("zh-Hant", ""))
    traditional = given.get("zh-Hant") or to_traditional(simplified)
    english = given.get("en", "")
    return {
        "en": english or simplified or key,
        "zh-Hans": simplified or english or key,
        "zh-Hant": traditional or english or key,
    }
