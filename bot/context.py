"""What the dialog engine may ask of the world, answered from what this transaction has read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from backend.catalog import service as catalog
from backend.catalog.index import Index
from backend.catalog.names import names
from backend.catalog.rules import hazard_words
from backend.catalog.values import Kind
from backend.database import Json, JsonObject, Work
from backend.dispatch.rules import distance_km
from backend.people import service as people
from backend.people.rules import phone_number
from backend.tickets import service as tickets
from bot.dates.purchase import purchase_date
from bot.lexicon import option_named
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

    def names(self, kind: str, entry: int) -> Mapping[str, str] | None:
        known = self.index.entries.get((Kind(kind), entry))
        return names(known) if known else None

    def groups(self, kind: str, within: int | None) -> tuple[str, ...]:
        """Products by category; faults of a known product as one group."""
        if kind == Kind.PRODUCT:
            return tuple(self.categories)
        category = self._category(within)
        return (category,) if category else ()

    def members(self, kind: str, group: str, within: int | None) -> tuple[int, ...]:
        return tuple(
            entry.id for entry in self.index.entries.values() if entry.kind is Kind(kind) and entry.category == group
        )

    def group_names(self, group: str) -> Mapping[str, str]:
        found = (entry for entry in self.index.entries.values() if entry.kind is Kind.CATEGORY and entry.key == group)
        known = next(found, None)
        return names(known) if known else {"en": group}

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
        found = purchase_date(text, self.now.date())
        if found is None:
            return None
        if found.earliest is None or found.latest is None:
            return {"known": False}
        return {"earliest": found.earliest.isoformat(), "latest": found.latest.isoformat(), "known": True}

    def noted(self, what: str, answer: Json) -> Json:
        match what, answer:
            case "danger", str(words):
                return list(hazard_words(words))
            case "open", {"entry": int(product)}:
                return self.open_tickets.get(product)
            case _:
                return None

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
