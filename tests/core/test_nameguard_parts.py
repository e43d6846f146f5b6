"""Parts of the name guard by themselves: normal form, slips, the lists, sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.nameguard.lexicon import ANY_NAME, DOUBLE, GIVEN, PUBLIC, TOWN, WORD, Lexicon, shipped
from facilitator.nameguard.normal import normal
from facilitator.nameguard.slips import SlipIndex, within
from facilitator.nameguard.tokens import sentences
from facilitator.nameguard.weights import POINTS, reasons
from facilitator.paths import resources

LETTERS = st.text("abcdenorst", min_size=4, max_size=10)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Łukasz", "lukasz"),
        ("Søren", "soren"),
        ("Ðorđe", "dorde"),
        ("Iİıi", "iiii"),
        ("Weiß", "weiss"),
        ("Æsa", "aesa"),
        ("Œuvre", "oeuvre"),
        ("Þór", "thor"),
        ("O’Neill", "oneill"),
        ("Anne-Marie", "annemarie"),
        ("e\u0301", "e"),
        ("ﬁ", "fi"),
        ("Ａｎｎ", "ann"),
        ("", ""),
    ],
)
def test_normal_form_drops_what_people_drop(written: str, key: str) -> None:
    assert normal(written) == key


@given(st.text(max_size=30))
def test_normal_form_is_stable(text: str) -> None:
    assert normal(normal(text)) == normal(text)


def _distance(one: str, other: str) -> int:
    """The distance by the whole table, of letters put in, left out, changed, or swapped with the next."""
    rows = [[i + j if not i or not j else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i, a in enumerate(one, 1):
        for j, b in enumerate(other, 1):
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


@given(LETTERS, LETTERS)
def test_slips_are_counted_as_the_whole_table_counts_them(one: str, other: str) -> None:
    far = _distance(one, other)
    assert [within(one, other, most) for most in (1, 2)] == [far <= most for most in (1, 2)]
    assert within(one, other, 2) == within(other, one, 2)


@given(st.lists(LETTERS, min_size=1, max_size=20, unique=True), LETTERS)
def test_slips_are_those_that_comparing_every_name_finds(names: list[str], word: str) -> None:
    near = [(_distance(word, name), name) for name in names if len(name) >= 4]
    near = [(d, name) for d, name in near if 1 <= d <= (1 if len(name) < 7 else 2)]
    found, slips = SlipIndex(names).near(word)
    if word in names:
        assert found == []
    elif near and min(near)[0] == 1:
        assert (slips, sorted(found)) == (1, sorted(name for d, name in near if d == 1))
    else:
        # Two swaps of letters across two cuts are let go; everything else is found.
        assert set(found) <= {name for _d, name in near}


def test_the_lists_know_words_from_names() -> None:
    words = shipped()
    assert words.bits("biscuit") & WORD and not words.bits("biscuit") & ANY_NAME
    assert words.bits("sarah") & GIVEN and not words.bits("sarah") & WORD
    assert words.bits("hope") & DOUBLE and words.bits("hope") & WORD
    assert words.bits("monday") & PUBLIC
    assert words.bits("totnes") & TOWN or words.bits("totnes")
    assert words.bits("xqzzkw") == words.bits("") == words.bits("عمر") == 0
    assert "bob" in words.short_forms("robert") and "robert" in words.short_forms("bob")
    assert "bobby" in words.short_forms("bob")


def test_a_name_can_be_held_out_to_see_what_becomes_of_strangers() -> None:
    assert not Lexicon(without=frozenset(("sarah",))).bits("sarah") & ANY_NAME


def test_every_word_of_the_lists_is_found_where_it_stands() -> None:
    lines = (resources() / "lexicon" / "words.txt").read_text(encoding="utf-8").splitlines()[2:]
    keys = [line.split(" ")[0] for line in lines]
    assert keys == sorted(keys, key=str.encode) and len(set(keys)) == len(keys)
    words = shipped()
    assert [key for key in (*keys[:50], *keys[::97], *keys[-50:]) if not words.bits(key)] == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("One. Two! Three?", 3),
        ("Mr. Wood came.", 1),
        ("S. Owen and J. Moss came.", 1),
        ("a\n\nb", 2),
        ("no stop", 1),
        ("", 1),
        ("…  ", 2),
        ("3.5 mg at 7.30 a.m. daily", 1),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, number: int) -> None:
    borders = sentences(text)
    assert (borders[0], borders[-1], len(borders) - 1) == (0, len(text), number)


def test_every_sign_that_speaks_for_a_name_can_be_told() -> None:
    said = reasons()
    assert [sign for sign, points in POINTS.items() if points > 0 and sign not in said] == []
