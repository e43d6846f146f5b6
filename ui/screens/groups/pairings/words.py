"""Words about pairs: what a pair is called, since when, and how much is written down."""

from __future__ import annotations

from facilitator.i18n import _, interface, ngettext
from facilitator.model.pairing import Boundary, Pairing, kind_words


def pair_name(pair: Pairing) -> str:
    """Both codes."""
    return _("{one} and {other}").format(one=pair.one, other=pair.other)


def pair_since(pair: Pairing) -> str:
    """What kind of pair, from when, and until when where it has ended."""
    first = interface().date(pair.started_on, "d MMMM y")
    if pair.ended_on is None:
        return _("{kind}, since {day}").format(kind=kind_words(pair.kind), day=first)
    last = interface().date(pair.ended_on, "d MMMM y")
    return _("{kind}, {first} to {last}").format(kind=kind_words(pair.kind), first=first, last=last)


def pair_met(pair: Pairing) -> str:
    """How often they met, as a pair."""
    n = len(pair.meetings)
    return ngettext("{n} meeting", "{n} meetings", n).format(n=n) if n else _("No meeting yet")


def pair_talked(pair: Pairing) -> str:
    """How many of the boundaries were talked through."""
    return _("{n} of {all} boundaries talked through").format(n=len(pair.boundaries), all=len(Boundary))


def minutes_words(minutes: int) -> str:
    """A length."""
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
