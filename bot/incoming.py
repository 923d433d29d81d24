"""What reaches us from any channel, in one shape."""

from dataclasses import dataclass

from dialogs.events import Event, Said
from dialogs.phrases import Words


@dataclass(frozen=True)
class Command:
    """A slash command, or the deep link's payload with `start`."""

    name: str
    argument: str = ""


@dataclass(frozen=True)
class Pressed:
    """A button's data, as untrusted as any other input."""

    data: str


@dataclass(frozen=True)
class Chosen:
    """A language picked in the client."""

    language: str


@dataclass(frozen=True)
class Lost:
    """Something that was sent but could not be fetched or read; the words say what."""

    words: Words


@dataclass(frozen=True)
class Moved:
    """A place shared live has moved on; nobody is answered. Degrees."""

    latitude: float
    longitude: float


What = Event | Command | Pressed | Chosen | Lost | Moved


@dataclass(frozen=True)
class Incoming:
    """One update. `update_id` is unique within `source`, which names the channel and, on Telegram, the bot."""

    source: str
    update_id: str
    channel: str
    address: str
    name: str
    language: str
    what: What
    private: bool = True


@dataclass(frozen=True)
class Reply:
    """What goes back at once: a toast for a tap. `seen` is false for an update that was handled before."""

    toast: str | None = None
    seen: bool = True


def as_command(text: str) -> Command | Said:
    """`/name argument`, also `/name@bot argument`; anything else is just said."""
    if not text.startswith("/") or len(text) < 2 or text[1].isspace():
        return Said(text)
    name, _, argument = text[1:].partition(" ")
    return Command(name.partition("@")[0].lower(), argument.strip())
