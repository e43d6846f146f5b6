"""What may still tell who is meant though no name stands there: told once, never in the way."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.sample.evening import _NOTES
from facilitator.writing.advice import Advice, AdviceKind, advice_words, advise


def told(text: str, *traits: str) -> list[tuple[AdviceKind, str]]:
    return [(one.kind, one.written) for one in advise(text, traits)]


@pytest.mark.parametrize(("text", "found"), [
    ("Two women wept, three of us were late.", [(AdviceKind.COUNT, "Two women"), (AdviceKind.COUNT, "three of us")]),
    ("4 people said so.", [(AdviceKind.COUNT, "4 people")]),
    ("Five people and a few others said so. One by one we spoke; two rounds were held.", []),
    ("The vicar spoke of the inquest.", [(AdviceKind.RARE, "vicar"), (AdviceKind.RARE, "inquest")]),
    ("Somebody said “I have never told anybody this”.", [(AdviceKind.QUOTE, "“I have never told anybody this”")]),
    ("We call it the “quiet minute”.", []),
    ("It was cold, and the lamp flickered.", []),
])
def test_counts_rare_things_and_quotes(text: str, found: list[tuple[AdviceKind, str]]) -> None:
    assert told(text) == found


def test_a_trait_counts_as_a_word_of_its_own() -> None:
    assert told("A wheelchair stood by the door; wheelchairs may come in.", "wheelchair") == [
        (AdviceKind.TRAIT, "wheelchair"), (AdviceKind.TRAIT, "wheelchairs")]
    assert told("The wheelchairman spoke.", "wheelchair") == [] and told("A wheelchair.") == []


def test_what_is_told_twice_is_told_once() -> None:
    assert told("Two newcomers came.", "newcomer") == [(AdviceKind.COUNT, "Two newcomers")]


@given(st.text(st.sampled_from("two women “vicar said so” \U0001f642\n"), max_size=60))
def test_places_are_those_of_the_text(text: str) -> None:
    found = advise(text, ("said",))
    assert all(text[one.start:one.end] == one.written for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_each_kind_says_what_to_do_and_the_sample_has_none() -> None:
    assert len({advice_words(kind) for kind in AdviceKind}) == len(AdviceKind)
    assert [advise(note) for note in _NOTES] == [(), ()]
    assert Advice(0, 1, AdviceKind.RARE, "x").written == "x"
