"""What to do when the laptop or a stick is gone: what a thief can and cannot do, today's steps, whom to tell."""

from __future__ import annotations

from facilitator.documents.blocks import (
    Axis,
    Beside,
    Block,
    Box,
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
from facilitator.documents.declaration import Audience, Document, Sheet
from facilitator.documents.leads import in_pairs
from facilitator.documents.surround import dress, note
from facilitator.documents.words import Text, rich
from facilitator.model.organisation import Organisation
from facilitator.model.paper import PersonalData, Style


def build(context: SheetContext) -> Sheet:
    """One side; it needs nothing, and names whom to tell where the organisation has said so."""
    _ = context.translator.gettext
    title = _("If the laptop or a stick is gone")
    can = Box((Items((
        _("Sell it, or wipe it."),
        _("See that this app is on it, and the name of the vault’s folder."),
        _("Read what was open, if it was not locked."),
        _("Read paper that was in the same bag.")), small=True),), title=_("What a thief can do"))
    cannot = Box((Items((
        _("Open a locked vault, or a backup, without your words or the recovery code."),
        _("See a name, a number or a note in it."),
        _("Get in by asking us: there is no back door.")), Mark.CROSS, small=True),), title=_("What a thief cannot do"))
    steps = Steps((
        Step(context.translator.pgettext("what to do", "Note"),
             _("Write down when it was last seen, and whether the vault was locked.")),
        Step(_("Tell"), _("Tell the people below today, even if you are not sure.")),
        Step(_("Report"), _("Report it to the police, and keep the crime number. Ask the hall for lost property.")),
        Step(_("Bring back"), _("Open your newest backup on another laptop, with your words.")),
        Step(context.translator.pgettext("what to do", "Change"),
             _("There, change your words, make a new recovery sheet, and shred the old one."))),
        Axis.VERBS)
    worse = Box((Para(_("Then act as if somebody has read it all. Decide with your lead, today, who must hear of it. "
                        "Tell people in the circle yourself, face to face or by phone, before they hear it elsewhere. "
                        "In the UK and Ireland the data protection office has to be told within 72 hours where people "
                        "may come to harm."), Rank.SMALL),),
                title=_("Was it unlocked? Were the words or the recovery sheet with it?"), heavy=True)
    whom = _whom(context.organisation, context) if context.organisation else ()
    blocks: list[Block] = [
        Title(title), Para(_("Breathe. If it was locked, what people told you is still safe."), Rank.INTRO),
        Beside((can, cannot)), steps, worse, *in_pairs(whom, context),
    ]
    if whom:
        blocks.append(WriteLines((_("Crime number:"), _("Told, at:")), columns=2))
    else:
        blocks.append(WriteLines((_("Tell first:"), _("Then:"), _("Crime number:"), _("Told, at:")), columns=2))
    return dress(
        DOCUMENT, context, title=title, kind=_("If it is stolen"), blocks=tuple(blocks),
        note=note(_("For facilitators"), _("never keep it with the laptop")),
        source=_("What the vault guards is said under Safe-keeping."),
        personal=PersonalData.CONTAINED if whom else PersonalData.ONCE_FILLED,
        privacy_note=_("Keep in the folder") if whom else "")


def _whom(organisation: Organisation, context: SheetContext) -> tuple[Text, ...]:
    _ = context.translator.gettext
    lead = context.translator.listed(filter(None, (organisation.lead_name, organisation.lead_contact)))
    deputy = context.translator.listed(filter(None, (organisation.deputy_name, organisation.deputy_contact)))
    rows = ((_("<b>Tell first:</b> {who}"), lead), (_("<b>If not there:</b> {who}"), deputy),
            (_("<b>Answers for the data:</b> {who}"), organisation.controller_contact))
    return tuple(rich(template, who=who) for template, who in rows if who)


DOCUMENT = Document(
    id="laptop-stolen", title=lambda t: t.gettext("If the laptop is stolen"), audience=Audience.TEAM, order=72,
    build=build, personal=PersonalData.CONTAINED, both_sides=False, more_pages={Style.LARGE: 2},
    prints=("organisation.lead_name", "organisation.lead_contact", "organisation.deputy_name",
            "organisation.deputy_contact", "organisation.controller_contact"),
    place=lambda t: t.gettext("Facilitators"), outside=lambda t: t.gettext("If it is lost"))
