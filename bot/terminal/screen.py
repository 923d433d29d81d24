"""Shows messages in a terminal: text, numbered buttons, edits marked as such."""

from collections.abc import Callable
from dataclasses import dataclass, field

from backend.database import Work
from backend.delivery import Parcel
from bot.channels import TERMINAL
from bot.notices import compose
from bot.rendered import Key, Rendered

CHANNEL = "terminal"


@dataclass
class Screen:
    """A board of one process: what is shown is gone when it ends. `tell` prints a line."""

    tell: Callable[[str], None]
    keys: dict[str, Key] = field(default_factory=dict)
    """The buttons that can be pressed now, by their number."""

    async def post(self, work: Work, parcel: Parcel) -> str:
        """Shows the message once its transaction is committed; the outbox row serves as its id."""
        message = await compose(work, parcel)
        work.after_commit.append(lambda: self._show(message, edited=parcel.replaces is not None))
        return parcel.replaces or str(parcel.id)

    def _show(self, message: Rendered, *, edited: bool) -> None:
        first, *rest = message.text.splitlines() or [""]
        self.tell(f"{'✎' if edited else '‹'} {first}")
        for line in rest:
            self.tell(f"  {line}")
        if message.photo:
            self.tell(f"  ({message.photo})")
        if message.wants and message.wants not in TERMINAL.sharing:
            self.tell(f"  ({message.wants_label}: {TERMINAL.typed[message.wants]})")
        keys = [key for row in message.rows for key in row]
        if keys:
            self.keys = {str(number): key for number, key in enumerate(keys, 1)}
            self.tell("  " + "  ".join(f"{number} [{key.label}]" for number, key in self.keys.items()))
