from datetime import date

import pytest

from backend.catalog import service as catalog
from backend.catalog.contents import Contents, ListedCategory, ListedFault, ListedProduct, ListedUnit
from backend.catalog.service import Catalogue
from backend.catalog.values import Kind, Needs
from backend.database import Database
from backend.errors import Invalid, NotFound
from tests.backend.catalog.starter import starter

SMALL = Contents(
    categories=(ListedCategory("kettle", {"en": "Kettle", "zh-Hans": "水壶"}),),
    products=(
        ListedProduct(
            "kettle-k1", "kettle", "kitchen", 12, {"en": "K1 kettle", "zh-Hans": "K1 热水壶"}, codes=("K1-A",)
        ),
    ),
    faults=(
        ListedFault("no-boil", {"en": "Does not boil"}, {"en": ("stays cold",)}, "kettle"),
        ListedFault("dent", {"en": "Dented", "zh-Hant": "凹陷變形"}),
    ),
    units=(ListedUnit("K1-2405-07", "kettle-k1", date(2024, 5, 7)),),
)


async def fill(database: Database, contents: Contents = SMALL) -> None:
    async with database.begin() as work:
        await catalog.import_catalogue(work, contents)


async def fault_id(database: Database, key: str) -> int:
    async with database.read() as work:
        found = (await Catalogue().index(work)).entries
    return next(entry.id for entry in found.values() if entry.kind is Kind.FAULT and entry.key == key)


async def test_what_is_imported_is_exported_and_found(database: Database) -> None:
    await fill(database, starter())
    async with database.read() as work:
        assert await catalog.export_catalogue(work) == starter()
        index = await Catalogue().index(work)
        found = index.find("洗衣机底部漏水", Kind.FAULT)
        assert (await catalog.fault(work, found.candidates[0].entry)).key == "washer-leak"


async def test_what_a_repair_needs_and_who_supplied_the_product_is_told(database: Database) -> None:
    dry = ListedFault(
        "dry", {"en": "Boils dry"}, level=2, tools=("meter",), parts=("fuse", "plate"), minutes=90, remote=True
    )
    made = ListedProduct("kettle-k2", "kettle", "kitchen", 12, {"en": "K2 kettle"}, supplier="Hot Plates Ltd")
    await fill(database)
    await fill(database, Contents(products=(made,), faults=(dry,)))
    async with database.read() as work:
        assert (await catalog.fault(work, await fault_id(database, "no-boil"))).needs == Needs()
        needs = Needs(2, ("meter",), ("fuse", "plate"), 90, True)
        assert (await catalog.fault(work, await fault_id(database, "dry"))).needs == needs
        suppliers = {each.key: each.supplier for each in await catalog.products(work)}
        assert suppliers == {"kettle-k1": None, "kettle-k2": "Hot Plates Ltd"}


async def test_importing_twice_changes_nothing(database: Database) -> None:
    await fill(database)
    before = await fault_id(database, "no-boil")
    await fill(database)
    assert await fault_id(database, "no-boil") == before
    async with database.read() as work:
        assert await catalog.export_catalogue(work) == SMALL


async def test_a_bad_import_leaves_nothing_behind(database: Database) -> None:
    stray = ListedUnit("X-1", "no-such-product")
    with pytest.raises(Invalid, match="no-such-product"):
        await fill(database, Contents(SMALL.categories, SMALL.products, SMALL.faults, (stray,)))
    with pytest.raises(Invalid, match="no-such-category"):
        await fill(database, Contents(faults=(ListedFault("hum", {"en": "hums"}, category="no-such-category"),)))
    async with database.read() as work:
        assert await catalog.export_catalogue(work) == Contents()


async def test_an_import_replaces_listed_words_and_keeps_learned_ones(database: Database) -> None:
    await fill(database)
    boil = await fault_id(database, "no-boil")
    async with database.begin() as work:
        await catalog.learn_alias(work, Kind.FAULT, boil, "only lukewarm", "en")
    await fill(database, Contents(faults=(ListedFault("no-boil", {"en": "Will not boil"}, category="kettle"),)))
    async with database.read() as work:
        exported = {fault.key: fault for fault in (await catalog.export_catalogue(work)).faults}
    assert exported["no-boil"].names == {"en": "Will not boil"}
    assert exported["no-boil"].aliases == {"en": ("only lukewarm",)}


async def test_a_learned_alias_is_understood_at_once_in_every_process(database: Database) -> None:
    await fill(database)
    here, there = Catalogue(), Catalogue()
    boil = await fault_id(database, "no-boil")
    async with database.read() as work:
        assert (await there.index(work)).find("my tea is tepid", Kind.FAULT).exact is None
    async with database.begin() as work:
        await catalog.learn_alias(work, Kind.FAULT, boil, "my tea is tepid", "en")
        assert (await here.index(work)).find("my tea is tepid", Kind.FAULT).exact == boil
    async with database.read() as work:
        assert (await there.index(work)).find("My tea is tepid!", Kind.FAULT).exact == boil
    async with database.begin() as work:
        await catalog.forget_alias(work, Kind.FAULT, boil, "my tea is tepid", "en")
    async with database.read() as work:
        assert (await there.index(work)).find("my tea is tepid", Kind.FAULT).exact is None


async def test_a_change_that_was_rolled_back_is_not_remembered(database: Database) -> None:
    await fill(database)
    catalogue = Catalogue()
    boil = await fault_id(database, "no-boil")
    async with database.begin() as work:
        await catalog.learn_alias(work, Kind.FAULT, boil, "tea is tepid", "en")
        assert (await catalogue.index(work)).find("tea is tepid", Kind.FAULT).exact == boil
        await work.session.rollback()
    async with database.begin() as work:
        await catalog.learn_alias(work, Kind.FAULT, boil, "coffee is tepid", "en")
    async with database.read() as work:
        assert (await catalogue.index(work)).find("tea is tepid", Kind.FAULT).exact is None


async def test_an_unchanged_catalogue_is_indexed_once(database: Database) -> None:
    await fill(database)
    catalogue = Catalogue()
    async with database.read() as work:
        assert await catalogue.index(work) is await catalogue.index(work)


@pytest.mark.parametrize(
    ("text", "language"),
    [("broken", "en"), ("坏了", "zh-Hans"), ("", "en"), ("a|b c", "en"), ("hums", "de"), ("x" * 201, "en")],
)
async def test_words_that_name_nothing_are_not_learned(database: Database, text: str, language: str) -> None:
    await fill(database)
    boil = await fault_id(database, "no-boil")
    async with database.begin() as work:
        with pytest.raises(Invalid):
            await catalog.learn_alias(work, Kind.FAULT, boil, text, language)


async def test_names_are_shown_in_a_language_that_the_data_lacks(database: Database) -> None:
    await fill(database)
    async with database.read() as work:
        (product,) = [each for each in await catalog.products(work) if each.category == "kettle"]
        (category,) = await catalog.categories(work)
        dent = await catalog.fault_keyed(work, "dent")
    assert product.names["zh-Hant"] == "K1 熱水壺"
    assert category.names["zh-Hant"] == "水壺"
    assert dent is not None
    assert dent.names == {"en": "Dented", "zh-Hans": "凹陷变形", "zh-Hant": "凹陷變形"}


@pytest.mark.parametrize("typed", ["K1-2405-07", "k1 2405 07", "ｋ１２４０５０７"])
async def test_a_unit_is_known_by_its_serial_however_typed(database: Database, typed: str) -> None:
    await fill(database)
    async with database.read() as work:
        unit = await catalog.unit_by_serial(work, typed)
    assert unit is not None
    assert (unit.product.key, unit.purchased_on) == ("kettle-k1", date(2024, 5, 7))


async def test_a_serial_that_nobody_sold_is_unknown(database: Database) -> None:
    await fill(database)
    async with database.read() as work:
        assert await catalog.unit_by_serial(work, "--") is None


async def test_retired_entries_are_shown_where_known_and_no_longer_found(database: Database) -> None:
    await fill(database)
    boil = await fault_id(database, "no-boil")
    retired = ListedFault("no-boil", {"en": "Does not boil"}, {"en": ("stays cold",)}, "kettle", active=False)
    await fill(database, Contents(faults=(retired,)))
    async with database.read() as work:
        assert not (await catalog.fault(work, boil)).active
        assert await catalog.faults_in(work, "kettle") == ()
        assert not (await Catalogue().index(work)).find("stays cold", Kind.FAULT).candidates


async def test_unmatched_words_wait_for_the_desk_once(database: Database) -> None:
    async with database.begin() as work:
        first = await catalog.keep_unmatched(work, " the spinny thing howls ", "en", Kind.FAULT)
        assert await catalog.keep_unmatched(work, "the spinny thing howls", "en", Kind.FAULT) is None
        assert await catalog.keep_unmatched(work, "", "en", Kind.FAULT) is None
        (kept,) = await catalog.unmatched(work)
        assert (kept.words, kept.kind, kept.at) == ("the spinny thing howls", Kind.FAULT, work.now)
        assert first == kept.id
        assert await catalog.still_unmatched(work, kept.id) == kept
        await catalog.resolve_unmatched(work, kept.id)
        assert await catalog.unmatched(work) == ()
        assert await catalog.still_unmatched(work, kept.id) is None
        again = await catalog.keep_unmatched(work, "the spinny thing howls", "en", Kind.FAULT)
        assert again not in (None, first)


async def test_what_is_not_in_the_catalogue_is_told(database: Database) -> None:
    async with database.begin() as work:
        for refused in (
            catalog.product(work, 7),
            catalog.fault(work, 7),
            catalog.resolve_unmatched(work, 7),
            catalog.learn_alias(work, Kind.FAULT, 7, "hums", "en"),
            catalog.forget_alias(work, Kind.FAULT, 7, "hums", "en"),
        ):
            with pytest.raises(NotFound):
                await refused
