"""parse_mode HTML, with the official server's refusals."""

import re
from dataclasses import dataclass

from tests.botapi.rich_text import Entity, RichText, byte_offset, cant_parse, utf16_length

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot)(?![A-Za-z]));?")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']*)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.-]+)(?=[\s>])))?\s*""")


@dataclass(frozen=True)
class OpenTag:
    """A tag that waits for its end."""

    name: str
    attributes: dict[str, str]
    offset: int
    begin: int


class HtmlReader:
    """Reads one text from left to right."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.index = 0
        self.text = ""
        self.open: list[OpenTag] = []
        self.entities: list[Entity] = []

    def read(self) -> RichText:
        """Return the text without its tags."""
        while self.index < len(self.source):
            if self.source.startswith("</", self.index):
                self._end_tag()
            elif self.source[self.index] == "<":
                self._start_tag()
            else:
                self._character()
        if self.open:
            raise cant_parse(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        return RichText(self.text, tuple(sorted(self.entities, key=lambda one: (one.offset, -one.length))))

    def _character(self) -> None:
        found = CHARACTER.match(self.source, self.index)
        self.text += _unescaped(found) if found else self.source[self.index]
        self.index = found.end() if found else self.index + 1

    def _start_tag(self) -> None:
        begin = self.index
        end = re.compile(r"[^\s>]*").match(self.source, begin + 1)
        self.index = end.end() if end else begin
        name = self.source[begin + 1 : self.index].lower()
        at = f"at byte offset {byte_offset(self.source, begin)}"
        if self.index >= len(self.source):
            raise cant_parse(f"Unclosed start tag {at}")
        if name not in KINDS:
            raise cant_parse(f'Unsupported start tag "{name}" {at}')
        attributes = self._attributes(name, at)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise cant_parse(f'Tag "span" must have class "tg-spoiler" {at}')
        self.open.append(OpenTag(name, attributes, utf16_length(self.text), len(self.text)))

    def _attributes(self, name: str, at: str) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            found = ATTRIBUTE.match(self.source, self.index)
            if found is None or found.end() >= len(self.source):
                raise cant_parse(f'Unclosed start tag "{name}" {at}')
            self.index = found.end()
            if found[1]:
                value = found[2] or found[3] or (found[4] or "").lower()
                attributes[found[1]] = CHARACTER.sub(_unescaped, value)
            elif self.source[self.index] != ">":
                raise cant_parse(f'Empty attribute name in the tag "{name}" {at}')
            if self.source[self.index] == ">":
                self.index += 1
                return attributes

    def _end_tag(self) -> None:
        at = f"at byte offset {byte_offset(self.source, self.index)}"
        if not self.open:
            raise cant_parse(f"Unexpected end tag {at}")
        found = re.compile(r"</([^\s>]*)\s*(>?)").match(self.source, self.index)
        if found is None or not found[2]:
            raise cant_parse(f"Unclosed end tag {at}")
        tag = self.open.pop()
        if found[1] and found[1].lower() != tag.name:
            raise cant_parse(f'Unmatched end tag {at}, expected "</{tag.name}>", found "</{found[1].lower()}>"')
        self.index = found.end()
        self._add(tag)

    def _add(self, tag: OpenTag) -> None:
        length = utf16_length(self.text) - tag.offset
        if length == 0:
            return
        field, value = "", ""
        if tag.name == "a":
            field, value = "url", tag.attributes.get("href") or self.text[tag.begin :]
            if "." not in value and "://" not in value:
                return
        elif tag.name == "tg-emoji":
            field, value = "custom_emoji_id", tag.attributes.get("emoji-id", "")
        self.entities.append(Entity(KINDS[tag.name], tag.offset, length, field, value))


def _unescaped(found: re.Match[str]) -> str:
    if found[3]:
        return NAMED[found[3]]
    code = int(found[1], 16) if found[1] else int(found[2])
    return chr(code) if 0 < code < 0x10FFFF else found[0]


def parse_html(source: str) -> RichText:
    """Parse HTML, or refuse with "can't parse entities"."""
    return HtmlReader(source).read()
