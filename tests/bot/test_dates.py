import tomllib
from datetime import date, timedelta
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.catalog.normalise import fold, to_traditional
from bot.dates.purchase import Bought, purchase_date
from bot.dates.spans import NoSuchDay

TODAY = date(2026, 5, 6)
"""A Wednesday in spring."""

UNKNOWN = Bought(None, None, known=False)
DATA = tomllib.loads(files("bot.dates").joinpath("words.toml").read_text(encoding="utf-8"))
WORDS = [word for words in DATA["marks"].values() for word in words]
WORDS += [word for holiday in DATA["holidays"].values() for word in holiday["words"]]

UNDERSTOOD = """
# A day, in figures
2024-03-15                      | 2024-03-15
2024/3/15                       | 2024-03-15
2024.3.15                       | 2024-03-15
2024－03－15                    | 2024-03-15
15/3/2024                       | 2024-03-15
3/15/2024                       | 2024-03-15
4/3/2024                        | 2024-03-04
15.03.2024                      | 2024-03-15
15-03-24                        | 2024-03-15
15.3.24                         | 2024-03-15
6/12/2025                       | 2025-12-06
5/6/2026                        | 2026-05-06
20240315                        | 2024-03-15
2024-03-15T10:00:00             | 2024-03-15
113/3/15                        | 2024-03-15
15/3                            | 2026-03-15
3/15                            | 2026-03-15
11.11                           | 2025-11-11
# A day, with words
15 March 2024                   | 2024-03-15
15th of March, 2024             | 2024-03-15
March 15, 2024                  | 2024-03-15
March the 15th                  | 2026-03-15
15 March '24                    | 2024-03-15
5 Jan 24                        | 2024-01-05
15-Mar-2024                     | 2024-03-15
the twenty-first of May         | 2025-05-21
Feb 29                          | 2024-02-29
2024年3月15日                   | 2024-03-15
2024 年 3 月 15 日              | 2024-03-15
２０２４年３月１５號            | 2024-03-15
二〇二四年三月十五日            | 2024-03-15
二零二四年十二月二十一号        | 2024-12-21
3月15日                         | 2026-03-15
去年3月15號                     | 2025-03-15
五月一号                        | 2026-05-01
民國113年3月15日                | 2024-03-15
2024年3月15日购于京东           | 2024-03-15
# A month
March 2024                      | 2024-03-01 2024-03-31
Mar '24                         | 2024-03-01 2024-03-31
Mar-24                          | 2024-03-01 2024-03-31
2024-03                         | 2024-03-01 2024-03-31
3/2024                          | 2024-03-01 2024-03-31
202403                          | 2024-03-01 2024-03-31
in March                        | 2026-03-01 2026-03-31
in May                          | 2026-05-01 2026-05-06
June                            | 2025-06-01 2025-06-30
last March                      | 2026-03-01 2026-03-31
last May                        | 2025-05-01 2025-05-31
March last year                 | 2025-03-01 2025-03-31
last year, in March             | 2025-03-01 2025-03-31
2024年3月                       | 2024-03-01 2024-03-31
24年3月                         | 2024-03-01 2024-03-31
二〇二四年三月                  | 2024-03-01 2024-03-31
二四年三月                      | 2024-03-01 2024-03-31
民國113年3月                    | 2024-03-01 2024-03-31
民國一百一十三年三月            | 2024-03-01 2024-03-31
113年3月                        | 2024-03-01 2024-03-31
今年三月                        | 2026-03-01 2026-03-31
去年十一月                      | 2025-11-01 2025-11-30
上个月                          | 2026-04-01 2026-04-30
上個月                          | 2026-04-01 2026-04-30
上上個月                        | 2026-03-01 2026-03-31
这个月                          | 2026-05-01 2026-05-06
last month                      | 2026-04-01 2026-04-30
the month before last           | 2026-03-01 2026-03-31
late March 2024                 | 2024-03-21 2024-03-31
3月底                           | 2026-03-21 2026-03-31
2024年3月中旬                   | 2024-03-11 2024-03-20
上月初                          | 2026-04-01 2026-04-10
三四月份                        | 2026-03-01 2026-04-30
March or April 2024             | 2024-03-01 2024-04-30
2024年3月或4月                  | 2024-03-01 2024-04-30
# A season
last spring                     | 2025-03-01 2025-05-31
last summer                     | 2025-06-01 2025-08-31
last autumn                     | 2025-09-01 2025-11-30
last fall                       | 2025-09-01 2025-11-30
last winter                     | 2025-12-01 2026-02-28
this spring                     | 2026-03-01 2026-05-06
spring 2023                     | 2023-03-01 2023-05-31
the winter of 2023              | 2023-12-01 2024-02-29
last year's summer              | 2025-06-01 2025-08-31
summer '22                      | 2022-06-01 2022-08-31
I bought it last spring I think | 2025-03-01 2025-05-31
去年春天                        | 2025-03-01 2025-05-31
去年夏天                        | 2025-06-01 2025-08-31
大概是去年夏天买的              | 2025-06-01 2025-08-31
去年冬天                        | 2025-12-01 2026-02-28
今年冬天                        | 2025-12-01 2026-02-28
前年秋天                        | 2024-09-01 2024-11-30
夏天买的                        | 2025-06-01 2025-08-31
三年前的夏天                    | 2023-06-01 2023-08-31
# A year
2024                            | 2024-01-01 2024-12-31
bought in 2026                  | 2026-01-01 2026-05-06
'98                             | 1998-01-01 1998-12-31
twenty twenty-four              | 2024-01-01 2024-12-31
二零二四年                      | 2024-01-01 2024-12-31
两千零二十四年                  | 2024-01-01 2024-12-31
民国113年                       | 2024-01-01 2024-12-31
18年买的                        | 2018-01-01 2018-12-31
last year                       | 2025-01-01 2025-12-31
this year                       | 2026-01-01 2026-05-06
the year before last            | 2024-01-01 2024-12-31
前年                            | 2024-01-01 2024-12-31
我喺舊年買嘅                    | 2025-01-01 2025-12-31
今年年初                        | 2026-01-01 2026-03-31
去年底                          | 2025-10-01 2025-12-31
去年年底                        | 2025-10-01 2025-12-31
年底                            | 2025-10-01 2025-12-31
early 2023                      | 2023-01-01 2023-03-31
at the end of last year         | 2025-10-01 2025-12-31
2023年上半年                    | 2023-01-01 2023-06-30
Q1 2024                         | 2024-01-01 2024-03-31
去年第三季度                    | 2025-07-01 2025-09-30
2021-2023                       | 2021-01-01 2023-12-31
去年或者前年                    | 2024-01-01 2025-12-31
# So long ago
yesterday                       | 2026-05-05
today                           | 2026-05-06
琴日買                          | 2026-05-05
前天                            | 2026-05-04
last week                       | 2026-04-27 2026-05-03
上周三                          | 2026-04-29
上個禮拜日                      | 2026-05-03
last Monday                     | 2026-05-04
10 days ago                     | 2026-04-25 2026-04-27
three weeks ago                 | 2026-04-12 2026-04-18
兩個月前                        | 2026-02-19 2026-03-21
a couple of months ago          | 2026-01-19 2026-03-21
6 months ago                    | 2025-10-13 2025-11-27
about half a year ago           | 2025-09-20 2025-12-20
半年前                          | 2025-09-20 2025-12-20
十一个月前                      | 2025-04-24 2025-07-17
a year ago                      | 2025-02-03 2025-08-05
a year and a half ago           | 2024-06-20 2025-03-21
一年半前                        | 2024-06-20 2025-03-21
two years ago                   | 2023-11-05 2024-11-04
about three years ago           | 2022-11-05 2023-11-05
三年前                          | 2022-11-05 2023-11-05
3 years                         | 2022-11-05 2023-11-05
买了三年了                      | 2022-11-05 2023-11-05
I've had it for three years     | 2022-11-05 2023-11-05
It's 3 years old                | 2022-11-05 2023-11-05
两三年前                        | 2022-11-05 2024-11-04
2-3 years ago                   | 2022-11-05 2024-11-04
two or three years ago          | 2022-11-05 2024-11-04
两年多前                        | 2023-05-06 2024-05-06
兩年幾前                        | 2023-05-06 2024-05-06
over two years ago              | 2023-05-06 2024-05-06
不到一年                        | 2025-05-06 2026-05-06
almost 3 years                  | 2023-05-06 2024-05-06
in the last 2 years             | 2024-05-06 2026-05-06
about 2 years ago, March 2024   | 2024-03-01 2024-03-31
刚买的                          | 2026-04-22 2026-05-06
# A feast
last Christmas                  | 2025-12-24 2025-12-26
Christmas 2023                  | 2023-12-24 2023-12-26
舊年聖誕買嘅                    | 2025-12-24 2025-12-26
春节                            | 2026-01-15 2026-02-28
農曆新年                        | 2026-01-15 2026-02-28
去年过年的时候                  | 2025-01-15 2025-02-28
双十一                          | 2025-11-11
前年双11                        | 2024-11-11
618                             | 2025-06-18
2023年618                       | 2023-06-18
Black Friday                    | 2025-11-20 2025-11-30
last year's Black Friday        | 2025-11-20 2025-11-30
国庆                            | 2025-10-01 2025-10-10
去年十一                        | 2025-10-01 2025-10-10
五一                            | 2026-05-01 2026-05-05
过年前买的                      | 2025-12-06 2026-02-28
# The word for buying tells which of two
It broke yesterday, bought last year    | 2025-01-01 2025-12-31
我去年三月买的，今年坏了                | 2025-03-01 2025-03-31
昨天坏了，前年买的                      | 2024-01-01 2024-12-31
not last year, the year before          | 2024-01-01 2024-12-31
I don't remember exactly, maybe 2023    | 2023-01-01 2023-12-31
唔記得喇，好似係舊年                    | 2025-01-01 2025-12-31
"""


def _table() -> list[tuple[str, Bought]]:
    rows = (line.split("|") for line in UNDERSTOOD.splitlines() if "|" in line)
    days = ((words.strip(), [date.fromisoformat(day) for day in told.split()]) for words, told in rows)
    return [(words, Bought(told[0], told[-1], known=True)) for words, told in days]


@pytest.mark.parametrize(("words", "bought"), _table())
def test_the_days_meant_are_understood(words: str, bought: Bought) -> None:
    assert purchase_date(words, TODAY) == bought


@pytest.mark.parametrize(
    "words",
    [
        *("don't remember", "I dont know", "no idea", "can’t recall", "forgot", "not sure", "a long time ago", "idk"),
        *("不记得了", "忘了", "不知道", "记不清了", "唔記得", "唔知", "冇印象", "很久以前", "不確定"),
    ],
)
def test_who_does_not_know_is_believed(words: str) -> None:
    assert purchase_date(words, TODAY) == UNKNOWN


@pytest.mark.parametrize(
    "words",
    [
        *("", "hello", "?", "5", "model KX2024", "KX-2024", "2000元", "$2000", "it runs 24/7", "my phone 0912345678"),
        *("the spring in the door broke", "it may be broken", "order number 20231234", "2 years of guarantee"),
        *("2031", "2031年3月", "2026-05-30", "30/5/2026", "Christmas 2031", "next March", "明年三月", "明天", "下个月"),
        *("before 2023", "2023年以前", "今年夏天", "100 years ago", "空调不制冷"),
    ],
)
def test_what_is_no_date_or_only_to_come_is_none(words: str) -> None:
    assert purchase_date(words, TODAY) is None


@pytest.mark.parametrize(
    "words",
    [
        *("32 Feb 2024", "2024-02-30", "30/2/2024", "31 April", "April 31st", "Feb 29 2023", "0 May 2024"),
        *(
            "99/99/2024",
            "2024年2月30日",
            "4月31号",
            "二月三十日",
            "去年2月29日",
            "20240230",
            "I bought it on 31 June 2024",
        ),
    ],
)
def test_a_day_that_no_calendar_has_is_not_taken_for_its_month(words: str) -> None:
    with pytest.raises(NoSuchDay):
        purchase_date(words, TODAY)


def test_last_spring_is_this_years_once_spring_is_over() -> None:
    assert purchase_date("last spring", date(2026, 6, 1)) == Bought(date(2026, 3, 1), date(2026, 5, 31), known=True)


def test_no_word_has_two_meanings() -> None:
    folded = [fold(word) for word in WORDS]
    assert sorted(folded) == sorted(set(folded))


@pytest.mark.parametrize(("words", "bought"), _table())
def test_traditional_characters_mean_the_same(words: str, bought: Bought) -> None:
    assert purchase_date(to_traditional(words), TODAY) == bought


_SCRAPS = st.lists(st.one_of(st.sampled_from(WORDS), st.integers(0, 3000).map(str), st.sampled_from("-/.,' 年月日十")))
_TEXTS = st.one_of(st.text(), _SCRAPS.map(" ".join), _SCRAPS.map("".join))
_DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(_TEXTS, _DAYS)
def test_whatever_is_said_the_days_are_in_order_and_past(text: str, today: date) -> None:
    try:
        bought = purchase_date(text, today)
    except NoSuchDay:
        return
    if bought and bought.known:
        assert bought.earliest
        assert bought.latest
        assert bought.earliest <= bought.latest <= today
    elif bought:
        assert bought == UNKNOWN


@given(_DAYS, st.integers(0, 9000))
def test_a_day_is_understood_however_it_is_written(day: date, since: int) -> None:
    styles = ("%Y-%m-%d", "%Y/%m/%d", "%d %B %Y", "%B %d, %Y", "%d-%b-%Y", "%Y年%m月%d日", "I bought it on %d %b %Y!")
    for style in styles:
        assert purchase_date(day.strftime(style), day + timedelta(since)) == Bought(day, day, known=True), style


@given(_DAYS, st.integers(0, 9000))
def test_the_day_comes_first_unless_it_cannot(day: date, since: int) -> None:
    today = day + timedelta(since)
    assert purchase_date(f"{day.day}/{day.month}/{day.year}", today) == Bought(day, day, known=True)
    if day.day > 12:
        assert purchase_date(f"{day.month}/{day.day}/{day.year}", today) == Bought(day, day, known=True)


@pytest.mark.parametrize(
    "scrap", ["1 ", "2 or ", "last ", "half ", "more 2 . ", "mar ", "去年三月", "年", "2024-", "ﷺ", "a"]
)
def test_a_long_message_is_read_at_once(scrap: str) -> None:
    purchase_date(scrap, TODAY)
    purchase_date(scrap * 1000, TODAY)
