"""Stories in the terminal: lines are typed, and what the screen printed is read line by line."""

import re
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path

from backend.chats import ChatKey
from backend.delivery import Board, Courier
from bot.channels import TERMINAL
from bot.incoming import Command
from bot.product import Product
from bot.rendered import Key, Rendered
from bot.terminal.chat import Session, channel_of
from bot.terminal.lines import Unreadable, read_line
from bot.terminal.screen import EDITED, NEW, Screen
from dialogs.events import ContactShared, PlaceShared, Said
from tests.transcripts.acts import Picture
from tests.transcripts.phones import Phones, Tapped
from tests.transcripts.script import Person
from tests.transcripts.stages import Done, bare, typed

_HEAD = re.compile(rf"[{NEW}{EDITED}](?P<number>\d+) (?P<first>.*)")
_KEY = re.compile(r"(?P<handle>!?\d+) \[(?P<label>.*?)\](?:$|  (?=!?\d+ \[))")
_PICTURE = re.compile(r"\((?P<name>[0-9a-f]{64}\.jpg)\)")


class InTerminal:
    """`folder` is where people keep the pictures that they send."""

    abilities = TERMINAL

    def __init__(self, folder: Path) -> None:
        self.phones = Phones()
        self._folder = folder
        self._screens: dict[str, Screen] = {}
        self._printed: list[tuple[str, str]] = []
        self._numbers = count(1)

    def chat(self, person: Person) -> ChatKey:
        self._screen(person.name)
        return ChatKey(channel_of(person.name), person.name)

    def couriers(self, product: Product) -> Mapping[str, Courier]:
        return {}

    def boards(self, product: Product) -> Mapping[str, Board]:
        return {channel_of(name): screen.post for name, screen in self._screens.items()}

    async def does(self, product: Product, person: Person, done: Done) -> str | None:
        screen = self._screen(person.name)
        line = self._line(screen, done)
        try:
            if line is None:
                raise Unreadable
            await Session(product, screen, person.name, person.language).hear(
                await read_line(line, screen.keys, product.photos)
            )
        except Unreadable:
            return await bare(product, self.chat(person), next(self._numbers), person, done)
        said, self._printed = self._printed, []
        return said[0][1].removeprefix("  (").removesuffix(")") if said else None

    async def look(self, product: Product) -> None:
        blocks: list[tuple[str, list[str]]] = []
        for name, line in self._printed:
            if _HEAD.match(line):
                blocks.append((name, [line]))
            else:
                assert line.startswith("  "), line
                blocks[-1][1].append(line)
        self._printed = []
        for name, lines in blocks:
            number, rendered = read(lines, self._screen(name).keys)
            self.phones.show(name, number, rendered)

    def _screen(self, name: str) -> Screen:
        if name not in self._screens:
            self._screens[name] = Screen(lambda line: self._printed.append((name, line)))
        return self._screens[name]

    def _line(self, screen: Screen, done: Done) -> str | None:
        """What is typed for it; None where the terminal has no line for it."""
        match done:
            case Said() | Command() as what:
                return typed(what)
            case Tapped(_, key):
                handles = [handle for handle, each in screen.keys.items() if each == key]
                return handles[-1] if handles else None
            case PlaceShared(latitude, longitude):
                return f"!place {latitude},{longitude}"
            case ContactShared(phone, own=True):
                return f"!contact {phone}"
            case Picture(data, caption=""):
                file = self._folder / f"{next(self._numbers)}.png"
                file.write_bytes(data)
                return f"!photo {file}"
            case _:
                return None


def read(lines: Sequence[str], keys: Mapping[str, Key]) -> tuple[str, Rendered]:
    """The number of a message on the screen, and the message."""
    head = _HEAD.fullmatch(lines[0])
    assert head, lines[0]
    number, said = head["number"], [head["first"], *(line[2:] for line in lines[1:])]
    rows: list[tuple[Key, ...]] = []
    while row := _row(said[-1], number, keys):
        rows.insert(0, row)
        said.pop()
    wants, label = _offer(said[-1])
    if wants:
        said.pop()
    picture = _PICTURE.fullmatch(said[-1])
    if picture:
        said.pop()
    return number, Rendered("\n".join(said), tuple(rows), wants, label, picture["name"] if picture else None)


def _row(line: str, number: str, keys: Mapping[str, Key]) -> tuple[Key, ...]:
    """The buttons in a line, which must all be buttons of that message by now."""
    found = list(_KEY.finditer(line))
    if "".join(each[0] for each in found) != line:
        return ()
    row = tuple(keys[f"!{number}.{each['handle'].removeprefix('!')}"] for each in found)
    assert [key.label for key in row] == [each["label"] for each in found], line
    return row


def _offer(line: str) -> tuple[str | None, str]:
    for wants, how in TERMINAL.typed.items():
        if line.startswith("(") and line.endswith(f": {how})"):
            return wants, line[1:].removesuffix(f": {how})")
    return None, ""
