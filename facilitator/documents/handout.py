"""A handout: a page on one subject to take home, or background for those who lead the circle."""

from __future__ import annotations

from facilitator.documents.blocks import Block, Caution, Group, Heading, Items, Para, Rank, Title
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Per, Sheet
from facilitator.documents.easy import rows_only
from facilitator.documents.picking import picked, shelf
from facilitator.documents.surround import dress, note, source_line, variant_words
from facilitator.model.handout import Handout, HandoutKind
from facilitator.model.paper import Layout, Style


def build(context: SheetContext) -> Sheet:
    """One side, two in other styles. Raises DocumentNeeds without the words."""
    t = context.translator
    _ = t.gettext
    one = picked(shelf(context, DOCUMENT.id).handouts, context.item, DOCUMENT.id)
    blocks: list[Block] = [Title(one.title), Para(one.summary, Rank.INTRO)]
    if one.cautions:
        blocks.append(Caution(_("Know this first"), one.cautions))
    for part in one.parts:
        pair: tuple[Block, ...] = (Heading(part.title), Items(part.lines))
        # Where there is room for them, a heading and its lines are not parted by the end of a page.
        blocks += pair if context.style is Style.STANDARD else (Group(pair, whole=True),)
    cards = _cards(one, context)
    if cards:
        said = _("Ask us for these cards, too: {cards}.").format(cards=context.translator.listed(cards))
        blocks.append(Para(said, Rank.SMALL))
    ours = one.kind is HandoutKind.BACKGROUND
    return dress(DOCUMENT, context, title=one.title, kind=_("Background") if ours else _("Handout"),
                 blocks=tuple(blocks), source=source_line(one.origin, context),
                 note=note(_("For facilitators") if ours else _("Yours to keep"),
                           variant_words(context.style, t)))


def _cards(one: Handout, context: SheetContext) -> tuple[str, ...]:
    """What the cards that go with it are called in this group."""
    titles = context.cards.titles if one.cards and context.cards else {}
    return tuple(titles[id] for id in one.cards if id in titles)


def _choices(context: SheetContext) -> tuple[tuple[str, str], ...]:
    return tuple((one.id, one.title) for one in _handouts(context))


def _handouts(context: SheetContext) -> tuple[Handout, ...]:
    return context.shelf.handouts if context.shelf else ()


def _listed(context: SheetContext) -> str:
    found = _handouts(context)
    return picked(found, context.item, DOCUMENT.id).title if found else ""


def _easy(context: SheetContext) -> Sheet | None:
    one = picked(shelf(context, DOCUMENT.id).handouts, context.item, DOCUMENT.id)
    return rows_only.build(DOCUMENT, context, one.id)


DOCUMENT = Document(
    id="handout", title=lambda t: t.gettext("Handout"), audience=Audience.GIVE, order=52, build=build,
    needs=(Need.SHELF,), choices=_choices, listed=_listed, per=Per.PERSON, more_pages={Style.LARGE: 2},
    layouts=(Layout.PAGE, Layout.BOOK),
    easy=_easy, place=lambda t: t.gettext("Chairs"), outside=lambda t: t.gettext("Something to read"))
