"""A consent form: what is asked for, one thing at a time, a yes or a no, and how to take it back."""

from __future__ import annotations

from facilitator.documents.blocks import Block, Box, Group, Heading, Items, Mark, Para, Rank, Title, WriteLines
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Per, Sheet
from facilitator.documents.easy import consent
from facilitator.documents.picking import shelf
from facilitator.documents.surround import dress, note, shred_note, source_line
from facilitator.model.content import ConsentWording, fill
from facilitator.model.member import ConsentPurpose
from facilitator.model.paper import PersonalData, Style


def build(context: SheetContext) -> Sheet:
    """One side; the wording's version stands in its foot, as a yes keeps it. Raises DocumentNeeds without the words."""
    t = context.translator
    _ = t.gettext
    wording = _picked(shelf(context, DOCUMENT.id).consents, context.item)
    # Never the group's name: beside a first name it may tell what somebody lives with.
    blocks: list[Block] = [Title(wording.title)]
    if context.discreet:
        blocks.append(Heading(wording.title))
    asked = Box((Para(fill(wording.ask, {}, t), Rank.INTRO), Items((_("Yes"), _("No")), Mark.TICK_BOX, columns=2)),
                heavy=True)
    blocks += [Items(tuple(fill(line, {}, t) for line in wording.lines)), asked]
    who: tuple[str, ...] = (_("First name:"), _("Day:"))
    if wording.purpose is ConsentPurpose.PARENT:
        who = (_("Child’s first name:"), _("Parent or carer:"), _("Signature:"), _("Day:"))
    # Where it goes over, all that is written goes over: nobody signs on another side than they are named on.
    blocks.append(Group((WriteLines(who, columns=2), Para(wording.withdraw)), whole=True))
    # Four things are written where a family says yes: in large print and longer words they may go over.
    large = context.style is Style.LARGE
    told = _("Wording {version}.").format(version=wording.version)
    return dress(DOCUMENT, context, title=wording.title, kind=_("Consent"), blocks=tuple(blocks),
                 note=note(_("One thing at a time")), source=f"{told} {source_line(wording.origin, context)}",
                 brief=told, personal=PersonalData.ONCE_FILLED, privacy_note=shred_note(context),
                 pages=2 if large and wording.purpose is ConsentPurpose.PARENT else 1, fewest=1)


def _picked(wordings: tuple[ConsentWording, ...], id: str) -> ConsentWording:
    order = tuple(ConsentPurpose)
    return min(wordings, key=lambda one: (one.purpose.value != id, order.index(one.purpose)))


def _choices(context: SheetContext) -> tuple[tuple[str, str], ...]:
    found = {one.purpose: one.title for one in context.shelf.consents} if context.shelf else {}
    return tuple((purpose.value, found[purpose]) for purpose in ConsentPurpose if purpose in found)


def _listed(context: SheetContext) -> str:
    return _picked(context.shelf.consents, context.item).title if context.shelf else ""


def _easy(context: SheetContext) -> Sheet | None:
    return consent.build(DOCUMENT, context, _picked(shelf(context, DOCUMENT.id).consents, context.item))


DOCUMENT = Document(
    id="consent-form", title=lambda t: t.gettext("Consent form"), audience=Audience.TABLE, order=48, build=build,
    needs=(Need.SHELF,), choices=_choices, listed=_listed, per=Per.NEWCOMER, both_sides=False,
    personal=PersonalData.ONCE_FILLED, easy=_easy, place=lambda t: t.gettext("By the door"),
    outside=lambda t: t.gettext("May we?"))
