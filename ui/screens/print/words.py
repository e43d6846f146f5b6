"""The words of the Print screen: what a piece is, what it takes, what it tells about people."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from facilitator.i18n import _, interface, ngettext
from facilitator.model.paper import Paper, PersonalData
from facilitator.model.session import Session

if TYPE_CHECKING:
    from facilitator.documents import Document, PackLine

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


def takes(sheets: int, least: int, country: str) -> str:
    """What it takes, such as 14 sheets, about 42p. `least` is money in its smallest unit, 0 when not known."""
    said = ngettext("{n} sheet", "{n} sheets", sheets).format(n=sheets)
    if not least or country not in _MONEY:
        return said
    whole, part = _MONEY[country]
    amount = part.format(n=least) if least < 100 else f"{whole}{least // 100}.{least % 100:02d}"
    return _("{sheets}, about {money}").format(sheets=said, money=amount)


def audience(document: Document) -> str:
    """Whom a sheet is for."""
    return {
        "team": _("For facilitators"), "give": _("To give out"), "table": _("For the table"), "wall": _("For the wall"),
    }[document.audience.value]  # fmt: skip


def about(document: Document, line: PackLine | None) -> tuple[str, bool]:
    """The soft line of a piece, and whether it is about people's data."""
    if line is not None and line.personal is PersonalData.CONTAINED:
        return _("Names on it. Shred after."), True
    if line is not None and line.personal is PersonalData.ONCE_FILLED:
        return _("Names go on it. Shred after."), True
    if line is None:
        return audience(document), False
    sides = ngettext("{n} page", "{n} pages", line.pages).format(n=line.pages)
    if line.pages > 1:
        sides = _("both sides") if line.both_sides else sides
    return f"{audience(document)}, {sides}", False


def privacy(personal: PersonalData) -> str:
    """What the foot of the words says about people."""
    return {
        PersonalData.NONE: _("No names on this page"),
        PersonalData.ONCE_FILLED: _("Names go on it. Shred it after."),
        PersonalData.CONTAINED: _("There are names in it. Shred it after."),
    }[personal]


def how(paper: Paper, both_sides: bool, grey: bool) -> str:
    """How it is printed, on the button that changes it."""
    return _("{paper}, {sides}, {ink}").format(
        paper=_("A4") if paper is Paper.A4 else _("Letter"), sides=_("both sides") if both_sides else _("one side"),
        ink=_("grey") if grey else _("colour"),
    )  # fmt: skip
