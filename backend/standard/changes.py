"""What differs between two standards' files, one line each. Pure."""

import json
import tomllib
from collections.abc import Iterator, Mapping

_CONDITIONS = ("kind", "urgency", "severity", "band", "group")


def changes(old: str, new: str) -> list[str]:
    """`-` is gone, `+` is new, `~` has another value. Both texts are TOML that was checked."""
    before, after = (dict(_flat("", tomllib.loads(text))) for text in (old, new))
    gone = [f"- {path} = {before[path]}" for path in before if path not in after]
    added = [f"+ {path} = {after[path]}" for path in after if path not in before]
    other = [
        f"~ {path}: {before[path]} → {after[path]}" for path in before if path in after and before[path] != after[path]
    ]
    return [*gone, *added, *other]


def _flat(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _flat(f"{path}.{name}" if path else str(name), inner)
    elif isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
        counts: dict[str, int] = {}
        for entry in value:
            label = _label(entry)
            counts[label] = counts.get(label, 0) + 1
            again = f" #{counts[label]}" if counts[label] > 1 else ""
            yield from _flat(f"{path}[{label}{again}]", entry)
    else:
        yield path, json.dumps(value, ensure_ascii=False, default=str)


def _label(entry: Mapping[str, object]) -> str:
    """What an entry is recognised by: a rule by its clock and conditions, others by name or share."""
    if "clock" not in entry:
        return str(entry.get("name", entry.get("at", "")))
    asked = [
        f"{name}={'/'.join(map(str, given))}" for name in _CONDITIONS if isinstance(given := entry.get(name), list)
    ]
    return " ".join([str(entry["clock"]), str(entry.get("start", "")), *asked])
