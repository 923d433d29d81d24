"""Sentences about products, by names that the catalogue does not list."""

import pytest

from backend.catalog.index import Index
from backend.catalog.mentions import CategoryWords
from backend.catalog.tokens import words
from backend.catalog.values import Entry, Kind, Role, Term

LIFT = Entry(1, Kind.CATEGORY, "lift", "lift", (Term("电梯", "zh-Hans", Role.NAME),))
BIKE = Entry(2, Kind.CATEGORY, "bike", "bike", (Term("E-bike", "en", Role.NAME),))
MODEL = Entry(1, Kind.PRODUCT, "tornado", "bike", (Term("Tornado 7", "en", Role.NAME),))
LIFT_DOOR = Entry(1, Kind.FAULT, "lift-door", "lift", (Term("门关不上", "zh-Hans", Role.NAME),))
E02 = Entry(2, Kind.FAULT, "e02", "bike", (Term("Error E02", "en", Role.NAME),))
E03 = Entry(3, Kind.FAULT, "e03", "bike", (Term("Error E03", "en", Role.NAME),))
ENTRIES = [LIFT, BIKE, MODEL, LIFT_DOOR, E02, E03]


@pytest.mark.parametrize(
    ("text", "category"), [("our elevator", "lift"), ("𨋢", "lift"), ("電動單車", "bike"), ("my Tornado leaks", "bike")]
)
def test_other_names_of_its_kind_name_a_category(text: str, category: str) -> None:
    assert CategoryWords(ENTRIES).mentions(words(text)).categories == {category}


def test_words_that_belong_to_a_product_hint_at_it() -> None:
    mentions = CategoryWords(ENTRIES).mentions(words("it happens while I pedal uphill"))
    assert (mentions.categories, mentions.hinted) == (frozenset[str](), frozenset({"bike"}))


def test_a_product_that_nobody_sells_is_foreign_and_its_companions_are_not() -> None:
    assert CategoryWords(ENTRIES).mentions(words("my toaster hums")).is_foreign
    assert not CategoryWords(ENTRIES).mentions(words("my phone hums")).is_foreign


def test_a_name_that_a_fault_uses_names_no_category() -> None:
    part = Entry(3, Kind.FAULT, "fan", "bike", (Term("elevator stuck", "en"),))
    assert CategoryWords([*ENTRIES, part]).mentions(words("elevator")).categories == frozenset()


def test_english_words_find_a_fault_that_is_named_in_chinese_only() -> None:
    finding = Index(ENTRIES).find("the elevator doors won't close", Kind.FAULT)
    assert (finding.exact, finding.candidates[0].entry) == (None, LIFT_DOOR.id)


@pytest.mark.parametrize(("text", "entry"), [("my e-bike shows E03", E03), ("E-bike 报 E02", E02)])
def test_a_code_on_the_display_tells_two_faults_apart(text: str, entry: Entry) -> None:
    finding = Index(ENTRIES).find(text, Kind.FAULT)
    assert (finding.exact, finding.candidates[0].entry) == (None, entry.id)


def test_a_question_of_prices_gets_no_fault_offered() -> None:
    assert not Index(ENTRIES).find("how much does a new elevator door cost", Kind.FAULT).candidates[1:]
