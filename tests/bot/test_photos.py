"""Pictures that people send are read, made anew and stripped; anything else is refused."""

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from bot import photos
from bot.photos import NotAPhoto, Photos


def picture(form: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (40, 30), exif: bool = False) -> bytes:
    image = Image.new(mode, size)
    told = Image.Exif()
    if exif:
        told[0x0112] = 6  # to be turned by a quarter
        told[0x010F] = "Camera of Ms Wang"
        told.get_ifd(0x8825)[1] = "N"  # where it was taken
    data = io.BytesIO()
    image.save(data, form, exif=told)
    return data.getvalue()


@pytest.fixture
def kept(tmp_path: Path) -> Photos:
    return Photos(tmp_path / "photos")


async def opened(kept: Photos, data: bytes) -> Image.Image:
    file = kept.path(await kept.keep(data))
    assert file
    with Image.open(file) as image:
        image.load()
    return image


@pytest.mark.parametrize(
    ("form", "mode"), [("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "L"), ("JPEG", "CMYK"), ("WEBP", "RGB")]
)
async def test_every_usual_kind_becomes_a_jpeg(kept: Photos, form: str, mode: str) -> None:
    image = await opened(kept, picture(form, mode))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (40, 30))


async def test_where_and_with_what_it_was_taken_is_gone_and_it_stands_upright(kept: Photos) -> None:
    image = await opened(kept, picture("JPEG", exif=True))
    assert dict(image.getexif()) == {}
    assert image.size == (30, 40)


async def test_what_is_hidden_behind_a_picture_is_gone(kept: Photos) -> None:
    file = kept.path(await kept.keep(picture("JPEG") + b"<script>alert(1)</script>"))
    assert file
    assert b"script" not in file.read_bytes()


async def test_a_huge_picture_is_made_smaller(kept: Photos) -> None:
    image = await opened(kept, picture("JPEG", size=(5000, 100)))
    assert image.size == (2048, 41)


async def test_the_same_picture_is_kept_once_and_leaves_no_half_file(kept: Photos, tmp_path: Path) -> None:
    assert await kept.keep(picture()) == await kept.keep(picture())
    assert [file.suffix for file in (tmp_path / "photos").iterdir()] == [".jpg"]


async def test_a_small_file_that_unfolds_into_a_vast_picture_is_refused(
    kept: Photos, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photos, "_MOST_PIXELS", 1000)
    with pytest.raises(NotAPhoto):
        await kept.keep(picture())


async def test_a_file_that_is_too_large_is_refused_unread(kept: Photos, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photos, "MOST_BYTES", 10)
    with pytest.raises(NotAPhoto):
        await kept.keep(picture())


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", b"%PDF-1.7", b"<svg xmlns='http://www.w3.org/2000/svg'/>", picture()[:60], picture("JPEG")[:200]],
)
async def test_rubbish_and_halves_are_refused(kept: Photos, tmp_path: Path, data: bytes) -> None:
    with pytest.raises(NotAPhoto):
        await kept.keep(data)
    assert not (tmp_path / "photos").exists()


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 400), sign=st.integers(0, 255), form=st.sampled_from(("PNG", "JPEG", "WEBP", "GIF")))
def test_a_damaged_picture_is_read_or_refused(at: int, sign: int, form: str) -> None:
    data = bytearray(picture(form, exif=form != "GIF"))
    data[at % len(data)] = sign
    data[at * 7 % len(data)] ^= 255
    try:
        photos._reencoded(bytes(data))
    except NotAPhoto:
        return


@pytest.mark.parametrize(
    "reference", ["", "..", "../secret.jpg", "a.jpg", "a" * 64, f"{'g' * 64}.jpg", f"{'a' * 64}.jpg\n"]
)
def test_only_our_own_references_lead_to_a_file(kept: Photos, reference: str) -> None:
    assert kept.path(reference) is None
