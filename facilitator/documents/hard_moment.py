"""A card for a hard moment: the first thing, what not to do, what to say and do, and what comes after."""

from __future__ import annotations

from facilitator.documents.blocks import (
    Beside,
    Block,
    Danger,
    Group,
    Heading,
    Items,
    Mark,
    PageBreak,
    Para,
    Rank,
    Say,
    Step,
    Steps,
    Title,
)
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.picking import picked, shelf
from facilitator.documents.surround import dress, emergency_number, note, source_line
from facilitator.documents.words import rich
from facilitator.model.content import fill
from facilitator.model.hard_moment import HardMoment
from facilitator.model.organisation import spoken_address
from facilitator.model.paper import Style


def build(context: SheetContext) -> Sheet:
    """One side, two in large print. Raises DocumentNeeds without the words."""
    t = context.translator
    _ = t.gettext
    card = picked(shelf(context, DOCUMENT.id).hard_moments, context.item, DOCUMENT.id)
    number = emergency_number(context.directory, t)

    def filled(line: str) -> str:
        return fill(line, {"emergency": number}, t)

    def said(lines: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(filled, lines))

    blocks: list[Block] = [Title(card.title)]
    if context.discreet:
        blocks.append(Heading(card.title))
    first = filled(card.first)
    if not card.urgent or not number or number not in first:
        blocks.append(Para(rich(_("<b>First:</b> {act}"), act=first), Rank.INTRO))
    if card.urgent and number:
        # Where the first thing to do is to call, it stands beside the number, once.
        blocks.append(Danger(first if number in first else _("In danger, or someone hurt?"), _say_where(context),
                             number))
    blocks += _pair(context, (Heading(_("Don’t")), Items(said(card.dont), Mark.CROSS)),
                    (Heading(_("Say")), Say(said(card.say))))
    if _letters(card) <= _HEADED:
        blocks.append(Heading(_("Do")))
    blocks += [Steps(tuple(Step(step.key, filled(step.text)) for step in card.steps))]
    pages = _pages(card, context)
    if pages == 2 and context.style is Style.STANDARD:
        # All that is needed at once stands on the front.
        blocks.append(PageBreak())
    blocks += _pair(context, (Heading(_("You may notice")), Items(said(card.notice))),
                    (Heading(_("Afterwards")), Items(said(card.after))))
    return dress(DOCUMENT, context, title=card.title, kind=_("Hard moment"), blocks=tuple(blocks),
                 note=note(_("For facilitators"), _("keep it in the folder")), source=source_line(card.origin, context),
                 pages=pages, fewest=0 if context.style is Style.STANDARD else 2)


def _pair(context: SheetContext, one: tuple[Block, ...], other: tuple[Block, ...]) -> list[Block]:
    """Two parts side by side, below one another where lines are short."""
    if context.style is not Style.STANDARD:
        return [Group(one, whole=True), Group(other, whole=True)]
    return [Beside((Group(one), Group(other)))]


def _pages(card: HardMoment, context: SheetContext) -> int:
    """Sides that words of this length take."""
    letters = _letters(card)
    if context.style is not Style.STANDARD:
        return 2 if letters <= _LARGE[card.urgent] else 3
    return 1 if not card.urgent and letters * _DENSE.get(context.translator.language, 1.0) <= _ROOM else 2


def _letters(card: HardMoment) -> int:
    return sum(map(len, (*card.dont, *card.say, *(step.text for step in card.steps), *card.notice, *card.after)))


def _say_where(context: SheetContext) -> str:
    _ = context.translator.gettext
    venue = context.venue
    address = spoken_address(venue.name, venue.address) if venue else ""
    if not address:
        return _("Say where you are first. Stay on the line.")
    return _("You are at {address}.").format(address=address.rstrip("."))


def _choices(context: SheetContext) -> tuple[tuple[str, str], ...]:
    return tuple((card.id, card.title) for card in _cards(context))


def _cards(context: SheetContext) -> tuple[HardMoment, ...]:
    return context.shelf.hard_moments if context.shelf else ()


def _listed(context: SheetContext) -> str:
    cards = _cards(context)
    return picked(cards, context.item, DOCUMENT.id).title if cards else ""


_ROOM, _HEADED = 800, 1100
"""Letters that one side holds, and those with which the front has room for a head over its numbered steps."""
_DENSE = {"ar": 1.1}
"""Where a letter says more, as most vowels are not written: how many of ours it stands for."""
_LARGE = {False: 870, True: 800}
"""Letters that two large sides surely hold, without a number to call and with it."""

DOCUMENT = Document(
    id="hard-moment", title=lambda t: t.gettext("Hard-moment card"), audience=Audience.TEAM, order=71, build=build,
    needs=(Need.SHELF,), choices=_choices, listed=_listed, both_sides=False, more_pages={Style.LARGE: 2},
    prints=("venue.name", "venue.address"), place=lambda t: t.gettext("Facilitators"),
    outside=lambda t: t.gettext("What to do"))
