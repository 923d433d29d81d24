"""What the engine asks of the world, all of it answered from memory."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from dialogs.model import Question
from dialogs.phrases import Json, JsonObject


@dataclass(frozen=True)
class Found:
    """`exact` is an entry that the words name without doubt; otherwise the likeliest entries, best first."""

    exact: int | None
    candidates: tuple[int, ...]


class Catalogue(Protocol):
    """The company's products and faults. `kind` is `product` or `fault`; `within` a product that narrows faults."""

    def find(self, kind: str, text: str, within: int | None) -> Found: ...

    def named(self, kind: str, text: str) -> int | None:
        """The entry of which the whole text is nothing but a name or a code."""
        ...

    def names(self, kind: str, entry: int) -> Mapping[str, str] | None:
        """The entry's name by language; None when there is no such entry."""
        ...

    def groups(self, kind: str, within: int | None) -> tuple[str, ...]:
        """The categories to offer when words found nothing."""
        ...

    def group_names(self, group: str) -> Mapping[str, str]:
        """The category's name by language."""
        ...

    def members(self, kind: str, group: str, within: int | None) -> tuple[int, ...]: ...


class Context(Protocol):
    """What the engine may ask while it takes a step; pure as seen from here."""

    @property
    def catalogue(self) -> Catalogue: ...

    def time_options(self) -> tuple[str, ...]:
        """Visit windows on offer now, as ids `YYYY-MM-DD/HH-HH`, earliest first."""
        ...

    def still_ahead(self, window: str) -> bool: ...

    def phone(self, text: str) -> str | None:
        """The number in E.164, or None when it cannot be a phone number."""
        ...

    def serves(self, latitude: float, longitude: float) -> bool: ...

    def bought(self, text: str) -> JsonObject | None:
        """When something was bought, from free words: `earliest` and `latest` as ISO days, or `known` false.
        None when the words tell no time; `unfit` says why a day that they name cannot be."""
        ...

    def number(self, text: str) -> int | None:
        """The whole number that the words name, in figures or in words of any language."""
        ...

    def unfit_time(self, text: str) -> str | None:
        """Why nobody can come at the time that the words name: `no-such-day`, `past`, `too-far`. None: perhaps."""
        ...

    def noted(self, what: str, answer: Json) -> Json:
        """What the world knows about an answer: `danger` in words, whether they ask how to `use` something, an `open`
        ticket for a product, the `kind` of request that a fault makes, the `honorific` in a name."""
        ...

    def parts(self, text: str) -> tuple[str, ...]:
        """A sentence taken apart into what stands on each side of "and" and the like."""
        ...

    def option_named(self, form: str, question: Question, text: str) -> str | None:
        """The option that typed words name, in any language."""
        ...
