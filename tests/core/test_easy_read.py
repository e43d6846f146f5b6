"""Easy Read: own short words, a picture for each idea, and plain words where there is no such version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import page
import pytest

from facilitator.documents import DOCUMENTS, Sheet, SheetContext, build, document, make_pack, render_text
from facilitator.documents.blocks import Caution, PageBreak, PictureRow, PictureRows
from facilitator.documents.easy.seen import seen
from facilitator.documents.easy.welcome import easy_time
from facilitator.documents.render.figures.pictures import PAINTS, picture_of
from facilitator.documents.render.lay_pictures import LEAST
from facilitator.documents.render.pdf import Press
from facilitator.documents.render.style import MM, Type, style
from facilitator.errors import ContentBroken, NoEasyRead
from facilitator.i18n import translator
from facilitator.library import Library, checker
from facilitator.library.easy_read import read_easy_read
from facilitator.messages import explain
from facilitator.model.easy_read import EasyRead, Picture
from facilitator.model.paper import Paper, Piece, Style
from facilitator.packs import PackPlan
from tests.core import paper_samples as samples
from tests.core.paper_reader import spoken, squeezed
from tests.core.test_render_pdf import as_fitted

LIBRARY = Library()
WORDS = {one.id: one for one in LIBRARY.shipped.evening.easy_reads}


def easy(paper: Paper = Paper.A4, **changes: Any) -> SheetContext:
    return samples.styled(Style.EASYREAD, paper, **changes)


def made(one: EasyRead, paper: Paper = Paper.A4, **changes: Any) -> Sheet:
    """The sheet of these words."""
    card = LIBRARY.coping_card(one.item) if one.document == "coping-handout" else samples.CARD
    item = one.item if document(one.document).choices else ""
    return build(one.document, easy(paper, card=card, item=item, **changes))


def picture_rows(sheet: Sheet) -> Iterator[PictureRow]:
    for block in sheet.blocks:
        if isinstance(block, PictureRows):
            yield from block.rows


def text(sheet: Sheet) -> str:
    return squeezed(render_text(sheet))


# ---------------------------------------------------------------- on paper
@pytest.mark.parametrize(("paper", "discreet"), [
    (Paper.A4, False), (Paper.LETTER, True), *(pytest.param(*other, marks=pytest.mark.long) for other in (
        (Paper.A4, True), (Paper.LETTER, False)))])
def test_every_version_keeps_its_sides_is_tagged_whole_and_loses_no_word(paper: Paper, discreet: bool) -> None:
    press = Press(paper)
    sheets = [made(one, paper, discreet=discreet) for one in WORDS.values()]
    assert {sheet.document: press.sides(sheet) for sheet in sheets if press.sides(sheet) != sheet.pages} == {}
    for sheet in sheets:
        layout = press.lay_out(sheet)
        for number, pieces in enumerate(layout.pages):
            for down, piece in pieces:
                assert down + piece.height <= layout.furniture.room(number == 0) + 0.1
    printed = press.print([(sheet, 1) for sheet in sheets], "All", "en")
    assert printed.missing == ()
    report = page.validate_pdf_bytes(printed.pdf, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    for sheet in sheets:
        alone = press.print([(sheet, 1)], sheet.title, sheet.language)
        assert spoken(alone.pdf) == squeezed(render_text(as_fitted(sheet, alone))), sheet.title


def test_what_people_type_goes_on_to_the_next_side() -> None:
    typed = samples.endless()
    assert typed.agreement is not None
    ours = replace(typed.agreement, clauses=(*LIBRARY.agreement_core().clauses, *typed.agreement.clauses))
    occasion = replace(typed, style=Style.EASYREAD, agreement=ours, offers=LIBRARY.agreement_items(),
                       emergency=LIBRARY.emergency_card())
    for id in ("welcome-leaflet", "agreement-poster", "emergency-card"):
        layout = Press().lay_out(build(id, occasion))
        for number, pieces in enumerate(layout.pages):
            assert all(down + piece.height <= layout.furniture.room(number == 0) + 0.1 for down, piece in pieces)


def _plain(row: PictureRow) -> list[str]:
    return [line if isinstance(line, str) else "".join(span.text for span in line) for line in row.lines]


def test_the_words_are_large_and_the_pictures_never_too_small_for_a_copier() -> None:
    sizes = {use: (size.size, size.leading) for use, size in style(Style.EASYREAD).types.items()}
    assert (sizes[Type.TITLE], sizes[Type.BODY], sizes[Type.SMALL]) == ((32, 38), (17, 25), (14, 20))
    assert min(sizes[use][0] for use in (Type.CRISIS, Type.SOURCE, Type.PRIVACY, Type.TAB, Type.PAGE)) >= 12
    assert style(Style.EASYREAD).picture * LEAST >= 20 * MM


@pytest.mark.parametrize("id", [id for id in WORDS if id.startswith("coping-handout")])
def test_cautions_and_every_step_of_a_card_stand_on_its_first_side(id: str) -> None:
    sheet = made(WORDS[id])
    kinds = [type(block) for block in sheet.blocks]
    turn = kinds.index(PageBreak)
    assert kinds.index(Caution) < kinds.index(PictureRows) < turn
    steps = [row.step for block in sheet.blocks[:turn] if isinstance(block, PictureRows) for row in block.rows]
    assert steps == [1, 2, 3, 4, 5]


def test_every_picture_is_drawn_said_and_used() -> None:
    assert set(PAINTS) == set(Picture)
    alts = [seen(picture, translator("en")) for picture in Picture if picture is not Picture.DIAL]
    assert len(set(alts)) == len(alts)
    used = {row.picture for one in WORDS.values() for row in one.rows}
    by_sheets = {Picture.PLACE, Picture.CALENDAR, Picture.TICK, Picture.CROSS, Picture.ASK, Picture.TEXT,
                 Picture.PHONE, Picture.AGAIN}
    assert set(Picture) == used | by_sheets
    assert picture_of("nothing") is None and picture_of("clock-1140-1230") is not None


# ---------------------------------------------------------------- what they say
def test_the_leaflet_tells_when_and_where_in_plain_words_and_clocks() -> None:
    sheet = made(WORDS["welcome-leaflet"])
    assert "We start at 7:00 in the evening. We stop at 8:30 in the evening." in text(sheet)
    assert "We meet at Mill Lane Hall. 12 Mill Lane" in text(sheet)
    assert "clock-1140-1230" in {row.picture for row in picture_rows(sheet)}
    t = translator("en")
    assert [easy_time(minute, t) for minute in (0, 9 * 60 + 5, 12 * 60, 17 * 60)] == [
        "12:00 in the morning", "9:05 in the morning", "12:00 in the afternoon", "5:00 in the evening"]


def test_helplines_hold_only_numbers_that_somebody_has_checked() -> None:
    sheet = made(WORDS["helplines"])
    checked = samples.DIRECTORY.checked(samples.TODAY)
    assert all(line.number in text(sheet) for line in checked)
    assert not any(line.number in text(sheet) for line in samples.DIRECTORY.lines if line not in checked)
    bare = made(WORDS["helplines"], directory=LIBRARY.directory("ZZ"))
    assert "Ask us who you can call." in text(bare) and "Emergency number here:" in text(bare)
    assert made(WORDS["helplines"]).pages == 2 and bare.pages == 1


def test_feedback_asks_the_five_lines_in_the_order_they_are_counted_in() -> None:
    plain = build("feedback-slip", samples.context())
    asked = [" ".join(_plain(row)).rstrip(".") for row in picture_rows(made(WORDS["feedback-slip"]))]
    assert all(line in render_text(plain) for line in asked)
    assert sorted(asked, key=render_text(plain).index) == asked and len(asked) == 5


def test_a_consent_names_the_wording_it_says_again_and_has_its_answer_on_the_same_sheet() -> None:
    sheet = made(WORDS["consent-form-list"])
    assert "Wording list-en-1." in sheet.source
    assert sheet.both_sides and sheet.pages == 2
    assert [block.boxes for block in sheet.blocks if isinstance(block, PictureRows)] == [False, False, True, False]


def test_the_agreement_keeps_what_a_group_wrote_itself() -> None:
    core = LIBRARY.agreement_core().clauses
    own = (replace(core[0], text="We whisper only"), *core[1:], replace(core[1], text="We bring cake", source=""))
    sheet = build("agreement-poster", easy(agreement=replace(samples.agreement(), clauses=own)))
    assert "We whisper only" in text(sheet) and "We bring cake" in text(sheet)
    assert "What people say here is private." not in text(sheet)
    assert "If someone may get badly hurt, we get help." in text(sheet)
    assert sum(1 for _row in picture_rows(sheet)) == 13


# ---------------------------------------------------------------- where there is none
def test_where_there_is_none_that_is_said_and_nothing_else_is_made() -> None:
    with pytest.raises(NoEasyRead) as caught:
        build("run-sheet", easy())
    said = explain(caught.value)
    assert said.said.startswith("There is no Easy Read version of “Run sheet”.") and "large print" in said.next
    with pytest.raises(NoEasyRead) as caught:
        make_pack([Piece("handout", 2), Piece("handout", 1, Style.EASYREAD, item="listening")], samples.context())
    assert LIBRARY.handout("listening").title in explain(caught.value).said


def test_own_words_another_wording_and_another_language_have_none() -> None:
    card = LIBRARY.coping_card("senses")
    none = {
        "coping-handout": easy(card=replace(card, cautions=("Only with a friend.",))),
        "agreement-poster": easy(agreement=samples.agreement()),
        "welcome-leaflet": easy(translator=translator("es")),
    }
    for id, occasion in none.items():
        assert not document(id).has(Style.EASYREAD, occasion), id
        assert document(id).has(Style.LARGE, occasion)
    later = tuple(replace(one, version="list-en-2") for one in samples.SHELF.consents)
    shelf = LIBRARY.shipped.evening
    newer = Library().shipped
    newer.__dict__["consents"] = later
    assert document("consent-form").has(Style.EASYREAD, easy(item="list", shelf=shelf))
    assert not document("consent-form").has(Style.EASYREAD, easy(item="list", shelf=newer.evening))


def test_team_sheets_have_none_and_what_people_read_and_fill_in_has() -> None:
    with_easy = {declared.id for declared in DOCUMENTS if Style.EASYREAD in declared.styles}
    assert with_easy == {"welcome-leaflet", "handout", "coping-handout", "consent-form", "feedback-slip", "helplines",
                         "emergency-card", "agreement-poster", "to-fill-in"}


def test_a_pack_holds_some_copies_in_easy_read() -> None:
    pack = make_pack([Piece("cover-slip", 1), Piece("welcome-leaflet", 5), Piece("welcome-leaflet", 2, Style.EASYREAD),
                      Piece("welcome-leaflet", 1, Style.EASYREAD, discreet=True)], samples.context())
    assert [(line.title, line.copies) for line in pack.lines][:3] == [
        ("Welcome leaflet", 5), ("Welcome leaflet, Easy Read style", 2), ("A few notes, Easy Read style", 1)]
    facts = pack.print().pages
    assert sum(fact.style is Style.EASYREAD and not fact.discreet and not fact.blank for fact in facts) == 4


def test_a_whole_pack_takes_easy_read_where_there_is_one_and_the_chosen_style_elsewhere() -> None:
    pieces = (Piece("cover-slip", 1), Piece("welcome-leaflet", 3), Piece("tally", 1),
              Piece("helplines", 2, Style.LARGE), Piece("run-sheet", 0))
    plan = PackPlan(group=None, session=None, pieces=pieces, context=samples.context())  # type: ignore[arg-type]
    with pytest.raises(NoEasyRead) as caught:
        plan.in_easy_read()
    assert caught.value.count == 2 and "Tally" in caught.value.title
    assert [piece.style for piece in plan.in_easy_read(Style.LARGE).pieces] == [
        Style.LARGE, Style.EASYREAD, Style.LARGE, Style.LARGE, Style.LARGE]


# ---------------------------------------------------------------- the editor
def wrong(one: EasyRead) -> list[str]:
    return [finding.wrong for finding in checker.check_easy_read(one)]


def test_the_editor_sends_hard_words_back() -> None:
    good = WORDS["welcome-leaflet"]
    part, row = good.parts[0], good.parts[0].rows[0]

    def with_lines(*lines: str) -> EasyRead:
        return replace(good, parts=(replace(part, rows=(replace(row, lines=lines),)),))

    assert wrong(good) == []
    assert wrong(with_lines("You can **talk**", "You can wait.")) == ["a line that is no sentence"]
    assert wrong(with_lines("You can talk.")) == ["no key word, or more than two"]
    assert wrong(with_lines("You **don’t** have to.")) == ["a word that is cut short"]
    assert "a sentence of more than 12 words" in wrong(with_lines(
        "**You** can sit in a ring and talk or you can go out."))
    assert wrong(with_lines("**One.**", "Two.", "Three.")) == ["more than 2 lines in a row"]
    assert any("reads at grade" in found for found in wrong(with_lines("**Confidentiality** obligations continue.")))
    assert wrong(replace(good, parts=(replace(part, rows=part.rows * 2),))) == ["more than 7 rows on a side"]


@pytest.mark.parametrize(("old", "new", "line"), [
    ('picture = "circle"', 'picture = "heart"', 12), ("a **circle**", "a **circle", 13), ("says", "said", 11),
])
def test_a_file_in_another_shape_is_refused_with_its_line(old: str, new: str, line: int) -> None:
    shelf = LIBRARY.shipped.shelf
    name = "content/en/easyread/welcome-leaflet.toml"
    broken = shelf.text(name).replace(old, new, 1)
    with pytest.raises(ContentBroken) as caught:
        read_easy_read(shelf.of_own({name: broken}), name)
    assert caught.value.line == line
