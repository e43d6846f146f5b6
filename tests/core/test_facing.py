"""Which way words run where some are written from the right, and what keeps its order."""

from __future__ import annotations

import pytest

from facilitator.facing import faced, levelled, runs_from_right
from facilitator.i18n import Translator

MARK, ISOLATE, END = "\u200f", "\u2066", "\u2069"


@pytest.mark.parametrize("text", ["Lantern circle", "116 123", "“Pass” – 19:00", ""])
def test_what_is_written_from_the_left_stays_as_it_is(text: str) -> None:
    assert faced(text) == text
    assert not runs_from_right(text)


@pytest.mark.parametrize(("text", "shown"), [
    ("حلقة Lantern", "حلقة Lantern"),
    ("Lantern حلقة", MARK + "Lantern حلقة"),
    ("«Lantern» حلقة", MARK + f"«{ISOLATE}Lantern{END}»{MARK} حلقة"),
    ("«حلقة»", f"«حلقة»{MARK}"),
    ("12 شخصًا", "12 شخصًا"),
    ("سيكون في /media/ruth/Vaults", f"سيكون في {ISOLATE}/media/ruth/Vaults{END}"),
    ("3/4 هو 3 أبريل", f"{ISOLATE}3/4{END} هو 3 أبريل"),
])
def test_words_from_the_right_lead(text: str, shown: str) -> None:
    assert runs_from_right(text)
    assert faced(text) == shown


@pytest.mark.parametrize("number", ["116 123", "07700 900123", "+44 20 7946 0958", "(0808) 808 1677"])
def test_a_telephone_number_keeps_the_order_of_its_groups(number: str) -> None:
    assert f"{ISOLATE}{number}{END}" in faced(f"اتصلوا بـ {number} الآن")
    assert levelled(f"اتصلوا بـ {number} الآن") == "اتصلوا بـ " + "0" * len(number) + " الآن"


@pytest.mark.parametrize("text", [
    "19 نوفمبر 2026 19:00", "من 19:00 إلى 20:30", "19-11-2026 17:50 هنا", "1 نعم 2 لا", "7 8",
])
def test_dates_times_and_counts_are_no_telephone_numbers(text: str) -> None:
    assert ISOLATE not in faced(text)
    assert levelled(text) == text


def test_a_figure_after_a_pause_does_not_follow_the_name_before_it() -> None:
    assert f"»{MARK}" in faced("على «Kingston»، 19 نوفمبر")
    assert len(levelled("Lantern، 19 نوفمبر")) == len("Lantern، 19 نوفمبر")
    assert "،" not in levelled("Lantern، 19 نوفمبر")


def test_brackets_belong_to_the_name_they_follow() -> None:
    assert levelled("الأفكار: WHO (2020)؛") == "الأفكار: WHO" + "a" * 7 + "\u05d0"
    assert levelled("رقم (2020) هنا") == "رقم (2020) هنا"
    assert levelled("WHO (هنا)") == "WHO (هنا)"


def test_figures_go_with_the_words_from_the_left_after_them() -> None:
    assert levelled("111, then 2 (يُفحص)") == "aaaaathen 2 (يُفحص)"
    assert "\u200e14 Mill Lane" in faced("نحن في 14 Mill Lane")
    assert "\u200e" not in faced("من 19:00 إلى 20:30 Lantern")


def test_a_text_from_the_left_with_a_word_from_the_right_stays_as_it_is() -> None:
    note = "We opened on time and read the agreement. [شخص] will bring the kettle, and tea."
    assert faced(note) == note
    assert faced(f"<p>{note}</p>", markup=True) == f"<p>{note}</p>"


def test_tags_are_left_alone() -> None:
    told = faced("<p><b>Dev.</b> من 116 123</p>", markup=True)
    assert told == f"<p><b>{MARK}Dev.</b> من {ISOLATE}116 123{END}</p>"
    assert faced("<p>Dev.</p>", markup=True) == "<p>Dev.</p>"


def test_a_text_without_letters_has_no_side_of_its_own() -> None:
    assert faced("19:00، 20:30") == f"{MARK}19:00،{MARK} 20:30"


def test_words_from_the_right_have_their_own_comma() -> None:
    assert faced("عمل, مال") == f"عمل،{MARK} مال"
    assert Translator("ar").listed(("عمل", "مال")) == "عمل، مال"
    assert Translator("en").listed(("work", "money")) == "work, money"
