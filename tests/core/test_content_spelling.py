"""One set of English texts for both sides of the sea: what the respelling would miss is sent back."""

from __future__ import annotations

import pytest

from facilitator.library import checker
from facilitator.library.checker.words import check_spelling
from facilitator.library.spelling import american


@pytest.mark.parametrize("word", ["apologising", "theatre", "modelled", "dialogue", "defence", "pyjamas", "neighbourly",
                                  "analyse", "tyre", "paralysed", "litres", "quarrelling", "savour", "fulfil"])
def test_a_british_spelling_without_its_american_one_is_sent_back(word: str) -> None:
    assert american(word) == word, "put into the list since: choose another word for this test"
    assert [finding.words for finding in check_spelling("item", f"We know {word}, all of us.")] == [word]


@pytest.mark.parametrize("said", [
    "Please advise them, otherwise promise to exercise.", "Noise is no surprise to the wise.",
    "We raise a hand, and nobody is praised more than others.", "Is this his, or yours?",
    "We are telling and selling, calling and falling.", "Four hours, then pour our tea.", "The colour of the centre.",
    "There was more before, here and everywhere.", "Revised and supervised, it comes as a surprise.",
])
def test_words_that_are_alike_or_in_the_list_pass(said: str) -> None:
    assert list(check_spelling("item", said)) == []


@pytest.mark.parametrize(("said", "wrong"), [
    ("We meet every fortnight.", "only understood in Britain"),
    ("You can ring us.", "only understood in Britain"),
    ("It stays just between us.", "secrecy"),
    ("We won’t tell anyone.", "secrecy"),
    ("This is a safe space.", "secrecy"),
    ("Everything happens for a reason.", "helps nobody"),
    ("Time heals.", "helps nobody"),
])
def test_the_editor_sends_back(said: str, wrong: str) -> None:
    assert any(wrong in finding.wrong for finding in checker.check_words("item", said))
