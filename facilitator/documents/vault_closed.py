"""The paper that outlives a vault: that it was closed for good, who keeps what, and what is still to destroy."""

from __future__ import annotations

from facilitator.documents.blocks import Block, Box, Heading, Items, Mark, Para, Rank, Rule, Title, WriteLines
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Sheet
from facilitator.documents.surround import dress, note, plain_day
from facilitator.documents.words import rich
from facilitator.model.paper import PersonalData, Style

_LINES = 3


def build(context: SheetContext) -> Sheet:
    """One side; it needs nothing, and is filled in where a vault is being closed."""
    t = context.translator
    _ = t.gettext
    slip, title = context.closing, _("This vault was closed for good")
    blocks: list[Block] = [
        Title(title),
        Para(_("Keep this paper with the charity’s records. It says who has what had to be kept, and that the rest is "
               "gone."), Rank.INTRO)]
    if slip is not None:
        blocks.append(Para(rich(_("<b>Vault:</b> {name}. <b>Closed on:</b> {day}."), name=slip.name,
                                day=plain_day(slip.closed_on, t))))
        blocks.append(Para(rich(_("<b>Keeps what must be kept:</b> {who}"), who=slip.holder)))
    else:
        blocks.append(WriteLines((_("Vault:"), _("Closed on:"), _("Keeps what must be kept:"), _("Until:")), columns=2))
    if context.organisation is not None and context.organisation.controller_contact:
        blocks.append(Para(rich(_("<b>Answers for the data:</b> {who}"), who=context.organisation.controller_contact)))
    blocks += [
        Heading(_("Handed over before it was closed")),
        Items((_("Concerns about somebody’s safety, and what was done"), _("Accidents"),
               _("Lists and numbers that a funder or the law asks for")), Mark.TICK_BOX),
        WriteLines((_("Other:"),)),
        Rule(),
        Heading(_("Still to destroy")),
        Para(_("A backup opens with its words for ever. Delete each file or break the stick, then tick it off."))]
    if slip is not None and slip.backups:
        blocks.append(Items(slip.backups, Mark.TICK_BOX))
    else:
        blocks.append(WriteLines((_("Backup:"), *("",) * (_LINES - 1))))
    blocks += [
        Items((_("The recovery sheet"), _("Papers with names on them"), _("Lists that were saved as files")),
              Mark.TICK_BOX, columns=1),
        Box((WriteLines((_("Closed by:"), _("Seen by:")), columns=2),))]
    told = slip is not None or (context.organisation is not None and bool(context.organisation.controller_contact))
    return dress(
        DOCUMENT, context, title=title, kind=t.pgettext("of a vault", "Closing"),
        blocks=tuple(blocks), note=note(_("For the records")),
        personal=PersonalData.CONTAINED if told else PersonalData.ONCE_FILLED,
        privacy_note=_("Keep with the records") if told else "")


DOCUMENT = Document(
    id="vault-closed", title=lambda t: t.gettext("A vault is closed"), audience=Audience.TEAM, order=890, build=build,
    personal=PersonalData.CONTAINED, both_sides=False, more_pages={Style.LARGE: 2},
    prints=("organisation.controller_contact",), outside=lambda t: t.gettext("For the records"))
