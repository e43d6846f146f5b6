"""The room card: where we are, how to get out, where the phone works; all that a person needs who has no signal."""

from __future__ import annotations

from facilitator.documents.blocks import Block, Danger, Pair, Pairs, Title
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Sheet
from facilitator.documents.surround import dress, emergency_number, note, shred_note
from facilitator.model.organisation import VenueDraft, spoken_address
from facilitator.model.paper import PersonalData


def build(context: SheetContext) -> Sheet:
    """One side; what nobody has told us is a line to write on."""
    t = context.translator
    _ = t.gettext
    venue = context.venue or VenueDraft()
    number = emergency_number(context.directory, t)
    title = _("This room")
    blocks: list[Block] = [Title(title)]
    if number:
        blocks.append(Danger(_("In danger, or someone hurt?"), _("Call first. Then tell one of us."), number))
    address = spoken_address(venue.name, venue.address)
    blocks.append(Pairs((
        Pair(_("We are at"), address, lines=2), Pair(_("Ways out"), venue.exits), Pair(_("Phone works"),
                                                                                       venue.phone_signal),
        Pair(_("First aid"), venue.first_aid), Pair(_("First-aider")),
        *((Pair(_("Getting in"), venue.access),) if venue.access.strip() else ()))))
    return dress(DOCUMENT, context, title=title, kind=_("The room"), blocks=tuple(blocks),
                 note=note(_("On the table")), source=_("On the first-aider’s line, write a first name only."),
                 personal=PersonalData.ONCE_FILLED, privacy_note=shred_note(context))


DOCUMENT = Document(
    id="room-card", title=lambda t: t.gettext("Room card"), audience=Audience.TABLE, order=75, build=build,
    personal=PersonalData.ONCE_FILLED, both_sides=False,
    prints=("venue.name", "venue.address", "venue.exits", "venue.phone_signal", "venue.first_aid", "venue.access"),
    place=lambda t: t.gettext("Table"), outside=lambda t: t.gettext("This room"))
