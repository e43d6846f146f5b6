"""Details with a shape of their own: every one in the list is covered, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from facilitator.nameguard import NameGuard

LINES = [
    line.split("|", 1)
    for name in ("details.txt", "houses.txt")
    for line in (Path(__file__).parents[1] / "nameguard" / name).read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
GUARD = NameGuard()
KINDS = {"dob": "date_of_birth", "org": "organisation"}


@pytest.mark.parametrize(("kind", "marked"), LINES, ids=[line[1].strip()[:40] for line in LINES])
def test_every_letter_of_a_detail_is_covered_and_nothing_else(kind: str, marked: str) -> None:
    text, spans = "", []
    for part in re.split(r"(«[^»]*»)", marked.strip()):
        plain = part.strip("«»") if part.startswith("«") else part
        if part.startswith("«"):
            spans.append(range(len(text), len(text) + len(plain)))
        text += plain
    flags = GUARD.flags(text)
    covered = {at for flag in flags for at in range(flag.start, flag.end)}
    must = {at for span in spans for at in span}
    missed = [span for span in spans if any(text[at].isalnum() and at not in covered for at in span)]
    assert [text[span.start : span.stop] for span in missed] == []
    assert [text[flag.start : flag.end] for flag in flags if not must & set(range(flag.start, flag.end))] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("call 07911 123456", "phone"),
        ("NHS number 943 476 5919", "identifier"),
        ("SSN 219-09-9999", "identifier"),
        ("NI number AB 12 34 56 C", "identifier"),
        ("in Leeds LS6 3HN", "postcode"),
        ("she turned 52", "age"),
        ("born on 3 April 1971", "date_of_birth"),
        ("insta @quiet_river", "handle"),
        ("works at Greggs", "organisation"),
        ("moved to Totnes", "place"),
        ("at 14 Beech Grove", "address"),
        ("see www.example.org/x", "url"),
        ("write to a.b@example.org", "email"),
    ],
)
def test_a_detail_is_told_by_its_kind(text: str, kind: str) -> None:
    assert kind in [flag.kind for flag in GUARD.flags(text)]
