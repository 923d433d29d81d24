"""What the dialog engine may ask of the world, answered from what this transaction has read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from backend.catalog import service as catalog
from backend.catalog.index import Index
from backend.catalog.names import names
from backend.catalog.normalise import serial_key
from backend.catalog.rules import hazard_words
from backend.catalog.values import Entry, Kind
from backend.database import Json, JsonObject, Work
from backend.dispatch.travel import distance_km
from backend.people import service as people
from backend.people.rules import phone_number
from backend.tickets import service as tickets
from bot.dates.purchase import purchase_date
from bot.dates.spans import NoSuchDay
from bot.dates.visit import unfit_for_visit
from bot.lexicon import option_named
from bot.numbers import number_in
from bot.told import asks_about_use, honorific_in, parts_of
from dialogs.model import Question
from dialogs.world import Found

REACH_KM = 100
"""Farther than this from every technician a shared place is asked about once (handbook C: over 100 km)."""
WINDOWS = ((9, 12), (14, 18))
DAYS_AHEAD = 3
NOTICE = timedelta(hours=2)
_WINDOW = re.compile(r"(\d{4}-\d{2}-\d{2})/(\d{2})-(\d{2})")


@dataclass(frozen=True)
class CatalogueView:
    """The catalogue's index as the engine sees it."""

    index: Index
    categories: Sequence[str]

    def find(self, kind: str, text: str, within: int | None) -> Found:
        finding = self.index.find(text, Kind(kind), category=self._category(within))
        return Found(finding.exact, tuple(candidate.entry for candidate in finding.candidates))

    def named(self, kind: str, text: str) -> int | None:
        """Only the whole of a name or code counts: a sentence that mentions one tells more than that."""
        entry = self.index.find(text, Kind(kind)).exact
        known = self.index.entries.get((Kind(kind), entry)) if entry is not None else None
        same = known is not None and any(serial_key(text) == serial_key(term.text) for term in known.terms)
        return entry if same else None

    def concern(self, entry: int) -> str | None:
        """The kind of request that the fault makes."""
        known = self.index.entries.get((Kind.FAULT, entry))
        return known.concern if known else None

    def names(self, kind: str, entry: int) -> Mapping[str, str] | None:
        known = self.index.entries.get((Kind(kind), entry))
        return names(known) if known else None

    def groups(self, kind: str, within: int | None) -> tuple[str, ...]:
        """Products by category; faults of a known product as one group."""
        category = self._category(within)
        found = self.categories if kind == Kind.PRODUCT else (category,) if category else ()
        return tuple(str(entry.id) for key in found for entry in self._groups() if entry.key == key)

    def members(self, kind: str, group: str, within: int | None) -> tuple[int, ...]:
        return tuple(
            entry.id
            for known in self._groups()
            if str(known.id) == group
            for entry in self.index.entries.values()
            if entry.kind is Kind(kind) and entry.category == known.key
        )

    def group_names(self, group: str) -> Mapping[str, str]:
        known = next((entry for entry in self._groups() if str(entry.id) == group), None)
        return names(known) if known else {"en": group}

    def _groups(self) -> list[Entry]:
        """The categories; named by their ids, since a key may be too long for a button."""
        return [entry for entry in self.index.entries.values() if entry.kind is Kind.CATEGORY]

    def _category(self, product: int | None) -> str | None:
        known = self.index.entries.get((Kind.PRODUCT, product)) if product is not None else None
        return known.category if known else None


@dataclass(frozen=True)
class TurnContext:
    """The world at one event."""

    catalogue: CatalogueView
    now: datetime
    country: str
    bases: Sequence[tuple[float, float]]
    open_tickets: Mapping[int, str]
    """The numbers of the person's open tickets by product."""

    def time_options(self) -> tuple[str, ...]:
        days = (self.now.date() + timedelta(days=ahead) for ahead in range(DAYS_AHEAD))
        windows = (f"{day}/{start:02d}-{end:02d}" for day in days for start, end in WINDOWS)
        return tuple(window for window in windows if self._ends(window) > self.now + NOTICE)

    def still_ahead(self, window: str) -> bool:
        return _WINDOW.fullmatch(window) is not None and self._ends(window) > self.now

    def phone(self, text: str) -> str | None:
        return phone_number(text, self.country)

    def serves(self, latitude: float, longitude: float) -> bool:
        here = (latitude, longitude)
        return not self.bases or any(distance_km(here, base) <= REACH_KM for base in self.bases)

    def bought(self, text: str) -> JsonObject | None:
        try:
            found = purchase_date(text, self.now.date())
        except NoSuchDay:
            return {"unfit": "no-such-day"}
        if found is None:
            return None
        if found.earliest is None or found.latest is None:
            return {"known": False}
        return {"earliest": found.earliest.isoformat(), "latest": found.latest.isoformat(), "known": True}

    def number(self, text: str) -> int | None:
        return number_in(text)

    def unfit_time(self, text: str) -> str | None:
        return unfit_for_visit(text, self.now.date())

    def noted(self, what: str, answer: Json) -> Json:
        match what, answer:
            case "danger", str(words):
                return list(hazard_words(words))
            case "use", str(words):
                return asks_about_use(words)
            case "honorific", str(name):
                return honorific_in(name)
            case "kind", {"entry": int(fault)}:
                return self.catalogue.concern(fault)
            case "open", {"entry": int(product)}:
                return self.open_tickets.get(product)
            case _:
                return None

    def parts(self, text: str) -> tuple[str, ...]:
        return parts_of(text)

    def option_named(self, form: str, question: Question, text: str) -> str | None:
        return option_named(form, question, text)

    def _ends(self, window: str) -> datetime:
        match = _WINDOW.fullmatch(window)
        if match is None:
            raise ValueError(f"not a visit window: {window}")
        return datetime.combine(date.fromisoformat(match[1]), time(int(match[3]) % 24), self.now.tzinfo)


async def turn_context(work: Work, known: catalog.Catalogue, person_id: int) -> TurnContext:
    """Reads what a step may ask for."""
    index = await known.index(work)
    categories = [category.key for category in await catalog.categories(work)]
    bases = [
        (technician.latitude, technician.longitude)
        for technician in await people.technicians(work)
        if technician.latitude is not None and technician.longitude is not None
    ]
    now = work.now.astimezone(work.settings.time_zone)
    mine = await tickets.open_tickets_of(work, person_id)
    numbers = {ticket.product_id: ticket.number for ticket in mine if ticket.product_id is not None}
    return TurnContext(CatalogueView(index, categories), now, work.settings.country, bases, numbers)
