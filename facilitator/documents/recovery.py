"""The recovery sheet: a code to get back in with. It names no charity and no purpose, and is printed by hand only."""

from __future__ import annotations

from facilitator.documents.blocks import Code, Items, Mark, Para, Rank, Step, Steps, Title, WriteLines
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.surround import given, plain_day
from facilitator.model.paper import PersonalData, Style


def build(context: SheetContext) -> Sheet:
    """One side without ring, crisis line or name of anything. Raises DocumentNeeds without a code."""
    t = context.translator
    _ = t.gettext
    slip = given(context.recovery, "recovery-sheet", Need.RECOVERY)
    title = _("Keep this code safe")
    blocks = (
        Title(title),
        Para(_("It lets you back in when your five words are lost. It works once."), Rank.INTRO),
        Code(slip.groups),
        Para(_("There is no letter O, I, L or U in it: 0 is the figure nought, 1 is the figure one."), Rank.SMALL),
        Steps((
            Step(_("Check"),
                 _("Type it back on the laptop, group by group. The last letter of each group is a check.")),
            Step(t.pgettext("a sheet of paper", "Hide"),
                 _("Lock this sheet away, or give it to someone you trust. Never keep it with the laptop.")),
            Step(_("Use"), _("If the words are lost, choose “{button}” where you unlock, and type it in.").format(
                button=_("I have lost my words"))),  # as `ui/gate/unlock.py` calls it
            Step(_("Replace"), _("After that, this code is used up. Make a new one and shred this sheet.")))),
        Items((_("Do not take a photo of it."), _("Do not send it to anyone, not even to yourself."),
               _("Whoever has it can read everything. Lost it? Make a new one today.")), Mark.CROSS),
        WriteLines((_("Where it is kept:"),)),
    )
    return Sheet(
        document=DOCUMENT.id, title=title, language=t.locale.replace("_", "-"), kind=_("Private"),
        audience=Audience.TEAM, note=_("Made on {day}").format(day=plain_day(slip.made_on, t)), blocks=blocks,
        personal=PersonalData.CONTAINED, privacy=_("Secret"), privacy_note=_("Lock it away"),
        page_words=_("Page {page} of {pages}"), both_sides=False, ring=False,
        style=context.style, discreet=True, pages=DOCUMENT.promised(context.style))


DOCUMENT = Document(
    id="recovery-sheet", title=lambda t: t.gettext("Recovery sheet"), audience=Audience.TEAM, order=900, build=build,
    needs=(Need.RECOVERY,), both_sides=False, more_pages={Style.LARGE: 2}, personal=PersonalData.CONTAINED,
    by_hand_only=True)
