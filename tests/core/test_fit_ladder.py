"""What a sheet gives up to keep its sides, in which order, and that no last side looks empty."""

from __future__ import annotations

from dataclasses import replace

from facilitator.documents import SheetContext, build, document, render_pdf
from facilitator.documents.blocks import Block, Items, PageBreak, Para, Title
from facilitator.documents.render.pages import SheetLayout
from facilitator.documents.render.pdf import Press
from facilitator.library import Library
from facilitator.model.content import CopingCard
from facilitator.model.paper import Paper, Style
from facilitator.packs import Tongues
from tests.core import paper_samples as samples
from tests.core.paper_reader import spoken

LINE = "Some words that stand for other words."
PLAIN = samples.sheet(document("checklist"), samples.context())


def laid(blocks: tuple[Block, ...], pages: int, both_sides: bool = True) -> SheetLayout:
    found = Press().lay_out(replace(PLAIN, blocks=(Title("Lines"), *blocks), pages=pages, both_sides=both_sides))
    assert isinstance(found, SheetLayout)
    return found


def lines(many: int) -> Items:
    return Items((LINE,) * many)


def spanish(card: CopingCard) -> SheetContext:
    made = replace(samples.context(Paper.LETTER), directory=Library(country="US").directory(), card=card)
    return Tongues(lambda: "US")(made, "es")


# ---------------------------------------------------------------- what gives way
def test_head_and_foot_come_closer_before_a_begun_side_gives_way() -> None:
    found = {many: laid((lines(many), PageBreak(), lines(3)), 2) for many in range(24, 48)}
    steps = [(layout.fit.close, layout.fit.turn) for layout in found.values() if layout.sides == 2]
    assert len(steps) == len(found) and steps == sorted(steps, key=lambda step: (not step[1], step[0]))
    assert {(False, True), (True, True), (False, False)} <= set(steps)


def test_what_does_not_fit_at_all_flows_on_at_an_air_that_does_not_hurt() -> None:
    layout = laid(tuple(Para(LINE) for _place in range(90)), 1)
    assert layout.sides > 1 and layout.fit.air >= 0.8 and layout.fit.leading == 1 and not layout.fit.close


def test_a_short_source_keeps_what_must_be_said_and_the_day_of_its_review() -> None:
    library = Library(language="es", country="US")
    sheet = build("coping-handout", spanish(library.coping_card("worry-time")))
    said = spoken(render_pdf(sheet, Paper.LETTER).pdf)
    assert sheet.source not in said and sheet.source_short in said
    assert "No sustituye la ayuda profesional. Revisado en" in sheet.source_short
    assert sheet.source_short.startswith("Borrador:")


# ---------------------------------------------------------------- the last side
def test_no_last_side_looks_empty() -> None:
    """Where another one is needed, what stands before goes over to it; or less air alone saves it."""
    for many in range(20, 60):
        layout = laid((*(lines(5) for _place in range(many // 5)), lines(many % 5 or 5)), 2)
        assert layout.sides == 1 or layout.last > 0.25, many


def test_less_air_saves_a_sheet_of_paper_and_no_side_that_costs_none() -> None:
    shelf = Library().shipped.evening
    usual = build("handout", samples.context(style=Style.SPACED, shelf=shelf, item="about-our-agreement"))
    single, turned = (Press().lay_out(replace(usual, both_sides=both)) for both in (False, True))
    assert (single.sides, turned.sides) == (1, 2)
    assert single.fit.air >= 0.8 and single.fit.leading == 1 and not single.fit.close
    three = build("supervision-sheet", samples.context(style=Style.LARGE, shelf=shelf))
    assert (three.pages, three.both_sides, Press().sides(three)) == (3, True, 2)
