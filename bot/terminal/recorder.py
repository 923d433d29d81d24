"""Writes what is done in the terminal as the margin lines of a transcript; `pytest --update` adds what the bot says."""

from pathlib import Path

from bot.incoming import Command, Pressed, What
from bot.rendered import Key
from dialogs.events import ContactShared, PhotoSent, PlaceShared, Said

_READS = {"en": "English", "zh-Hans": "Simplified Chinese", "zh-Hant": "Traditional Chinese"}


class Recorder:
    """Begins the file anew and writes a line for each event of the person `who`."""

    def __init__(self, file: Path, who: str, language: str) -> None:
        self._file, self._who = file, who
        file.write_text(f"# Recorded in the terminal.\n{who} is a customer who reads {_READS[language]}.\n\n", "utf-8")

    def write(self, what: What, keys: dict[str, Key]) -> None:
        line = self._line(what, keys)
        if line:
            with self._file.open("a", encoding="utf-8") as file:
                file.write(f"{self._who}{line}\n")

    def _line(self, what: What, keys: dict[str, Key]) -> str | None:
        match what:
            case Said(text):
                return f": {text}"
            case Command(name, argument):
                return f": /{name} {argument}".rstrip()
            case Pressed(data):
                label = next((key.label for key in keys.values() if key.data == data), data)
                return f" taps [{label}]"
            case PlaceShared(latitude, longitude):
                return f" shares the place {latitude}, {longitude}"
            case ContactShared(phone):
                return f" shares the number {phone}"
            case PhotoSent():
                return " sends a photo"
            case _:
                return None
