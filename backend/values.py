"""Shapes and names that every floor shares."""

from enum import StrEnum

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
JsonObject = dict[str, Json]


class RequestKind(StrEnum):
    """What a request is about: table 16-9 and handbook D."""

    HARDWARE = "hardware"
    SOFTWARE = "software"
    EQUIPMENT = "equipment"
    FUNCTION = "function"
    QUESTION = "question"
    OTHER = "other"
