"""A small world for the engine: two products, three faults, one place that is served, and a form of every kind."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogs.conditions import Either, Every, Has, Holds, Is, Not, Some
from dialogs.model import CANCEL, CHANGE, REVIEW, Form, Kind, Question
from dialogs.phrases import Json, JsonObject
from dialogs.world import Found

WINDOWS = ("2026-05-06/14-18", "2026-05-07/09-12")
PRODUCTS = {1: "kettle", 2: "toaster"}
FAULTS = {11: "cold", 12: "loud", 13: "smoke"}

EVERY_KIND = Form(
    id="every-kind",
    version=1,
    questions=(
        Question("story", Kind.TEXT, longest=200, prose=True),
        Question("danger", Kind.NOTED, lookup="danger", source="story"),
        Question("heard", Kind.NOTED, lookup="danger"),
        Question(
            "safety",
            Kind.CHOICE,
            options=("safe", "unsafe"),
            relevant=Either((Some("danger"), Some("heard"))),
            within="heard",
            remarks=("unsafe",),
        ),
        Question("product", Kind.LOOKUP, lookup="product", source="story", longest=100),
        Question("known", Kind.NOTED, lookup="history", source="product"),
        Question("fault", Kind.LOOKUP, lookup="fault", source="story", within="product", longest=100),
        Question("twice", Kind.CHOICE, options=("yes", "no"), relevant=Holds("known", "open")),
        Question("pace", Kind.CHOICE, options=("slow", "fast")),
        Question("extras", Kind.SEVERAL, options=("a", "b", "z"), relevant=Is("pace", ("fast",))),
        Question("which", Kind.TEXT, relevant=Every((Is("pace", ("fast",)), Has("extras", "z"))), longest=50),
        Question("toppings", Kind.SEVERAL, options=("jam", "salt"), required=False, relevant=Not(Some("which"))),
        Question("minutes", Kind.NUMBER, options=("15", "30"), low=1, high=90),
        Question("place", Kind.PLACE, longest=100),
        Question("door", Kind.TEXT, relevant=Holds("place", "latitude"), required=False),
        Question("phone", Kind.CONTACT, longest=40),
        Question("friend", Kind.CONTACT, own=False, required=False, longest=40),
        Question("time", Kind.TIME, longest=100),
        Question("bought", Kind.DATE, options=("unknown",), required=False),
        Question("marks", Kind.MATRIX, rows=("one", "two"), options=("good", "bad"), required=False),
        Question("further", Kind.FURTHER, lookup="fault", source="story", required=False, longest=100),
        Question("photos", Kind.PHOTOS, required=False),
    ),
)


@dataclass(frozen=True)
class Shelf:
    """The catalogue: a word names an entry, the first letter makes it a candidate."""

    def find(self, kind: str, text: str, within: int | None) -> Found:
        names = self._names(kind)
        words = text.lower().split()
        exact = next((entry for entry, name in names.items() if [name] == words), None)
        candidates = tuple(entry for entry, name in names.items() if any(name[0] == word[0] for word in words))
        return Found(exact, candidates)

    def named(self, kind: str, text: str) -> int | None:
        codes = {"k-1": 1, "t-2": 2}
        return codes.get(text.strip().lower()) if kind == "product" else None

    def names(self, kind: str, entry: int) -> Mapping[str, str] | None:
        name = self._names(kind).get(entry)
        return {"en": name} if name else None

    def groups(self, kind: str, within: int | None) -> tuple[str, ...]:
        return ("kitchen", "garden") if kind == "product" or within else ()

    def group_names(self, group: str) -> Mapping[str, str]:
        return {"en": group}

    def members(self, kind: str, group: str, within: int | None) -> tuple[int, ...]:
        return tuple(self._names(kind)) if group == "kitchen" else ()

    def _names(self, kind: str) -> Mapping[int, str]:
        return PRODUCTS if kind == "product" else FAULTS


@dataclass(frozen=True)
class World:
    """Answers the engine from what stands here."""

    catalogue: Shelf = field(default_factory=Shelf)

    def time_options(self) -> tuple[str, ...]:
        return WINDOWS

    def still_ahead(self, window: str) -> bool:
        return window in WINDOWS

    def phone(self, text: str) -> str | None:
        digits = "".join(sign for sign in text if sign.isdecimal())
        return f"+{digits}" if 7 <= len(digits) <= 15 else None

    def serves(self, latitude: float, longitude: float) -> bool:
        return abs(latitude) < 45

    def bought(self, text: str) -> JsonObject | None:
        return {"earliest": "2025-01-01", "latest": "2025-01-31"} if "2025" in text else None

    def number(self, text: str) -> int | None:
        found = re.search(r"-?\d+", text)
        return int(found.group()[:9]) if found else None

    def unfit_time(self, text: str) -> str | None:
        return "past" if "yesterday" in text else None

    def parts(self, text: str) -> tuple[str, ...]:
        return tuple(text.split(" and "))

    def noted(self, what: str, answer: Json) -> Json:
        if what == "danger":
            return ["smoke"] if "smoke" in str(answer) else []
        return {"open": "SN1"} if isinstance(answer, dict) and answer.get("entry") == 2 else None

    def option_named(self, form: str, question: Question, text: str) -> str | None:
        word = text.strip().lower()
        wanted = {REVIEW: {"send"}, CANCEL: {"yes", "no"}}.get(question.id)
        if question.id == CHANGE:
            return word or None
        return word if word in (wanted or question.options) else None
