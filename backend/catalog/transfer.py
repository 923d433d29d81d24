"""Catalogue files into the database and out of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from sqlalchemy import select

from backend.catalog.contents import (
    LANGUAGE,
    Contents,
    Language,
    ListedCategory,
    ListedFault,
    ListedProduct,
    ListedUnit,
)
from backend.catalog.models import CatalogueTerm, Category, Fault, Product, Unit
from backend.catalog.normalise import serial_key
from backend.catalog.revision import mark_changed
from backend.catalog.values import Kind, Role, Severity
from backend.database import Work
from backend.errors import Invalid
from backend.values import RequestKind

Named = ListedCategory | ListedProduct | ListedFault
Row = TypeVar("Row", Category, Product, Fault)

_NO_LANGUAGE = "und"


async def import_catalogue(work: Work, contents: Contents) -> None:
    """Entries are known by their keys, units by their serials; a second import changes nothing.

    Names, aliases and codes become those of the file; aliases learned in use stay. Raises Invalid, and then the
    transaction must not be committed.
    """
    categories = await _rows(work, Category)
    known = {*categories, *(item.key for item in contents.categories)}
    _expect_known(known, "category", [*contents.products, *contents.faults])
    for category in contents.categories:
        _row(work, categories, category.key, Category)
    await work.session.flush()
    products = await _rows(work, Product)
    for product in contents.products:
        row = _row(work, products, product.key, Product)
        row.category, row.skill, row.active = product.category, product.skill, product.active
        row.warranty_months, row.supplier = product.warranty_months, product.supplier
    faults = await _rows(work, Fault)
    for fault in contents.faults:
        kept = _row(work, faults, fault.key, Fault)
        kept.category, kept.skill, kept.active = fault.category, fault.skill, fault.active
        kept.severity, kept.hazard, kept.concern = fault.severity, fault.hazard, fault.concern
        kept.level, kept.minutes, kept.remote = fault.level, fault.minutes, fault.remote
        kept.tools, kept.parts = list(fault.tools), list(fault.parts)
    await work.session.flush()
    await _import_units(work, contents.units, products)
    await _import_terms(work, Kind.CATEGORY, {categories[item.key].id: item for item in contents.categories})
    await _import_terms(work, Kind.PRODUCT, {products[item.key].id: item for item in contents.products})
    await _import_terms(work, Kind.FAULT, {faults[item.key].id: item for item in contents.faults})
    await mark_changed(work)


async def export_catalogue(work: Work) -> Contents:
    """Everything, what was learned and what is retired included, in the order in which it came."""
    products = (await work.session.scalars(select(Product).order_by(Product.id))).all()
    return Contents(
        await _export_categories(work),
        await _export_products(work, products),
        await _export_faults(work),
        await _export_units(work, {row.id: row.key for row in products}),
    )


async def _export_categories(work: Work) -> tuple[ListedCategory, ...]:
    terms = await _terms_by_entry(work, Kind.CATEGORY)
    rows = await work.session.scalars(select(Category).order_by(Category.id))
    return tuple(ListedCategory(row.key, _names(terms[row.id]), _aliases(terms[row.id])) for row in rows)


async def _export_products(work: Work, rows: Sequence[Product]) -> tuple[ListedProduct, ...]:
    terms = await _terms_by_entry(work, Kind.PRODUCT)
    return tuple(
        ListedProduct(
            key=row.key,
            category=row.category,
            skill=row.skill,
            warranty_months=row.warranty_months,
            names=_names(terms[row.id]),
            aliases=_aliases(terms[row.id]),
            codes=_codes(terms[row.id]),
            active=row.active,
            supplier=row.supplier,
        )
        for row in rows
    )


async def _export_faults(work: Work) -> tuple[ListedFault, ...]:
    terms = await _terms_by_entry(work, Kind.FAULT)
    rows = await work.session.scalars(select(Fault).order_by(Fault.id))
    return tuple(
        ListedFault(
            key=row.key,
            names=_names(terms[row.id]),
            aliases=_aliases(terms[row.id]),
            category=row.category,
            severity=Severity(row.severity),
            hazard=row.hazard,
            concern=RequestKind(row.concern),
            skill=row.skill,
            active=row.active,
            level=row.level,
            tools=tuple(row.tools),
            parts=tuple(row.parts),
            minutes=row.minutes,
            remote=row.remote,
        )
        for row in rows
    )


async def _export_units(work: Work, keys: Mapping[int, str]) -> tuple[ListedUnit, ...]:
    rows = await work.session.scalars(select(Unit).order_by(Unit.id))
    return tuple(ListedUnit(row.serial, keys[row.product_id], row.purchased_on, row.customer_name) for row in rows)


def _expect_known(categories: set[str], field: str, items: Iterable[ListedProduct | ListedFault]) -> None:
    for item in items:
        if item.category is not None and item.category not in categories:
            raise Invalid(
                f"{item.key!r}: {field}: seen {item.category!r}, expected one of the file or the catalogue",
                where=item.key,
            )


async def _import_units(work: Work, units: Sequence[ListedUnit], products: Mapping[str, Product]) -> None:
    present = {row.serial_key: row for row in await work.session.scalars(select(Unit))}
    for unit in units:
        if unit.product not in products:
            raise Invalid(
                f"unit {unit.serial!r}: product: seen {unit.product!r}, expected one of the file or the catalogue",
                where=unit.serial,
            )
        key = serial_key(unit.serial)
        if key not in present:
            present[key] = Unit(serial_key=key)
            work.session.add(present[key])
        row = present[key]
        row.serial, row.product_id = unit.serial, products[unit.product].id
        row.purchased_on, row.customer_name = unit.purchased_on, unit.customer_name
    await work.session.flush()


async def _import_terms(work: Work, kind: Kind, items: Mapping[int, Named]) -> None:
    """Leaves entries alone whose words are as the file has them."""
    present = await _terms_by_entry(work, kind)
    for entry, item in items.items():
        wanted = list(dict.fromkeys(_terms(item)))
        texts = {(language, text) for language, _, text in wanted}
        listed = [term for term in present[entry] if term.learned_at is None]
        if [(term.language, term.role, term.text) for term in listed] == wanted:
            continue
        relearned = [
            term for term in present[entry] if term.learned_at is not None and (term.language, term.text) in texts
        ]
        for term in (*listed, *relearned):
            await work.session.delete(term)
        await work.session.flush()
        work.session.add_all(
            CatalogueTerm(kind=kind, entry_id=entry, language=language, role=role, text=text)
            for language, role, text in wanted
        )
    await work.session.flush()


def _terms(item: Named) -> Iterable[tuple[str, str, str]]:
    """Language, role and text; an alias that is the name already is none."""
    yield from ((language, Role.NAME, text) for language, text in item.names.items())
    for language, texts in item.aliases.items():
        yield from ((language, Role.ALIAS, text) for text in texts if text != item.names.get(language))
    if isinstance(item, ListedProduct):
        yield from ((_NO_LANGUAGE, Role.CODE, code) for code in item.codes)


_ByEntry = Mapping[int, Sequence[CatalogueTerm]]


async def _terms_by_entry(work: Work, kind: Kind) -> _ByEntry:
    terms = select(CatalogueTerm).where(CatalogueTerm.kind == kind).order_by(CatalogueTerm.id)
    by_entry: defaultdict[int, list[CatalogueTerm]] = defaultdict(list)
    for term in await work.session.scalars(terms):
        by_entry[term.entry_id].append(term)
    return by_entry


def _names(terms: Sequence[CatalogueTerm]) -> Mapping[Language, str]:
    return {_language(term): term.text for term in terms if term.role == Role.NAME}


def _aliases(terms: Sequence[CatalogueTerm]) -> Mapping[Language, tuple[str, ...]]:
    aliases: dict[Language, tuple[str, ...]] = {}
    for term in terms:
        if term.role == Role.ALIAS:
            aliases[_language(term)] = (*aliases.get(_language(term), ()), term.text)
    return aliases


def _codes(terms: Sequence[CatalogueTerm]) -> tuple[str, ...]:
    return tuple(term.text for term in terms if term.role == Role.CODE)


def _language(term: CatalogueTerm) -> Language:
    return LANGUAGE.validate_python(term.language)


async def _rows(work: Work, table: type[Row]) -> dict[str, Row]:
    return {row.key: row for row in await work.session.scalars(select(table))}


def _row(work: Work, rows: dict[str, Row], key: str, table: type[Row]) -> Row:
    if key not in rows:
        rows[key] = table(key=key)
        work.session.add(rows[key])
    return rows[key]
