"""Who pays for a repair: told only where every day on which it may have been bought agrees."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.catalog.warranty import Coverage, Warranty, Why, months_later, warranty
from bot.dates.purchase import Bought, purchase_date

TODAY = date(2026, 5, 6)
_DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))
_SUPPLIERS = st.sampled_from([None, "Baltic Compressors"])


@given(_DAYS, st.integers(0, 400), st.integers(1, 120), _DAYS, _SUPPLIERS)
def test_a_warranty_ends_where_stepping_month_by_month_ends(
    first: date, days: int, months: int, today: date, supplier: str | None
) -> None:
    last = first + timedelta(days)
    told = warranty(first, last, months, today, supplier)
    assert (told.first_end, told.last_end) == (_stepped(first, months), _stepped(last, months))
    paid = Coverage.SUPPLIER if supplier else Coverage.FREE
    days_meant = {paid if today <= _stepped(first + timedelta(n), months) else Coverage.CHARGEABLE for n in (0, days)}
    assert told.coverage == (days_meant.pop() if len(days_meant) == 1 else Coverage.UNCLEAR)


def _stepped(day: date, months: int) -> date:
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


@pytest.mark.parametrize(
    ("words", "months", "coverage", "why"),
    [
        ("2025-05-06", 12, Coverage.FREE, Why.RUNS),
        ("2025-05-05", 12, Coverage.CHARGEABLE, Why.ENDED),
        ("last year", 12, Coverage.UNCLEAR, Why.SPAN),
        ("last year", 36, Coverage.FREE, Why.RUNS),
        ("2022", 36, Coverage.CHARGEABLE, Why.ENDED),
        ("about three years ago", 36, Coverage.UNCLEAR, Why.SPAN),
        ("不到一年", 12, Coverage.FREE, Why.RUNS),
        ("三年前", 24, Coverage.CHARGEABLE, Why.ENDED),
        ("不记得了", 24, Coverage.UNCLEAR, Why.NO_DATE),
        ("hello", 24, Coverage.UNCLEAR, Why.NO_DATE),
        ("2026-05-06", 0, Coverage.CHARGEABLE, Why.NONE),
        ("不记得了", 0, Coverage.CHARGEABLE, Why.NONE),
    ],
)
def test_a_warranty_is_told_by_the_words_of_the_customer(words: str, months: int, coverage: Coverage, why: Why) -> None:
    bought = purchase_date(words, TODAY) or Bought(None, None, known=False)
    told = warranty(bought.earliest, bought.latest, months, TODAY)
    assert (told.coverage, told.why) == (coverage, why)


def test_a_supplier_pays_while_its_warranty_runs_and_not_a_day_longer() -> None:
    until = date(2026, 5, 6)
    runs = Warranty(Coverage.SUPPLIER, Why.RUNS, until, until, "Baltic Compressors")
    assert warranty(date(2025, 5, 6), date(2025, 5, 6), 12, TODAY, "Baltic Compressors") == runs
    ended = warranty(date(2025, 5, 5), date(2025, 5, 5), 12, TODAY, "Baltic Compressors")
    assert (ended.coverage, ended.supplier) == (Coverage.CHARGEABLE, None)
    assert warranty(None, None, 12, TODAY, "Baltic Compressors").coverage is Coverage.UNCLEAR


def test_a_warranty_without_end_never_runs_out() -> None:
    assert warranty(TODAY, TODAY, 999_999, TODAY).coverage is Coverage.FREE


def test_a_warranty_from_the_last_of_a_month_ends_with_a_shorter_one() -> None:
    assert months_later(date(2024, 1, 31), 1) == date(2024, 2, 29)
