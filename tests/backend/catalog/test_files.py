import csv
import io
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.catalog.contents import Contents, ListedCategory, ListedFault, ListedProduct, ListedUnit
from backend.catalog.files import read, write
from backend.catalog.values import LANGUAGES, Severity
from backend.catalog.wording import names_nothing
from backend.errors import Invalid
from backend.values import RequestKind
from tests.backend.catalog.starter import starter

KEYS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,5})?", fullmatch=True)
SAID = (
    st.text(st.sampled_from("漏水熱abcXYZ019 =+-@'\",;\\#[]ÜéＡ＝　"), min_size=1, max_size=20)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: not names_nothing(text))
)
NAMES = st.dictionaries(st.sampled_from(LANGUAGES), SAID, min_size=1)
ALIASES = st.dictionaries(
    st.sampled_from(LANGUAGES), st.lists(SAID, min_size=1, max_size=3, unique=True).map(tuple), max_size=3
)
CODES = st.lists(st.from_regex(r"[-+=]?[A-Z]{2,4}-[0-9]{1,4}", fullmatch=True), max_size=2, unique=True).map(tuple)
CATEGORIES = st.builds(ListedCategory, KEYS, NAMES, ALIASES)
SEVERAL_KEYS = st.lists(KEYS, max_size=2, unique=True).map(tuple)
PRODUCTS = st.builds(
    ListedProduct,
    KEYS,
    KEYS,
    KEYS,
    st.integers(0, 600),
    NAMES,
    ALIASES,
    CODES,
    active=st.booleans(),
    supplier=st.none() | SAID,
)
FAULTS = st.builds(
    ListedFault,
    KEYS,
    NAMES,
    ALIASES,
    category=st.none() | KEYS,
    severity=st.sampled_from(Severity),
    hazard=st.booleans(),
    concern=st.sampled_from(RequestKind),
    skill=st.none() | KEYS,
    active=st.booleans(),
    level=st.integers(1, 3),
    tools=SEVERAL_KEYS,
    parts=SEVERAL_KEYS,
    minutes=st.integers(5, 1440),
    remote=st.booleans(),
)
SERIALS = st.from_regex(r"[-=]?[A-Z0-9]{1,6}-[0-9]{1,6}", fullmatch=True)
UNITS = st.builds(ListedUnit, SERIALS, KEYS, st.none() | st.dates(date(1990, 1, 1)), st.none() | SAID)


CONTENTS = st.builds(
    Contents,
    st.lists(CATEGORIES, max_size=2, unique_by=lambda item: item.key).map(tuple),
    st.lists(PRODUCTS, max_size=2, unique_by=lambda item: item.key).map(tuple),
    st.lists(FAULTS, max_size=2, unique_by=lambda item: item.key).map(tuple),
    st.lists(UNITS, max_size=1).map(tuple),
)


@given(CONTENTS, st.sampled_from([".toml", ".csv"]))
def test_what_is_written_reads_the_same(contents: Contents, suffix: str) -> None:
    assert read(f"catalogue{suffix}", write(f"catalogue{suffix}", contents)) == contents


@pytest.mark.parametrize("suffix", [".toml", ".csv"])
def test_the_starter_catalogue_survives_both_formats(suffix: str) -> None:
    assert read(f"c{suffix}", write(f"c{suffix}", starter())) == starter()


def test_every_name_of_the_starter_is_in_all_languages() -> None:
    spoken = [(item.key, item.names) for item in starter().categories]
    spoken += [(item.key, item.names) for item in starter().products]
    spoken += [(item.key, item.names) for item in starter().faults]
    assert not [key for key, names in spoken if set(names) != set(LANGUAGES)]


@given(CONTENTS)
def test_a_spreadsheet_sees_no_formula(contents: Contents) -> None:
    text = write("c.csv", contents).decode("utf-8-sig")
    assert not [
        cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row if cell[:1] in tuple("=+-@\t\r")
    ]


def test_a_fault_of_an_older_file_needs_what_is_usual() -> None:
    [old] = read("c.csv", b"kind,key,names_en\nfault,hum,hums\n").faults
    assert (old.level, old.tools, old.parts, old.minutes, old.remote) == (1, (), (), 60, False)
    [new] = read("c.csv", b"kind,key,names_en,level,tools,remote\nfault,hum,hums,3,pump|gauge,true\n").faults
    assert (new.level, new.tools, new.parts, new.minutes, new.remote) == (3, ("pump", "gauge"), (), 60, True)


def test_a_spreadsheet_in_gb18030_with_its_dates_is_read() -> None:
    text = "kind,key,names_zh-Hans,product,purchased_on\nfault,hum,嗡嗡响,,\nunit,A-1,,e50,2024/5/1\n"
    contents = read("c.csv", text.encode("gb18030"))
    assert contents.faults[0].names == {"zh-Hans": "嗡嗡响"}
    assert contents.units[0].purchased_on == date(2024, 5, 1)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("c.toml", "[[fault]\n", "line 1"),
        ("c.toml", "fault = 3", "[[fault]]"),
        ("c.toml", "[[gadget]]\nkey='a'", "'gadget'"),
        ("c.toml", "[[fault]]\nkey='a b'\nnames={en='hums'}", "'a b'"),
        ("c.toml", "[[fault]]\nkey='a'\nnames={de='brummt'}", "names.de"),
        ("c.toml", "[[fault]]\nkey='a'\nnames={en='hums'}\nseverity='bad'", "'general' or 'major'"),
        ("c.toml", "[[fault]]\nkey='a'\nnames={en='hums'}\ncolour='red'", "colour"),
        ("c.toml", "[[fault]]\nkey='a'\nnames={en='hums'}\nlevel=4", "level"),
        ("c.toml", "[[fault]]\nkey='a'\nnames={en='hums'}\ntools=['A B']", "tools"),
        ("c.csv", "kind,key,names_en,minutes\nfault,hum,hums,2\n", "minutes"),
        ("c.toml", "[[fault]]\nkey='a'\nnames={en='broken'}", "'broken'"),
        ("c.toml", "[[fault]]\nkey='a'\nnames={en='hums|roars'}", "without |"),
        ("c.toml", "[[fault]]\nkey='a'\nnames={en='hums'}\n[[fault]]\nkey='a'\nnames={en='roars'}", "second time"),
        ("c.toml", "fault = ['a']", "[[fault]] number 1"),
        ("c.csv", "", "line 1"),
        ("c.csv", "kind,key,colour\n", "colour"),
        ("c.csv", "kind,key,names_en\nfault,hum,hums\nfault,,roars\n", "line 3"),
        ("c.csv", "kind,key\nfault,hum,hums\n", "line 2"),
        ("c.csv", 'kind,key\nfault,"hum', "line 2"),
        ("c.csv", "kind,key,warranty_months\nproduct,a,many\n", "line 2"),
        ("c.xlsx", "", ".toml or .csv"),
    ],
)
def test_a_bad_file_is_refused_with_its_place(name: str, text: str, told: str) -> None:
    with pytest.raises(Invalid) as refusal:
        read(name, text.encode())
    assert told in refusal.value.detail


def test_bytes_that_are_no_text_are_refused_with_their_line() -> None:
    with pytest.raises(Invalid, match="line 2"):
        read("c.toml", b"a=1\n\xff\xfe")


@given(st.binary(), st.sampled_from(["c.csv", "c.toml"]))
def test_no_file_does_worse_than_be_refused(data: bytes, name: str) -> None:
    with suppress(Invalid):
        read(name, data)
