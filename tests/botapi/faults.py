"""Faults on demand."""

import random
from dataclasses import dataclass, field
from typing import Literal

FaultKind = Literal["error500", "too_many", "drop_before", "drop_after", "delay"]


@dataclass
class Fault:
    """A fault that waits for calls. With `rate`, each call is hit with that probability; else the next `left` calls."""

    kind: FaultKind
    method: str | None
    left: int | None
    retry_after: int
    seconds: float
    rate: float | None
    dice: random.Random = field(repr=False)

    def hits(self, method: str) -> bool:
        """Decide for one call, and use one up."""
        if self.left == 0 or not self._concerns(method):
            return False
        if self.rate is not None and self.dice.random() >= self.rate:
            return False
        if self.left is not None:
            self.left -= 1
        return True

    def _concerns(self, method: str) -> bool:
        # A waiting poll would eat a fault that was meant for the next thing the bot does.
        return method != "getUpdates" if self.method is None else method.lower() == self.method.lower()


class Faults:
    """All faults that are set."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Set one."""
        self._faults.append(fault)

    def clear(self) -> None:
        """Let every call pass again."""
        self._faults.clear()

    def strike(self, method: str) -> Fault | None:
        """Return the fault that hits this call."""
        return next((fault for fault in self._faults if fault.hits(method)), None)
