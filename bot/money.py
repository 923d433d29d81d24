"""Amounts in the company's currency: kept in its smallest units, written as each language writes them."""

from decimal import Decimal

from babel.numbers import format_currency, get_currency_precision

from locales import BABEL

_WHOLE = "\u00a4#,##0"


def smallest_units(whole: int, currency: str) -> int:
    """So many hundredths, or whatever the currency is parted into."""
    return whole * int(10 ** int(get_currency_precision(currency)))


def whole_units(units: int, currency: str) -> int:
    """So many yuan, or whatever the currency's whole unit is; what is over is dropped."""
    return units // int(10 ** int(get_currency_precision(currency)))


def amount(units: int, currency: str, language: str) -> str:
    """`units` are the smallest ones; a whole amount goes without its decimals."""
    value, locale = Decimal(units).scaleb(-int(get_currency_precision(currency))), BABEL[language]
    if value == value.to_integral_value():
        return str(format_currency(value, currency, _WHOLE, locale, currency_digits=False))
    return str(format_currency(value, currency, locale=locale))
