"""Everybody's phone: what was read off each chat, message by message."""

from dataclasses import dataclass, field

from backend.database import Work
from backend.delivery import Parcel
from bot.notices import compose
from bot.rendered import Key, Rendered

CHANNEL = "phone"


@dataclass
class Message:
    """Its states, the newest last. An edit adds a state. `reference` is the channel's own name of it; `retired`: its
    buttons went without a word."""

    number: int
    reference: str
    states: list[Rendered] = field(default_factory=list)
    retired: bool = False

    @property
    def keys(self) -> tuple[Key, ...]:
        return self.states[-1].keys


@dataclass(frozen=True)
class Shown:
    """Something that appeared on a phone."""

    name: str
    message: int
    rendered: Rendered
    edited: bool


@dataclass(frozen=True)
class Tapped:
    """A button that was found, and the message that it stands in."""

    message: Message
    key: Key


@dataclass
class Phones:
    """They outlive every restart of the product."""

    messages: dict[str, list[Message]] = field(default_factory=dict)
    _news: list[Shown] = field(default_factory=list)

    async def post(self, work: Work, parcel: Parcel) -> str:
        """A board for tests of no channel in particular: each message as it was composed."""
        reference = parcel.replaces or str(len(self.messages.get(parcel.address, [])) + 1)
        self.show(parcel.address, reference, await compose(work, parcel))
        return reference

    def show(self, name: str, reference: str, rendered: Rendered, *, quietly: bool = False) -> None:
        """A message as it stands now; `quietly` when nobody would call it news."""
        chat = self.messages.setdefault(name, [])
        message = next((each for each in chat if each.reference == reference), None)
        if message is None:
            message = Message(len(chat) + 1, reference)
            chat.append(message)
        if message.states and message.states[-1] == rendered:
            return
        message.states.append(rendered)
        message.retired = quietly
        if not quietly:
            self._news.append(Shown(name, message.number, rendered, edited=len(message.states) > 1))

    def news(self) -> list[Shown]:
        """What appeared since this was asked last."""
        news, self._news = self._news, []
        return news

    def find(self, name: str, label: str, number: int | None) -> Tapped:
        """The newest button of that label; `…` stands for the rest of one. With a number also one that was edited away.

        A button that was retired is found last: whoever taps it has not seen it go. Raises LookupError.
        """
        chat = self.messages.get(name, [])
        if number is None:
            offered = [Tapped(message, key) for message in reversed(chat) for key in message.keys]
            gone = [each for message in reversed(chat) if message.retired for each in _ever(message)]
            found = [*offered, *gone]
        else:
            found = _ever(chat[number - 1])
        for each in found:
            if each.key.label == label or (label.endswith("…") and each.key.label.startswith(label[:-1])):
                return each
        raise LookupError(f"{name} has no button [{label}], only {[each.key.label for each in found]}")


def _ever(message: Message) -> list[Tapped]:
    return [Tapped(message, key) for state in reversed(message.states) for key in state.keys]
