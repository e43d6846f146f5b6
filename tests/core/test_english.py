"""English written by ourselves is what Babel writes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency

from facilitator.english import day_in_words, language_in_words, sum_in_words
from facilitator.i18n import languages, name_here, translator

SHAPES = ("EEEE d MMMM", "EEEE d MMMM y", "d MMMM y", "d MMMM", "MMMM y", "EEE d MMM", "EEE", "cccc", "LLLL", "LLL",
          "MMM", "EEEE, d MMM y", "d. MMMM", "")  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_days_are_written_as_babel_writes_them(shape: str) -> None:
    for number in range(0, 800, 3):
        day = date(2026, 1, 1) + timedelta(days=number)
        assert day_in_words(day, shape) == format_date(day, shape, "en_GB")


@pytest.mark.parametrize("shape", ["d 'of' MMMM", "dd/MM/yyyy", "QQQ", "EEEEE"])
def test_other_shapes_are_left_to_babel(shape: str) -> None:
    day = date(2026, 9, 1)
    assert day_in_words(day, shape) is None
    assert translator("en").date(day, shape) == format_date(day, shape, "en_GB")


@pytest.mark.parametrize("currency", ["GBP", "EUR", "USD"])
@pytest.mark.parametrize("amount", [0, 0.01, 1.2, 1.29, 12.345, 1234.5, -3, -0.07, 1e6, 87 * 3 / 100])
def test_sums_are_written_as_babel_writes_them(amount: float, currency: str) -> None:
    expected = format_currency(amount, currency, locale="en_GB")
    assert translator("en").money(amount, currency) == expected
    assert sum_in_words(amount, currency) in (expected, None)


def test_other_currencies_are_left_to_babel() -> None:
    for currency in ("JPY", "CHF"):
        assert sum_in_words(1.2, currency) is None
        assert translator("en").money(1.2, currency) == format_currency(1.2, currency, locale="en_GB")


def test_languages_are_called_as_babel_calls_them() -> None:
    for language in languages():
        assert language_in_words(language) == Locale.parse(language).get_display_name("en_GB"), language
    assert name_here("fr") == "French"
