"""A form in words as a sheet to write on: cautions first, then its questions with lines, then its three lights."""

from __future__ import annotations

from facilitator.documents.blocks import Ask, Block, Caution, Heading, Items, Mark, Para, Rank, Title
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Document, Sheet
from facilitator.documents.surround import dress, note, source_line
from facilitator.documents.words import Span
from facilitator.model.form import Form, FormPart, Light, Question
from facilitator.model.paper import PersonalData


def form_sheet(document: Document, form: Form, context: SheetContext, *, kind: str, said: str, privacy: str,
               pages: int | None = None) -> Sheet:
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
                 personal=PersonalData.ONCE_FILLED, privacy_note=privacy, pages=pages)


def _part(part: FormPart, *, alone: bool) -> list[Block]:
    """A part; the only one there is needs no heading of its own."""
    out: list[Block] = [] if alone else [Heading(part.title)]
    out += [Para(line, give=1) for line in part.says]
    ticks: list[Question] = []
    for question in (*part.questions, None):
        if question is not None and not question.lines:
            ticks.append(question)
            continue
        if ticks:
            out.append(Items(tuple(_ticked(one) for one in ticks), Mark.TICK_BOX))
            ticks = []
        if question is not None:
            out.append(Ask(question.ask, question.hint, question.lines))
    return out


def _ticked(question: Question) -> str:
    return f"{question.ask} {question.hint}".rstrip()


def _light(light: Light) -> tuple[Span, ...]:
    return (Span(f"{light.name}. {light.words}", True), Span(f" {light.next}"))
