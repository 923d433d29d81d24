"""The catalogue as CSV, for spreadsheets: one row an entry; several aliases, codes, tools or parts of a cell are parted
by `|`."""

import csv
import io
import re
from collections.abc import Iterator, Mapping

from backend.catalog.contents import LISTINGS, Contents, Raw, gather
from backend.catalog.values import LANGUAGES
from backend.errors import Invalid

_PLAIN = ("category", "skill", "warranty_months", "supplier", "severity", "hazard", "concern", "active")
_NEEDS = ("level", "tools", "parts", "minutes", "remote")
_SEVERAL = ("codes", "tools", "parts")
_UNIT = ("product", "purchased_on", "customer_name")
_SPOKEN = tuple(f"{field}_{language}" for field in ("names", "aliases") for language in LANGUAGES)
COLUMNS = ("kind", "key", *_PLAIN, *_NEEDS, *_UNIT, "codes", *_SPOKEN)
_BYTE_ORDER_MARK = "\ufeff"
_FORMULA = re.compile(r"'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")


def read_csv(text: str) -> Contents:
    """Raises Invalid."""
    return gather(_rows(text.removeprefix(_BYTE_ORDER_MARK)))


def write_csv(contents: Contents) -> str:
    """Begins with a byte order mark, by which spreadsheet programs know UTF-8."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for kind, items in contents.by_kind().items():
        for item in items:
            cells = {"kind": kind, **_cells(LISTINGS[kind].dump_python(item, mode="json", exclude_defaults=True))}
            writer.writerow({column: _guard(cell) for column, cell in cells.items()})
    return _BYTE_ORDER_MARK + out.getvalue()


def _rows(text: str) -> Iterator[tuple[str, str, Raw]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        unknown = set(reader.fieldnames or ()) - set(COLUMNS)
        if unknown or "kind" not in (reader.fieldnames or ()):
            seen = ", ".join(sorted(unknown)) or "no column kind"
            raise Invalid(f"line 1: seen {seen[:80]}, expected columns among {', '.join(COLUMNS)}", where="line 1")
        for row in reader:
            where = f"line {reader.line_num}"
            if None in row:
                raise Invalid(f"{where}: seen more cells than the first line has, expected as many", where=where)
            cells = {column: _unguard(cell) for column, cell in row.items() if cell}
            if cells:
                kind = cells.pop("kind", "").strip()
                yield where, kind, _raw(cells, "serial" if kind == "unit" else "key")
    except csv.Error as error:
        where = f"line {reader.reader.line_num}"
        raise Invalid(f"{where}: not CSV: {error}", where=where) from error


def _cells(raw: Raw) -> Mapping[str, str]:
    cells: dict[str, str] = {}
    for name, value in raw.items():
        if isinstance(value, dict):
            cells |= {f"{name}_{language}": _joined(texts) for language, texts in value.items()}
        elif value is not None:
            cells["key" if name == "serial" else name] = _joined(value)
    return cells


def _raw(cells: Mapping[str, str], identity: str) -> Raw:
    raw: Raw = {}
    for column, cell in cells.items():
        name, _, language = column.partition("_")
        if name in ("names", "aliases"):
            raw.setdefault(name, {})[language] = cell if name == "names" else _parted(cell)
        elif column in _SEVERAL:
            raw[column] = _parted(cell)
        else:
            raw[identity if column == "key" else column] = cell.strip()
    return raw


def _joined(value: object) -> str:
    return "|".join(str(text) for text in value) if isinstance(value, list | tuple) else str(value)


def _parted(cell: str) -> list[str]:
    return [text for text in cell.split("|") if text.strip()]


def _guard(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unguard(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell
