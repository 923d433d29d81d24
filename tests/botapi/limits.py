"""Lengths and shapes that Telegram holds bots to."""

import io
import re
from collections.abc import Sequence

from PIL import Image, UnidentifiedImageError

from tests.botapi.html_text import parse_html
from tests.botapi.markdown_text import parse_markdown
from tests.botapi.parameters import Parameters, as_array, as_object
from tests.botapi.refusals import bad_request, strict
from tests.botapi.rich_text import Entity, RichText, utf16_length

TEXT = 4096
CAPTION = 1024
ANSWER = 200
COMMANDS = 100
DESCRIPTION = 512
SHORT_DESCRIPTION = 120
PHOTO_BYTES = 10 << 20
DOWNLOAD_BYTES = 20 << 20
SOURCE_BYTES = 1 << 15

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
ENTITY_FIELDS = frozenset({"type", "offset", "length", "url", "user", "language", "custom_emoji_id"})
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def message_text(params: Parameters, too_long: str = "message is too long") -> RichText:
    """Return the text of a message: 1 to 4,096 code units after parsing."""
    if not params.text("text"):
        raise bad_request("message text is empty")
    rich = _formatted(params, "text", "entities")
    if not rich.text:
        raise bad_request("text must be non-empty")
    if utf16_length(rich.text) > TEXT:
        raise bad_request(too_long)
    return rich


def caption(params: Parameters) -> RichText:
    """Return the caption: at most 1,024 code units after parsing."""
    rich = _formatted(params, "caption", "caption_entities")
    if utf16_length(rich.text) > CAPTION:
        raise bad_request("message caption is too long")
    return rich


def _formatted(params: Parameters, name: str, entities: str) -> RichText:
    source = params.text(name)
    if len(source.encode()) > SOURCE_BYTES:
        raise bad_request("text is too long")
    match params.text("parse_mode").lower():
        case "":
            return RichText(source, _given(params, entities)).trimmed()
        case "html":
            return parse_html(source).trimmed()
        case "markdownv2":
            return parse_markdown(source).trimmed()
        case "markdown":
            raise strict("parse_mode Markdown is legacy, use HTML or MarkdownV2")
        case _:
            raise bad_request("unsupported parse_mode")


def _given(params: Parameters, name: str) -> tuple[Entity, ...]:
    items = as_array(params.json(name, "entities") or [], "MessageEntity")
    return tuple(_entity(as_object(item, "MessageEntity", ENTITY_FIELDS)) for item in items)


def _entity(item: dict[str, object]) -> Entity:
    if not (isinstance(item.get("type"), str) and isinstance(item.get("offset"), int) and item.get("length")):
        raise bad_request("can't parse MessageEntity: it needs type, offset and length")
    field = next((name for name in ("url", "language", "custom_emoji_id") if name in item), "")
    return Entity(
        str(item["type"]), int(str(item["offset"])), int(str(item["length"])), field, str(item.get(field, ""))
    )


def check_answer(text: str) -> None:
    """Refuse a callback answer over 200 characters."""
    if utf16_length(text) > ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")


def check_commands(commands: Sequence[tuple[str, str]]) -> None:
    """Refuse command lists that a phone could not show."""
    if len(commands) > COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for name, description in commands:
        if len(name) > 32:
            raise bad_request("command length must not exceed 32")
        if not COMMAND.fullmatch(name):
            raise bad_request("BOT_COMMAND_INVALID")
        if not description.strip():
            raise bad_request("command description must be non-empty")
        if len(description) > 256:
            raise bad_request("command description length must not exceed 256")


def check_language(code: str) -> None:
    """Refuse anything but two small letters: `zh`, never `zh-hans`."""
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request("invalid language code specified")


def check_action(action: str) -> None:
    """Refuse unknown chat actions."""
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")


def check_photo(data: bytes) -> None:
    """Refuse what is no picture, is over 10 MB, or is too wide or too high."""
    if not data:
        raise bad_request("file must be non-empty")
    if len(data) > PHOTO_BYTES:
        raise bad_request(f"too big for a photo: {len(data)} bytes, at most {PHOTO_BYTES}")
    size = picture_size(data)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(size) > 10_000 or max(size) > 20 * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height, or None if it is no picture."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            return picture.size
    except UnidentifiedImageError:
        return None
