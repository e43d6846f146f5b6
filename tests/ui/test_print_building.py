"""The pack being put together: changes, steps of Undo, discreet as a whole, and what is remembered of it."""

from __future__ import annotations

from facilitator.model.paper import Piece, Style
from ui.screens.print.building import Build, Building, Key

HANDOUT: Key = ("coping-handout", Style.STANDARD, False, "")
LARGE: Key = ("coping-handout", Style.LARGE, False, "")
PIECES = (Piece("run-sheet", 2), Piece("coping-handout", 9), Piece("helplines", 9))


def begun(*more: Piece) -> Building:
    """A pack to change."""
    building = Building()
    building.begin((*PIECES, *more))
    return building


def test_counting_on_is_one_step_of_undo() -> None:
    """Each piece by itself; a new variant comes in after the others, with the options of its kin."""
    building = begun(Piece("tally", 0, options=(("circles", 20),)))
    for copies in (10, 11, 12):
        building.count(HANDOUT, copies)
    building.count(LARGE, 2)
    building.count(("tally", Style.LARGE, False, ""), 1)
    assert (building.now.find(HANDOUT).copies, building.now.find(LARGE).copies) == (12, 2)
    assert building.now.find(("tally", Style.LARGE, False, "")).options == (("circles", 20),)
    building.undo()
    building.undo()
    assert (building.now.find(HANDOUT).copies, building.now.find(LARGE).copies) == (12, 0)
    building.undo()
    assert building.now.pieces[:3] == PIECES and not building.can_undo
    building.undo()
    assert building.now.pieces[:3] == PIECES


def test_nothing_changed_is_no_step() -> None:
    """Neither the same copies, nor the same pack, nor being discreet twice."""
    building = begun()
    building.count(HANDOUT, 9)
    building.take((Piece("tally", 0), *reversed(PIECES)))
    building.be_discreet(False)
    assert not building.can_undo


def test_out_and_in_again_is_no_step() -> None:
    """What Undo takes back then is the change before it; counting on after that is a step of its own."""
    building = begun()
    building.count(LARGE, 2)
    for copies in (0, 9):
        building.count(HANDOUT, copies)
    building.undo()
    assert building.now.pieces == PIECES and not building.can_undo
    for copies in (8, 9, 8):
        building.count(HANDOUT, copies)
    building.undo()
    assert building.now.pieces == PIECES and not building.can_undo


def test_a_discreet_pack_has_each_piece_once() -> None:
    """Discreet copies of a piece join the others, and all is remembered as discreet."""
    building = begun(Piece("helplines", 2, discreet=True), Piece("helplines", 1, Style.LARGE))
    building.be_discreet(True)
    assert building.now.find(("helplines", Style.STANDARD, False, "")).copies == 11
    assert building.now.shown_as(HANDOUT) == ("coping-handout", Style.STANDARD, True, "")
    assert all(piece.discreet for piece in building.now.kept)
    again = Build.of(building.now.kept)
    assert again.discreet and again.used == building.now.used
    building.undo()
    assert building.now.find(("helplines", Style.STANDARD, True, "")).copies == 2 and not building.now.discreet


def test_another_card_for_a_piece_and_one_more_beside_it() -> None:
    """All its variants change; what is in already is not had twice."""
    building = begun(Piece("coping-handout", 2, Style.LARGE))
    assert building.choose_item(HANDOUT, "slow-breathing")
    assert [piece.item for piece in building.now.pieces if piece.document == "coping-handout"] == ["slow-breathing"] * 2
    assert building.now.find(("coping-handout", Style.LARGE, False, "slow-breathing")).copies == 2
    added = building.add_item("coping-handout", "five-senses", 9)
    assert not building.choose_item(added, "slow-breathing")
    assert building.now.find(added).copies == 9
    building.undo()
    assert building.now.find(added).copies == 0


def test_options_are_kept_with_all_variants() -> None:
    """One step of Undo for one option, however far it is turned."""
    building = begun(Piece("coping-handout", 2, Style.LARGE))
    for value in (3, 4):
        building.choose_option(HANDOUT, "rows", value)
    building.choose_option(HANDOUT, "days", 7)
    assert building.now.find(LARGE).options == (("days", 7), ("rows", 4))
    building.undo()
    assert building.now.find(HANDOUT).options == (("rows", 4),)
    building.undo()
    assert building.now.pieces == (*PIECES, Piece("coping-handout", 2, Style.LARGE))
