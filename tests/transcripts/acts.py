"""What a person does in one line: one deed or several, whatever channel carries them."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from bot.incoming import Chosen, Command, Pressed, What, as_command
from dialogs.events import ContactShared, PlaceShared, Unsupported
from tests.transcripts.script import LANGUAGES, Act


@dataclass(frozen=True)
class Tap:
    """`…` at the end of a label stands for the rest of it; `message` is the number of the one that the button is in."""

    label: str
    message: int | None = None


@dataclass(frozen=True)
class Picture:
    """`album` counts the pictures that were sent together."""

    data: bytes
    caption: str = ""
    album: int = 1


Deed = Tap | Picture | What


@dataclass
class Hands:
    """`invites` are the tokens of those who are yet to join."""

    invites: dict[str, str]
    _taken: int = 0

    def deeds(self, act: Act) -> list[Deed]:
        """Raises ValueError."""
        for pattern, means in _MEANINGS:
            if found := re.fullmatch(pattern, act.what):
                return means(self, act, found)
        raise ValueError(f"nobody knows what this does: {act}")

    def picture(self) -> bytes:
        """Each is another."""
        self._taken += 1
        data = io.BytesIO()
        Image.new("RGB", (8, 8), (self._taken * 20 % 256, 80, 80)).save(data, "PNG")
        return data.getvalue()


Means = Callable[[Hands, Act, re.Match[str]], list[Deed]]


def _taps(hands: Hands, act: Act, found: re.Match[str]) -> list[Deed]:
    tap = Tap(found["label"], int(found["number"]) if found["number"] else None)
    return [tap] * (2 if found["twice"] else 1)


def _pictures(hands: Hands, act: Act, found: re.Match[str]) -> list[Deed]:
    count, caption = int(found["count"] or 1), found["caption"] or ""
    return [Picture(hands.picture(), "" if later else caption, count) for later in range(count)]


_MEANINGS: tuple[tuple[str, Means], ...] = (
    (r": (?P<text>.+)", lambda hands, act, found: [as_command(found["text"])]),
    (r" says (?P<count>\d+) characters", lambda hands, act, found: [as_command("x" * int(found["count"]))]),
    (r" taps \[(?P<label>.+?)\](?: in message (?P<number>\d+))?(?P<twice>, twice)?", _taps),
    (r" forges the button (?P<data>\S+)", lambda hands, act, found: [Pressed(found["data"])]),
    (
        r" shares the place (?P<latitude>[-\d.]+), (?P<longitude>[-\d.]+)",
        lambda hands, act, found: [PlaceShared(float(found["latitude"]), float(found["longitude"]))],
    ),
    (r" shares the number (?P<phone>.+)", lambda hands, act, found: [ContactShared(found["phone"], own=True)]),
    (
        r" shares somebody else's number (?P<phone>.+)",
        lambda hands, act, found: [ContactShared(found["phone"], own=False)],
    ),
    (r" sends a sticker", lambda hands, act, found: [Unsupported()]),
    (r" sends (?:a photo|(?P<count>\d+) photos)(?:, saying: (?P<caption>.+))?", _pictures),
    (r" sends a broken picture", lambda hands, act, found: [Picture(b"no picture at all")]),
    (
        r" opens the link of unit (?P<serial>\S+)",
        lambda hands, act, found: [Command("start", f"s_{found['serial']}")],
    ),
    (r" opens the invite", lambda hands, act, found: [Command("start", f"i_{hands.invites[act.name]}")]),
    (
        r" sets the phone to (?P<language>[\w ]+)",
        lambda hands, act, found: [Chosen(LANGUAGES[found["language"]])],
    ),
)
