"""The service standard as a file: shown, checked, adopted."""

import sys
from pathlib import Path

from backend.errors import Invalid
from backend.journal import Actor, Role
from backend.settings import Settings
from backend.standard import service as standard
from backend.standard.reading import read_standard
from bot.commands.desk import opened
from bot.startup import CannotStart, words

_COMMAND_LINE = Actor(Role.DESK, None, "aftercare standard apply")


async def show_standard(settings: Settings) -> None:
    """Prints the version in force, to be edited and adopted again."""
    async with opened(settings) as database, database.begin() as work:
        sys.stdout.write((await standard.version(work, await standard.current_version(work))).text)


async def check_standard(file: Path) -> None:
    """Raises CannotStart for a file that cannot be read, and with every fault for one that is no good standard."""
    print(words("cli-standard-good", file=str(file), rules=_rules(file, _text(file))))


async def apply_standard(settings: Settings, file: Path) -> None:
    """Adopts the file and prints what changed. Raises as `check_standard`."""
    text = _text(file)
    _rules(file, text)
    async with opened(settings) as database, database.begin() as work:
        adopted = await standard.adopt(work, text, _COMMAND_LINE)
    for line in adopted.changes:
        print(line)
    print(words("cli-standard-adopted" if adopted.is_new else "cli-standard-same", version=adopted.version))


def _rules(file: Path, text: str) -> int:
    """How many rules the standard has. Raises CannotStart."""
    try:
        return len(read_standard(text).rule)
    except Invalid as error:
        raise CannotStart("cli-standard-bad", file=str(file), faults=error.detail) from error


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotStart("cli-file-missing", file=str(file)) from error
