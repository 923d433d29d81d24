"""What each channel can do. Whoever shows a message there asks here."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Abilities:
    """`buttons`: a tap sends what the button carries; without, buttons are numbered and the number is typed.
    `sharing` holds what the chat program sends by itself: `place`, `contact`, `photo`; `typed` what is typed to send
    the others. `photos`: pictures are shown. `editing`: a message that stands there can be changed. Lengths count
    UTF-16 units; 0 is without end.
    """

    buttons: bool
    sharing: frozenset[str]
    photos: bool
    editing: bool
    longest_text: int = 0
    longest_caption: int = 0
    typed: Mapping[str, str] = field(default_factory=dict)

    def length(self, text: str) -> int:
        """In UTF-16 units."""
        return len(text.encode("utf-16-le")) // 2

    def cut(self, text: str) -> str:
        """As much of a message's text as the channel takes."""
        return _cut(text, self.longest_text)

    def cut_caption(self, text: str) -> str:
        """As much of the text under a picture as the channel takes."""
        return _cut(text, self.longest_caption)


def _cut(text: str, longest: int) -> str:
    if not longest:
        return text
    return text.encode("utf-16-le")[: longest * 2].decode("utf-16-le", errors="ignore")


TELEGRAM = Abilities(
    buttons=True,
    sharing=frozenset({"place", "contact"}),  # photos go by the paper clip, which needs no key
    photos=True,
    editing=True,
    longest_text=4096,
    longest_caption=1024,
)
WEB = Abilities(buttons=True, sharing=frozenset({"place", "photo"}), photos=True, editing=True)
TERMINAL = Abilities(
    buttons=False,
    sharing=frozenset(),
    photos=False,
    editing=False,
    typed={"place": "!place 31.23,121.47", "contact": "!contact +8613800138000", "photo": "!photo FILE"},
)
ABILITIES = {"telegram": TELEGRAM, "web": WEB, "terminal": TERMINAL}
