"""Coping cards as a little book: for each card what to know first on one page, and its steps on the page beside it."""

from __future__ import annotations

from facilitator.documents.blocks import (
    Block,
    Caution,
    Figure,
    Heading,
    Items,
    PageBreak,
    Para,
    Rank,
    Step,
    Steps,
    Title,
)
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.surround import dress, given, in_english, month, note, untranslated, variant_words
from facilitator.model.content import CopingCard
from facilitator.model.paper import Layout, Style

TEN, EVERY = "ten-cards", "every-card"
_FEW = 10
_LONGER = 3
"""In large print one card of so many runs on over a third page."""


def build(context: SheetContext) -> Sheet:
    """A page for the cover and two for each card, in fours; on full pages one for each. Raises DocumentNeeds."""
    t = context.translator
    _ = t.gettext
    cards = _cards(context)
    book = context.layout(DOCUMENT.layouts) is Layout.BOOK
    title = _("Small things that can help")
    blocks: list[Block] = [
        Title(title), Para(_("Choose what suits you. Stop when you want."), Rank.INTRO),
        Items(tuple(card.short_title for card in cards), columns=2 if len(cards) > _FEW else 1,
              small=len(cards) > _FEW)]
    for card in cards:
        blocks += _card(card, context, book)
    pages = 1 + 2 * len(cards) + (len(cards) // _LONGER if context.style is Style.LARGE else 0)
    sides = 2 * -(-pages // 4) if book else 1 + len(cards)
    looked_at = month(min(card.origin.reviewed_on for card in cards), t)
    return dress(DOCUMENT, context, title=title, kind=_("Coping cards"), blocks=tuple(blocks),
                 note=note(_("Yours to keep"), variant_words(context.style, t)), pages=sides,
                 source=" ".join((_("Not a substitute for professional help."),
                                  _("Reviewed {month}.").format(month=looked_at))))


def _card(card: CopingCard, context: SheetContext, book: bool) -> list[Block]:
    """Cautions before steps; in a book they face one another."""
    _ = context.translator.gettext
    figure = Figure(card.figure, card.alt) if card.figure else None
    out: list[Block] = [PageBreak(), Heading(card.title)]
    if untranslated(card.origin, context.translator):
        out.append(Para(in_english(context.translator), Rank.STRONG))
    if card.when:
        out.append(Para(card.when))
    faced = book and context.style is not Style.LARGE  # in large print a card runs on over its pages
    if faced and figure is not None:
        out.append(figure)
    out.append(Caution(_("Before you start"), card.cautions, None if book else figure))
    if faced:
        out.append(PageBreak())
    if book:
        out.append(Heading(_("What to do")))
    out.append(Steps(tuple(Step(step.key, step.text) for step in card.steps)))
    if card.again:
        out.append(Para(card.again, Rank.STRONG))
    return [*out, Para(card.if_not)] if card.if_not else out


def _cards(context: SheetContext) -> tuple[CopingCard, ...]:
    """Those that suit the group, in their order: the first ten, or all; the one card there is where none are known."""
    known, kind = context.cards, context.group.application if context.group else None
    found = [card for id in (known.titles if known else ()) if known and (card := known.find(id)) is not None
             and (card.suits(kind) if kind else not card.applications)]
    if not found:
        return (given(context.card, "coping-book", Need.CARD),)
    return tuple(found if context.item == EVERY else found[:_FEW])


def _choices(context: SheetContext) -> tuple[tuple[str, str], ...]:
    _ = context.translator.gettext
    several = context.cards is not None and len(context.cards.titles) > _FEW
    return ((TEN, _("Ten coping cards")), (EVERY, _("Every coping card"))) if several else ()


DOCUMENT = Document(
    id="coping-book", title=lambda t: t.gettext("Little book of coping cards"), audience=Audience.GIVE, order=51,
    build=build, needs=(Need.CARD,), choices=_choices, layouts=(Layout.BOOK, Layout.PAGE), pages=2,
    place=lambda t: t.gettext("Chairs"), outside=lambda t: t.gettext("A quiet moment"))
