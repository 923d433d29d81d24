"""A message ready for any channel: text in the reader's language and what may be pressed under it."""

from dataclasses import dataclass


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
