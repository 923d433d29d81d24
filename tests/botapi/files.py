"""Files on the server: photos sent in either direction."""

import hashlib
from dataclasses import dataclass
from itertools import count

from tests.botapi.limits import DOWNLOAD_BYTES, picture_size
from tests.botapi.refusals import Json, bad_request

LINK_SECONDS = 3600


@dataclass(frozen=True)
class StoredFile:
    """One file, or one size of a photo. The same content has the same `unique_id` but another `file_id`."""

    file_id: str
    unique_id: str
    data: bytes
    width: int
    height: int

    def json(self) -> Json:
        """Return the PhotoSize."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.data),
            "width": self.width,
            "height": self.height,
        }


Photo = tuple[StoredFile, StoredFile]
"""A thumbnail, then the picture itself."""


class FileStore:
    """Keeps all files, and the links handed out for them."""

    def __init__(self) -> None:
        self._photos: dict[str, Photo] = {}
        self._links: dict[str, tuple[StoredFile, float]] = {}
        self._numbers = count(1)

    def keep_photo(self, data: bytes) -> Photo:
        """Store a picture and a thumbnail of it."""
        width, height = picture_size(data) or (1280, 960)
        photo = (self._keep(b"thumbnail of " + data[:16], 90, 90), self._keep(data, width, height))
        for file in photo:
            self._photos[file.file_id] = photo
        return photo

    def photo(self, file_id: str) -> Photo:
        """Return a photo by the id of any of its sizes."""
        if file_id not in self._photos:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return self._photos[file_id]

    def link(self, file_id: str, now: float) -> Json:
        """Return the File with a path that lives for an hour."""
        if not file_id:
            raise bad_request("file_id not specified")
        if file_id not in self._photos:
            raise bad_request("invalid file_id")
        file = next(size for size in self._photos[file_id] if size.file_id == file_id)
        if len(file.data) > DOWNLOAD_BYTES:
            raise bad_request("file is too big")
        path = f"photos/file_{file.file_id.rsplit('-', 1)[1]}.jpg"
        self._links[path] = (file, now + LINK_SECONDS)
        base = file.json()
        return {name: base[name] for name in ("file_id", "file_unique_id", "file_size")} | {"file_path": path}

    def download(self, path: str, now: float) -> bytes | None:
        """Return the content behind a living link."""
        file, end = self._links.get(path, (None, 0.0))
        return file.data if file is not None and now < end else None

    def _keep(self, data: bytes, width: int, height: int) -> StoredFile:
        digest = hashlib.sha256(data).hexdigest()[:16]
        return StoredFile(f"AgACAg{digest}-{next(self._numbers)}", f"AQAD{digest}", data, width, height)
