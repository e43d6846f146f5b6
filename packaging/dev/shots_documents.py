"""`dev.py shots --documents DIR`: every printed document as pictures, with sheets to look at many at once.

Run inside .venv. Words pick documents; `--packs` makes the whole pack of each kind of group instead. They are filled
with the sample's invented charity.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from bench_vault import opened_sample
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from stage import application

from facilitator.documents import (
    DOCUMENTS,
    ClosingSlip,
    Document,
    Printed,
    RecoverySlip,
    SheetContext,
    build,
    render_pdf,
)
from facilitator.model.group import Application, GroupDraft, default_level
from facilitator.model.paper import Paper, Style
from facilitator.packs import days_alone, made_of
from facilitator.workspace import Workspace
from ui.preview import Wanted, draw, pages

WIDE = 1240
"""Pixels across a page: 150 dots an inch on A4."""
ACROSS, DOWN, SMALL, GAP, LABEL = 4, 2, 560, 16, 26
"""A sheet to look at: so many pages, each so wide, in pixels."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a picture, and what it is."""

    name: str
    picture: QImage


def main(arguments: list[str]) -> int:
    """Make the pictures; say how many there are."""
    asked = _parser().parse_args(arguments)
    folder: Path = asked.folder
    folder.mkdir(parents=True, exist_ok=True)
    app = application()
    many = 0
    with opened_sample() as workspace:
        for paper in asked.papers:
            for style in asked.styles:
                for language in asked.languages:
                    made = (_packs if asked.packs else _documents)(workspace, Paper(paper), Style(style), language,
                                                                   asked)
                    name = "-".join((*(["pack"] if asked.packs else []), style, paper, language))
                    many += _save(folder, name, made)
    del app
    print(f"{many} pages in {folder}; the files that begin with “look” show many at once")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("dev.py shots --documents")
    parser.add_argument("folder", type=Path)
    parser.add_argument("words", nargs="*", help="only the documents whose id holds one of these words")
    parser.add_argument("--styles", nargs="+", default=["standard", "large"], choices=list(Style))
    parser.add_argument("--papers", nargs="+", default=["a4", "letter"], choices=list(Paper))
    parser.add_argument("--languages", nargs="+", default=["en"])
    parser.add_argument("--items", action="store_true", help="each library item that a document can be made of")
    parser.add_argument("--grey", action="store_true", help="as a printer without colour shows it")
    parser.add_argument("--packs", action="store_true", help="the pack of each kind of group, instead of documents")
    return parser


# ---------------------------------------------------------------- what is shown
def _documents(workspace: Workspace, paper: Paper, style: Style, language: str,
               asked: argparse.Namespace) -> Iterator[Page]:
    occasion = replace(_occasion(workspace, paper, language), style=style)
    for document in sorted(DOCUMENTS, key=lambda one: one.order):
        wanted = not asked.words or any(word in document.id for word in asked.words)
        if not wanted or paper not in document.papers or not document.has(style, occasion):
            continue
        for item in _items(document, occasion) if asked.items else ("",):
            chosen = _of_item(occasion, item)
            if not document.has(style, chosen):
                continue
            sheet = build(document, chosen, by_hand=document.by_hand_only)
            yield from _pages("-".join(filter(None, (document.id, item))), render_pdf(sheet, paper), asked.grey)


def _items(document: Document, occasion: SheetContext) -> tuple[str, ...]:
    return tuple(item for item, _title in made_of(document, occasion)) or ("",)


def _of_item(occasion: SheetContext, item: str) -> SheetContext:
    from facilitator.documents.pack import variant
    from facilitator.model.paper import Piece

    return variant(occasion, Piece("", 1, occasion.style, item=item)) if item else occasion


def _packs(workspace: Workspace, paper: Paper, style: Style, language: str,
           asked: argparse.Namespace) -> Iterator[Page]:
    """The pack that is proposed for a group of each kind, one copy of each piece."""
    for application_ in Application:
        if asked.words and not any(word in application_.value for word in asked.words):
            continue
        plan = workspace.packs.plan(workspace.sessions.next(_group_of(workspace, application_).id), paper=paper)
        pieces = [replace(piece, copies=1) for piece in plan.pieces if piece.copies]
        plan = plan.with_pieces(pieces).spoken("" if language == "en" else language)
        plan = plan.in_easy_read(Style.STANDARD) if style is Style.EASYREAD else plan.styled(style)
        printed = plan.make().print()
        yield from _pages(application_.value, printed, asked.grey)


def _group_of(workspace: Workspace, kind: Application) -> GroupDraft:
    """An invented group of a kind, with an agreement and a plan for tonight."""
    known = [group for group in workspace.groups.all() if group.application is kind]
    if known:
        return known[0]
    some = workspace.groups.named("Lantern circle")
    today = workspace.clock.today()
    workspace.groups.save(replace(
        GroupDraft(name=f"Bridge circle {list(Application).index(kind) + 1}", application=kind), venue_id=some.venue_id,
        team=some.team, record_level=default_level(kind)), names_seen=True)
    group = next(one for one in workspace.groups.all() if one.application is kind)
    clauses = workspace.library.agreement_for(kind)
    workspace.agreements.adopt(group.id, clauses, present=8, adopted_on=today, names_seen=True)
    template = workspace.library.suited(workspace.library.agenda_templates(kind)[0], group)
    workspace.sessions.add(group.id, today, 19 * 60, template.agenda.minutes)
    session = workspace.sessions.next(group.id)
    workspace.agendas.save(workspace.agendas.draft(template, session), session)
    return group


def _occasion(workspace: Workspace, paper: Paper, language: str) -> SheetContext:
    """The sample's evening, with what only some documents are made of."""
    session = workspace.sessions.next(workspace.groups.named("Lantern circle").id)
    if session is None:
        raise LookupError("the sample has no session to come")
    plan = workspace.packs.plan(session, paper=paper)
    today = workspace.clock.today()
    made = replace(
        plan.context, pack=plan.with_pieces([piece for piece in plan.pieces if piece.copies]).make().lines,
        grid=days_alone([today + timedelta(weeks=week) for week in range(8)]),
        recovery=RecoverySlip(groups=("7K3MP", "Q9RTW", "2XH4C", "V8NBD", "6YZ5A", "JE1FS", "G0TKM"), made_on=today),
        closing=ClosingSlip(name="Blue folder", closed_on=today, holder="Ada Quill, trustee",
                            backups=("Blue folder 2026-05-01.vaultbackup, KINGSTON",)))
    return made if language == "en" or made.in_language is None else made.in_language(made, language)


# ---------------------------------------------------------------- pictures
def _pages(name: str, printed: Printed, grey: bool) -> Iterator[Page]:
    facts = printed.pages
    count = pages(printed.pdf)
    wanted = [place for place in range(count) if len(facts) != count or not facts[place].blank]
    for place, picture in zip(wanted, draw(printed.pdf, [Wanted(place, WIDE, grey) for place in wanted]), strict=True):
        fact = facts[place] if len(facts) == count else None
        said = f"{name}-{fact.document}" if fact is not None and not name.startswith(fact.document) else name
        yield Page(f"{said}-{fact.page if fact is not None else place + 1}", picture)


def _save(folder: Path, name: str, made: Iterable[Page]) -> int:
    """Each page, and sheets of many."""
    waiting: list[Page] = []
    count = looks = 0
    for page in made:
        count += 1
        page.picture.save(str(folder / f"{name}-{page.name}.png"))
        waiting.append(page)
        if len(waiting) == ACROSS * DOWN:
            looks += 1
            _together(waiting).save(str(folder / f"look-{name}-{looks:02}.png"))
            waiting = []
    if waiting:
        _together(waiting).save(str(folder / f"look-{name}-{looks + 1:02}.png"))
    return count


def _together(shown: list[Page]) -> QImage:
    small = [one.picture.scaledToWidth(SMALL, Qt.TransformationMode.SmoothTransformation) for one in shown]
    high = max(picture.height() for picture in small) + LABEL
    rows = -(-len(small) // ACROSS)
    sheet = QImage(GAP + ACROSS * (SMALL + GAP), GAP + rows * (high + GAP), QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    painter.setFont(QFont("Atkinson Hyperlegible", 12))
    for place, (page, picture) in enumerate(zip(shown, small, strict=True)):
        x, y = GAP + place % ACROSS * (SMALL + GAP), GAP + place // ACROSS * (high + GAP)
        painter.drawText(QRect(x, y, SMALL, LABEL), Qt.AlignmentFlag.AlignLeft, page.name)
        painter.drawImage(x, y + LABEL, picture)
    painter.end()
    return sheet


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
