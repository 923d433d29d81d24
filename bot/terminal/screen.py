"""Shows messages in a terminal: text, numbered buttons, edits marked as such."""

from collections.abc import Callable
from dataclasses import dataclass, field

from backend.database import Work
from backend.delivery import Parcel
from bot.channels import TERMINAL
from bot.notices import compose
from bot.rendered import Key, Rendered

CHANNEL = "terminal"
NEW, EDITED = "‹", "✎"


@dataclass
class _Message:
    """`number` counts the messages of the screen; `keys` are its buttons by what is typed to press them."""

    number: int
    shown: Rendered
    keys: dict[str, Key]


@dataclass
class Screen:
    """A board of one process: what is shown is gone when it ends. `tell` prints a line."""

    tell: Callable[[str], None]
    _messages: dict[str, _Message] = field(default_factory=dict)
    _newest: _Message | None = None
    """The last message with buttons."""

    @property
    def keys(self) -> dict[str, Key]:
        """The buttons that can be pressed now, by what is typed for them: those of the last message that has any by
        their number, those of every message by `!message.number`."""
        older = {
            f"!{message.number}.{position}": key
            for message in self._messages.values()
            for position, key in enumerate(message.keys.values(), 1)
        }
        return {**older, **(self._newest.keys if self._newest else {})}

    async def post(self, work: Work, parcel: Parcel) -> str:
        """Shows the message once its transaction is committed; the outbox row serves as its id."""
        message = await compose(work, parcel)
        reference = parcel.replaces or str(parcel.id)
        work.after_commit.append(lambda: self.show(reference, message, edited=parcel.replaces is not None))
        return reference

    def show(self, reference: str, message: Rendered, *, edited: bool = False) -> None:
        """Prints a message, or one that has changed once more; one that is as it was is not printed again."""
        known = self._messages.get(reference)
        if known is not None and known.shown == message:
            return
        number = known.number if known else len(self._messages) + 1
        shown = self._messages[reference] = _Message(number, message, _handles(message))
        if shown.keys or self._newest is known:
            self._newest = shown
        self._print(shown, EDITED if edited else NEW)

    def _print(self, shown: _Message, mark: str) -> None:
        message = shown.shown
        first, *rest = message.text.splitlines() or [""]
        self.tell(f"{mark}{shown.number} {first}")
        for line in rest:
            self.tell(f"  {line}")
        if message.photo:
            self.tell(f"  ({message.photo})")
        if message.wants and TERMINAL.offers(message.wants, choice=message.has_choice):
            self.tell(f"  ({message.wants_label}: {TERMINAL.typed[message.wants]})")
        handles = iter(shown.keys)
        for row in message.rows:
            self.tell("  " + "  ".join(f"{next(handles)} [{key.label}]" for key in row))


def _handles(message: Rendered) -> dict[str, Key]:
    """Numbers from one; behind a `!` where a bare number may be an answer in words."""
    numbers_are_words = not message.has_choice or any(key.label[:1].isdigit() for key in message.keys)
    mark = "!" if numbers_are_words else ""
    return {f"{mark}{number}": key for number, key in enumerate(message.keys, 1)}
