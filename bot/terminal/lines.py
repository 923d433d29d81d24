"""What a typed line means: words, a button's number, or one of the things that a terminal cannot send by itself."""

import asyncio
import math
from pathlib import Path

from bot.incoming import Pressed, What, as_command
from bot.photos import NotAPhoto, Photos
from bot.rendered import Key
from dialogs.events import ContactShared, PhotoSent, PlaceShared


class Unreadable(Exception):
    """A line that begins like a thing to send, but is none."""


async def read_line(line: str, keys: dict[str, Key], photos: Photos) -> What:
    """`2` or `!2`, whichever stands before a button, presses it; `!place 31.2,121.4`, `!contact +86…` and
    `!photo FILE` send those things.

    Raises Unreadable.
    """
    word, _, rest = line.strip().partition(" ")
    if word in keys and not rest:
        return Pressed(keys[word].data)
    match word:
        case "!place":
            return _place(rest)
        case "!contact":
            return ContactShared(rest.strip(), own=True)
        case "!photo":
            return await _photo(Path(rest.strip()), photos)
        case _:
            return as_command(line)


def _place(text: str) -> PlaceShared:
    try:
        latitude, longitude = (float(part) for part in text.split(","))
    except ValueError as error:
        raise Unreadable(text) from error
    if not (math.isfinite(latitude) and abs(latitude) <= 90 and abs(longitude) <= 180):
        raise Unreadable(text)
    return PlaceShared(latitude, longitude)


async def _photo(file: Path, photos: Photos) -> PhotoSent:
    try:
        return PhotoSent(await photos.keep(await asyncio.to_thread(file.read_bytes)))
    except (OSError, NotAPhoto) as error:
        raise Unreadable(str(file)) from error
