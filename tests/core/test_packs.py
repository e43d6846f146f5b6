"""A pack planned from what the vault knows: copies from the head-count, variants, what it takes, what is remembered."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from facilitator.documents import DOCUMENTS, PresenceGrid, render_text, without_people
from facilitator.errors import HoldsPersonalData
from facilitator.library import Library
from facilitator.model.agenda import AgendaDraft, Segment, SegmentKind
from facilitator.model.concern import ConcernWords
from facilitator.model.group import Group
from facilitator.model.organisation import Organisation
from facilitator.model.paper import PersonalData, Piece, Style
from facilitator.packs import PackPlan, Packs, days_alone, presence
from facilitator.settings import VaultSettings
from facilitator.store.register import TABLES, DataClass
from facilitator.tonight import Adjustment
from tests.core import paper_samples as samples
from tests.core.hall import Hall
from tests.core.paper_reader import opened
from tests.core.test_tonight_ahead import evenings


def packs(hall: Hall) -> Packs:
    """Packs over the hall's features."""
    return Packs(hall.store, hall.clock, evenings(hall), hall.groups, hall.organisation, hall.sessions, hall.papers,
                 VaultSettings(hall.store), Library())


def ready(hall: Hall) -> Group:
    """A group that meets tonight with a plan."""
    group = hall.group()
    hall.weekly(group)
    hall.agendas.save(AgendaDraft(name="Plain", minutes=90, segments=(
        Segment(title="Talk", kind=SegmentKind.DISCUSSION, minutes=80),
        Segment(title="Close", kind=SegmentKind.CLOSING, minutes=10))), hall.tonight(group))
    return group


def plan(pieces: tuple[Piece, ...], **changes: object) -> PackPlan:
    occasion = samples.context(**changes)
    return PackPlan(group=None, session=occasion.session, pieces=pieces, context=occasion)  # type: ignore[arg-type]


NINE_AND_TWO = (Piece("cover-slip", 1), Piece("coping-handout", 9), Piece("coping-handout", 2, Style.LARGE),
                Piece("helplines", 9), Piece("own-goal", 3))


# ---------------------------------------------------------------- variants
def test_variants_are_pieces_of_their_own() -> None:
    pack = plan(NINE_AND_TWO).make()
    assert [(line.title, line.copies, line.pages, line.sheets) for line in pack.lines] == [
        ("Feet and chair", 9, 1, 9), ("Feet and chair, large print", 2, 2, 2), ("Own-goal card", 3, 1, 3),
        ("Helplines", 9, 1, 9), ("This slip", 1, 1, 1)]
    assert "Feet and chair, large print 2 2 both sides Chairs" in render_text(pack.sheets[0][0])


def test_every_copy_of_a_variant_starts_on_a_right_hand_page_with_its_own_label() -> None:
    result = plan(NINE_AND_TWO).make().print()
    starts = [place for place, fact in enumerate(result.pages) if fact.page == 1 and not fact.blank]
    assert all(place % 2 == 0 for place in starts)
    large = [fact for fact in result.pages if fact.style is Style.LARGE]
    assert [(fact.copy, fact.page) for fact in large] == [(1, 1), (1, 2), (2, 1), (2, 2)]
    with opened(result.pdf) as file:
        labels = [side.label for side in file.pages]
        names = [str(item.title) for item in file.open_outline().root]
    first = next(place for place, fact in enumerate(result.pages) if fact.style is Style.LARGE)
    assert labels[first:first + 3] == ["Steady yourself: feet and chair, large print 1.1",
                                       "Steady yourself: feet and chair, large print 1.2",
                                       "Steady yourself: feet and chair, large print 2.1"]
    assert labels[0] == "Tonight’s pack 1"
    assert all(label == "" for label, fact in zip(labels, result.pages, strict=True) if fact.blank)
    assert names == ["Tonight’s pack", "Steady yourself: feet and chair",
                     "Steady yourself: feet and chair, large print", "My next small step", "Who to call or text"]


def test_a_style_for_the_whole_pack_holds_for_every_piece() -> None:
    pack = plan(NINE_AND_TWO).styled(Style.LARGE).make()
    assert {sheet.style for sheet, _copies in pack.sheets} == {Style.LARGE}
    assert all(sheet.discreet for sheet, _copies in plan(NINE_AND_TWO).styled(discreet=True).make().sheets)


def test_copies_are_changed_by_document_and_style() -> None:
    changed = plan(NINE_AND_TWO).with_copies({"coping-handout": 4, "tally": 1}).with_copies(
        {"coping-handout": 0}, Style.LARGE)
    assert set(changed.pieces) == {
        Piece("cover-slip", 1), Piece("coping-handout", 4), Piece("tally", 1), Piece("coping-handout", 0, Style.LARGE),
        Piece("helplines", 9), Piece("own-goal", 3)}


def test_an_estimate_counts_piece_by_piece() -> None:
    found = plan(NINE_AND_TWO).estimate()
    assert (found.sheets, found.sides, found.cost) == (24, 26, 104)
    assert sum(piece.sheets for piece in found.pieces) == found.sheets
    assert sum(piece.cost for piece in found.pieces) == found.cost
    large = next(one for one in found.pieces if one.piece.style is Style.LARGE)
    assert (large.pages, large.sheets, large.cost) == (2, 2, 16)


def test_two_coping_cards_are_two_pieces_that_keep_their_choices() -> None:
    cards = Library().coping_cards()
    other = next(card for card in cards if card.id != "feet-and-chair")
    pieces = (Piece("coping-handout", 3), Piece("coping-handout", 2, Style.LARGE, item=other.id),
              Piece("tally", 1, options=(("circles", 30),)))
    planned = plan(pieces, cards=Library().card_choices())
    printed = planned.make().print()
    first = {fact.variant: fact.text for fact in printed.pages if fact.copy == fact.page == 1}
    name = other.title.partition(":")[0]
    assert name in first["coping-handout", Style.LARGE, False, other.id]
    assert name not in first["coping-handout", Style.STANDARD, False, ""]
    assert {fact.pages for fact in printed.pages if fact.document == "tally"} == {2}
    assert [line.title for line in planned.make().lines][1:] == [
        "Feet and chair", f"{other.short_title}, large print"]
    gone = plan((Piece("coping-handout", 1, item="taken-away"),), cards=Library().card_choices()).make()
    assert [line.title for line in gone.lines] == ["Feet and chair"]


def test_a_grid_of_days_alone_has_rows_for_a_pen() -> None:
    days = (date(2025, 11, 6), date(2025, 11, 13))
    for rows, sides in ((0, 1), (20, 1), (24, 2)):
        pack = plan((Piece("attendance-grid", 1, options=(("rows", rows),)),), grid=days_alone(days)).make()
        assert (pack.personal, pack.sides) == (PersonalData.ONCE_FILLED, sides)
        assert "13 Nov" in " ".join(render_text(pack.sheets[0][0]).split())


# ---------------------------------------------------------------- from the vault
def test_copies_come_from_the_head_count(hall: Hall) -> None:
    group = ready(hall)
    evening = evenings(hall).of(hall.tonight(group))
    usual = packs(hall).usual(evening)
    people = max(1, evening.expected)
    assert usual["coping-handout"] == usual["helplines"] == people
    assert usual["feedback-slip"] == usual["own-goal"] == -(-people // 4)
    assert packs(hall).large_print(evening) == 0
    noted = (Adjustment("Large print, please", "Amina"), Adjustment("Easy read", "Bo"), Adjustment("Short words", "Cy"))
    assert (packs(hall).easy_read(evening), packs(hall).easy_read(replace(evening, adjustments=noted))) == (0, 2)
    assert packs(hall).large_print(replace(evening, adjustments=noted)) == 1


def test_variants_are_remembered_and_the_old_shape_is_read(hall: Hall) -> None:
    group, made = ready(hall), packs(hall)
    session = hall.tonight(group)
    pieces = (Piece("run-sheet", 1), Piece("coping-handout", 9), Piece("coping-handout", 2, Style.LARGE),
              Piece("helplines", 1, discreet=True), Piece("own-goal", 2), Piece("sign-in", 1),
              Piece("tally", 2, options=(("circles", 24),)), Piece("coping-handout", 3, item="slow-breathing"))
    planned = made.plan(session, pieces)
    made.printed(planned, planned.make())
    again = made.plan(session)
    assert {piece for piece in again.pieces if piece.copies} == set(pieces)
    assert [(piece.style, piece.item) for piece in again.pieces if piece.document == "coping-handout"] == [
        (Style.STANDARD, ""), (Style.LARGE, ""), (Style.STANDARD, "slow-breathing")]
    # What is taken home is not waited for.
    assert {paper.document for paper in hall.papers.out(group.id)} == {"sign-in"}

    def keep(shape: object) -> None:
        with hall.store.command("group.pack", undo=False) as c:
            c.update("groups", group.id, {"last_pack": json.dumps(shape)})

    keep([["coping-handout", 7], ["tally", 0]])
    assert hall.groups.last_pack(group.id) == (Piece("coping-handout", 7), Piece("tally", 0))
    keep([["coping-handout", 7], ["coping-handout", 2, "carved-in-stone", False]])
    assert hall.groups.last_pack(group.id) == (Piece("coping-handout", 7),)


def test_a_grid_of_the_vault_goes_onto_paper_without_ids(hall: Hall) -> None:
    group = ready(hall)
    amina = hall.member(group, "Amina")
    session = hall.tonight(group)
    hall.attendance.set(session, amina.id, True)
    found = presence(hall.attendance.grid(group.id, date(2025, 11, 1), session.held_on))
    assert found.days == (session.held_on,)
    assert [(row.name, row.ticks) for row in found.rows] == [("Amina", (True,))]


# ---------------------------------------------------------------- a library copy
def test_a_library_copy_names_the_piece_that_tells_about_people() -> None:
    for document, title in (("run-sheet", "Run sheet"), ("attendance-grid", "Attendance grid")):
        with pytest.raises(HoldsPersonalData) as caught:
            plan((Piece("helplines", 1), Piece(document, 1))).library_copy()
        assert caught.value.title == title
    named = Organisation(lead_name="Ana", lead_contact="07700 900001")
    with pytest.raises(HoldsPersonalData):
        plan((Piece("emergency-card", 1, Style.LARGE),), organisation=named).library_copy()
    blank = plan((Piece("run-sheet", 1), Piece("attendance-grid", 1), Piece("sign-in", 1)), leaders=(), grid=None)
    assert blank.library_copy().make().personal is not PersonalData.CONTAINED
    both = (Piece("helplines", 1), Piece("run-sheet", 1), Piece("attendance-grid", 1))
    assert [piece.document for piece in plan(both).telling()] == ["run-sheet", "attendance-grid"]
    assert plan((Piece("run-sheet", 0), Piece("helplines", 1))).library_copy().context.leaders == ()


def test_nothing_personal_is_left_in_a_context_without_people() -> None:
    """Whatever personal column of the register a document prints, its value is gone from what it is filled with."""
    kept = {f"{table.name}.{column.name}": column.data for table in TABLES for column in table.columns}
    personal = {column for declared in DOCUMENTS for column in declared.prints if kept[column] is not DataClass.NONE}
    canaries = {
        "facilitator.name": {"leaders": ("Zebedee", "Quill")},
        "organisation.lead_name": {"organisation": Organisation(lead_name="Zebedee")},
        "organisation.lead_contact": {"organisation": Organisation(lead_contact="Zebedee")},
        "organisation.controller_contact": {"organisation": Organisation(controller_contact="Zebedee")},
        "organisation.deputy_name": {"organisation": Organisation(deputy_name="Zebedee")},
        "organisation.deputy_contact": {"organisation": Organisation(deputy_contact="Zebedee")},
        "member.name": {"grid": PresenceGrid((samples.TODAY,), (replace(samples.GRID.rows[0], name="Zebedee",
                                                                        ticks=(True,)),))},
        "attendance.present": {"grid": samples.GRID},
        "agenda.segments": {"agenda": replace(samples.PLAN, segments=tuple(
            replace(segment, leader="Zebedee") for segment in samples.PLAN.segments))},
        "concern.body": {"concern": ConcernWords(answers=(), written_by="Zebedee")},
    }
    assert personal <= set(canaries)
    for changes in canaries.values():
        bare = without_people(samples.context(**changes))
        assert "Zebedee" not in repr(bare) and bare.grid is None and bare.leaders == ()
