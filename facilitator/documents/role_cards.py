"""Role cards to cut out: what to leave, what to do, and words that help, for each job that goes round."""

from __future__ import annotations

from facilitator.documents.blocks import Beside, Block, Cards, CardTitle, Group, Items, Mark, Para, Rank, Say
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.picking import shelf
from facilitator.documents.surround import dress, note
from facilitator.model.form import RoleCard
from facilitator.model.paper import Style

_ROWS = {Style.STANDARD: 2, Style.LARGE: 1, Style.SPACED: 1}


def build(context: SheetContext) -> Sheet:
    """Two cards a side, one in large print. Raises DocumentNeeds without the words."""
    _ = context.translator.gettext
    roles = shelf(context, DOCUMENT.id).roles
    rows = _ROWS[context.style]
    cards = tuple(_card(role, context, first=not place) for place, role in enumerate(roles))
    return dress(DOCUMENT, context, title=_("Cards for the jobs that go round"), kind=_("Role cards"),
                 blocks=(Cards(cards, 1, rows),), note=note(_("Cut along the dashes"), _("hand them out at the start")),
                 source=_("Collect them at the end: they can be used again."),
                 origins=tuple(role.origin for role in roles), pages=-(-len(cards) // rows))


def _card(role: RoleCard, context: SheetContext, *, first: bool) -> tuple[Block, ...]:
    """What not to do stands before what to do, as cautions do everywhere."""
    _ = context.translator.gettext
    dont: tuple[Block, ...] = (Para(_("Don’t"), Rank.STRONG), Items(role.dont, Mark.CROSS))
    do: tuple[Block, ...] = (Para(_("Do this"), Rank.STRONG), Items(role.do))
    say: tuple[Block, ...] = (Para(_("Words that help"), Rank.STRONG), Say(role.say))
    head = (CardTitle(role.title, first=first), Para(role.summary))
    if context.style is not Style.STANDARD:
        return (*head, *dont, *do, *say)
    return (*head, Beside((Group((*dont, *say)), Group(do))))


DOCUMENT = Document(
    id="role-cards", title=lambda t: t.gettext("Role cards"), audience=Audience.TABLE, order=38, build=build,
    needs=(Need.SHELF,), both_sides=False, pages=3, more_pages={Style.LARGE: 5},
    place=lambda t: t.gettext("Table"), outside=lambda t: t.gettext("Cards for small jobs"))
