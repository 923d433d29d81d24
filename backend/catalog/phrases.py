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

    def longest(self, words: tuple[str, ...], at: int) -> tuple[int, T] | None:
        """End and meaning of the longest phrase that begins there."""
        for length in self._lengths.get(words[at], ()) if at < len(words) else ():
            found = self._meanings.get(words[at : at + length])
            if found is not None and at + length <= len(words):
                return at + length, found
        return None

    def scan(self, words: Sequence[str]) -> Iterator[tuple[int, int, T]]:
        """Start, end and meaning of each phrase; none overlaps another."""
        whole, free = tuple(words), 0
        for at, word in enumerate(whole):
            if at >= free and word in self._lengths and (found := self.longest(whole, at)):
                yield at, *found
                free = found[0]
