"""Breaking text into lines: nothing lost, nothing wider than its room, every script in its order."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.documents.render.arranged import Stack
from facilitator.documents.render.flow import Fit, Flow
from facilitator.documents.render.fonts import MISSING, shelf
from facilitator.documents.render.kerning import stands_alone
from facilitator.documents.render.laid import Gap
from facilitator.documents.render.paging import break_pages
from facilitator.documents.render.shaping import by_harfbuzz, letters, shape, visual
from facilitator.documents.render.style import STYLES, Type, style
from facilitator.documents.render.typeset import Line, Typesetter
from facilitator.documents.words import Span, Text
from tests.core.paper_samples import ARABIC_NAME, LONG_WORD

TYPES = style("standard").types
BODY, CLOCK, TITLE = TYPES[Type.BODY], TYPES[Type.CLOCK], TYPES[Type.TITLE]


def read(lines: tuple[Line, ...]) -> str:
    return "".join(line.text + ("" if line.glued else " ") for line in lines).strip(" ")


def setter() -> Typesetter:
    return Typesetter(shelf())


SEEN = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp"))
WORDS = st.text(SEEN, max_size=80)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(WORDS, st.booleans()), max_size=4), st.floats(30, 500))
def test_no_letter_is_lost_and_no_line_is_too_wide(spans: list[tuple[str, bool]], width: float) -> None:
    text: Text = tuple(Span(words, strong) for words, strong in spans)
    lines = setter().lines(text, BODY, width) if text else ()
    written = re.sub(r"[^\S\u00a0]+", " ", "".join(words for words, _strong in spans)).strip(" ")
    assert read(lines).replace("\u202f", "\u00a0") == written.replace("\u202f", "\u00a0")
    for line in lines:
        assert line.width <= width * 1.06 or len(unicodedata.normalize("NFC", line.text)) <= 2
        assert sum(run.width for run in line.runs) * BODY.size / 1000 == pytest.approx(line.width, rel=0.06, abs=0.5)


def test_a_word_wider_than_the_line_is_cut_and_stays_one_word() -> None:
    lines = setter().lines(f"Also {LONG_WORD} here", BODY, 120)
    assert len(lines) > 3
    assert read(lines) == f"Also {LONG_WORD} here"
    assert any(line.glued for line in lines)


def test_a_compound_breaks_at_its_hyphen() -> None:
    lines = setter().lines("The Bartholomew’s-by-the-Water Hall", BODY, 150)
    assert [line.text for line in lines] == ["The Bartholomew’s-", "by-the-Water Hall"]
    assert lines[0].glued


def test_no_short_word_is_left_alone_on_the_last_line() -> None:
    words = "Put both feet flat on the floor. Count to five. Let go."
    assert len(setter().lines(words, BODY, setter().width(words, BODY))) == 1
    assert setter().lines(words, BODY, setter().width(words, BODY) - 10)[-1].text == "Let go."


def test_a_title_on_two_lines_is_balanced() -> None:
    first, second = setter().lines("A title that needs two whole lines here", TITLE, 470, balance=True)
    assert abs(first.width - second.width) < 150


def test_line_breaks_are_kept_and_controls_are_dropped() -> None:
    lines = setter().lines("one\ttwo\x07\r\nthree", BODY, 400)
    assert [line.text for line in lines] == ["one two", "three"]


def test_figures_of_a_clock_stand_in_cells_of_one_width() -> None:
    widths = {setter().width(clock, CLOCK) for clock in ("11:11", "20:08", "19:45")}
    assert len(widths) == 1
    assert setter().line("19:45", CLOCK).respelled


def test_words_from_the_right_run_from_the_right() -> None:
    runs = visual(letters(f"Ruth {ARABIC_NAME} 12", False, shelf(), set()), right_to_left=False)
    assert runs[0].text == "Ruth "
    assert [run.font.name for run in runs][1:3] == ["AtkinsonHyperlegible-Regular"] * 2
    assert runs[1].text == "12"
    assert runs[-1].font.name == "NotoSansArabic-Regular"
    hebrew = visual(letters("שלום", False, shelf(), set()), right_to_left=False)
    assert "".join(run.text for run in hebrew) == "םולש"


def test_joined_letters_are_shaped() -> None:
    apart = sum(shelf().find(c, False).width(c) for c in "مريم")  # type: ignore[union-attr]
    (joined,) = visual(letters("مريم", False, shelf(), set()), right_to_left=True)
    assert joined.width < apart


@pytest.mark.parametrize("bold", [False, True])
def test_pairs_written_down_are_those_of_the_font(bold: bool) -> None:
    """Every letter of the sheets' face before and after every other, beside what HarfBuzz makes of the font file."""
    font = shelf().main(bold)
    spacing = sorted(filter(stands_alone, font.covered))
    moved = 0
    for one in spacing:
        text = "".join(f"{one}{other}" for other in spacing)
        run = shape(text, font)
        shaped = [(place.x_advance, place.x_offset, place.y_offset) for _glyph, place in by_harfbuzz(text, font)]
        assert [(round(wide), right, up) for wide, right, up in run.moves] == shaped
        moved += sum(1 for character, (wide, _, _) in zip(text, run.moves, strict=True)
                     if wide != font.width(character))
    assert len(spacing) > 300 and moved > 5000


def test_only_what_joins_or_sits_on_another_is_left_to_harfbuzz() -> None:
    program = ("import sys\nfrom facilitator.documents.render.shaping import letters, visual\n"
               "from facilitator.documents.render.fonts import shelf\n"
               "def loaded(text):\n    visual(letters(text, True, shelf(), set()), False)\n"
               "    return 'uharfbuzz' in sys.modules\n"
               "print(loaded('Tonight: “Älter” – 19:45'), loaded('مريم'))")
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "True"]


@pytest.mark.parametrize(("word", "font"), [("Zażółć", "Atkinson"), ("İnci", "NotoSans-"), ("मीरा", "NotoSans"),
                                            ("ĐỗĂ", "NotoSans-"), ("☎", "NotoSansSymbols2")])
def test_other_fonts_stand_in(word: str, font: str) -> None:
    missing: set[str] = set()
    found = letters(word, True, shelf(), missing)
    assert any(font in letter.font.name for letter in found)
    assert not missing


def test_what_no_font_has_is_a_box_and_is_named() -> None:
    missing: set[str] = set()
    assert [letter.text for letter in letters("a中😀", False, shelf(), missing)] == ["a", MISSING, MISSING]
    assert missing == {"中", "😀"}


def test_leading_is_never_tightened_below_a_third_over_the_size() -> None:
    for known in STYLES:
        flow = Flow(setter(), known, Fit(leading=0.5))
        for type_, size in known.types.items():
            if size.squeeze:
                assert flow.leading(type_) >= size.size * 1.3 - 1e-9


def test_a_heading_never_stays_behind() -> None:
    flow = Flow(setter(), style("standard"))
    head = flow.words("Head", Type.HEADING, 400, "H2", with_next=True)
    story = Stack([Gap(80.0), head, Gap(50.0)], [0.0, 5.0, 5.0], 400)
    first, second = break_pages(story, 120, 120)
    assert [piece for _at, piece in first] == [story.kids[0]]
    assert [piece for _at, piece in second] == [story.kids[1], story.kids[2]]


def test_a_paragraph_over_two_pages_leaves_two_lines_on_each() -> None:
    flow = Flow(setter(), style("standard"))
    words = flow.words("word " * 200, Type.BODY, 300)
    pages = break_pages(Stack([words], [0.0], 300), words.leading * 3.5, words.leading * 30)
    assert [len(page[0][1].lines) for page in pages] == [3, len(words.lines) - 3]  # type: ignore[attr-defined]
