"""Errors that a person can cause. Each has a stable code: `backend.problems` maps it to HTTP, the bot to chat words."""

from collections.abc import Mapping
from typing import ClassVar

Fact = str | int | float | bool | None


class Refusal(Exception):
    """What was asked cannot be done. `code` is stable, `facts` fill the words shown to a person."""

    code: ClassVar[str] = "refused"
    status: ClassVar[int] = 409

    def __init__(self, detail: str, **facts: Fact) -> None:
        super().__init__(detail)
        self.detail = detail
        self.facts: Mapping[str, Fact] = facts


class NotFound(Refusal):
    code = "not-found"
    status = 404


class NotAllowed(Refusal):
    code = "not-allowed"
    status = 403


class NotSignedIn(Refusal):
    code = "no-key"
    status = 401


class Invalid(Refusal):
    """A value that cannot be meant: out of range, malformed, too long."""

    code = "invalid"
    status = 422


class WrongMove(Refusal):
    """A move that the transition table does not have, or not for this person, or not yet."""

    code = "wrong-move"


class TooLate(Refusal):
    """Somebody else was first, or the time for it is over."""

    code = "too-late"
