"""The name guard: who shall do what, who is meant, and initials in a row; words for virtues stay words."""

from __future__ import annotations

import pytest

from facilitator.nameguard import NameGuard, Person

GUARD = NameGuard(
    [
        Person(1, "Hope", "Marsden"),
        Person(2, "Grace", "Ibe"),
        Person(3, "George", "Tully"),
        Person(4, "Will", "Ingram"),
        Person(5, "Faith", "Okoro"),
        Person(6, "Max", "Dunn"),
        Person(7, "Dawn", "Hale"),
        Person(8, "Carl", "Dent"),
        Person(9, "Tom", "Moss"),
        Person(10, "Beth", "Sole"),
        Person(11, "Joy", "Kerr"),
        Person(12, "Charity", "Abe"),
        Person(13, "Brian", "Cole"),
        Person(14, "Amber", "Lund"),
    ]
)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("need hope to call me re keys", ["hope"]),
        ("need joy to bring the urn", ["joy"]),
        ("i mean hope the person lol", ["hope"]),
        ("waiting on joy to ring back", ["joy"]),
        ("ask grace about the hall", ["grace"]),
        ("thx to grace for the cakes", ["grace"]),
        ("sat w hope after", ["hope"]),
        ("- Gorge to order chairs", ["Gorge"]),
        ("- Brain to lead next week", ["Brain"]),
        ("Present BS, CD, TM", ["BS", "CD", "TM"]),
        ("Apologies TM / CD / DH", ["TM", "CD", "DH"]),
        ("There: CD & BS", ["CD", "BS"]),
        ("TM, CD & BS present", ["TM", "CD", "BS"]),
        ("- Dawn H & Will I: setting out", ["Dawn H", "Will I"]),
    ],
)
def test_who_is_meant_is_found(text: str, pieces: list[str]) -> None:
    assert [text[flag.start : flag.end] for flag in GUARD.flags(text)] == pieces


@pytest.mark.parametrize(
    "text",
    [
        "fifty minutes max",
        "ten people max, two hours max",
        "a table for max 8 people",
        "Faith, Hope and Charity is the hymn",
        "i hope to call her soon",
        "so will I: yes",
        "we need hope to carry on",
        "the will to do it",
        "need a will to be made",
        "Time to order chairs.",
    ],
)
def test_words_stay_words(text: str) -> None:
    assert [text[flag.start : flag.end] for flag in GUARD.flags(text)] == []
