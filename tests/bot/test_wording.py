"""Phrases as people read them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.wording import moment, say
from dialogs.phrases import Day, Listing, Moment, Names, Phrase, Words, phrase_from_json, phrase_to_json
from locales import LANGUAGES, MissingWords, best_language, text
from tests.bot.readers import ZONE

LATE = "2026-05-06T17:30:00+00:00"
"""Half past one in the morning of the seventh in Shanghai."""


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "Thu, May 7 01:30"), ("zh-Hans", "5月7日周四 01:30"), ("zh-Hant", "5月7日 週四 01:30")],
)
def test_a_moment_is_told_in_the_company_s_zone(language: str, shown: str) -> None:
    assert say(Moment(LATE), language, ZONE) == shown
    assert moment(datetime(2026, 5, 6, 17, 30, tzinfo=UTC), language, ZONE) == shown


@pytest.mark.parametrize(
    ("language", "shown"), [("en", "Thu, May 7"), ("zh-Hans", "5月7日周四"), ("zh-Hant", "5月7日 週四")]
)
def test_a_day_is_the_same_day_in_every_zone(language: str, shown: str) -> None:
    assert say(Day("2026-05-07"), language, ZONE) == shown


def test_a_name_that_lacks_a_language_is_shown_in_another() -> None:
    names = Names({"zh-Hans": "热水器", "en": "Water heater"})
    assert [say(names, language, ZONE) for language in LANGUAGES] == ["Water heater", "热水器", "热水器"]
    assert say(Names({}), "en", ZONE) == ""


def test_lists_are_joined_as_the_language_joins_them() -> None:
    assert say(Listing(("a", "b")), "en", ZONE) == "a, b"
    assert say(Listing(("a", "b")), "zh-Hans", ZONE) == "a、b"
    assert say(Listing(("a", "b"), lines=True), "en", ZONE) == "a\nb"


def test_what_a_customer_wrote_is_never_read_as_a_pattern() -> None:
    told = Words("card-symptoms", {"words": "{ $name } { broken"})
    assert say(told, "en", ZONE) == "In the customer's words: { $name } { broken"


def test_a_hole_is_never_shown() -> None:
    for wrong in (Words("no-such-key"), Words("card-symptoms")):
        with pytest.raises(MissingWords):
            say(wrong, "en", ZONE)


@pytest.mark.parametrize(
    ("count", "language", "shown"), [(1, "en", "1 photo"), (2, "en", "2 photos"), (1, "zh-Hans", "1 张照片")]
)
def test_numbers_are_counted_as_the_language_counts(count: int, language: str, shown: str) -> None:
    assert text(language, "answer-photos", {"count": count}) == shown


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh_SG", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-hk", "zh-Hant"),
        ("zh-Hant-MO", "zh-Hant"),
        ("zh_TW.UTF-8", "zh-Hant"),
        ("zh_CN.UTF-8", "zh-Hans"),
        ("zh-TW,zh;q=0.9,en;q=0.8", "zh-Hant"),
        ("zh-CN,zh-TW;q=0.9", "zh-Hans"),
        ("C.UTF-8", "en"),
        ("en-GB", "en"),
        ("fr", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_a_client_s_language_is_met_as_nearly_as_we_can(tag: str | None, language: str) -> None:
    assert best_language(tag) == language


_leaves = st.one_of(
    st.text(max_size=8),
    st.integers(-(2**31), 2**31),
    st.builds(Day, st.dates().map(str)),
    st.builds(Moment, st.just(LATE)),
    st.builds(Names, st.dictionaries(st.sampled_from(LANGUAGES), st.text(max_size=5))),
)
_phrases: st.SearchStrategy[Phrase] = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.builds(Words, st.text(max_size=8), st.dictionaries(st.text(max_size=4), inner, max_size=3)),
        st.builds(Listing, st.lists(inner, max_size=3).map(tuple), st.booleans()),
    ),
    max_leaves=6,
)


@given(_phrases)
def test_a_phrase_that_waits_in_the_outbox_comes_back_the_same(phrase: Phrase) -> None:
    assert phrase_from_json(phrase_to_json(phrase)) == phrase
