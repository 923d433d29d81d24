"""What a person does in one line becomes what reaches the front door."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from bot.incoming import Chosen, Command, Lost, Pressed, What, as_command
from bot.photos import Photos
from dialogs.events import ContactShared, PhotoSent, PlaceShared, Unsupported
from dialogs.phrases import Words
from tests.transcripts.phones import Phones
from tests.transcripts.script import LANGUAGES, Act


@dataclass
class Hands:
    """`invites` are the tokens of those who are yet to join."""

    phones: Phones
    photos: Photos
    invites: dict[str, str]
    _taken: int = 0

    async def does(self, act: Act) -> list[What]:
        """One line may be several updates. Raises ValueError, or LookupError for a button that is not there."""
        for pattern, means in _MEANINGS:
            if found := re.fullmatch(pattern, act.what):
                return means(self, act, found)
        if found := re.fullmatch(r" sends (?:a photo|(?P<count>\d+) photos)(?:, saying: (?P<caption>.+))?", act.what):
            return [await self._photo(found["caption"] or "" if first else "") for first in _firsts(found["count"])]
        raise ValueError(f"nobody knows what this does: {act}")

    async def _photo(self, caption: str) -> What:
        """Each picture is another."""
        self._taken += 1
        data = io.BytesIO()
        Image.new("RGB", (8, 8), (self._taken * 20 % 256, 80, 80)).save(data, "PNG")
        return PhotoSent(await self.photos.keep(data.getvalue()), caption)


Means = Callable[[Hands, Act, re.Match[str]], list[What]]


def _firsts(count: str | None) -> list[bool]:
    return [True] + [False] * (int(count or 1) - 1)


def _taps(hands: Hands, act: Act, found: re.Match[str]) -> list[What]:
    key = hands.phones.key(act.name, found["label"], int(found["number"]) if found["number"] else None)
    return [Pressed(key.data)] * (2 if found["twice"] else 1)


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
    (r" sends a broken picture", lambda hands, act, found: [Lost(Words("photo-lost"))]),
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
