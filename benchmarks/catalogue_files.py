"""Catalogues of anybody's making, read more forgivingly than the product imports them.

    TOML, JSON   tables or lists `category`, `product`, `fault` (plurals will do, faults may stand inside a category)
    CSV          one row an entry, columns in any order, parted by comma, semicolon or tab

An entry has an id (`key`, `id`, `fault_id`), for a product or fault a `category` (or `product`), names and aliases.
Names: `names = { en = …, zh-Hans = … }`, or columns and fields such as `names_en`, `name`, `label_zh-Hant`, `zh-TW`.
Aliases likewise (`aliases`, `synonyms`, `keywords`), several in a cell parted by `|` or `;`. Any language will do
alone. Without a column `kind` every row is a fault. A category that is only referred to is called by its id.
"""

import csv
import io
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from backend.catalog.values import Entry, Kind, Role, Term

_HEADS = tomllib.loads((Path(__file__).parent / "data" / "columns.toml").read_text(encoding="utf-8"))
_ID, _CATEGORY, _LANGUAGES = _HEADS["id"], _HEADS["category"], _HEADS["languages"]
_NAME, _ALIAS = re.compile(_HEADS["name"]), re.compile(_HEADS["alias"])
_KINDS = {form: kind for kind in Kind for form in (kind.value, f"{kind.value}s")} | {"categories": Kind.CATEGORY}
Raw = Mapping[str, Any]


class Unreadable(ValueError):
    """The file is no catalogue; says what was seen and what was expected."""


def read_entries(file: Path) -> list[Entry]:
    """Numbered in the order of the file; ids are kept as they are written."""
    rows = list(_rows(file))
    entries = [_entry(number, kind, raw, file) for number, (kind, raw) in enumerate(rows, start=1)]
    if not any(entry.kind is Kind.FAULT for entry in entries):
        raise Unreadable(f"{file}: seen {len(entries)} entries and no fault, expected some: {__doc__}")
    _refuse_twins(entries, file)
    known = {entry.key for entry in entries if entry.kind is Kind.CATEGORY}
    missing = dict.fromkeys(entry.category for entry in entries if entry.category and entry.category not in known)
    return entries + [_unlisted(len(entries) + number, key) for number, key in enumerate(missing, start=1)]


def _rows(file: Path) -> Iterator[tuple[Kind, Raw]]:
    text = _text(file)
    try:
        match file.suffix.lower():
            case ".toml":
                yield from _tables(tomllib.loads(text))
            case ".json":
                data = json.loads(text)
                yield from _tables(data if isinstance(data, dict) else {"fault": data})
            case _:
                yield from _cells(text)
    except (tomllib.TOMLDecodeError, json.JSONDecodeError, csv.Error) as error:
        raise Unreadable(f"{file}: not {file.suffix.lstrip('.').upper() or 'CSV'}: {error}") from error


def _text(file: Path) -> str:
    data = file.read_bytes()
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(f"{file}: seen bytes that are no text, expected UTF-8")


def _tables(tables: Raw) -> Iterator[tuple[Kind, Raw]]:
    kinds = {
        **{kind.value: kind for kind in Kind},
        **{f"{kind.value}s": kind for kind in Kind},
        "categories": Kind.CATEGORY,
    }
    for name, listed in tables.items():
        if kind := kinds.get(name.lower()):
            for raw in _listed(listed):
                yield kind, raw
                yield from (
                    (Kind.FAULT, {"category": _first(raw, _ID), **fault})
                    for inner in ("fault", "faults")
                    for fault in (
                        _listed(raw[inner]) if kind is not Kind.FAULT and isinstance(raw.get(inner), list) else ()
                    )
                )


def _listed(listed: Any) -> Iterable[Raw]:
    """A list of tables, or tables by their ids."""
    if isinstance(listed, dict):
        return [{"key": key, **raw} for key, raw in listed.items() if isinstance(raw, dict)]
    return [raw for raw in listed if isinstance(raw, dict)]


def _cells(text: str) -> Iterator[tuple[Kind, Raw]]:
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter):
        filled = [(column, cell) for column, cell in row.items() if column and isinstance(cell, str) and cell.strip()]
        raw = {column.strip(): cell.strip() for column, cell in filled}
        named = (raw.pop("kind", "") or raw.pop("type", "")).lower() or "fault"
        if raw and named in _KINDS:
            yield _KINDS[named], raw


def _entry(number: int, kind: Kind, raw: Raw, file: Path) -> Entry:
    raw = {re.sub(r"[\s-]+", "_", name.strip().lower()): value for name, value in raw.items()}
    key = _first(raw, _ID)
    terms = tuple(_terms(raw))
    if not key or not terms:
        seen = ", ".join(raw) or "nothing"
        raise Unreadable(f"{file}: {kind} number {number} ({key or 'no id'}): seen {seen}, expected an id and a name")
    own = [name for name in _CATEGORY if name != "product" or kind is Kind.FAULT]
    return Entry(number, kind, key, key if kind is Kind.CATEGORY else _first(raw, own) or None, terms)


def _terms(raw: Raw) -> Iterator[Term]:
    for field, value in raw.items():
        if field == "codes":
            yield from (Term(code, "und", Role.CODE) for _, code in _texts("", value, is_list=True))
        elif _ALIAS.fullmatch(field):
            yield from (Term(text, language) for language, text in _texts(field, value, is_list=True))
        elif _NAME.fullmatch(field):
            yield from (Term(text, language, Role.NAME) for language, text in _texts(field, value, is_list=False))


def _texts(field: str, value: Any, *, is_list: bool) -> Iterator[tuple[str, str]]:
    match value:
        case dict():
            for inner, texts in value.items():
                yield from _texts(f"x_{inner}".replace("-", "_").lower(), texts, is_list=is_list)
        case list():
            for text in value:
                yield from _texts(field, text, is_list=False)
        case str() if value.strip():
            language = next((_LANGUAGES[end] for end in (field, field.partition("_")[2]) if end in _LANGUAGES), "und")
            parts = re.split(r"[|;；]", value) if is_list else [value]
            yield from ((language, part.strip()) for part in parts if part.strip())


def _first(raw: Raw, names: Iterable[str]) -> str:
    return next((str(raw[name]).strip() for name in names if isinstance(raw.get(name), str | int)), "")


def _refuse_twins(entries: Iterable[Entry], file: Path) -> None:
    seen: set[tuple[Kind, str]] = set()
    for entry in entries:
        if (entry.kind, entry.key) in seen:
            raise Unreadable(f"{file}: seen {entry.kind} {entry.key!r} for the second time, expected each once")
        seen.add((entry.kind, entry.key))


def _unlisted(number: int, key: str) -> Entry:
    return Entry(number, Kind.CATEGORY, key, key, (Term(re.sub(r"[-_]+", " ", key), "und", Role.NAME),))
