"""Pictures that people send: re-encoded, stripped of what is hidden in them, kept under the hash of what is left."""

import asyncio
import hashlib
import io
import re
from pathlib import Path

from PIL import Image, ImageOps

MOST_BYTES = 10 * 1024 * 1024
_MOST_PIXELS = 60_000_000
_LONGEST_SIDE = 2048
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
_REFERENCE = re.compile(r"[0-9a-f]{64}\.jpg")


class NotAPhoto(Exception):
    """No picture of a kind we read, or one larger than we take."""


class Photos:
    """A folder of pictures by reference."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def keep(self, data: bytes) -> str:
        """Stores the picture and returns its reference. Raises NotAPhoto."""
        if len(data) > MOST_BYTES:
            raise NotAPhoto
        return await asyncio.to_thread(self._keep, data)

    def path(self, reference: str) -> Path | None:
        """Where the picture lies; None for what is no reference of ours."""
        file = self._folder / reference
        return file if _REFERENCE.fullmatch(reference) and file.is_file() else None

    def _keep(self, data: bytes) -> str:
        picture = _reencoded(data)
        reference = f"{hashlib.sha256(picture).hexdigest()}.jpg"
        self._folder.mkdir(parents=True, exist_ok=True)
        target = self._folder / reference
        if not target.exists():
            partial = target.with_suffix(".part")
            partial.write_bytes(picture)
            partial.replace(target)
        return reference


def _reencoded(data: bytes) -> bytes:
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise NotAPhoto
            picture = ImageOps.exif_transpose(opened).convert("RGB")
    except NotAPhoto:
        raise
    except Exception as error:  # a damaged file makes Pillow raise whatever its decoder stumbles over
        raise NotAPhoto from error
    picture.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    encoded = io.BytesIO()
    picture.save(encoded, "JPEG", quality=85)
    return encoded.getvalue()
