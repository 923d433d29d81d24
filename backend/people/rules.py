"""What may be shown of a person, and what counts as a phone number or a joining role."""

import re
from enum import StrEnum
from typing import assert_never

import phonenumbers

from backend.actors import Role

LEVELS = (1, 2, 3)
"""How well somebody has a skill: helps, works alone, the hardest cases."""
USUAL_LEVEL = 2
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_KEY = 64


class StaffRole(StrEnum):
    TECHNICIAN = "technician"
    SUPERVISOR = "supervisor"
    MANAGER = "manager"
    """Above the supervisors: sees and may do the same, and hears of what they let slip."""


def capacity(role: StaffRole | None) -> Role:
    """In which capacity somebody of this role acts. A manager acts as a supervisor."""
    match role:
        case None:
            return Role.CUSTOMER
        case StaffRole.TECHNICIAN:
            return Role.TECHNICIAN
        case StaffRole.SUPERVISOR | StaffRole.MANAGER:
            return Role.SUPERVISOR
        case _:
            assert_never(role)


def is_key(text: str) -> bool:
    """Whether a skill, tool or part may be called so."""
    return len(text) <= _LONGEST_KEY and _KEY.fullmatch(text) is not None


def is_on_earth(latitude: float, longitude: float) -> bool:
    """Degrees."""
    return -90 <= latitude <= 90 and -180 <= longitude <= 180


def phone_number(text: str, country: str) -> str | None:
    """The number in E.164; numbers without a country code are read as `country`'s. None when it cannot be one."""
    try:
        parsed = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def masked_phone(phone: str) -> str:
    """Country code and the last four digits (handbook D: area code and last four)."""
    try:
        code = f"+{phonenumbers.parse(phone).country_code}"
    except phonenumbers.NumberParseException:
        code = ""
    return f"{code} •••• {phone[-4:]}".strip()


def masked_address(address: str) -> str:
    """The first third, at most eight characters: enough to know the district, not the door."""
    shown = address[: min(8, max(2, len(address) // 3))]
    return f"{shown}…"
