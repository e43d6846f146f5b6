"""A segment's words changed as text: nothing gets lost, and names put in for reading stay placeholders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.evening.script import Filled, as_text, from_text, seconds_aloud
from facilitator.model.agenda import Line, LineKind

VALUES = {"lead": "Ruth", "second": "Dev", "group": "Lantern circle", "next_time": ""}
WORDS = st.text("ab (>)-.:1{}", min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """Any line that can be kept."""
    kind = draw(st.sampled_from(LineKind))
    return Line(kind, draw(WORDS), draw(st.integers(0, 240)) if kind is LineKind.AT else None)


@given(st.lists(lines(), max_size=5))
def test_lines_come_back_from_their_text(script: list[Line]) -> None:
    assert list(from_text(as_text(script))) == script


def test_text_as_a_person_writes_it() -> None:
    text = "Hello, and welcome.\n\n  (Light the lamp.)\n- Silence: Count to ten.\n40. Who stays?\n> (aside, aloud)\n-"
    assert from_text(text) == (
        Line(LineKind.SAY, "Hello, and welcome."),
        Line(LineKind.DO, "Light the lamp."),
        Line(LineKind.IF, "Silence: Count to ten."),
        Line(LineKind.AT, "Who stays?", 40),
        Line(LineKind.SAY, "(aside, aloud)"),
        Line(LineKind.SAY, "-"),
    )


@pytest.mark.parametrize(
    ("changed", "kept"),
    [
        ("I’m Ruth, this is Dev. See you on [day and time].", "I’m {lead}, this is {second}. See you {next_time}."),
        ("Hello. I’m Ruth, this is Dev.", "Hello. I’m {lead}, this is {second}."),
        ("I’m Hannah, and this is Dev.", "I’m Hannah, and this is {second}."),
        ("I’m Ruthie, and this is Dev.", "I’m Ruthie, and this is {second}."),
        ("This is Dev.", "This is {second}."),
        ("", ""),
    ],
)
def test_names_left_alone_stay_open(changed: str, kept: str) -> None:
    filled = Filled("I’m {lead}, and this is {second}. See you {next_time}.", VALUES)
    assert filled.words == "I’m Ruth, and this is Dev. See you on [day and time]."
    assert filled.reopen(changed) == kept


@given(st.lists(st.sampled_from(["{lead}", "{second}", "{odd}", "Ruth", " ", "a"]), max_size=8).map("".join))
def test_what_is_not_changed_stays_as_it_was(raw: str) -> None:
    filled = Filled(raw, VALUES)
    assert filled.reopen(filled.words) == raw


def test_only_words_to_say_take_time() -> None:
    assert seconds_aloud([Line(LineKind.SAY, "one two " * 12), Line(LineKind.DO, "never said " * 50)]) == 12
