"""The starter catalogue as the tests use it."""

from functools import cache

from backend.catalog.contents import Contents
from backend.catalog.files import read
from backend.catalog.index import Index
from backend.catalog.values import Finding, Kind
from benchmarks.understanding import STARTER, listed


@cache
def starter() -> Contents:
    return read(STARTER.name, STARTER.read_bytes())


@cache
def starter_index() -> Index:
    return Index(listed(starter()))


def keys(finding: Finding, kind: Kind) -> list[str]:
    return [starter_index().entries[kind, guess.entry].key for guess in finding.candidates]


def exact(finding: Finding, kind: Kind) -> str | None:
    return None if finding.exact is None else starter_index().entries[kind, finding.exact].key
