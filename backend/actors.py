"""Who acts, and in which capacity."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """In which capacity somebody acts."""

    CUSTOMER = "customer"
    TECHNICIAN = "technician"
    SUPERVISOR = "supervisor"
    DESK = "desk"
    SYSTEM = "system"


@dataclass(frozen=True)
class Actor:
    role: Role
    person_id: int | None = None
    name: str = ""


SYSTEM = Actor(Role.SYSTEM)
