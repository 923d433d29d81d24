"""Amounts are written as the reader's language writes them."""

import pytest

from bot.money import amount, smallest_units
from bot.wording import say
from dialogs.phrases import Money, phrase_from_json, phrase_to_json
from tests.conftest import MakeSettings


@pytest.mark.parametrize(
    ("units", "currency", "language", "shown"),
    [
        (120_000, "CNY", "en", "CN¥1,200"),
        (120_000, "CNY", "zh-Hans", "¥1,200"),
        (120_050, "CNY", "zh-Hans", "¥1,200.50"),
        (120_000, "TWD", "zh-Hant", "$1,200"),
        (1_200, "JPY", "en", "¥1,200"),
    ],
)
def test_an_amount_reads_as_in_the_readers_language(units: int, currency: str, language: str, shown: str) -> None:
    assert amount(units, currency, language) == shown


def test_a_claim_is_kept_in_the_smallest_units_of_its_currency(settings: MakeSettings) -> None:
    assert smallest_units(1_200, settings().currency) == 120_000
    assert smallest_units(1_200, "JPY") == 1_200


def test_an_amount_survives_the_way_through_the_database(settings: MakeSettings) -> None:
    money = Money(500, "CNY")
    assert phrase_from_json(phrase_to_json(money)) == money
    assert say(money, "zh-Hans", settings().time_zone) == "¥5"
