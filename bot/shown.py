"""A message before it has a language."""

from dataclasses import dataclass

from bot.buttons import ActionTap, FormTap
from dialogs.phrases import Phrase


@dataclass(frozen=True)
class Shown:
    paragraphs: tuple[Phrase, ...]
    rows: tuple[tuple[tuple[Phrase, ActionTap | FormTap], ...], ...] = ()
    wants: str | None = None
    photo: str | None = None
