"""Commands and queries of the catalogue."""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnExpressionArgument, select

from backend.catalog.index import Index
from backend.catalog.models import CatalogueTerm, Category, Fault, Product, Unit, UnmatchedWords
from backend.catalog.names import complete
from backend.catalog.normalise import serial_key
from backend.catalog.revision import mark_changed, revision
from backend.catalog.transfer import export_catalogue as export_catalogue
from backend.catalog.transfer import import_catalogue as import_catalogue
from backend.catalog.values import (
    LANGUAGES,
    Entry,
    Kind,
    KnownCategory,
    KnownFault,
    KnownProduct,
    KnownUnit,
    Needs,
    Role,
    Severity,
    Term,
    Unmatched,
)
from backend.catalog.wording import names_nothing
from backend.database import Work
from backend.errors import Invalid, NotFound
from backend.values import RequestKind

_KEPT_INDEXES = 4
_LONGEST_WORDS = 500
_LONGEST_ALIAS = 200

_Terms = Mapping[tuple[str, int], Sequence[CatalogueTerm]]


class Catalogue:
    """Keeps the index in memory: one object for an application, safe for several databases and many tasks."""

    def __init__(self) -> None:
        self._indexes: OrderedDict[str, Index] = OrderedDict()
        self._building = asyncio.Lock()

    async def index(self, work: Work) -> Index:
        """The index of what the database holds now, whichever process changed it."""
        stamp = await revision(work)
        if stamp is None:
            return await asyncio.to_thread(Index, await _entries(work))
        async with self._building:
            if stamp not in self._indexes:
                entries = await _entries(work)
                self._indexes[stamp] = await asyncio.to_thread(Index, entries)
                while len(self._indexes) > _KEPT_INDEXES:
                    self._indexes.popitem(last=False)
            self._indexes.move_to_end(stamp)
            return self._indexes[stamp]


async def categories(work: Work) -> tuple[KnownCategory, ...]:
    """Those with an active product, in the order in which they were listed."""
    served = select(Product.category).where(Product.active)
    rows = (await work.session.scalars(select(Category).where(Category.key.in_(served)).order_by(Category.id))).all()
    terms = await _terms(work, Kind.CATEGORY, [row.id for row in rows])
    return tuple(KnownCategory(row.id, row.key, _names(terms, Kind.CATEGORY, row)) for row in rows)


async def product(work: Work, product_id: int) -> KnownProduct:
    """Raises NotFound."""
    found = await _products(work, Product.id == product_id)
    if not found:
        raise NotFound(f"no product {product_id} in the catalogue", product=product_id)
    return found[0]


async def product_keyed(work: Work, key: str) -> KnownProduct | None:
    return next(iter(await _products(work, Product.key == key)), None)


async def products(work: Work, *, after: int | None = None, limit: int = 50) -> tuple[KnownProduct, ...]:
    """In the order in which they were listed; `after` is the id of the last one of the page before."""
    page = select(Product.id).where(Product.id > (after or 0)).order_by(Product.id).limit(limit)
    return await _products(work, Product.id.in_(page))


async def fault(work: Work, fault_id: int) -> KnownFault:
    """Raises NotFound."""
    found = await _faults(work, Fault.id == fault_id)
    if not found:
        raise NotFound(f"no fault {fault_id} in the catalogue", fault=fault_id)
    return found[0]


async def fault_keyed(work: Work, key: str) -> KnownFault | None:
    return next(iter(await _faults(work, Fault.key == key)), None)


async def faults(work: Work, *, after: int | None = None, limit: int = 50) -> tuple[KnownFault, ...]:
    """In the order in which they were listed; `after` is the id of the last one of the page before."""
    page = select(Fault.id).where(Fault.id > (after or 0)).order_by(Fault.id).limit(limit)
    return await _faults(work, Fault.id.in_(page))


async def faults_in(work: Work, category: str) -> tuple[KnownFault, ...]:
    """The active ones of the category; those of no category are not among them."""
    return await _faults(work, Fault.category == category, Fault.active)


async def unit_by_serial(work: Work, serial: str) -> KnownUnit | None:
    """Case, spaces and dashes make no difference."""
    row = await work.session.scalar(select(Unit).where(Unit.serial_key == serial_key(serial)))
    if row is None:
        return None
    return KnownUnit(row.id, row.serial, await product(work, row.product_id), row.purchased_on, row.customer_name)


async def keep_unmatched(work: Work, words: str, language: str, kind: Kind) -> int | None:
    """Keeps the words for the desk, once while they are open. Their id the first time, else None."""
    words = words.strip()[:_LONGEST_WORDS]
    is_open = (UnmatchedWords.words == words, UnmatchedWords.kind == kind, ~UnmatchedWords.resolved)
    if not words or await work.session.scalar(select(UnmatchedWords.id).where(*is_open).limit(1)) is not None:
        return None
    row = UnmatchedWords(words=words, language=language, kind=kind, at=work.now, resolved=False)
    work.session.add(row)
    await work.session.flush()
    return row.id


async def unmatched(work: Work, limit: int = 100, *, after: int | None = None) -> tuple[Unmatched, ...]:
    """What the desk has still to look at, oldest first; `after` is the id of the last one of the page before."""
    still_open = (~UnmatchedWords.resolved, UnmatchedWords.id > (after or 0))
    query = select(UnmatchedWords).where(*still_open).order_by(UnmatchedWords.id)
    return tuple(_unmatched(row) for row in await work.session.scalars(query.limit(limit)))


async def still_unmatched(work: Work, unmatched_id: int) -> Unmatched | None:
    """The words while they are open; None once somebody has dealt with them."""
    row = await work.session.get(UnmatchedWords, unmatched_id)
    return _unmatched(row) if row is not None and not row.resolved else None


async def resolve_unmatched(work: Work, unmatched_id: int) -> None:
    """Raises NotFound."""
    row = await work.session.get(UnmatchedWords, unmatched_id)
    if row is None:
        raise NotFound(f"no unmatched words {unmatched_id}", unmatched=unmatched_id)
    row.resolved = True
    await work.session.flush()


async def learn_alias(work: Work, kind: Kind, entry_id: int, text: str, language: str) -> None:
    """From now on the very words `text` name this entry, and it alone unless another has them too.

    Raises Invalid for words that name nothing, and NotFound for the entry.
    """
    text = " ".join(text.split())
    if language not in LANGUAGES:
        raise Invalid(f"an alias in {language!r}; expected one of {', '.join(LANGUAGES)}", language=language)
    if names_nothing(text) or len(text) > _LONGEST_ALIAS or "|" in text or not text.isprintable():
        raise Invalid(
            f"the alias {text[:40]!r}; expected words that name something, up to {_LONGEST_ALIAS} characters, without |"
        )
    if await work.session.scalar(select(_TABLES[kind].id).where(_TABLES[kind].id == entry_id)) is None:
        raise NotFound(f"no {kind} {entry_id} in the catalogue", **{kind.value: entry_id})
    term = CatalogueTerm(
        kind=kind, entry_id=entry_id, language=language, role=Role.ALIAS, text=text, learned_at=work.now
    )
    if await _term(work, term) is None:
        work.session.add(term)
        await mark_changed(work)


async def forget_alias(work: Work, kind: Kind, entry_id: int, text: str, language: str) -> None:
    """Takes back an alias, learned or listed. Raises NotFound."""
    wanted = CatalogueTerm(kind=kind, entry_id=entry_id, language=language, text=" ".join(text.split()))
    row = await _term(work, wanted)
    if row is None or row.role != Role.ALIAS:
        raise NotFound(f"{kind} {entry_id} has no alias {text[:40]!r}", alias=text[:40])
    await work.session.delete(row)
    await mark_changed(work)


_TABLES: Mapping[Kind, type[Category] | type[Product] | type[Fault]] = {
    Kind.CATEGORY: Category,
    Kind.PRODUCT: Product,
    Kind.FAULT: Fault,
}


async def _term(work: Work, like: CatalogueTerm) -> CatalogueTerm | None:
    query = select(CatalogueTerm).where(
        CatalogueTerm.kind == like.kind,
        CatalogueTerm.entry_id == like.entry_id,
        CatalogueTerm.language == like.language,
        CatalogueTerm.text == like.text,
    )
    return await work.session.scalar(query)


async def _products(work: Work, *where: ColumnExpressionArgument[bool]) -> tuple[KnownProduct, ...]:
    rows = (await work.session.scalars(select(Product).where(*where).order_by(Product.id))).all()
    terms = await _terms(work, Kind.PRODUCT, [row.id for row in rows])
    return tuple(
        KnownProduct(
            row.id,
            row.key,
            row.category,
            row.skill,
            row.warranty_months,
            row.active,
            _names(terms, Kind.PRODUCT, row),
            tuple(term.text for term in terms.get((Kind.PRODUCT, row.id), ()) if term.role == Role.CODE),
            row.supplier,
        )
        for row in rows
    )


async def _faults(work: Work, *where: ColumnExpressionArgument[bool]) -> tuple[KnownFault, ...]:
    rows = (await work.session.scalars(select(Fault).where(*where).order_by(Fault.id))).all()
    terms = await _terms(work, Kind.FAULT, [row.id for row in rows])
    return tuple(
        KnownFault(
            row.id,
            row.key,
            row.category,
            Severity(row.severity),
            row.hazard,
            row.skill,
            row.active,
            _names(terms, Kind.FAULT, row),
            RequestKind(row.concern),
            Needs(row.level, tuple(row.tools), tuple(row.parts), row.minutes, row.remote),
        )
        for row in rows
    )


def _unmatched(row: UnmatchedWords) -> Unmatched:
    return Unmatched(row.id, row.words, row.language, Kind(row.kind), row.at)


def _names(terms: _Terms, kind: Kind, row: Category | Product | Fault) -> Mapping[str, str]:
    given = {term.language: term.text for term in terms.get((kind, row.id), ()) if term.role == Role.NAME}
    return complete(given, row.key)


async def _terms(work: Work, kind: Kind | None = None, ids: Sequence[int] = ()) -> _Terms:
    query = select(CatalogueTerm).order_by(CatalogueTerm.id)
    if kind is not None:
        query = query.where(CatalogueTerm.kind == kind, CatalogueTerm.entry_id.in_(ids))
    by_entry: dict[tuple[str, int], list[CatalogueTerm]] = {}
    for term in await work.session.scalars(query):
        by_entry.setdefault((term.kind, term.entry_id), []).append(term)
    return by_entry


async def _entries(work: Work) -> list[Entry]:
    terms = await _terms(work)
    found: list[tuple[Kind, int, str, str | None]] = []
    found += [(Kind.CATEGORY, row.id, row.key, row.key) for row in await work.session.scalars(select(Category))]
    for kind, table in ((Kind.PRODUCT, Product), (Kind.FAULT, Fault)):
        columns = select(table.id, table.key, table.category).where(table.active).order_by(table.id)
        found += [(kind, row[0], row[1], row[2]) for row in await work.session.execute(columns)]
    concerns = {row.id: row.concern for row in await work.session.execute(select(Fault.id, Fault.concern))}
    return [
        Entry(
            i, kind, key, category, _values(terms.get((kind, i), ())), concerns.get(i) if kind is Kind.FAULT else None
        )
        for kind, i, key, category in found
    ]


def _values(terms: Sequence[CatalogueTerm]) -> tuple[Term, ...]:
    return tuple(Term(term.text, term.language, Role(term.role)) for term in terms)
