"""The certificate of thanks: for whoever gave time to the circle. A pen fills it; nothing is kept.

It hangs on a wall at home, where others read it: it names no group and no subject.
"""

from __future__ import annotations

from facilitator.documents.blocks import Para, Rank, Title, WriteLines
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Sheet
from facilitator.documents.surround import dress, note
from facilitator.model.paper import PersonalData


def build(context: SheetContext) -> Sheet:
    """One side for one person, with nothing on it of a group or of a list."""
    _ = context.translator.gettext
    title = _("Thank you")
    blocks = (
        Title(title),
        Para(_("For your time and your care."), Rank.INTRO),
        WriteLines((_("To:"),), columns=1, each=1),
        Para(_("You came, and you gave. It made things lighter for others.")),
        WriteLines((_("For:"),), columns=1, each=4, give=1),
        Para(_("We are glad that we had you with us.")),
        WriteLines((_("Signed:"), _("Day:")), columns=2),
    )
    return dress(DOCUMENT, context, title=title, kind=_("Certificate"), blocks=blocks,
                 note=note(_("Write it by hand"), _("a first name is enough")),
                 source=_("It says nothing of a group, so it can hang anywhere. Nothing of it goes into the vault."),
                 brief=_("Yours to keep."), personal=PersonalData.ONCE_FILLED, privacy_note=_("Yours to keep"))


DOCUMENT = Document(
    id="certificate", title=lambda t: t.gettext("Certificate of thanks"), audience=Audience.GIVE, order=96, build=build,
    personal=PersonalData.ONCE_FILLED, both_sides=False, taken_home=True, for_evening=False,
    place=lambda t: t.gettext("Facilitators"), outside=lambda t: t.gettext("Thank you"))
