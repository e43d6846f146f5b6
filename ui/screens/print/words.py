"""The words of the Print screen: what a piece is, what it takes, what it tells about people."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from facilitator.evening.counts import Basis
from facilitator.evening.papers import SHRED_AFTER
from facilitator.i18n import _, interface, listed, ngettext
from facilitator.model.paper import Layout, Paper, PersonalData, Style
from facilitator.model.session import Session

if TYPE_CHECKING:
    from facilitator.documents import Document, Pack, PackLine

EVENING = 17 * 60
_MONEY = {"GB": ("£", "{n}p"), "IE": ("€", "{n}c"), "US": ("$", "{n}¢")}


def title(session: Session, today: date) -> str:
    """The head of the page."""
    if session.held_on != today:
        return _("Session pack")
    return _("Tonight’s pack") if session.start_minute >= EVENING else _("Today’s pack")


def evening(group: str, session: Session) -> str:
    """An evening in a list."""
    return _("{group}, {day}").format(group=group, day=interface().date(session.held_on))


def takes(sheets: int, sides: int, least: int, country: str) -> str:
    """What it takes: 14 sheets, 20 sides, about 42p. `least` is money in its smallest unit, 0 when not known.

    Sides are said where they are not as many as sheets.
    """
    said = [ngettext("{n} sheet", "{n} sheets", sheets).format(n=sheets)]
    if sides != sheets:
        said.append(ngettext("{n} side", "{n} sides", sides).format(n=sides))
    if amount := money(least, country):
        said.append(_("about {money}").format(money=amount))
    return listed(said)


def money(least: int, country: str) -> str:
    """An amount in its smallest unit, as people write it; nothing where it or the country’s money is not known."""
    if not least or country not in _MONEY:
        return ""
    whole, part = _MONEY[country]
    return part.format(n=least) if least < 100 else f"{whole}{least // 100}.{least % 100:02d}"


def audience(document: Document) -> str:
    """Whom a sheet is for."""
    return {
        "team": _("For the team"), "give": _("To give out"), "table": _("On the table"), "wall": _("On the wall"),
    }[document.audience.value]  # fmt: skip


def about(line: PackLine | None, cost_a_side: int, country: str) -> tuple[str, bool]:
    """The soft line of a piece that is in, and whether it is about people's data."""
    if line is None:
        return "", False
    said = ngettext("{n} sheet", "{n} sheets", line.sheets).format(n=line.sheets)
    if amount := money(line.pages * line.copies * cost_a_side, country):
        said = _("{sheets}, {money}").format(sheets=said, money=amount)
    if not line.comes_back:
        return said, False
    names = _("Names on it.") if line.personal is PersonalData.CONTAINED else _("Names go on it.")
    return f"{names} {said}", True


def because(document: Document, usual: int, expected: int) -> str:
    """Where the usual number of copies comes from."""
    return {
        "one": "",
        "leader": ngettext("Usually {n}: one for each who leads.", "Usually {n}: one for each who leads.", usual),
        "person": ngettext("Usually {n}: one for each person we expect.",
                           "Usually {n}: one for each person we expect.", usual),
        "newcomer": ngettext("Usually {n}, for who comes for the first time.",
                             "Usually {n}, for who comes for the first time.", usual),
        "four": ngettext("Usually {n}: four to a sheet, for {people} people.",
                         "Usually {n}: four to a sheet, for {people} people.", usual),
    }[document.per.value].format(n=usual, people=expected)  # fmt: skip


def for_people(expected: int, basis: Basis) -> str:
    """For how many people copies are counted, and why so many."""
    return {
        Basis.HELD: ngettext("Copies are for {n} person, as came lately.",
                             "Copies are for {n} people, as came lately.", expected),
        Basis.LISTED: ngettext("Copies are for {n} person: so many are on the list.",
                               "Copies are for {n} people: so many are on the list.", expected),
        Basis.GUESS: ngettext("Copies are for {n} person: a guess until you have met.",
                              "Copies are for {n} people: a guess until you have met.", expected),
    }[basis].format(n=expected)  # fmt: skip


def holds(pack: Pack, shred_by: date | None, today: date) -> str:
    """What has to come back of a pack, before it is printed; nothing where nothing has to."""
    count = sum(line.shredded for line in pack.lines)
    if not count:
        return ""
    day = interface().date(shred_by or today + SHRED_AFTER, "d MMMM")
    return ngettext("{n} piece holds names, or will. Bring it back, and shred it by {day}.",
                    "{n} pieces hold names, or will. Bring them back, and shred them by {day}.",
                    count).format(n=count, day=day)


def variant(style: Style, discreet: bool) -> str:
    """What tells copies of a piece from its other copies."""
    if discreet:
        return {Style.STANDARD: _("Discreet"), Style.LARGE: _("Discreet, large print"),
                Style.EASYREAD: _("Discreet, Easy Read style"),
                Style.SPACED: _("Discreet, wide spacing")}[style]  # fmt: skip
    return {Style.STANDARD: _("Standard"), Style.LARGE: _("Large print"), Style.EASYREAD: _("Easy Read style"),
            Style.SPACED: _("Wide spacing")}[style]  # fmt: skip


def layout(layout: Layout, paper: Paper, cards: bool) -> str:
    """How a piece is made, in a list to choose from; `cards` to cut out have fronts and backs."""
    poster = _("A poster, twice as large (A3)") if paper is Paper.A4 else _("A poster, twice as large (11 × 17 in)")
    return {Layout.PAGE: _("Cards with a blank back") if cards else _("Full pages"),
            Layout.BOOK: _("A little book to fold"), Layout.POSTER: poster,
            Layout.BACKED: _("Cards with a printed back")}[layout]


def layout_of(chosen: Layout, layouts: tuple[Layout, ...], paper: Paper) -> str:
    """How a piece is made, beside its name; nothing where it stands as it usually does."""
    return layout(chosen, paper, Layout.BACKED in layouts) if chosen is not layouts[0] else ""


def privacy(personal: PersonalData) -> str:
    """What the foot of the words says about people."""
    return {
        PersonalData.NONE: _("No names on this page"),
        PersonalData.ONCE_FILLED: _("Names go on it. Shred it after."),
        PersonalData.CONTAINED: _("There are names in it. Shred it after."),
    }[personal]


def how(paper: Paper, both_sides: bool, grey: bool, discreet: bool = False) -> str:
    """How it is printed, on the button that changes it."""
    said = _("{paper}, {sides}, {ink}, discreet") if discreet else _("{paper}, {sides}, {ink}")
    return said.format(
        paper=_("A4") if paper is Paper.A4 else _("Letter"), sides=_("both sides") if both_sides else _("one side"),
        ink=_("grey") if grey else _("colour"),
    )  # fmt: skip
