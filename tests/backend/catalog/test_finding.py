import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.catalog.index import Index
from backend.catalog.normalise import normalise, squash
from backend.catalog.values import Entry, Finding, Kind, Role, Term
from tests.backend.catalog.starter import exact, keys, starter_index

WORDS = st.text(st.sampled_from("漏水不热噪音门 leakE50-!坏了机"), max_size=24)


def fault(number: int, category: str | None, *aliases: str) -> Entry:
    return Entry(number, Kind.FAULT, f"fault-{number}", category, tuple(Term(alias, "en") for alias in aliases))


@given(st.one_of(st.text(), WORDS), st.sampled_from(Kind), st.sampled_from([None, "water-heater", "no-such"]))
def test_no_words_make_the_search_fail(text: str, kind: Kind, category: str | None) -> None:
    finding = starter_index().find(text, kind, category=category)
    assert len(finding.candidates) <= 3
    assert all(0 <= guess.score <= 1 for guess in finding.candidates)
    assert [guess.score for guess in finding.candidates] == sorted(
        (guess.score for guess in finding.candidates), reverse=True
    )


@given(WORDS, st.sampled_from([None, "water-heater", "washing-machine"]))
def test_only_the_very_words_are_taken_as_meant(text: str, category: str | None) -> None:
    finding = starter_index().find(text, Kind.FAULT, category=category)
    if finding.exact is not None:
        entry = starter_index().entries[Kind.FAULT, finding.exact]
        assert normalise(text) in {normalise(term.text) for term in entry.terms}
        assert category is None or entry.category in (category, None)


@pytest.mark.parametrize("entry", [e for e in starter_index().entries.values() if e.kind is Kind.FAULT])
def test_a_listed_name_finds_its_fault(entry: Entry) -> None:
    for term in entry.terms:
        finding = starter_index().find(term.text, Kind.FAULT, category=entry.category)
        assert entry.id in [guess.entry for guess in finding.candidates], term.text


@pytest.mark.parametrize("entry", [e for e in starter_index().entries.values() if e.kind is Kind.PRODUCT])
def test_a_model_code_is_taken_as_meant_however_it_is_typed(entry: Entry) -> None:
    for code in (term.text for term in entry.terms if term.role is Role.CODE):
        for typed in (code, code.lower(), squash(code), f" {code.replace('-', ' ')} "):
            assert starter_index().find(typed, Kind.PRODUCT).exact == entry.id, typed


def test_an_alias_that_two_faults_share_is_offered_and_not_taken() -> None:
    index = Index([fault(1, None, "leaks oil"), fault(2, "van", "leaks oil")])
    finding = index.find("Leaks oil.", Kind.FAULT)
    assert finding.exact is None
    assert [guess.entry for guess in finding.candidates] == [1, 2]


def test_an_alias_is_taken_where_the_category_leaves_only_one() -> None:
    index = Index([fault(1, "bus", "leaks oil"), fault(2, "van", "leaks oil")])
    assert index.find("leaks oil", Kind.FAULT, category="van").exact == 2


@pytest.mark.parametrize(
    "text", ["", "  ", "?!", "broken", "It doesn't work.", "坏了", "壞掉了", "有问题", "it", "help me please", "🙏"]
)
def test_words_that_say_nothing_find_nothing(text: str) -> None:
    for kind in Kind:
        assert starter_index().find(text, kind) == Finding()
        assert starter_index().find(text, kind, category="washing-machine") == Finding()


@pytest.mark.parametrize("text", ["洗衣机坏了", "my fridge is broken", "冷氣壞了", "热水器"])
def test_a_product_alone_is_no_fault(text: str) -> None:
    assert starter_index().find(text, Kind.FAULT) == Finding()


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("my E-50 heater leaks", "water-heater-e50"),
        ("E50漏水了", "water-heater-e50"),
        ("型号是KFR-35GW", "air-conditioner-k35"),
        ("55寸電視", "television-v55"),
    ],
)
def test_a_code_or_name_told_exactly_is_taken(text: str, product: str) -> None:
    assert exact(starter_index().find(text, Kind.PRODUCT), Kind.PRODUCT) == product


@pytest.mark.parametrize("text", ["my E50 Pro leaks", "E50 2", "E5O", "KFR-36GW", "E50 and E80"])
def test_another_variant_or_a_mistyped_code_is_only_offered(text: str) -> None:
    finding = starter_index().find(text, Kind.PRODUCT)
    assert finding.exact is None
    assert finding.candidates


def test_a_number_in_a_sentence_is_no_model_code() -> None:
    product = Entry(1, Kind.PRODUCT, "meter", "meter", (Term("500", "und", Role.CODE),))
    assert Index([product]).find("I paid 500 for it", Kind.PRODUCT).exact is None


def test_what_a_whole_category_is_called_names_no_single_product() -> None:
    category = Entry(1, Kind.CATEGORY, "kettle", "kettle", (Term("Kettle", "en", Role.NAME),))
    product = Entry(1, Kind.PRODUCT, "kettle-1", "kettle", (Term("kettle", "en"),))
    finding = Index([category, product]).find("kettle", Kind.PRODUCT)
    assert finding.exact is None
    assert [guess.entry for guess in finding.candidates] == [1]


def test_faults_of_other_categories_are_not_offered_once_the_category_is_known() -> None:
    offered = starter_index().find("漏水", Kind.FAULT, category="dishwasher", limit=20).candidates
    assert {starter_index().entries[Kind.FAULT, guess.entry].category for guess in offered} <= {"dishwasher", None}


@pytest.mark.parametrize(
    ("text", "fault_key"),
    [
        ("冷氣一直滴水", "ac-leak"),
        ("热水气不出热水", "heater-no-hot-water"),
        ("reshuiqi loushui", "heater-leak"),
        ("myWashingMachineIsLeaking", "washer-leak"),
        ("my refridgerator is not cooling", "fridge-not-cold"),
        ("煤气灶打唔着火", "stove-no-ignition"),
    ],
)
def test_slips_dialect_and_pinyin_are_understood(text: str, fault_key: str) -> None:
    assert keys(starter_index().find(text, Kind.FAULT), Kind.FAULT)[0] == fault_key


def test_other_matters_get_nothing_offered() -> None:
    for text in ("怎么开发票", "what are your opening hours", "帮我写一首诗", "asdfghjkl"):
        assert starter_index().find(text, Kind.FAULT) == Finding(), text


def test_an_empty_catalogue_finds_nothing() -> None:
    assert Index([]).find("leaks", Kind.FAULT) == Finding()


def test_where_products_share_a_category_the_one_spoken_of_comes_first() -> None:
    category = Entry(1, Kind.CATEGORY, "water", "water", (Term("water purifiers and water heaters", "en"),))
    purifier = Entry(2, Kind.PRODUCT, "spring", "water", (Term("Spring water purifier", "en"),))
    heater = Entry(3, Kind.PRODUCT, "ember", "water", (Term("Ember water heater", "en"),))
    faults = [fault(4, "water", "water heater noisy"), fault(5, "water", "water purifier noisy")]
    index = Index([category, purifier, heater, *faults])
    for spoken_of, meant in (("water purifier", 5), ("water heater", 4)):
        found = index.find(f"the {spoken_of} hums so loudly", Kind.FAULT)
        assert found.exact is None
        assert found.candidates[0].entry == meant


def test_a_price_asked_offers_less_than_a_fault_told() -> None:
    index = Index(
        [Entry(1, Kind.CATEGORY, "kettle", "kettle", (Term("kettle", "en"),)), fault(2, "kettle", "kettle leaks")]
    )
    assert index.find("the kettle drips", Kind.FAULT).candidates
    assert not index.find("how much is the kettle", Kind.FAULT).candidates
