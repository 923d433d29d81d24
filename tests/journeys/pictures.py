"""Pictures that people take."""

import io

from PIL import Image


def photo(colour: str = "orange") -> bytes:
    """A JPEG as a phone makes it; another colour is another picture."""
    picture = io.BytesIO()
    Image.new("RGB", (320, 240), colour).save(picture, "JPEG")
    return picture.getvalue()
