"""Which keys the code asks for: whole ones, and patterns with holes such as `ask-{form}-{question}`."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "dialogs", "backend", "locales")
HOLE = "\x00"
_ASKS = {"Words": 0, "text": 1, "words": 0, "CannotStart": 0, "_note": 1, "has": 0, "spellings": 0, "ask": 0}
"""Calls that name a key, and where in their arguments it stands."""


@dataclass(frozen=True)
class Use:
    """`given` are the variables that stand written out beside the key; None where they are put together elsewhere."""

    key: str
    given: frozenset[str] | None
    where: str


def files() -> list[Path]:
    return [file for package in PACKAGES for file in sorted((ROOT / package).rglob("*.py"))]


@cache
def strings() -> frozenset[str]:
    """Every string that stands in the code, patterns with their holes."""
    return frozenset(text for file in files() for text in _strings(ast.parse(file.read_text(encoding="utf-8"))))


@cache
def uses() -> tuple[Use, ...]:
    """Every call that names a key or a pattern of keys."""
    return tuple(use for file in files() for use in _uses(file))


def _strings(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield _pattern(node)


def _pattern(node: ast.JoinedStr) -> str:
    parts = [part.value if isinstance(part, ast.Constant) else HOLE for part in node.values]
    return "".join(str(part) for part in parts)


def _uses(file: Path) -> Iterator[Use]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        position = _ASKS.get(name)
        if position is None or len(node.args) <= position:
            continue
        where = f"{file.relative_to(ROOT)}:{node.lineno}"
        for key in _keys(node.args[position]):
            yield Use(key, _given(node, position), where)


def _keys(argument: ast.expr) -> Iterator[str]:
    match argument:
        case ast.Constant(value=str(key)):
            yield key
        case ast.JoinedStr():
            yield _pattern(argument)
        case ast.IfExp(body=body, orelse=other):
            yield from _keys(body)
            yield from _keys(other)


def _given(call: ast.Call, position: int) -> frozenset[str] | None:
    """The names of the variables, where they are written out."""
    rest = call.args[position + 1 :]
    if call.keywords:
        return None
    if not rest:
        return frozenset()
    match rest[0]:
        case ast.Dict(keys=keys) if all(isinstance(key, ast.Constant) for key in keys):
            return frozenset(str(key.value) for key in keys if isinstance(key, ast.Constant))
        case _:
            return None
