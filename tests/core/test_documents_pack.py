"""Packs: pieces × copies in one tagged document, every copy on its own sheet of paper, counted on the cover slip."""

from __future__ import annotations

from dataclasses import replace

import page
import pytest

from facilitator.documents import DOCUMENTS, Pack, make_pack, render_pdf, render_text, shrink
from facilitator.documents.render.arranged import Side, Stack
from facilitator.errors import DocumentNeeds, PrintedByHandOnly
from facilitator.model.organisation import Organisation
from facilitator.model.paper import Paper, PersonalData, Piece, Style
from facilitator.model.progress import Cancelled
from tests.core.paper_reader import elements, opened, read_page, spoken
from tests.core.paper_samples import PAPERS, context

PIECES = (Piece("coping-handout", 3), Piece("cover-slip", 1), Piece("run-sheet", 2), Piece("sign-in", 1),
          Piece("agreement-poster", 1), Piece("helplines", 3), Piece("tally", 0))


@pytest.fixture(params=PAPERS)
def pack(request: pytest.FixtureRequest) -> Pack:
    return make_pack(PIECES, context(request.param, expected=20))


def test_the_cover_slip_lies_on_top_and_the_rest_follows_in_order(pack: Pack) -> None:
    assert [sheet.document for sheet, _copies in pack.sheets] == [
        "cover-slip", "run-sheet", "agreement-poster", "sign-in", "coping-handout", "helplines"]
    assert [line.document for line in pack.lines][-1] == "cover-slip"


def test_the_cover_slip_counts_what_is_really_printed(pack: Pack) -> None:
    result = pack.print()
    sides = [fact for fact in result.pages if not fact.blank]
    assert pack.sides == len(sides) == sum(line.pages * line.copies for line in pack.lines)
    # Printed on both sides, with a blank back wherever a copy ends on a front.
    assert pack.paper == -(-len(result.pages) // 2)
    slip = render_text(pack.sheets[0][0])
    assert f"{pack.paper}\nsheets of paper\n{pack.sides}\nprinted sides\n£{pack.sides * 0.04:.2f}\nat 4p a side" in slip
    assert "Run sheet, 2 copies\nSign-in sheet, 1 copy\nAny slip with a name on it" in slip


def test_what_stays_in_the_folder_is_not_shredded_after_the_evening() -> None:
    leads = Organisation(country="GB", lead_name="Ada", lead_contact="01632 960 101")
    pack = make_pack((*PIECES, Piece("emergency-card", 1)), context(organisation=leads))
    kept = next(line for line in pack.lines if line.document == "emergency-card")
    assert kept.personal is PersonalData.CONTAINED and kept.comes_back and not kept.shredded
    slip = render_text(pack.sheets[0][0])
    assert "Emergency card" in slip and "Folder" in slip
    assert "Emergency card" not in slip.split("Bring back and shred")[1]


def test_the_last_row_of_a_slip_never_stands_alone_on_its_second_side() -> None:
    pack = make_pack((*PIECES, Piece("emergency-card", 1)), context(style=Style.LARGE))
    layout = pack.press.lay_out(pack.sheets[0][0])
    assert layout.sides == 2
    rows = [kid for _down, piece in layout.pages[1] if isinstance(piece, Stack) and piece.repeat
            for kid in piece.kids if isinstance(kid, Side)]
    assert not rows or len(rows) >= 2


def test_every_copy_starts_on_a_right_hand_page(pack: Pack) -> None:
    result = pack.print()
    starts = [(place, fact) for place, fact in enumerate(result.pages) if fact.page == 1 and not fact.blank]
    assert all(place % 2 == 0 for place, _fact in starts)
    assert [(fact.document, fact.copy) for _place, fact in starts] == [
        (sheet.document, copy) for sheet, copies in pack.sheets for copy in range(1, copies + 1)]
    # The sign-in sheet takes two sheets of paper for twenty people: its backs stay empty.
    backs = [fact.blank for fact in result.pages if fact.document == "sign-in"]
    assert backs == [False, True, False, True]


def test_the_pack_is_one_tagged_document(pack: Pack) -> None:
    result = pack.print()
    report = page.validate_pdf_bytes(result.pdf, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    with opened(result.pdf) as file:
        assert len(file.pages) == len(result.pages)
        parts = [element for element in elements(file) if element.S == "/Part"]
        assert len(parts) == sum(copies for _sheet, copies in pack.sheets)
        for side, fact in zip(file.pages, result.pages, strict=True):
            assert bool(read_page(side).words) != fact.blank
    said = spoken(result.pdf)
    alone = spoken(render_pdf(pack.sheets[4][0], Paper.A4).pdf)
    assert said.count("1 Feet. Put both feet flat on the floor.") == 3
    assert said.count(alone) == 3


def test_a_pack_on_one_side_has_no_blanks() -> None:
    pack = make_pack(PIECES, context(both_sides=False))
    result = pack.print()
    assert not any(fact.blank for fact in result.pages)
    assert len(result.pages) == pack.sides == pack.paper
    assert not any(line.both_sides for line in pack.lines)


def test_copies_share_their_pages_content() -> None:
    few = make_pack((Piece("coping-handout", 2),), context()).print()
    many = make_pack((Piece("coping-handout", 60),), context()).print()
    assert len(many.pages) == 119
    assert len(shrink(many.pdf)) < 3.5 * len(shrink(few.pdf))


def test_the_pack_says_the_most_that_any_piece_tells() -> None:
    assert make_pack(PIECES, context()).personal is PersonalData.CONTAINED
    assert make_pack((Piece("sign-in", 1),), context()).personal is PersonalData.ONCE_FILLED
    assert make_pack((Piece("helplines", 1),), context()).personal is PersonalData.NONE


def test_a_long_pack_has_a_cover_slip_that_counts_itself() -> None:
    every = [Piece(d.id, 2) for d in DOCUMENTS if not d.by_hand_only]
    pack = make_pack(every, context())
    own = pack.lines[-1]
    assert own.pages == pack.press.sides(pack.sheets[0][0])
    assert f"This slip 2 {own.sheets}" in render_text(pack.sheets[0][0])


def test_the_recovery_sheet_is_in_no_pack() -> None:
    with pytest.raises(PrintedByHandOnly):
        make_pack((Piece("tally", 1), Piece("recovery-sheet", 1)), context())


def test_a_piece_that_lacks_something_is_named() -> None:
    with pytest.raises(DocumentNeeds) as caught:
        make_pack(PIECES, context(agreement=None))
    assert caught.value.document == "agreement-poster"


def test_building_can_be_cancelled() -> None:
    def stop(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_pack(PIECES, context()).print(progress=stop)


def test_progress_reaches_its_end() -> None:
    seen: list[tuple[int, int]] = []
    make_pack(PIECES, context()).print(progress=lambda done, total: seen.append((done, total)))
    assert seen[0] == (0, 11)
    assert seen[-1] == (11, 11)
    assert seen == sorted(seen)


def test_every_piece_has_a_bookmark_at_its_first_copy(pack: Pack) -> None:
    result = pack.print()
    with opened(result.pdf) as file, file.open_outline() as outline:
        starts = {side.obj.objgen: place for place, side in enumerate(file.pages)}
        found = [(str(item.title), starts[item.destination[0].objgen]) for item in outline.root]
    firsts = [(fact.title, place) for place, fact in enumerate(result.pages) if (fact.copy, fact.page) == (1, 1)]
    assert found == [first for first in firsts if not result.pages[first[1]].blank]


def test_a_changed_pack_is_the_same_as_one_made_from_nothing() -> None:
    """What is taken over from the pack before shows nowhere: not in the file, not in the counts."""
    here = context(Paper.A4, expected=20)
    other = context(Paper.A4, expected=9)
    more = (*PIECES[1:], Piece("coping-handout", 7))
    before = make_pack(PIECES, here)
    for pieces, occasion in ((more, here), (more, other), (PIECES[:3], other), (PIECES, context(Paper.LETTER))):
        changed, fresh = make_pack(pieces, occasion, before), make_pack(pieces, occasion)
        assert changed.lines == fresh.lines
        assert changed.print() == fresh.print()
        before = changed


def test_only_what_changed_is_laid_out_again() -> None:
    before = make_pack(PIECES, context(Paper.A4, expected=20))
    changed = make_pack((*PIECES[1:], Piece("coping-handout", 7)), context(Paper.A4, expected=20), before)
    layouts = {sheet.document: before.press.lay_out(sheet) for sheet, _copies in before.sheets}
    same = {sheet.document for sheet, _copies in changed.sheets
            if changed.press.lay_out(sheet) is layouts.get(sheet.document)}
    assert same == {"run-sheet", "agreement-poster", "sign-in", "coping-handout", "helplines"}


def test_a_character_without_a_font_is_told_of_as_long_as_it_is_there() -> None:
    """Laid out before or not, it is shown as a box, and whoever prints it is told."""
    here = context(Paper.A4)
    odd = replace(here, leaders=("Ann \U00013000",))
    before = make_pack(PIECES, here)
    for occasion in (odd, odd, here):
        changed = make_pack(PIECES, occasion, before)
        assert changed.print().missing == make_pack(PIECES, occasion).print().missing
        before = changed
    assert make_pack(PIECES, odd).print().missing
