"""What a transcript says on a channel that can do less: what follows from the table of abilities, nothing else."""

import re
from collections.abc import Iterator

from bot.channels import Abilities
from locales import LANGUAGES, text

_ORDERS = ("done", "skip", "keep", "back", "cancel")
_NAVIGATION = frozenset(text(language, f"button-{order}") for language in LANGUAGES for order in _ORDERS)
_KINDS = {
    text(language, f"button-share-{kind}"): kind for language in LANGUAGES for kind in ("place", "contact", "photo")
}
_NOTHING = "    (nothing happens)"
_OFFER = re.compile(r"    \| \(offers to send: (?P<label>.+)\)")
_ROW = re.compile(r"    \| \[.*\]")
_LABEL = re.compile(r"\[(.*?)\](?= \[|$)")
_GLIMPSE = re.compile(r"    \S.* sees for a moment: ")
_TAP = re.compile(r".+ (taps \[|forges the button )")


def as_on(abilities: Abilities, written: str) -> list[str]:
    """The lines of a transcript as they are on that channel."""
    told: list[str] = []
    done, choice = "said", False
    for line in written.splitlines():
        if line and not line[0].isspace():
            done = "tap" if _TAP.match(line) else "said"
        if not line.startswith("    |"):
            choice = False
        choice = choice or (bool(_ROW.fullmatch(line)) and _is_choice(line))
        if offer := _OFFER.fullmatch(line):
            if abilities.offers(_KINDS[offer["label"]], choice=choice):
                told.append(line)
        elif not _GLIMPSE.match(line) or done in abilities.glimpses:
            told.append(line)
        else:
            told.append(_NOTHING)
    return list(_happening(told))


def _is_choice(row: str) -> bool:
    return any(label not in _NAVIGATION for label in _LABEL.findall(row))


def _happening(lines: list[str]) -> Iterator[str]:
    """Without “nothing happens” where something does."""
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if line != _NOTHING or not after:
            yield line
