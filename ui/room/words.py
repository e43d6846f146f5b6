"""The words of the room view: calm, short, and said to the whole circle."""

from __future__ import annotations

from typing import NamedTuple

from facilitator.i18n import _, listed, ngettext
from facilitator.model.agenda import SegmentKind, kind_words
from facilitator.model.aloud import Reading
from facilitator.model.fingers import Fingers, Moment
from facilitator.model.room import RoomPart, RoomPhase, RoomState

SOON, LAST = 5, 1
"""Minutes left at which a screen reader says so."""
_OVER = 5


class Said(NamedTuple):
    """What stands beside the ring: a soft line, the large words, soft lines under them, and one at the foot."""

    over: str = ""
    large: str = ""
    under: tuple[str, ...] = ()
    foot: str = ""


def kind(of: SegmentKind) -> str:
    """A kind of segment, as the circle is told it."""
    said_to_all = {
        SegmentKind.OPENING: _("Welcome"),
        SegmentKind.AGREEMENT: _("Our agreement"),
        SegmentKind.SAFETY_CHECK: _("Before we go"),
    }
    return said_to_all.get(of) or kind_words(of)


def title(part: RoomPart) -> str:
    """What runs: its title, or its kind where the title may not be shown."""
    return part.title or kind(part.kind)


def following(part: RoomPart) -> str:
    """What comes next; empty at the end."""
    name = part.following or (kind(part.following_kind) if part.following_kind is not None else "")
    return _("Next: {title}").format(title=name) if name else ""


def said(state: RoomState, now_ms: int) -> Said:
    """What the circle reads now."""
    part = state.part
    if state.paused:
        return Said(large=_("A short pause"), under=(
            _("Stay, stretch, or fetch some water."), _("We carry on when we are ready.")))  # fmt: skip
    if state.fingers is not None:
        return _fingers(state.fingers)
    if part.phase is RoomPhase.WAITING:
        return Said(large=_("Welcome"), under=(_("We begin at {time}.").format(time=part.begins),))
    if part.phase is RoomPhase.ENDED:
        return Said(large=_("Thank you for being here"), under=(_("Go gently."),))
    if state.reading is not None:
        return _reading(part, state.reading)
    if state.round is not None:
        if state.round.done:
            return Said(title(part), _("The piece has been all the way round."), foot=following(part))
        return Said(title(part) if part.prompt else "", part.prompt or title(part),
                    (_("You can pass, or ask for it later."),), share(state, now_ms))  # fmt: skip
    if part.prompt:
        return Said(title(part), part.prompt, foot=following(part))
    return Said("", title(part), foot=following(part))


def _reading(part: RoomPart, reading: Reading) -> Said:
    clause = reading.clause
    if clause is None:
        return Said(title(part), _("That is our agreement. Thank you."), foot=following(part))
    # the group's own words for the limits may name somebody; that there are limits is said all the same
    text = clause.text or _("Some things we cannot keep to ourselves.")
    return Said(title(part), text, (_("Read it aloud, then pass it on."),), aloud(clause.seconds))


def _fingers(fingers: Fingers) -> Said:
    asked = {
        Moment.OPENING: _("How are you as you come in?"),
        Moment.CLOSING: _("How are you as you go?"),
    }[fingers.moment]
    return Said(_("Show it with your hand, all at once"), asked, (_("A fist is hard going. Five is good."),))


# ---------------------------------------------------------------- time
def left(state: RoomState, now_ms: int) -> str:
    """How long it is, without seconds; calm when the time is up."""
    minutes = state.minutes_left(now_ms)
    if minutes > LAST:
        return ngettext("{n} minute left", "{n} minutes left", minutes).format(n=minutes)
    if minutes == LAST:
        return _("The last minute")
    return _("Time to finish") if minutes > -_OVER else _("A little over time")


def aloud(seconds: int) -> str:
    """How long a clause takes to read."""
    if seconds < 8:
        return _("A few seconds")
    rounded = 5 * round(seconds / 5)
    return ngettext("About {n} second", "About {n} seconds", rounded).format(n=rounded)


def share(state: RoomState, now_ms: int) -> str:
    """How long there is for each, to the half minute; empty once no time is left to share."""
    halves = round(state.share_s(now_ms) / 30)
    if not state.part.timed or state.minutes_left(now_ms) < 1:
        return ""
    if halves <= 1:
        return _("About half a minute each")
    whole, half = divmod(halves, 2)
    if half:
        return _("About {n}½ minutes each").format(n=whole)
    return ngettext("About {n} minute each", "About {n} minutes each", whole).format(n=whole)


def announced(minutes: int) -> str:
    """What a screen reader says at five minutes and at one; nothing at any other."""
    if minutes == SOON:
        return ngettext("{n} minute left", "{n} minutes left", SOON).format(n=SOON)
    return _("The last minute") if minutes == LAST else ""


# ---------------------------------------------------------------- the ring, for who cannot see it
def ring(state: RoomState, seats: int, holder: int | None) -> str:
    """The ring of chairs in words: how many, and which holds the piece."""
    parts = [ngettext("{n} chair", "{n} chairs", seats).format(n=seats)]
    if holder is not None:
        parts.append(_("chair {n} holds the piece").format(n=holder + 1))
    if state.round is not None and not state.paused:
        parts.append(ngettext("{n} turn to come", "{n} turns to come", state.round.left).format(n=state.round.left))
    return listed(parts)
