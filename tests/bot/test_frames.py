"""What a page sends is read or refused; nothing else comes of it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.incoming import Chosen, Command, Pressed
from bot.webchat.frames import LONGEST_TEXT, BadFrame, Hello, Spoken, read_frame
from dialogs.events import PhotoSent, PlaceShared, Said

KINDS = ("hello", "text", "tap", "start", "language", "place", "photo", "nonsense")
FIELDS = ("id", "seen", "text", "data", "message", "payload", "language", "latitude", "longitude", "upload")
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)
frames = st.fixed_dictionaries(
    {"type": st.sampled_from(KINDS)}, optional={field: values | st.just("1") for field in FIELDS}
)


@given(st.text() | frames.map(json.dumps) | values.map(json.dumps))
def test_any_frame_is_read_or_refused(raw: str) -> None:
    try:
        read = read_frame(raw)
    except BadFrame:
        return
    assert isinstance(read, Hello | Spoken)


@pytest.mark.parametrize(
    "raw", ["", "{", "[" * 100_000, "null", '"text"', '{"type": "text"}', '{"type": "text", "id": ""}']
)
def test_what_is_no_frame_is_refused(raw: str) -> None:
    with pytest.raises(BadFrame):
        read_frame(raw)


def spoken(**fields: object) -> Spoken:
    read = read_frame(json.dumps({"id": "1", **fields}))
    assert isinstance(read, Spoken)
    return read


def test_each_kind_of_frame_is_what_it_says() -> None:
    assert spoken(type="text", text="hello").what == Said("hello")
    assert spoken(type="text", text="/help me").what == Command("help", "me")
    assert spoken(type="tap", data="a:status:").what == Pressed("a:status:")
    assert spoken(type="start", payload="s_1").what == Command("start", "s_1")
    assert spoken(type="language", language="zh-Hant").what == Chosen("zh-Hant")
    assert spoken(type="place", latitude=31, longitude=121.5).what == PlaceShared(31.0, 121.5)
    assert spoken(type="photo", upload="a.jpg").what == PhotoSent("a.jpg")
    assert read_frame('{"type": "hello", "seen": 7, "language": "zh-tw"}') == Hello(7, "zh-Hant")


@pytest.mark.parametrize(("latitude", "longitude"), [(90.1, 0), (0, 181), (float("nan"), 0), (0, float("inf"))])
def test_a_place_that_is_not_on_earth_is_refused(latitude: float, longitude: float) -> None:
    with pytest.raises(BadFrame):
        spoken(type="place", latitude=latitude, longitude=longitude)


def test_a_text_beyond_all_measure_is_refused_with_its_length() -> None:
    with pytest.raises(BadFrame) as refused:
        spoken(type="text", text="x" * (LONGEST_TEXT + 1))
    assert refused.value.words.args == {"length": LONGEST_TEXT + 1, "longest": LONGEST_TEXT}
    assert refused.value.frame == "1"


def test_a_place_with_an_endless_number_is_refused() -> None:
    with pytest.raises(BadFrame):
        spoken(type="place", latitude=10**400, longitude=0)


def test_a_message_id_that_no_database_keeps_is_left_out() -> None:
    raw = json.dumps({"type": "tap", "id": "b3", "data": "x", "message": 10**30})
    frame = read_frame(raw)
    assert isinstance(frame, Spoken)
    assert frame.tapped is None
