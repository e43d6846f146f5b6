"""Wallet cards: a coping card, or whom to call, small enough for a pocket; ten to a sheet, people to call behind."""

from __future__ import annotations

from facilitator.documents.blocks import CardRow, Deck, DeckSize, Face
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.surround import crisis, dress, emergency_number, given, month, note
from facilitator.documents.words import Text
from facilitator.errors import DocumentNeeds
from facilitator.model.content import CopingCard, Directory, Helpline
from facilitator.model.group import Application
from facilitator.model.paper import PersonalData, Style
from facilitator.model.reached import to_reach

CALL, OURS, STEADY, TEN, EVERY = "who-to-call", "our-contacts", "breathe-and-steady", "ten-cards", "every-card"
_BREATHE, _STEADY = "slow-breathing", "feet-and-chair"
_A_SIDE, _A_SIDE_LARGE = 10, 2
_LINES = 5
"""Lines to write on, where there is room for so many."""
_NUMBERS = 4
"""Numbers that one card holds beside the one in danger."""
_OWN = "own-"
"""How the id of a line begins that somebody here wrote in."""


def build(context: SheetContext) -> Sheet:
    """Two sides: the fronts, and behind each its back. Raises DocumentNeeds without the cards or the numbers."""
    t = context.translator
    _ = t.gettext
    cards, backs, draft = _chosen(context)
    copies = len(cards) == 1
    a_side = _A_SIDE if context.style is Style.STANDARD else _A_SIDE_LARGE
    sides = 2 * -(-len(cards) // a_side)
    size = DeckSize.WALLET if context.style is Style.STANDARD else DeckSize.HAND
    deck = Deck(cards, backs, size, copies)
    how_many = t.ngettext("{n} on a sheet", "{n} on a sheet", a_side).format(n=a_side)
    return dress(DOCUMENT, context, title=_listed(context), kind=_("Wallet cards"), blocks=(deck,),
                 note=note(_title(context) if copies else "", how_many, draft), source=_source(context),
                 personal=PersonalData.ONCE_FILLED, pages=sides,
                 faces=(_("Front. Print at actual size."), _("Back. Cut along the marks.")))


def _chosen(context: SheetContext) -> tuple[tuple[Face, ...], tuple[Face, ...], str]:
    """The fronts, their backs, and what is said in the head of numbers nobody has checked."""
    item = _item(context)
    if item in (CALL, OURS):
        face, draft = _call(context) if item == CALL else _ours(context)
        return (face,), (_people(context),), draft
    if item == STEADY:
        return ((_card(_found(_BREATHE, context), context, first=True),),
                (_card(_found(_STEADY, context), context),), "")
    if item in (TEN, EVERY):
        found = _cards(context)[:10 if item == TEN else None]
        return (tuple(_card(card, context, first=not place) for place, card in enumerate(found)),
                (_people(context),), "")
    return (_card(_found(item, context), context, first=True),), (_people(context),), ""


def _item(context: SheetContext) -> str:
    """What the cards are made of; what is not there any more gives way to the usual."""
    return context.item if context.item in dict(_choices(context)) else CALL


# ---------------------------------------------------------------- coping cards
def _card(card: CopingCard, context: SheetContext, first: bool = False) -> Face:
    """A card in its short lines; one that has none in its key words, or in all its words where it has none of those."""
    steps: tuple[Text, ...] = tuple(step.short or (f"{step.key}." if step.key else step.text) for step in card.steps)
    caution = card.short_caution or (card.cautions[0] if card.cautions else "")
    return Face(card.short_title or card.title, small=caution, steps=steps, first=first, ring=not context.discreet)


def _found(id: str, context: SheetContext) -> CopingCard:
    """A card by its id; one that is not there any more gives way to the usual one."""
    card = (context.cards.find(id) if context.cards else None) or context.card
    return given(card, "wallet-cards", Need.CARD)


def _cards(context: SheetContext) -> tuple[CopingCard, ...]:
    """The cards that suit the group, in their order; those of every kind of group where none is known."""
    known = context.cards
    kind: Application | None = context.group.application if context.group else None
    found = [card for id in (known.titles if known else ()) if known and (card := known.find(id)) is not None
             and (card.suits(kind) if kind else not card.applications)]
    if not found:
        raise DocumentNeeds(document="wallet-cards", need=Need.CARD.value)
    return tuple(found)


# ---------------------------------------------------------------- numbers
def _call(context: SheetContext) -> tuple[Face, str]:
    """Whom to call in this country: what somebody has checked, or marked where nobody has yet."""
    directory = given(context.directory, "wallet-cards", Need.DIRECTORY)
    lines = [line for line in directory.lines if line.section == "any"]
    return _numbers(context.translator.gettext("Who to call or text"), lines, directory, context)


def _ours(context: SheetContext) -> tuple[Face, str]:
    """Our own numbers, and lines for what is not known."""
    _ = context.translator.gettext
    directory = given(context.directory, "wallet-cards", Need.DIRECTORY)
    lines = [line for line in directory.lines if line.id.startswith(_OWN)]
    labels = (_("Our group phone:"), _("Crisis team:"))
    return _numbers(_("Here for you"), lines, directory, context, labels)


def _numbers(title: str, lines: list[Helpline], directory: Directory, context: SheetContext,
             labels: tuple[str, ...] = ()) -> tuple[Face, str]:
    t = context.translator
    _ = t.gettext
    checked = directory.checked(context.today)
    numbers = emergency_number(directory, t)
    rows = [CardRow(_("In danger now:"), numbers, heavy=True)] if numbers else []
    shown = sorted(lines, key=lambda line: line not in checked)[:_NUMBERS]
    rows += [CardRow(line.name, to_reach(line, t), "" if line in checked else _("(verify)")) for line in shown]
    open_ = sum(line not in checked for line in shown)
    draft = t.ngettext("Draft: {n} number not checked yet", "Draft: {n} numbers not checked yet", open_).format(
        n=open_) if open_ else ""
    write = (labels or ("",) * 3)[:max(0, 3 - len(shown))]
    return Face(title, rows=tuple(rows), write=write, first=True, foot=_("You need not be in danger to call.")), draft


def _people(context: SheetContext) -> Face:
    """The back: who else there is, and the number that never waits."""
    t = context.translator
    _ = t.gettext
    _long, short = crisis(context.directory, Audience.GIVE, context.today, t)
    return Face(_("People I can call"), strong=short, write=("",) * _LINES,
                foot=_("Not a substitute for professional help."))


# ---------------------------------------------------------------- what it is called
def _title(context: SheetContext) -> str:
    names = dict(_choices(context))
    return names.get(context.item) or next(iter(names.values()), "")


def _listed(context: SheetContext) -> str:
    title = _title(context)
    return context.translator.gettext("Wallet cards: {what}").format(what=title[:1].lower() + title[1:])


def _source(context: SheetContext) -> str:
    """When what stands on the cards was looked at."""
    t = context.translator
    item = _item(context)
    if item in (CALL, OURS):
        return t.gettext("Printed {month}.").format(month=month(context.today, t))
    card = _found(_BREATHE if item == STEADY else item, context)
    return t.gettext("Reviewed {month}.").format(month=month(card.origin.reviewed_on, t))


def _choices(context: SheetContext) -> tuple[tuple[str, str], ...]:
    _ = context.translator.gettext
    titles = context.cards.titles if context.cards else {}
    out = [(CALL, _("Who to call")), (OURS, _("Our own contacts"))]
    if {_BREATHE, _STEADY} <= titles.keys():
        out.append((STEADY, _("Slow breathing, feet and chair behind")))
    if titles:
        out += [(TEN, _("Ten different cards")), (EVERY, _("Every coping card, one of each"))]
    return (*out, *titles.items())


DOCUMENT = Document(
    id="wallet-cards", title=lambda t: t.gettext("Wallet cards"), audience=Audience.GIVE, order=53, build=build,
    needs=(Need.DIRECTORY,), choices=_choices, listed=_listed, personal=PersonalData.ONCE_FILLED, taken_home=True,
    cut=True,
    pages=2, place=lambda t: t.gettext("Chairs"), outside=lambda t: t.gettext("Cards to cut out"))
