"""Whoever measures with a catalogue of their own is not stopped by the shape of their file."""

from pathlib import Path

import pytest

from backend.catalog.values import Kind
from benchmarks.catalogue_files import Unreadable, read_entries
from benchmarks.understanding import STARTER, said

CSV = "keywords;Name;ID;Category\n夹纸|纸卡住;卡纸;F 001;打印机\n;漏墨;2;打印机\n"
JSON = '{"categories": [{"id": "l", "name": "Lift", "faults": [{"id": "L-1", "name": {"zh-TW": "門卡住"}}]}]}'


def written(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    file = folder / name
    file.write_text(text, encoding=encoding)
    return file


def faults(file: Path) -> list[tuple[str, str | None, list[str]]]:
    found = [entry for entry in read_entries(file) if entry.kind is Kind.FAULT]
    return [(entry.key, entry.category, [term.text for term in entry.terms]) for entry in found]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_columns_may_stand_in_any_order_and_encoding(tmp_path: Path, encoding: str) -> None:
    first, second = faults(written(tmp_path, "c.csv", CSV, encoding))
    assert first == ("F 001", "打印机", ["夹纸", "纸卡住", "卡纸"])
    assert second == ("2", "打印机", ["漏墨"])


def test_faults_may_stand_within_their_category(tmp_path: Path) -> None:
    assert faults(written(tmp_path, "c.json", JSON)) == [("L-1", "l", ["門卡住"])]


def test_the_product_s_own_file_is_read_whole() -> None:
    assert len(faults(STARTER)) > 100


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("c.csv", "id,colour\n1,red\n", "expected an id and a name"),
        ("c.csv", "id,name\n1,leaks\n1,drips\n", "second time"),
        ("c.json", "{", "not JSON"),
        ("c.json", "[]", "no fault"),
        ("c.toml", "[[fault]", "not TOML"),
    ],
)
def test_what_is_no_catalogue_is_refused_with_the_reason(tmp_path: Path, name: str, text: str, told: str) -> None:
    with pytest.raises(Unreadable, match=told):
        read_entries(written(tmp_path, name, text))


def test_a_heading_is_no_sentence(tmp_path: Path) -> None:
    file = written(tmp_path, "u.tsv", "text\tid\nit leaks\tleak\nhello\t-\n", "utf-8-sig")
    assert [(utterance.text, utterance.fault) for utterance in said(file, ["leak"])] == [
        ("it leaks", "leak"),
        ("hello", None),
    ]


@pytest.mark.parametrize("line", ["it leaks", "it leaks\tdrip"])
def test_a_sentence_without_a_known_fault_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(Unreadable, match="line 1"):
        said(written(tmp_path, "u.tsv", line), ["leak"])
