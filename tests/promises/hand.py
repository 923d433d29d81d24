"""The hand that holds a phone: what an act of the story sends, by what the phone shows."""

from dataclasses import dataclass, field

from bot.incoming import Pressed, What
from bot.rendered import Key
from dialogs.events import Said
from dialogs.model import REVIEW
from tests.promises.story import Act, Fill, Send, Tap
from tests.transcripts.phones import Phones


@dataclass
class Hand:
    """One person's acts, the next one first."""

    name: str
    acts: list[Act]
    phones: Phones
    _told: dict[str, list[What]] = field(default_factory=dict)

    def next(self) -> What | None:
        """What is sent now; None while what it answers is not there. It stays the next until `sent`."""
        if not self.acts:
            return None
        match self.acts[0]:
            case Send(what, question):
                return what if not question or self._key(f":{question}:~") else None
            case Tap(button):
                data = self._key(button)
                return Pressed(data) if data else None
            case Fill():
                return self._filled()

    def sent(self) -> None:
        """A form is filled in over many sendings; every other act is one."""
        match self.acts[0]:
            case Fill(told, _) as fill:
                question = self._question()
                if question == REVIEW:
                    self.acts.pop(0)
                    self._told = {}
                    return
                left = self._told.setdefault(question, list(told.get(question, ())))
                if left:
                    left.pop(0)
                assert fill is self.acts[0]
            case _:
                self.acts.pop(0)

    def _filled(self) -> What | None:
        fill, keys = self.acts[0], self._asked()
        if not keys or not isinstance(fill, Fill):
            return None
        question = self._question()
        if question == REVIEW:
            return Pressed(_with(keys, fill.then))
        left = self._told.get(question, list(fill.told.get(question, ())))
        if left:
            return left[0]
        options = [key.data for key in keys]
        orders = [data for wanted in ("~done", "~skip") for data in options if data.endswith(f":{wanted}")]
        answers = [data for data in options if ":~" not in data]
        return Pressed([*orders, *answers][0]) if orders or answers else Said("in my own words")

    def _question(self) -> str:
        return self._asked()[0].data.split(":")[2]

    def _asked(self) -> list[Key]:
        """The buttons under the newest question of all."""
        shown = [list(message.keys) for message in self.phones.messages.get(self.name, [])]
        asked = [keys for keys in shown if any(key.data.startswith("f:") for key in keys)]
        return asked[-1] if asked else []

    def _key(self, wanted: str) -> str | None:
        """The newest button that holds it; of a form, only one under the newest question."""
        for message in reversed(self.phones.messages.get(self.name, [])):
            for key in message.keys:
                if wanted in key.data:
                    is_live = not key.data.startswith("f:") or any(each.data == key.data for each in self._asked())
                    return key.data if is_live else None
        return None


def _with(keys: list[Key], option: str) -> str:
    return next(key.data for key in keys if key.data.endswith(f":{option}"))
