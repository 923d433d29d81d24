"""A message ready for any channel: text in the reader's language and what may be pressed under it."""

from dataclasses import dataclass

from bot.buttons import navigates


@dataclass(frozen=True)
class Key:
    label: str
    data: str


@dataclass(frozen=True)
class Rendered:
    """`wants` names what the chat program may send by itself (`place`, `contact`, `photo`), offered under
    `wants_label`; `photo` is the reference of a stored picture that the text goes with."""

    text: str
    rows: tuple[tuple[Key, ...], ...] = ()
    wants: str | None = None
    wants_label: str = ""
    photo: str | None = None

    @property
    def keys(self) -> tuple[Key, ...]:
        return tuple(key for row in self.rows for key in row)

    @property
    def has_choice(self) -> bool:
        """Whether there are buttons to choose from, beyond those that move within a form."""
        return any(not navigates(key.data) for key in self.keys)
