"""A coping card as a handout: cautions before steps, and lines to make it one's own."""

from __future__ import annotations

from facilitator.documents.blocks import (
    Beside,
    Block,
    Caution,
    Figure,
    Group,
    Heading,
    PageBreak,
    Para,
    Rank,
    Rule,
    Step,
    Steps,
    Title,
    WriteLines,
)
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Per, Sheet
from facilitator.documents.easy import coping
from facilitator.documents.surround import dress, given, note, source_line, variant_words
from facilitator.model.content import CopingCard
from facilitator.model.paper import Style


def build(context: SheetContext) -> Sheet:
    """One side; in large print every step on the first side, the rest on a second. Raises DocumentNeeds without a card.
    """
    _ = context.translator.gettext
    card = given(context.card, "coping-handout", Need.CARD)
    if context.style is not Style.STANDARD:
        return _dressed(card, _large(card, context), context)
    figure = Figure(card.figure, card.alt) if card.figure else None
    blocks: list[Block] = [
        Title(card.title), _intro(card), Caution(_("Before you start"), card.cautions, figure),
        Steps(tuple(Step(step.key, step.text) for step in card.steps)), Rule(give=2)]
    if card.again:
        blocks.append(Para(card.again, Rank.STRONG))
    if card.if_not:
        blocks.append(Para(card.if_not))
    blocks += _own(card, give=1)
    return _dressed(card, blocks, context)


def _intro(card: CopingCard) -> Para:
    """When to use it and what it does; the first alone where there is no room for both."""
    both = " ".join(part for part in (card.when, card.summary) if part)
    return Para(both, Rank.INTRO, give=2, short=card.when) if card.when and card.summary else Para(both, Rank.INTRO)


def _large(card: CopingCard, context: SheetContext) -> list[Block]:
    """What to know and every step on side 1; when to use it, the figure, what then, and lines to write on side 2."""
    _ = context.translator.gettext
    name, _colon, about = card.title.partition(": ")
    what = f"{about[:1].upper()}{about[1:]}." if about else ""
    intro = " ".join(part for part in (what, card.summary) if part)
    blocks: list[Block] = [
        Title(name), Para(intro, Rank.INTRO, give=1, short=what), Caution(_("Before you start"), card.cautions),
        Steps(tuple(Step(step.key, step.text) for step in card.steps)), PageBreak()]
    use: list[Block] = [Heading(_("When to use it")), Para(card.when)] if card.when else []
    if card.again:
        use.append(Para(card.again, Rank.STRONG))
    if card.figure:
        blocks.append(Beside((Group(tuple(use)), Figure(card.figure, card.alt))))
    else:
        blocks += use
    if card.if_not:
        blocks.append(Para(card.if_not))
    return [*blocks, *([Heading(_("Make it yours"))] if card.own_lines else []),
            *_own(card, give=2, each=2)]


def _own(card: CopingCard, give: int, each: int = 1) -> list[Block]:
    labels = tuple(f"{line.rstrip(':')}:" for line in card.own_lines)
    return [WriteLines(labels, each=each, give=give)] if labels else []


def _dressed(card: CopingCard, blocks: list[Block], context: SheetContext) -> Sheet:
    _ = context.translator.gettext
    return dress(DOCUMENT, context, title=card.title, kind=_("Coping handout"), blocks=tuple(blocks),
                 note=note(_("Yours to keep"), variant_words(context.style, context.translator)),
                 source=source_line(card.origin, context))


def _easy(context: SheetContext) -> Sheet | None:
    return coping.build(DOCUMENT, context)


DOCUMENT = Document(
    id="coping-handout", title=lambda t: t.gettext("Coping handout"), audience=Audience.GIVE, order=50, build=build,
    needs=(Need.CARD,), per=Per.PERSON, listed=lambda context: context.card.short_title if context.card else "",
    more_pages={Style.LARGE: 2}, easy=_easy, place=lambda t: t.gettext("Chairs"),
    outside=lambda t: t.gettext("A quiet moment"))
