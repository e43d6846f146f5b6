"""A form in words as a sheet to write on: cautions first, then its questions with lines, then its three lights."""

from __future__ import annotations

from facilitator.documents.blocks import Ask, Block, Caution, Group, Heading, Items, Mark, Para, Rank, Title
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Document, Sheet
from facilitator.documents.surround import dress, note, source_line
from facilitator.documents.words import Span
from facilitator.model.form import Form, FormPart, Light
from facilitator.model.paper import PersonalData


def form_sheet(document: Document, form: Form, context: SheetContext, *, kind: str, said: str, privacy: str,
               pages: int | None = None, fewest: int = 0) -> Sheet:
    """The sheet: nothing in it names a group. `said` stands beside the tab, `privacy` under the privacy mark."""
    _ = context.translator.gettext
    blocks: list[Block] = [Title(form.title), Para(form.summary, Rank.BODY if form.lights else Rank.INTRO),
                           Caution(_("Before you start"), form.cautions)]
    for part in form.parts:
        blocks += _part(part, alone=len(form.parts) == 1)
    if form.lights:
        blocks += [Heading(form.ask), Items(tuple(map(_light, form.lights)), Mark.TICK_BOX, small=True)]
    return dress(document, context, title=form.title, kind=kind, blocks=tuple(blocks), note=note(said),
                 source=source_line(form.origin, context), brief=_("Not a substitute for professional help."),
                 personal=PersonalData.ONCE_FILLED, privacy_note=privacy, pages=pages, fewest=fewest)


def _part(part: FormPart, *, alone: bool) -> list[Block]:
    """A part; the only one there is needs no heading of its own. A heading stays with the first thing asked."""
    says = [Para(line, give=1 if alone else 0) for line in part.says]
    asked: list[Block] = []
    ticks: list[str] = []
    for question in part.questions:
        if question.lines:
            asked += [*_ticked(ticks), Ask(question.ask, question.hint, question.lines)]
            ticks = []
        else:
            ticks.append(f"{question.ask} {question.hint}".rstrip())
    asked += _ticked(ticks)
    if alone:
        return [*says, *asked]
    return [Group((Heading(part.title), *says, *asked[:1]), whole=True), *asked[1:]]


def _ticked(lines: list[str]) -> list[Block]:
    return [Items(tuple(lines), Mark.TICK_BOX)] if lines else []


def _light(light: Light) -> tuple[Span, ...]:
    return (Span(f"{light.name}. {light.words}", True), Span(f" {light.next}"))
