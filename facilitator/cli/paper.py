"""Commands that make paper: a session pack, the list of documents, one document."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator import packs
from facilitator.cli.asking import passphrase
from facilitator.cli.opening import clock, opened
from facilitator.cli.saying import complain, say
from facilitator.errors import NoSuchLayout, UnknownItem, UnknownSession, WeakPassphrase
from facilitator.i18n import _, interface, ngettext
from facilitator.model.group import Group
from facilitator.model.paper import Layout, Paper, PersonalData, Style, Turn
from facilitator.model.session import Session, SessionStatus
from facilitator.vault import files
from facilitator.workspace import Workspace

if TYPE_CHECKING:
    from facilitator.documents import Document, Sheet, SheetContext
    from facilitator.library import Library


def pack(options: argparse.Namespace) -> None:
    """Make the session pack of a group."""
    paper = _paper(options)
    with opened(options) as workspace:
        session = _session(workspace, workspace.groups.named(options.group), options.session)
        plan = workspace.packs.plan(session, paper=paper)
    for piece in options.copies:
        packs.known(piece.document)
        plan = (plan.with_piece(piece) if piece.language
                else plan.with_copies({piece.document: piece.copies}, piece.style))
    for document, layout in options.layout:
        plan = plan.laid_out(packs.known(document), layout)
    plan = _in_style(plan.turned(_turn(options)).spoken(options.language), options)
    if options.library_copy:
        plan = plan.library_copy()
    made, pdf = packs.build(plan)
    _write(options, pdf, made.personal)
    for document, layout in options.layout:
        say(packs.at_the_printer(packs.known(document), layout, made.turn))
    say(ngettext("{n} sheet of paper", "{n} sheets of paper", made.paper).format(n=made.paper) + ", "
        + ngettext("{n} printed side", "{n} printed sides", made.sides).format(n=made.sides) + ".")


def _in_style(plan: packs.PackPlan, options: argparse.Namespace) -> packs.PackPlan:
    """The plan as it is to be laid out. Raises NoEasyRead where no other style was chosen for what has none."""
    if options.style == Style.EASYREAD:
        other = Style(options.otherwise) if options.otherwise else None
        return plan.in_easy_read(other).styled(discreet=options.discreet)
    return plan.styled(Style(options.style), options.discreet)


def documents(options: argparse.Namespace) -> None:
    """List the documents, id first."""
    say(*(f"{document.id}  {document.title(interface())}" for document in packs.offered()))


def library(options: argparse.Namespace) -> None:
    """List all that a document can be made of, id first."""
    from facilitator.library import Library

    if options.vault is None:
        lines = _shelved(Library(language=interface().language))
    else:
        with opened(options, options.vault) as workspace:
            lines = _shelved(workspace.library)
    say(*lines)


def _shelved(library: Library) -> tuple[str, ...]:
    items = [(one.id, one.title) for one in library.outlines()]
    items += [(one.id, one.title) for one in library.handouts()]
    items += [(card.id, card.title) for card in library.hard_moments()]
    items += [(reading.id, reading.title) for reading in library.readings()]
    items += [(form.id, form.title) for form in library.forms()]
    return tuple(f"{id}  {title}" for id, title in items)


def document(options: argparse.Namespace) -> None:
    """Make one document, filled from a vault or blank."""
    from facilitator.documents import render_pdf

    declared = packs.known(options.id)
    paper = _paper(options)
    if options.vault is None:
        sheet = _build(declared, _varied(_blank(paper or Paper.A4), declared, options))
    else:
        with opened(options, options.vault) as workspace:
            paper = paper or workspace.packs.context().paper
            sheet = _filled(workspace, declared, options, paper)
    paper, turn = paper or Paper.A4, _turn(options)
    _write(options, render_pdf(sheet, paper, turn=turn).pdf, sheet.personal)
    if told := packs.at_the_printer(declared, sheet.layout, turn, paper=paper):
        say(told)


def _build(declared: Document, context: SheetContext) -> Sheet:
    from facilitator.documents import build

    return build(declared, context)


def _blank(paper: Paper) -> SheetContext:
    from facilitator.documents import SheetContext
    from facilitator.library import Library

    library = Library(language=interface().language)
    return SheetContext(translator=interface(), today=clock().today(), paper=paper,
                        card=library.coping_card(packs.CARD), script=library.script(packs.SCRIPT),
                        cards=library.card_choices(), scripts=library.script_choices(), offer=library.agreement_core(),
                        offers=library.agreement_items(), directory=library.directory(),
                        emergency=library.emergency_card(), welcome=library.welcome(), shelf=library.shipped.evening,
                        in_language=packs.Tongues(lambda: library.country))


def _varied(context: SheetContext, declared: Document, options: argparse.Namespace) -> SheetContext:
    from facilitator.documents.declaration import LAYOUT

    layout = Layout(options.layout) if options.layout else declared.layouts[0]
    if layout not in declared.layouts:
        raise NoSuchLayout(title=declared.title(context.translator))
    chosen = {**dict(options.option), LAYOUT: tuple(Layout).index(layout)}
    if options.language and context.in_language is not None:
        context = context.in_language(context, options.language)
    context = replace(context, style=Style(options.style), discreet=options.discreet, options=chosen)
    return _of_item(context, declared, options.item or "")


def _of_item(context: SheetContext, declared: Document, id: str) -> SheetContext:
    """The same with another card or other words to say. Raises UnknownItem."""
    if not id:
        return context
    if declared.choices is not None:
        if id not in dict(declared.choices(context)):
            raise UnknownItem(id)
        return replace(context, item=id)
    card = context.cards.find(id) if context.cards else None
    script = context.scripts.find(id) if context.scripts else None
    offer = next((one for one in context.offers if one.id == id), None)
    if card is None and script is None and offer is None:
        raise UnknownItem(id)
    return replace(context, card=card or context.card, script=script or context.script, offer=offer or context.offer)


def _filled(workspace: Workspace, declared: Document, options: argparse.Namespace, paper: Paper) -> Sheet:
    """The sheet for the named group's next evening; without a name, for the evening that comes first."""
    if options.group:
        session = workspace.sessions.next(workspace.groups.named(options.group).id)
        evening = workspace.evenings.of(session) if session else None
    else:
        evening = workspace.evenings.tonight()
    if evening is not None and declared.id == packs.COVER:
        # The slip counts a whole pack, so the pack is laid out to count it.
        return workspace.packs.plan(evening.session, paper=paper).styled(Style(options.style), options.discreet).spoken(
            options.language).cover()
    context = _varied(workspace.packs.context(evening, paper), declared, options)
    if options.first is not None and evening is not None:
        context = replace(context, grid=packs.presence(workspace.attendance.grid(
            evening.group.id, options.first, options.last or clock().today())))
    return _build(declared, context)


def _session(workspace: Workspace, group: Group, when: str) -> Session:
    """The session that was asked for: the next one, or one on a day."""
    if when == "next":
        found = workspace.sessions.next(group.id)
    else:
        try:
            day = date.fromisoformat(when)
        except ValueError:
            raise UnknownSession(when) from None
        on_day = workspace.sessions.on(group.id, day)
        found = next((s for s in on_day if s.status is not SessionStatus.CANCELLED), None)
    if found is None:
        raise UnknownSession(when)
    return found


def _turn(options: argparse.Namespace) -> Turn | None:
    return Turn(options.turn) if options.turn else None


def _paper(options: argparse.Namespace) -> Paper | None:
    return Paper(options.paper) if options.paper else None


def _write(options: argparse.Namespace, pdf: bytes, personal: PersonalData) -> None:
    out: Path = options.out
    if options.pdf_passphrase_file is not None:
        from facilitator.documents import protect

        secret = passphrase(options.pdf_passphrase_file, "")
        if not secret.strip():  # a PDF under no words would open for anybody
            raise WeakPassphrase("empty")
        pdf = protect(pdf, secret)
    else:
        from facilitator.documents import shrink

        pdf = shrink(pdf)
    files.put_out(out, pdf)
    if options.pdf_passphrase_file is None and personal is PersonalData.CONTAINED:
        complain(_("Take care: this PDF holds personal data, and anybody can open it. "
                   "--pdf-passphrase-file protects it."))
    say(str(out))
