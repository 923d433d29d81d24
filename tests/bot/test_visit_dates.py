"""A time for a visit in free words: asked again where nobody can come then, taken as it stands otherwise."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dates.visit import Unfit, unfit_for_visit

TODAY = date(2026, 5, 6)
"""A Wednesday in spring."""


@pytest.mark.parametrize(
    ("words", "unfit"),
    [
        ("3 March 3000", Unfit.TOO_FAR),
        ("in the year 3000", Unfit.TOO_FAR),
        ("3000年", Unfit.TOO_FAR),
        ("2028-01-01", Unfit.TOO_FAR),
        ("2028年1月", Unfit.TOO_FAR),
        ("in 3 years", Unfit.TOO_FAR),
        ("两年后", Unfit.TOO_FAR),
        ("2020-01-01 at nine", Unfit.PAST),
        ("1 May 2026", Unfit.PAST),
        ("2026年5月5日下午", Unfit.PAST),
        ("yesterday at 9", Unfit.PAST),
        ("昨天", Unfit.PAST),
        ("last week", Unfit.PAST),
        ("上週三", Unfit.PAST),
        ("2019年", Unfit.PAST),
        ("32 May", Unfit.NO_SUCH_DAY),
        ("31 June in the morning", Unfit.NO_SUCH_DAY),
        ("6月31日上午", Unfit.NO_SUCH_DAY),
        ("2026-06-31", Unfit.NO_SUCH_DAY),
    ],
)
def test_a_time_when_nobody_can_come_is_asked_again(words: str, unfit: Unfit) -> None:
    assert unfit_for_visit(words, TODAY) is unfit


@pytest.mark.parametrize(
    "words",
    [
        *("as soon as you can", "today", "tonight", "tomorrow after 5", "this week", "Friday"),
        *(
            "next week",
            "next month",
            "after 1800",
            "between 1900 and 2000",
            "8 May",
            "May 8 at 10",
            "2026-05-06",
            "5/6/2026",
        ),
        *("1 March 2027", "not 1 May 2026", "any day after 1 May 2026", "call me at 13800138000", "2 hours"),
        *(
            "in 2 days",
            "weekends",
            "今天下午",
            "明天",
            "5月8日",
            "下周三",
            "周末都行",
            "三点以后",
            "2026年6月1日",
            "下個月",
            "儘快",
            "明年三月",
        ),
    ],
)
def test_any_other_time_is_taken_as_it_was_said(words: str) -> None:
    assert unfit_for_visit(words, TODAY) is None


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.integers(0, 366))
def test_a_day_within_the_year_is_always_fit(today: date, ahead: int) -> None:
    day = date.fromordinal(today.toordinal() + ahead)
    for style in ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%B %d", "%Y年%m月%d日"):
        assert unfit_for_visit(day.strftime(style), today) is None, style
