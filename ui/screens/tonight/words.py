"""The words of an evening: when it is, who runs it, what it costs to print."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from facilitator.i18n import _, interface, joined, ngettext
from facilitator.model.agenda import clock_text
from facilitator.model.session import Session, SessionStatus

_SOON = 90
"""Minutes before the start from which they are counted down."""
_MONEY = {"GB": ("£", "{n}p"), "IE": ("€", "{n}c"), "US": ("$", "{n}¢")}


def when(session: Session, now: datetime, sits: bool = False) -> str:
    """The soft line: the day, and how long it is until people come, or since they came.

    A circle that still `sits` has not ended, whatever time it was to end at.
    """
    day = interface().date(session.held_on)
    if session.status is SessionStatus.CANCELLED:
        return _("{day}. Cancelled.").format(day=day)
    if session.status is SessionStatus.HELD:
        return _("{day}. This circle was held.").format(day=day)
    return f"{day}. {_until(session, now, sits)}"


def _until(session: Session, now: datetime, sits: bool) -> str:
    ahead = -int((now - session.starts).total_seconds() // 60)
    if now >= session.ends and not sits:
        return _("Ended at {time}.").format(time=clock_text(session.start_minute + session.minutes))
    if ahead < 0:
        return ngettext("Began {n} minute ago.", "Began {n} minutes ago.", -ahead).format(n=-ahead)
    if ahead == 0:
        return _("It begins now.")
    if ahead <= _SOON:
        return ngettext("Doors open in {n} minute.", "Doors open in {n} minutes.", ahead).format(n=ahead)
    days = (session.held_on - now.date()).days
    if days == 0:
        return _("Doors open at {time}.").format(time=clock_text(session.start_minute))
    if days == 1:
        return _("That is tomorrow.")
    return ngettext("In {n} day.", "In {n} days.", days).format(n=days)


def start(session: Session) -> str:
    """When it begins, such as 19:00."""
    return clock_text(session.start_minute)


def hours(session: Session) -> str:
    """From when to when, such as 19:00 to 20:30."""
    return _("{start} to {end}").format(
        start=clock_text(session.start_minute), end=clock_text(session.start_minute + session.minutes)
    )


def team(names: Sequence[str], me: str) -> str:
    """Who runs it, you before all others: You and Dev."""
    said = [_("You")] if me in names else []
    said += [name for name in names if name != me]
    return joined(said)


def cost(sheets: int, least: int, country: str) -> str:
    """What a pack takes, such as 14 sheets, about 42p. `least` is money in its smallest unit, 0 when not known."""
    said = ngettext("{n} sheet", "{n} sheets", sheets).format(n=sheets)
    if not least or country not in _MONEY:
        return said
    whole, part = _MONEY[country]
    amount = part.format(n=least) if least < 100 else f"{whole}{least // 100}.{least % 100:02d}"
    return _("{sheets}, about {money}").format(sheets=said, money=amount)


def near(day: date, today: date) -> str:
    """A day in a list: Today, Tomorrow, or the day's name."""
    if day == today:
        return _("Today")
    if day == today + timedelta(days=1):
        return _("Tomorrow")
    return interface().date(day)
