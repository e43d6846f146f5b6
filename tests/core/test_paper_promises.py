"""Whatever a sheet is made of, in every language, style and paper, open or discreet: no more sides than it promises,
and none of them half empty but the last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from facilitator.documents import DOCUMENTS, Document, Need, SheetContext
from facilitator.documents.blocks import Deck, PageBreak
from facilitator.documents.render.pages import SheetLayout
from facilitator.documents.render.pdf import Press
from facilitator.i18n import languages
from facilitator.library import Library
from facilitator.model.group import GroupDraft, RecordLevel
from facilitator.model.paper import Paper, Style
from facilitator.packs import Tongues, made_of
from tests.core import paper_samples as samples

COUNTRIES = {Paper.A4: "GB", Paper.LETTER: "US"}
PLAIN = "plain"
LEAST = 0.45
"""The part of a side that is used at least, where nothing begins a new one on purpose."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Every sheet there is, in one language and style, on one paper."""

    language: str
    style: Style
    paper: Paper
    discreet: bool
    country: str

    def __str__(self) -> str:
        return "-".join((self.language, self.style, self.paper, "discreet" if self.discreet else "open", self.country))


WALKS = tuple(Walk(language, style, paper, discreet, country)
              for language in languages() for style in Style for paper in Paper for discreet in (False, True)
              for country in COUNTRIES.values())
FEW = tuple(walk for walk in WALKS if walk.country == COUNTRIES[walk.paper])[3::11]


def occasions(walk: Walk) -> Iterator[tuple[Document, str, SheetContext]]:
    """Each item of each document, and each plan with names and without, in the words that ship."""
    library = Library(language=walk.language, country=walk.country)
    shipped = samples.styled(
        walk.style, walk.paper, discreet=walk.discreet, card=Library().coping_card("feet-and-chair"),
        offers=library.agreement_items(), directory=library.directory(), emergency=library.emergency_card())
    ours = replace(samples.agreement(), clauses=library.agreement_core().clauses)
    made = replace(Tongues(lambda: walk.country)(shipped, walk.language), agreement=ours)
    for declared in DOCUMENTS:
        if Need.AGENDA in declared.needs:
            yield from ((declared, name, context) for name, context in _plans(library, made))
            continue
        for item, _title in made_of(declared, made) or ((PLAIN, ""),):
            context = replace(made, item=item)
            if made.cards is not None and Need.CARD in declared.needs:
                context = replace(context, card=made.cards.find(item) or made.card)
            if made.scripts is not None and Need.SCRIPT in declared.needs:
                context = replace(context, script=made.scripts.find(item))
            if Need.OFFER in declared.needs:
                context = replace(context, offer=next(offer for offer in made.offers if offer.id == item))
            yield declared, item, context


def _plans(library: Library, made: SheetContext) -> Iterator[tuple[str, SheetContext]]:
    for template in library.agenda_templates():
        group = GroupDraft(name="Monday", application=template.applications[0], record_level=RecordLevel.TALLY)
        suited = library.suited(template, group)
        for plan, led in ((template, made.leaders), (template, ()), (suited, made.leaders)):
            session = replace(samples.context().session, minutes=plan.agenda.minutes)  # type: ignore[type-var]
            yield template.id, replace(made, agenda=plan.agenda, session=session, leaders=led)


def broken(walk: Walk) -> list[str]:
    """The sheets that take more sides than they promise, or leave one half empty that need not be."""
    press, found = Press(walk.paper), []
    for declared, item, context in occasions(walk):
        if declared.has(walk.style, context):
            sheet = samples.sheet(declared, context)
            if press.sides(sheet) > sheet.pages:
                found.append(f"{declared.id} {item}: {press.sides(sheet)} for {sheet.pages}")
            layout = press.lay_out(sheet)
            meant = any(isinstance(block, PageBreak | Deck) for block in sheet.blocks)
            if isinstance(layout, SheetLayout) and not meant and layout.emptiest < LEAST:
                found.append(f"{declared.id} {item}: a side with {layout.emptiest:.0%}")
    return found


def test_every_document_item_plan_style_paper_and_language_is_walked() -> None:
    some = {(declared.id, item) for declared, item, _context in occasions(WALKS[0])}
    assert {id for id, _item in some} == {declared.id for declared in DOCUMENTS}
    assert {item for id, item in some if id == "run-sheet"} == {one.id for one in Library().agenda_templates()}
    assert {card.id for card in Library().coping_cards()} <= {item for id, item in some if id == "coping-handout"}
    for walks in (WALKS, FEW):
        assert {walk.language for walk in walks} == set(languages()) and {walk.paper for walk in walks} == set(Paper)
    assert {walk.style for walk in WALKS} == set(Style)


@pytest.mark.parametrize("walk", FEW, ids=str)
def test_some_walks_find_every_promise_kept(walk: Walk) -> None:
    assert broken(walk) == []


@pytest.mark.long
@pytest.mark.parametrize("walk", [walk for walk in WALKS if walk not in FEW], ids=str)
def test_every_sheet_keeps_its_promise(walk: Walk) -> None:
    assert broken(walk) == []


def test_a_promise_that_is_broken_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = samples.sheet
    monkeypatch.setattr(samples, "sheet", lambda *made: replace(usual(*made), pages=0))
    easy = next(walk for walk in WALKS if walk.style is Style.EASYREAD)
    assert "agreement-poster plain: 2 for 0" in broken(easy)
