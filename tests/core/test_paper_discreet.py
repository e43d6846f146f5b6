"""Discreet sheets: whoever finds one learns from its outside neither a group nor a purpose, whatever the style."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest

from facilitator.documents import DOCUMENTS, Audience, Document, Sheet, document, make_pack, render_pdf
from facilitator.documents.blocks import Block, Cards, CardTitle, Deck, Title
from facilitator.documents.words import plain
from facilitator.library import Library
from facilitator.model.content import ApplicationExplained
from facilitator.model.organisation import Organisation
from facilitator.model.paper import Layout, Paper, Piece, Style
from tests.core import paper_samples as samples

TELLING = ("circle", "group", "peer", "support", "facilitator", "helpline", "charity", "coping", "agreement", "crisis",
           "safeguarding", "welcome", "therap", "professional help", "feedback", "attendance", "999", "listening line",
           "danger", "northtown", "thursday circle", "mill lane", "ruth")
VARIANTS = [(declared, style) for declared in DOCUMENTS if not declared.by_hand_only for style in declared.styles]


def kinds(applications: tuple[ApplicationExplained, ...]) -> tuple[str, ...]:
    """The words that a kind of group goes by."""
    words = {word for one in applications for word in re.findall(r"[a-z]{5,}", f"{one.name} {one.application}".lower())}
    return tuple(words)


FORBIDDEN = (*TELLING, *kinds(Library().applications()))


def made(declared: Document, style: Style) -> Sheet:
    return samples.sheet(declared, samples.styled(
        style, discreet=True, organisation=Organisation(name="Northtown Peers", lead_name="Ana")))


def heads(blocks: tuple[Block, ...]) -> list[str]:
    found = [block.text for block in blocks
             if isinstance(block, Title) or (isinstance(block, CardTitle) and block.first)]
    return found + [text for block in blocks if isinstance(block, Cards) for text in heads(block.cards[0])]


def outside(sheet: Sheet) -> str:
    """What is seen without reading the sheet: its head, its title, its foot."""
    return " ".join((sheet.title, sheet.kind, sheet.note, sheet.running, sheet.warning, *heads(sheet.blocks),
                     plain(sheet.crisis), plain(sheet.crisis_short), sheet.source, sheet.privacy, sheet.privacy_note))


def told(text: str) -> list[str]:
    return [word for word in FORBIDDEN if word in text.casefold()]


def test_the_words_looked_for_are_the_ones_that_tell() -> None:
    assert {"grief", "addiction", "carers"} <= set(FORBIDDEN)
    plain_one = samples.sheet(document("welcome-leaflet"), samples.context())
    assert {"welcome", "circle", "999"} <= set(told(outside(plain_one)))


@pytest.mark.parametrize(("declared", "style"), VARIANTS, ids=lambda value: getattr(value, "id", value))
def test_nothing_outside_tells_of_a_group_or_a_purpose(declared: Document, style: Style) -> None:
    sheet = made(declared, style)
    # A clause or a job is what its card is for, and stands inside its dashes.
    first_card = {"clause-cards", "role-cards"}
    said = outside(sheet)
    if declared.id in first_card:
        said = said.replace(heads(sheet.blocks)[0], "")
    assert told(said) == []
    assert not sheet.ring


@pytest.mark.parametrize(("declared", "style"), VARIANTS, ids=lambda value: getattr(value, "id", value))
def test_no_file_tells_either(declared: Document, style: Style) -> None:
    with pikepdf.open(io.BytesIO(render_pdf(made(declared, style)).pdf)) as file:
        said = " ".join(str(value) for value in file.docinfo.values()) + file.Root.Metadata.read_bytes().decode()
        parts = [str(kid.T) for kid in file.Root.StructTreeRoot.K.K]
    # The producer's own words are the same in every file.
    assert told(re.sub(r"https?://\S+|adobe:\S+", "", said) + " ".join(parts)) == []


def test_a_discreet_pack_has_neutral_names_bookmarks_and_labels() -> None:
    pieces = [Piece(declared.id, 2) for declared in DOCUMENTS if not declared.by_hand_only]
    pack = make_pack(pieces, samples.context(discreet=True))
    assert told(" ".join((pack.name, pack.title, *(line.title for line in pack.lines)))) == []
    with pikepdf.open(io.BytesIO(pack.print().pdf)) as file, file.open_outline() as outline:
        assert told(" ".join(str(item.title) for item in outline.root)) == []
        labels = " ".join(str(label) for label in file.Root.PageLabels.Nums)
    assert told(labels) == []
    assert make_pack([Piece("coping-handout", 3, discreet=True)], samples.context()).name == "A quiet moment"


def test_what_the_foot_would_say_stands_inside() -> None:
    sheet = made(document("coping-handout"), Style.STANDARD)
    said = " ".join(fact.text for fact in render_pdf(sheet).pages)
    assert "In danger: 999. To talk: Listening line 116\u00a0000" in said
    assert "Not a substitute for professional help." in said
    assert all(step.text in " ".join(said.split()) for step in samples.CARD.steps)


def test_handouts_are_folded_printed_side_in() -> None:
    """They are never printed on both sides: then nothing but blank paper is outside."""
    for declared in DOCUMENTS:
        sheet = made(declared, Style.STANDARD) if not declared.by_hand_only else None
        if sheet is None or sheet.layout is not Layout.PAGE or any(
                isinstance(block, Cards | Deck) for block in sheet.blocks):
            continue
        assert sheet.fold == (declared.audience is Audience.GIVE)
        assert not (sheet.fold and sheet.both_sides)
    open_one = samples.sheet(document("coping-handout"), samples.context())
    assert not open_one.fold


def test_fold_marks_stand_half_way_down_at_both_edges() -> None:
    with pikepdf.open(io.BytesIO(render_pdf(made(document("helplines"), Style.STANDARD), Paper.A4).pdf)) as file:
        code = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(file.pages[0])).decode()
    assert len(re.findall(r"[\d.]+ 420\.94 m\s+[\d.]+ 420\.94 l", code)) == 2


def test_the_cover_slip_says_to_fold_them() -> None:
    pack = make_pack((Piece("cover-slip", 1), Piece("coping-handout", 9), Piece("coping-handout", 2, discreet=True)),
                     samples.context())
    said = pack.print().pages[0].text
    assert "Discreet sheets folded, printed side in" in said
    assert "A quiet moment\t2\t2" in said
