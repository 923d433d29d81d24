"""Text with entities, measured as Telegram measures it: in UTF-16 code units."""

from dataclasses import dataclass, replace

from tests.botapi.refusals import Json, bad_request

BLANK = " \t\r\n"


@dataclass(frozen=True)
class Entity:
    """A span of formatted text."""

    kind: str
    offset: int
    length: int
    field: str = ""
    value: str = ""

    def json(self) -> Json:
        """Return the MessageEntity."""
        base: Json = {"type": self.kind, "offset": self.offset, "length": self.length}
        return base | ({self.field: self.value} if self.field and self.value else {})


@dataclass(frozen=True)
class RichText:
    """What stands in a message after parsing."""

    text: str
    entities: tuple[Entity, ...] = ()

    def trimmed(self) -> "RichText":
        """Strip blanks at both ends, as the server does."""
        text = self.text.strip(BLANK)
        if text == self.text:
            return self
        lead = utf16_length(self.text) - utf16_length(self.text.lstrip(BLANK))
        moved = (_clipped(entity, lead, utf16_length(text)) for entity in self.entities)
        return RichText(text, tuple(entity for entity in moved if entity.length > 0))


def utf16_length(text: str) -> int:
    """Count code units; one emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cant_parse(what: str) -> Exception:
    """Refuse broken markup."""
    return bad_request(f"can't parse entities: {what}")


def byte_offset(text: str, index: int) -> int:
    """Return a position in bytes, as error messages give it."""
    return len(text[:index].encode())


def _clipped(entity: Entity, lead: int, length: int) -> Entity:
    start = min(max(entity.offset - lead, 0), length)
    end = min(max(entity.offset + entity.length - lead, 0), length)
    return replace(entity, offset=start, length=end - start)
