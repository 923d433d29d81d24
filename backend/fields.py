"""Kinds of values that requests bring, with what the database can hold of them."""

from typing import Annotated

from fastapi import Path
from pydantic import AfterValidator, Field, StringConstraints

LARGEST_ID = 2**31 - 1
"""What an integer column holds on every engine."""


def _printable(text: str) -> str:
    if any(not (character.isprintable() or character in "\n\t") for character in text):
        raise ValueError("text without control characters")
    return text


Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000), AfterValidator(_printable)]
"""Words of any length up to 2000 characters; may be empty."""

Words = Annotated[Text, Field(min_length=1)]
"""The same, not empty."""

Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120), AfterValidator(_printable)
]
"""A name or the like."""

Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
"""The key of a catalogue entry or a skill."""

RowId = Annotated[int, Field(ge=1, le=LARGEST_ID)]
PathId = Annotated[int, Path(ge=1, le=LARGEST_ID)]
TicketNumber = Annotated[
    str,
    Path(pattern=r"^[A-Za-z0-9]{1,40}$", description="`SN`, the day, and the count of that day.", alias="number"),
]
Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False, description="Degrees, WGS 84.")]
Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False, description="Degrees, WGS 84.")]
