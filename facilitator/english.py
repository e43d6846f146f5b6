"""Days and sums in English, as Babel would write them: its tables take longer to read than a screen, and 6 MB."""

from __future__ import annotations

import re
from datetime import date

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June",
           "July", "August", "September", "October", "November", "December")  # fmt: skip
_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec")
_SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "US$"}
_TOKENS = re.compile(r"[A-Za-z']+")


def day_in_words(day: date, shape: str) -> str | None:
    """A day in a shape of Unicode's date patterns; None for a shape with a part that is not known here."""
    weekday, month = _DAYS[day.weekday()], _MONTHS[day.month - 1]
    parts = {
        "EEEE": weekday, "cccc": weekday, "EEE": weekday[:3], "ccc": weekday[:3],
        "MMMM": month, "LLLL": month, "MMM": _SHORT_MONTHS[day.month - 1], "LLL": _SHORT_MONTHS[day.month - 1],
        "d": str(day.day), "y": str(day.year),
    }  # fmt: skip
    if any(token not in parts for token in _TOKENS.findall(shape)):
        return None
    return _TOKENS.sub(lambda token: parts[token[0]], shape)


def sum_in_words(amount: float, currency: str) -> str | None:
    """An amount with its sign, such as £1.20; None for other currencies and for parts of a penny."""
    pence = round(amount * 100)
    if currency not in _SYMBOLS or abs(pence - amount * 100) > 1e-6:
        return None
    return f"{'-' if pence < 0 else ''}{_SYMBOLS[currency]}{abs(pence) / 100:,.2f}"


def language_in_words(language: str) -> str | None:
    """What a language is called; None for those we have no catalogue of."""
    return {"en": "English", "es": "Spanish", "ar": "Arabic"}.get(language)
