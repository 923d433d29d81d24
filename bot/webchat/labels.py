"""The words that the pages themselves show."""

from backend.database import Json, JsonObject
from locales import LANGUAGES, text

_CHAT = (
    "write-here",
    "send",
    "attach-photo",
    "share-place",
    "connecting",
    "offline",
    "place-denied",
    "too-large",
    "not-sent",
    "today",
    "new-messages",
    "language",
)


def chat_labels(language: str) -> JsonObject:
    labels: JsonObject = {name.replace("-", "_"): text(language, f"web-{name}") for name in _CHAT}
    return {**labels, "languages": language_names()}


def language_names() -> dict[str, Json]:
    """Each language by its own name."""
    return {code: text(code, f"language-{code}") for code in LANGUAGES}
