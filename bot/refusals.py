"""What a refusal is called in chat: one place maps error codes to words."""

from backend.errors import Refusal
from dialogs.phrases import Words
from locales import has


def refusal_words(refusal: Refusal) -> Words:
    """`refusal-<code>-<what>` where there are words for the very case, else `refusal-<code>`."""
    what = refusal.facts.get("what")
    special = f"refusal-{refusal.code}-{what}"
    key = special if what and has(special) else f"refusal-{refusal.code}"
    facts = {name: value for name, value in refusal.facts.items() if isinstance(value, str)}
    return Words(key, {name: facts.get(name, "") for name in ("number", "status", "name")})
