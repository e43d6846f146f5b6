"""The emergency card on paper: the number, the steps, what never to do, and where we are."""

from __future__ import annotations

from dataclasses import replace

from facilitator.documents.blocks import (
    Axis,
    Beside,
    Block,
    Box,
    Danger,
    Items,
    Mark,
    Para,
    Rank,
    Step,
    Steps,
    Title,
    WriteLines,
)
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.easy import emergency as easy_emergency
from facilitator.documents.leads import lead_lines
from facilitator.documents.surround import dress, emergency_number, given, note, source_line
from facilitator.documents.words import Text, join, rich
from facilitator.model.content import fill
from facilitator.model.organisation import VenueDraft, spoken_address
from facilitator.model.paper import PersonalData, Style


def build(context: SheetContext) -> Sheet:
    """One side. Raises DocumentNeeds without the card's texts."""
    t = context.translator
    _ = t.gettext
    card = given(context.emergency, "emergency-card", Need.EMERGENCY)
    number = emergency_number(context.directory, t)
    found = {"emergency": number}
    blocks: list[Block] = [Title(card.title)]
    if number:
        blocks.append(Danger(_("Call now"), _say(context), number))
    else:  # the one number that matters most: somebody who knows it writes it here
        blocks.append(WriteLines((_("Emergency number here:"),)))
    blocks.append(Steps(tuple(Step(step.key, fill(step.text, found, t)) for step in card.steps), Axis.VERBS))
    # Right under the step that sends one to them.
    leads = lead_lines(context, _lead(context))
    if context.style is Style.STANDARD and leads:
        blocks.append(Para(join(leads[0], *(part for line in leads[1:] for part in (". ", line)))))
    else:
        blocks += [Para(line) for line in leads]
    if not leads:
        blocks.append(WriteLines((_("Lead:"), _("Deputy:")), columns=2))
    where = _where(context.venue, context) if context.venue else ()
    never = Box((Items(card.never, Mark.CROSS, columns=1 if where else 2, small=True),), title=_("Never"))
    if where:
        place = Box(tuple(Para(line, Rank.SMALL) for line in where), title=_("Where we are"), heavy=True)
        blocks.append(Beside((place, never)) if card.never else place)
    elif card.never:
        blocks.append(never)
    return dress(
        DOCUMENT, context, title=card.title, kind=_("Emergency"), blocks=tuple(blocks),
        note=note(_("For facilitators"), _("keep it in the folder")), source=source_line(card.origin, context),
        personal=PersonalData.CONTAINED if leads else PersonalData.ONCE_FILLED,
        privacy_note=_("Keep in the folder") if leads else "")


def _say(context: SheetContext) -> str:
    """What the caller says first."""
    _ = context.translator.gettext
    # In other styles the box with the address lies on the second side: the caller needs it beside the number.
    far = context.venue if context.style is not Style.STANDARD else None
    address = spoken_address(far.name, far.address) if far else ""
    return _("Say where you are: {address}. Stay on the line.").format(address=address.rstrip(".")) if address \
        else _("Say where you are first. Stay on the line.")


def _lead(context: SheetContext) -> str:
    return context.translator.gettext("<b>Safeguarding lead:</b> {who}")


def _where(venue: VenueDraft, context: SheetContext) -> tuple[Text, ...]:
    _ = context.translator.gettext
    rows = ((_("<b>Say this:</b> {value}"), spoken_address(venue.name, venue.address)),
            (_("<b>Ways out:</b> {value}"), venue.exits), (_("<b>Phone works:</b> {value}"), venue.phone_signal),
            (_("<b>First aid:</b> {value}"), venue.first_aid))
    return tuple(rich(template, value=value) for template, value in rows if value.strip())


def _easy(context: SheetContext) -> Sheet | None:
    venue = context.venue
    if venue is not None and emergency_number(context.directory, context.translator):
        venue = replace(venue, name="", address="")  # they stand beside the number
    where = _where(venue, context) if venue else ()
    return easy_emergency.build(DOCUMENT, context, _say(context), where, lead_lines(context, _lead(context)))


DOCUMENT = Document(
    id="emergency-card", title=lambda t: t.gettext("Emergency card"), audience=Audience.TEAM, order=70, build=build,
    needs=(Need.EMERGENCY,), personal=PersonalData.CONTAINED, both_sides=False,
    more_pages={Style.LARGE: 2}, kept=True,
    prints=("venue.name", "venue.address", "venue.exits", "venue.phone_signal", "venue.first_aid",
            "organisation.lead_name", "organisation.lead_contact", "organisation.deputy_name",
            "organisation.deputy_contact"),
    easy=_easy, place=lambda t: t.gettext("Folder"), outside=lambda t: t.gettext("First things first"))
