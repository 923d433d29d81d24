"""Everybody's phone: what the product put up in each chat, message by message."""

from dataclasses import dataclass, field

from backend.database import Work
from backend.delivery import Parcel
from bot.notices import compose
from bot.rendered import Key, Rendered

CHANNEL = "phone"


@dataclass
class Message:
    """Its states, the newest last. An edit adds a state."""

    number: int
    states: list[Rendered] = field(default_factory=list)

    @property
    def keys(self) -> list[Key]:
        return [key for row in self.states[-1].rows for key in row]


@dataclass(frozen=True)
class Shown:
    """Something that appeared on a phone."""

    name: str
    message: int
    rendered: Rendered
    edited: bool


@dataclass
class Phones:
    """They outlive every restart of the product."""

    messages: dict[str, list[Message]] = field(default_factory=dict)
    _news: list[Shown] = field(default_factory=list)

    async def post(self, work: Work, parcel: Parcel) -> str:
        """A board of the delivery."""
        rendered = await compose(work, parcel)
        chat = self.messages.setdefault(parcel.address, [])
        if parcel.replaces is None:
            chat.append(Message(len(chat) + 1))
        message = chat[int(parcel.replaces) - 1] if parcel.replaces else chat[-1]
        edited = bool(message.states)
        if not edited or message.states[-1] != rendered:
            message.states.append(rendered)
            self._news.append(Shown(parcel.address, message.number, rendered, edited))
        return str(message.number)

    def news(self) -> list[Shown]:
        """What appeared since this was asked last."""
        news, self._news = self._news, []
        return news

    def key(self, name: str, label: str, number: int | None) -> Key:
        """The newest button of that label; `…` stands for the rest of one. With a number also one that was edited away.

        Raises LookupError.
        """
        chat = self.messages.get(name, [])
        if number is None:
            keys = [key for message in reversed(chat) for key in message.keys]
        else:
            keys = [key for state in reversed(chat[number - 1].states) for row in state.rows for key in row]
        for key in keys:
            if key.label == label or (label.endswith("…") and key.label.startswith(label[:-1])):
                return key
        raise LookupError(f"{name} has no button [{label}], only {[key.label for key in keys]}")
