"""What each channel can do. Whoever shows a message there asks here."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Abilities:
    """`buttons`: a tap sends what the button carries; without, buttons are numbered and the number is typed.
    `sharing` holds what the chat program sends by itself: `place`, `contact`, `photo`; `typed` what is typed to send
    the others. `beside_choice`: what it sends by itself is offered beside buttons to choose from; without, a message
    has room for one of the two. `photos`: pictures are shown; without, their names. `editing`: a message that stands
    there can be changed; without, it is shown again. `retiring`: buttons go once they had their answer. `glimpses`:
    words for a moment follow a `tap`, or also words (`said`). `names`: it tells how its users are called. Lengths count
    UTF-16 units; 0 is without end.
    """

    buttons: bool
    sharing: frozenset[str]
    photos: bool
    editing: bool
    beside_choice: bool = True
    retiring: bool = False
    glimpses: frozenset[str] = frozenset({"tap", "said"})
    names: bool = True
    longest_text: int = 0
    longest_caption: int = 0
    typed: Mapping[str, str] = field(default_factory=dict)

    def offers(self, wants: str | None, *, choice: bool) -> bool:
        """Whether a message offers to send what it wants; `choice`: it has buttons to choose from."""
        return wants in self.typed or (wants in self.sharing and (self.beside_choice or not choice))

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
    beside_choice=False,
    glimpses=frozenset({"tap"}),
    longest_text=4096,
    longest_caption=1024,
)
WEB = Abilities(
    buttons=True, sharing=frozenset({"place", "photo"}), photos=True, editing=True, retiring=True, names=False
)
TERMINAL = Abilities(
    buttons=False,
    sharing=frozenset(),
    photos=False,
    editing=False,
    typed={"place": "!place 31.23,121.47", "contact": "!contact +8613800138000", "photo": "!photo FILE"},
)
ABILITIES = {"telegram": TELEGRAM, "web": WEB, "terminal": TERMINAL}
