"""parse_mode MarkdownV2, with the official server's refusals."""

from dataclasses import dataclass

from tests.botapi.rich_text import Entity, RichText, byte_offset, cant_parse, utf16_length

RESERVED = "_*[]()~`>#+-=|{}.!\n"
# The longest marks first; the second word is how the server calls the entity in an error.
MARKS = {
    "```": ("pre", "Pre"),
    "__": ("underline", "Underline"),
    "||": ("spoiler", "Spoiler"),
    "![": ("custom_emoji", "CustomEmoji"),
    "_": ("italic", "Italic"),
    "*": ("bold", "Bold"),
    "~": ("strikethrough", "Strikethrough"),
    "`": ("code", "Code"),
    "[": ("text_link", "TextUrl"),
}
ENDS = {"![": "]", "[": "]"}
LITERAL = {"```", "`"}


@dataclass(frozen=True)
class OpenMark:
    """A mark that waits for its end."""

    mark: str
    offset: int
    begin: int
    at: int

    @property
    def end(self) -> str:
        """What closes it."""
        return ENDS.get(self.mark, self.mark)


class MarkdownReader:
    """Reads one text from left to right."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.index = 0
        self.text = ""
        self.open: list[OpenMark] = []
        self.entities: list[Entity] = []
        self.quote: int | None = None
        self.line_start = True

    def read(self) -> RichText:
        """Return the text without its marks."""
        while self.index < len(self.source):
            self._step()
        self._end_quote()
        if self.open:
            raise self._unfinished()
        return RichText(self.text, tuple(sorted(self.entities, key=lambda one: (one.offset, -one.length))))

    def _step(self) -> None:
        here = self.source[self.index]
        following = self.source[self.index + 1 : self.index + 2]
        if here == "\\" and following and 0 < ord(following) <= 126:
            self._take(following, 2)
        elif here not in (RESERVED if not self._literal() else "`"):
            self._take(here, 1)
        elif self.open and self._closes():
            self._close()
        elif here == "\n":
            self._new_line()
        elif here == ">" and self.line_start:
            self.quote = utf16_length(self.text) if self.quote is None else self.quote
            self.index += 1
        else:
            self._open()

    def _take(self, character: str, width: int) -> None:
        self.text += character
        self.line_start = character == "\n"
        self.index += width

    def _literal(self) -> bool:
        return bool(self.open) and self.open[-1].mark in LITERAL

    def _closes(self) -> bool:
        last = self.open[-1]
        if last.mark == "_" and self.source.startswith("__", self.index):
            return False
        return self.source.startswith(last.end, self.index)

    def _new_line(self) -> None:
        if self.quote is not None and not self.source.startswith(">", self.index + 1):
            if self.open:
                raise self._unfinished()
            self._end_quote()
        self._take("\n", 1)

    def _end_quote(self) -> None:
        if self.quote is None:
            return
        kind = "blockquote"
        if self.open and self.open[-1].mark == "||" and self.open[-1].at == self.index - 2:
            self.open.pop()
            kind = "expandable_blockquote"
        if length := utf16_length(self.text) - self.quote:
            self.entities.append(Entity(kind, self.quote, length))
        self.quote = None

    def _open(self) -> None:
        mark = next((mark for mark in MARKS if self.source.startswith(mark, self.index)), None)
        if mark is None:
            character = self.source[self.index]
            raise cant_parse(f"Character '{character}' is reserved and must be escaped with the preceding '\\'")
        self.open.append(OpenMark(mark, utf16_length(self.text), len(self.text), self.index))
        self.index += len(mark)
        self.line_start = False
        if mark == "```":
            self._skip_language()

    def _skip_language(self) -> None:
        end = self.index
        while end < len(self.source) and not self.source[end].isspace() and self.source[end] != "`":
            end += 1
        if end < len(self.source) and self.source[end] != "`":
            self.index = end
        if self.source.startswith("\n", self.index):
            self.index += 1

    def _close(self) -> None:
        last = self.open.pop()
        self.index += len(last.end)
        field, value = "", ""
        if last.end == "]":
            field = "url" if last.mark == "[" else "custom_emoji_id"
            value = self._link(last)
        length = utf16_length(self.text) - last.offset
        if length and not (last.mark == "[" and "." not in value and "://" not in value):
            self.entities.append(Entity(MARKS[last.mark][0], last.offset, length, field, value))

    def _link(self, last: OpenMark) -> str:
        if not self.source.startswith("(", self.index):
            if last.mark == "![":
                raise cant_parse("The entity must contain a tg://emoji or tg://time URL")
            return self.text[last.begin :]
        self.index += 1
        begin, url = self.index, ""
        while self.index < len(self.source) and self.source[self.index] != ")":
            if self.source[self.index] == "\\":
                self.index += 1
            url += self.source[self.index : self.index + 1]
            self.index += 1
        if self.index >= len(self.source):
            raise cant_parse(f"Can't find end of a URL at byte offset {byte_offset(self.source, begin)}")
        self.index += 1
        return url.removeprefix("tg://emoji?id=")

    def _unfinished(self) -> Exception:
        last = self.open[-1]
        name, at = MARKS[last.mark][1], byte_offset(self.source, last.at)
        return cant_parse(f"Can't find end of {name} entity at byte offset {at}")


def parse_markdown(source: str) -> RichText:
    """Parse MarkdownV2, or refuse with "can't parse entities"."""
    return MarkdownReader(source).read()
