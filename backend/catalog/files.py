"""Catalogue files. TOML and CSV say the same, and either can be turned into the other.

An entry is a `category`, `product`, `fault` or `unit` (an installed product). In TOML it is a table of that name
(`[[product]]`), in CSV a row with that `kind`. `data/starter.toml` is a complete example.

    category  key, names, aliases
    product   key, category, skill, warranty_months, names, aliases, codes, active,
              supplier (whose own assembly it is)
    fault     key, names, aliases, category (none: any product), severity (general or major), hazard,
              concern (the kind of request it makes: hardware, software, …),
              skill (none: the product's), active;
              what its repair needs: level of the skill (1 to 3), tools, parts, minutes, remote (by chat or phone first)
    unit      serial, product, purchased_on, customer_name

Names and aliases are given for `en`, `zh-Hans` and `zh-Hant`: in TOML as `{ en = …, zh-Hans = … }`, in CSV in columns
such as `names_en` and `aliases_zh-Hans`, several aliases parted by `|`, as are codes, tools and parts. The column
`key` holds a unit's serial.
What a file does not mention stays as it is; what it mentions becomes what it says. Entries are retired with
`active = false`, never removed.
"""

from pathlib import PurePath

from backend.catalog.contents import Contents
from backend.catalog.csv_file import read_csv, write_csv
from backend.catalog.toml_file import read_toml, write_toml
from backend.errors import Invalid

_READERS = {".toml": read_toml, ".csv": read_csv}
_WRITERS = {".toml": write_toml, ".csv": write_csv}


def read(name: str, data: bytes) -> Contents:
    """What the file of this name holds. CSV may be in GB 18030, as Chinese spreadsheet programs save it.

    Raises Invalid, which names the line or entry, what was seen and what was expected.
    """
    suffix = _suffix(name)
    return _READERS[suffix](_text(data, may_be_chinese=suffix == ".csv"))


def write(name: str, contents: Contents) -> bytes:
    """The file of this name. Raises Invalid for another kind of file."""
    return _WRITERS[_suffix(name)](contents).encode()


def _suffix(name: str) -> str:
    suffix = PurePath(name).suffix.lower()
    if suffix not in _READERS:
        raise Invalid(f"seen a file {name[-60:]!r}, expected one that ends in .toml or .csv")
    return suffix


def _text(data: bytes, *, may_be_chinese: bool) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if may_be_chinese:
            try:
                return data.decode("gb18030")
            except UnicodeDecodeError:
                pass
        line = data[: error.start].count(b"\n") + 1
        raise Invalid(f"line {line}: seen bytes that are not text, expected UTF-8", where=f"line {line}") from error
