"""The reading grade is honest: syllables as one claps them, sentences as one breathes them."""

from __future__ import annotations

import pytest

from facilitator.library.readability import grade, sentences, syllables, words

CLAPPED = {
    1: "a the once through you please breathe whole voice phones pressed asked lived hour our fire days use world wait",
    2: "people someone quiet ended started places losses gentle little going being evening hello safely lonely",
    3: "somebody together ideas remember medicine agreement privacy beforehand anyone ambulance disabled area",
    4: "emergency situation anxiety community remembering society usually everybody variety",
    5: "facilitator opportunity university",
}


@pytest.mark.parametrize(("count", "word"), [
    (count, word) for count, line in CLAPPED.items() for word in line.split()])
def test_syllables_are_counted_as_clapped(count: int, word: str) -> None:
    assert syllables(word) == count


def test_figures_are_said_digit_by_digit() -> None:
    assert syllables("999") == 3
    assert syllables("116") == 3


def test_hyphens_and_apostrophes_join_words() -> None:
    assert words("Don’t skip the check-in.") == ("Don’t", "skip", "the", "check-in")
    assert syllables("check-in") == 2
    assert syllables("people’s") == 2


def test_sentences_end_at_points_and_line_ends_also_inside_quotes() -> None:
    assert sentences("Ask, “Are you safe?” Then wait.\nA line\nAnother") == (
        "Ask, “Are you safe?", "Then wait.", "A line", "Another")


def test_an_abbreviation_of_numbers_is_no_sentence() -> None:
    assert sentences("Call 999. 112 works too.") == ("Call 999.", "112 works too.")
    assert len(sentences("It is 10.5 mm wide.")) == 1


def test_open_places_count_as_one_word() -> None:
    assert len(words("I’m {lead}, this is {second}.")) == 5


def test_grades_rank_texts_as_people_do() -> None:
    child = "The cat sat on the mat. It was warm. The cat went to sleep."
    child_of_eleven = ("We meet in the hall on Thursday evenings, and everyone takes a turn to speak about the week. "
                       "If you would rather listen, you can pass the stone to the next person.")
    lawyer = ("Notwithstanding the aforementioned provisions, organisational confidentiality obligations remain "
              "applicable to participating individuals irrespective of subsequent institutional reconfiguration.")
    assert grade(child) < 2 < grade(child_of_eleven) < 8 < 16 < grade(lawyer)


def test_flesch_kincaid_matches_the_formula() -> None:
    # 10 words, 2 sentences, 12 syllables: 0.39 * 5 + 11.8 * 1.2 - 15.59 = 0.52; ARI comes out below it.
    assert grade("We can sit in the hall. You are very welcome.") == pytest.approx(0.5, abs=0.05)


def test_a_text_without_words_has_no_grade() -> None:
    assert grade("… — 。") == 0.0
