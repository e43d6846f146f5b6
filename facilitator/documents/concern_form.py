"""The concern form: blank, to be written by hand; or with the words that its writer is about to seal."""

from __future__ import annotations

from facilitator.documents.blocks import Block, Caution, Heading, Para, Rank, Title, WriteLines
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.form_sheet import form_sheet
from facilitator.documents.picking import form
from facilitator.documents.surround import dress, note, plain_day, source_line
from facilitator.documents.words import rich
from facilitator.model.concern import ConcernWords
from facilitator.model.form import CONCERN, Form
from facilitator.model.paper import PersonalData, Style

_PASSED = "passed"
"""The part that is written by hand on every copy."""


def build(context: SheetContext) -> Sheet:
    """Two sides to write on, or what was typed. Raises DocumentNeeds without the words."""
    _ = context.translator.gettext
    words = form(context, CONCERN, DOCUMENT.id)
    if context.concern is not None:
        return _written(words, context.concern, context)
    return form_sheet(DOCUMENT, words, context, kind=_("Safeguarding"), said=_("Write it today, hand it over today"),
                      privacy=_("Lock it away"))


def _written(words: Form, concern: ConcernWords, context: SheetContext) -> Sheet:
    """What was typed, question by question, and lines for where it went."""
    _ = context.translator.gettext
    answers = {answer.question: answer.words for answer in concern.answers}
    blocks: list[Block] = [Title(words.title), Caution(_("Not for the folder"), words.cautions[-1:])]
    for part in words.parts:
        asked = [question for question in part.questions if answers.get(question.id)]
        if asked:
            blocks.append(Heading(part.title))
        for question in asked:
            blocks += [Para(question.ask, Rank.STRONG), *map(Para, answers[question.id].split("\n"))]
    if concern.written_by:
        day = plain_day(context.today, context.translator)
        blocks.append(Para(rich(_("<b>Typed by {name}</b> on {day}"), name=concern.written_by, day=day)))
    passed = next((part for part in words.parts if part.id == _PASSED), None)
    if passed is not None:
        blocks += [Heading(passed.title), WriteLines((_("Told:"), _("Day and time:"), _("Reference:"), _("Signed:")),
                                                     columns=2)]
    return dress(DOCUMENT, context, title=words.title, kind=_("Safeguarding"), blocks=tuple(blocks),
                 note=note(_("Write it today, hand it over today")), source=source_line(words.origin, context),
                 brief=_("Not a substitute for professional help."), personal=PersonalData.CONTAINED,
                 privacy_note=_("Lock it away"))


DOCUMENT = Document(
    id="concern-form", title=lambda t: t.gettext("Concern form"), audience=Audience.TEAM, order=84, build=build,
    needs=(Need.SHELF,), personal=PersonalData.CONTAINED, pages=2, more_pages={Style.LARGE: 3},
    prints=("concern.body",), place=lambda t: t.gettext("Facilitators"), outside=lambda t: t.gettext("To write on"))
