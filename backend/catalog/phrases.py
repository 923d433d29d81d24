"""Finds listed phrases among words, the longest first."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class Phrases(Generic[T]):
    def __init__(self) -> None:
        self._meanings: dict[tuple[str, ...], T] = {}
        self._lengths: dict[str, list[int]] = {}

    def __getitem__(self, phrase: Sequence[str]) -> T | None:
        return self._meanings.get(tuple(phrase))

    def __setitem__(self, phrase: Sequence[str], meaning: T) -> None:
        if not phrase:
            return
        self._meanings[tuple(phrase)] = meaning
        lengths = self._lengths.setdefault(phrase[0], [])
        if len(phrase) not in lengths:
            lengths.append(len(phrase))
            lengths.sort(reverse=True)

    def scan(self, words: Sequence[str]) -> Iterator[tuple[int, int, T]]:
        """Start, end and meaning of each phrase; none overlaps another."""
        at = 0
        while at < len(words):
            for length in self._lengths.get(words[at], ()):
                found = self._meanings.get(tuple(words[at : at + length]))
                if found is not None and at + length <= len(words):
                    yield at, at + length, found
                    at += length
                    break
            else:
                at += 1
