"""The name guard's offsets and updates: right with every letter there is, the same as reading everything anew."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.nameguard import Edit, NameGuard, Person

PEOPLE = (
    Person(1, "Sarah", "Owen", ("Big Sal",), ("07700 900123",)),
    Person(2, "Will", "Ó'Brien"),
    Person(3, "Zuzanna", "Łukasik"),
    Person(4, "José-María", "Young"),
)
GUARD = NameGuard(PEOPLE)
PIECES = st.sampled_from(
    [
        "Sarah",
        "sarah",
        "Sara",
        "will",
        "Will",
        " may ",
        "zuzanna",
        "Zu\u0301zanna",
        "José",
        "Jose\u0301-Mari\u0301a",
        "😀",
        "👩‍👩‍👧",
        "🇬🇧",
        "\u200b",
        "محمد",
        "王",
        "ﬁ",
        "İ",
        "ß",
        "ǅ",
        " ",
        " ",
        " ",
        ". ",
        "! ",
        "? ",
        ", ",
        ": ",
        "; ",
        "\n",
        "\r\n",
        "- ",
        "“",
        "”",
        "’s",
        "'",
        "(",
        ")",
        "Mr. ",
        "St. ",
        "S.O.",
        "S",
        "O",
        "his sister ",
        "Attendance: ",
        " and the ",
        " but ",
        "07700 900123",
        "@x.y",
        "a@b.org",
        "12 Mill Lane",
        ", Leeds",
        "LS6 3HN",
        "works at ",
        "moved to ",
        "the",
        "tea",
        "said",
        "is 46",
        "born 1.2.1970",
        "…",
        "\u2028",
        "\t",
        "A",
        "e",
        "Fenwick Carpets",
        "and",
    ]
)
TEXTS = st.lists(PIECES | st.characters(exclude_categories=("Cs",)), max_size=40).map("".join)


@given(TEXTS)
def test_flags_stand_in_order_inside_the_text_and_apart(text: str) -> None:
    flags = GUARD.flags(text)
    assert all(0 <= flag.start < flag.end <= len(text) for flag in flags)
    assert all(one.end <= other.start for one, other in itertools.pairwise(flags))
    assert all(text[flag.start : flag.end].strip() and flag.reasons for flag in flags)


@given(TEXTS, st.data())
@settings(max_examples=150)
def test_an_update_says_what_a_full_reading_says(text: str, data: st.DataObject) -> None:
    flags = GUARD.flags(text)
    for _edit in range(4):
        start = data.draw(st.integers(0, len(text)))
        removed = data.draw(st.integers(0, min(len(text) - start, 30)))
        added = data.draw(TEXTS)
        text = text[:start] + added + text[start + removed :]
        flags = GUARD.update(flags, text, Edit(start, removed, len(added)))
        assert flags == GUARD.flags(text)


@given(st.sampled_from(["😀", "e\u0301", "👩‍👩‍👧", "\u200b", "İ", "ﬁ", "𝒮", "🇬🇧"]), st.integers(1, 5))
def test_offsets_are_code_points_whatever_stands_before(odd: str, times: int) -> None:
    text = f"{odd * times} and then Sarah left."
    assert any(text[flag.start : flag.end] == "Sarah" for flag in GUARD.flags(text))


def test_typing_letter_by_letter_ends_where_a_full_reading_ends() -> None:
    note = (
        "Present: Sarah, will and Zuzanna. Will said Sarah’s mum moved to Leeds; ring 07700 900123.\nMr. Young is 46."
    )
    text, flags = "", GUARD.flags("")
    for at, letter in enumerate(note):
        text += letter
        flags = GUARD.update(flags, text, Edit(at, 0, 1))
        assert flags == GUARD.flags(text)
    for at in range(len(note) - 1, -1, -1):
        text = text[:at]
        flags = GUARD.update(flags, text, Edit(at, 1, 0))
    assert flags == ()


def test_a_long_note_without_a_full_stop_is_read_to_its_end() -> None:
    text = "we talked and walked and sat " * 2000 + "with sarah"
    flags = GUARD.flags(text)
    assert text[flags[-1].start : flags[-1].end] == "sarah"
    longer = text + "s"
    assert GUARD.update(flags, longer, Edit(len(text), 0, 1)) == GUARD.flags(longer)


def test_a_note_of_ten_thousand_words_is_read_whole() -> None:
    text = "Sarah said that the tea was cold. " * 1430
    assert len(GUARD.flags(text)) == 1430


CLAUSES = st.sampled_from(
    ["sarah came late ", "we talked about sleep ", "he said will rang ", "there was a row with kaz in leith ", ". ",
     "\n", "they will ring when the hall is free ", "told mark it was fine ", "the tea ran out ", "zuzanna owns it "]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(CLAUSES, min_size=6, max_size=24), st.data())
def test_an_update_in_text_without_stops_is_the_same_as_reading_it_anew(parts: list[str], data: st.DataObject) -> None:
    text = "".join(parts)
    at = data.draw(st.integers(0, len(text)))
    removed = data.draw(st.integers(0, min(6, len(text) - at)))
    added = data.draw(st.sampled_from(["", " ", ". ", "Sarah", " we ", "x", ", "]))
    after = text[:at] + added + text[at + removed :]
    assert GUARD.update(GUARD.flags(text), after, Edit(at, removed, len(added))) == GUARD.flags(after)
