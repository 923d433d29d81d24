"""What a page sends over its WebSocket, checked and read."""

import json
from dataclasses import dataclass

from bot.incoming import Chosen, Command, Pressed, What, as_command
from dialogs.events import PhotoSent, PlaceShared, Said
from dialogs.phrases import Words
from locales import LANGUAGES, best_language

LONGEST_TEXT = 20_000
_LONGEST_ID = 64
_LARGEST_ID = 2**31


class BadFrame(Exception):
    """Not a frame of ours, or one that says too much. `frame` is its id where it has one."""

    def __init__(self, words: Words, frame: str = "") -> None:
        super().__init__(words.key)
        self.words, self.frame = words, frame


@dataclass(frozen=True)
class Hello:
    """`follows`: a link was followed, whose frame comes next."""

    seen: int
    language: str
    follows: bool = False


@dataclass(frozen=True)
class Spoken:
    """`echo` is how it stands in the chat afterwards; None for what leaves no trace of its own there.

    `tapped` is the message whose button was tapped.
    """

    frame: str
    what: What
    echo: str | None = None
    photo: str | None = None
    tapped: int | None = None


def read_frame(raw: str) -> Hello | Spoken:
    """Raises BadFrame."""
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise BadFrame(Words("web-frame-unreadable")) from error
    if isinstance(data, dict):
        data = {name: _storable(value) if isinstance(value, str) else value for name, value in data.items()}
    match data:
        case {"type": "hello"}:
            seen = data.get("seen")
            language = best_language(str(data.get("language")))
            return Hello(seen if isinstance(seen, int) and seen >= 0 else 0, language, data.get("follows") is True)
        case {"type": str(kind), "id": str(frame)} if 0 < len(frame) <= _LONGEST_ID:
            return _spoken(kind, frame, data)
        case _:
            raise BadFrame(Words("web-frame-unreadable"))


def _storable(text: str) -> str:
    """Without what no database keeps: NUL and halves of surrogate pairs."""
    return text.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _spoken(kind: str, frame: str, data: dict[str, object]) -> Spoken:
    match kind, data:
        case "text", {"text": str(text)}:
            if len(text) > LONGEST_TEXT:
                words = Words("web-text-too-long", {"length": len(text), "longest": LONGEST_TEXT})
                raise BadFrame(words, frame)
            what = as_command(text)
            return Spoken(frame, what if isinstance(what, Command) else Said(text), text)
        case "tap", {"data": str(tap)}:
            message = data.get("message")
            tapped = message if isinstance(message, int) and 0 < message < _LARGEST_ID else None
            return Spoken(frame, Pressed(tap[:256]), tapped=tapped)
        case "start", {"payload": str(payload)}:
            return Spoken(frame, Command("start", payload[:64]))
        case "language", {"language": str(language)} if language in LANGUAGES:
            return Spoken(frame, Chosen(language))
        case "place", {"latitude": int() | float() as latitude, "longitude": int() | float() as longitude}:
            if not (abs(latitude) <= 90 and abs(longitude) <= 180):
                raise BadFrame(Words("web-frame-unreadable"), frame)
            shared = f"geo:{latitude:.5f},{longitude:.5f}"
            return Spoken(frame, PlaceShared(float(latitude), float(longitude)), shared)
        case "photo", {"upload": str(upload)}:
            return Spoken(frame, PhotoSent(upload), "", upload)
        case _:
            raise BadFrame(Words("web-frame-unreadable"), frame)
