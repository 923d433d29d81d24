"""What may be shown of a person, and what counts as a phone number or a joining role."""

from enum import StrEnum

import phonenumbers


class StaffRole(StrEnum):
    TECHNICIAN = "technician"
    SUPERVISOR = "supervisor"


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
