"""The words of a plan: what kinds of segment there are, whether it fits, how long turns take."""

from __future__ import annotations

import re
from collections.abc import Mapping

from facilitator.evening import attached, timing
from facilitator.i18n import _, joined, ngettext
from facilitator.model.agenda import AgendaDraft, Give, Segment, SegmentKind, clock_text, kind_words, seconds_aloud
from facilitator.model.content import LimitPoint, fill
from facilitator.model.session import Session, SessionStatus
from facilitator.tonight import Ahead


def kinds() -> tuple[tuple[SegmentKind, str], ...]:
    """Every kind of segment by name, in the order of an evening."""
    return tuple((one, kind(one)) for one in SegmentKind)


def kind(of: SegmentKind) -> str:
    """A kind by name."""
    return kind_words(of)


def usual(of: SegmentKind) -> Segment:
    """A new segment of a kind, with the minutes it usually takes."""
    minutes = {
        SegmentKind.DISCUSSION: 25, SegmentKind.SPEAKER: 20, SegmentKind.CHECK_IN: 15, SegmentKind.ROUND: 15,
        SegmentKind.ACTIVITY: 15, SegmentKind.PAIRS: 10, SegmentKind.BREAK: 10, SegmentKind.CHECK_OUT: 10,
    }.get(of, 5)  # fmt: skip
    fixed = of in timing.WHOLE or of in (SegmentKind.OPENING, SegmentKind.AGREEMENT)
    give = Give.FIXED if fixed else Give.DROP if of in (SegmentKind.NOTICES, SegmentKind.SKILL) else Give.SHRINK
    return Segment(title=kind(of), kind=of, minutes=minutes, give=give)


def gives() -> tuple[tuple[Give, str], ...]:
    """What may happen when time runs short, as a choice."""
    return (Give.FIXED, _("Fixed")), (Give.SHRINK, _("Shrink")), (Give.DROP, _("Drop"))


def may(give: Give) -> str:
    """What may happen to a segment, as said of it."""
    return {Give.FIXED: _("Fixed"), Give.SHRINK: _("Can shrink"), Give.DROP: _("Can drop")}[give]


def over(minutes: int) -> str:
    """By how much a plan does not fit, or nothing."""
    if minutes > 0:
        return ngettext("{n} minute too long.", "{n} minutes too long.", minutes).format(n=minutes)
    if minutes < 0:
        return ngettext("{n} minute still free.", "{n} minutes still free.", -minutes).format(n=-minutes)
    return ""


def fits(draft: AgendaDraft, session: Session | None) -> str:
    """Whether the plan fits, in one line: 90 of 90 minutes. Ends at 20:30. A template is as long as it is."""
    if session is None:
        return _("{minutes} in all.").format(minutes=minutes(draft.total)) if draft.total else ""
    if not draft.over:
        return timing.fit_sentence(draft, session.start_minute)
    end = clock_text(session.start_minute + draft.total)
    return _("{over} Ends at {end}.").format(over=over(draft.over), end=end)


def leader(of: str, values: Mapping[str, str]) -> str:
    """Who leads a part, by name; by their place where nobody is named for it yet."""
    places = {"{lead}": _("First facilitator"), "{second}": _("Second facilitator")}
    if of in places and not values.get(of[1:-1]):
        return places[of]
    return fill(of, values) if of else ""


def point(of: LimitPoint) -> str:
    """A point about the limits of confidentiality, as part of a sentence."""
    return {
        LimitPoint.STAYS: _("what stays in the room"),
        LimitPoint.NO_PROMISE: _("that nobody can vouch for every member"),
        LimitPoint.WE_ACT: _("when you act"),
        LimitPoint.TELL_FIRST: _("that you tell the person first, where that is safe"),
        LimitPoint.WHO: _("who is told"),
    }[of]


def turn(seconds: int) -> str:
    """The length of a turn: 2 minutes, 90 seconds."""
    if seconds % 60 == 0:
        return ngettext("{n} minute", "{n} minutes", seconds // 60).format(n=seconds // 60)
    return ngettext("{n} second", "{n} seconds", seconds).format(n=seconds)


def turns(segment: Segment, heads: int) -> tuple[str, bool]:
    """Whether everybody gets their turn, in words, and whether they do; no words where turns are not timed."""
    if not segment.per_person or not heads:
        return "", True
    needs = timing.turns(segment, heads)
    each = turn(segment.per_person)
    if needs <= segment.minutes:
        said = ngettext("{people} person at {each} is {needs} of {has}.", "{people} people at {each} is {needs} of "
                        "{has}.", heads)  # fmt: skip
    else:
        said = ngettext("{people} person at {each} takes {needs} minutes. There are {has}.", "{people} people at "
                        "{each} take {needs} minutes. There are {has}.", heads)  # fmt: skip
    return said.format(people=heads, each=each, needs=needs, has=segment.minutes), needs <= segment.minutes


def aloud(seconds: int) -> str:
    """How long words take aloud, roughly: 15 seconds."""
    near = max(5, 5 * round(seconds / 5))
    if near < 60:
        return ngettext("{n} second", "{n} seconds", near).format(n=near)
    minutes = round(near / 60)
    return ngettext("About {n} minute", "About {n} minutes", minutes).format(n=minutes)


def too_long(segment: Segment) -> str:
    """That the words take longer aloud than the segment has, or nothing."""
    if not attached.too_long(segment):
        return ""
    takes = -(-seconds_aloud(segment.lines) // 60)
    return ngettext("The words take {n} minute aloud. This part has {has}.", "The words take {n} minutes aloud. This "
                    "part has {has}.", takes).format(n=takes, has=segment.minutes)


def late(draft: AgendaDraft, minutes: int, heads: int) -> str:
    """What would give when the evening begins late, and what stays whole."""
    proposal = timing.when_late(draft, minutes, heads=heads)
    whole = [segment.title for segment in draft.segments if segment.kind in timing.WHOLE]
    stays = _("{titles} stay as they are.") if len(whole) > 1 else _("{titles} stays as it is.")
    return " ".join([proposal.sentence, *([stays.format(titles=joined(whole))] if whole else [])])


def state(ahead: Ahead) -> str:
    """How a coming evening's plan stands, in a word or two."""
    if ahead.session.status is SessionStatus.CANCELLED:
        return _("Cancelled")
    if ahead.session.status is SessionStatus.HELD:
        return _("Held")
    if ahead.plan is None or not ahead.plan.segments:
        return _("No plan yet")
    return over(ahead.plan.over).rstrip(".") or _("Ready")


def minutes(n: int) -> str:
    """How long something is, "" for nothing."""
    return ngettext("{n} minute", "{n} minutes", n).format(n=n) if n else ""


def shorter(segment: Segment) -> tuple[str, ...]:
    """What a segment may be called where its title has no room: the title up to its colon or comma, and its kind."""
    head = re.split(r"[:,.;:،؛–—(]", segment.title, maxsplit=1)[0].strip()
    return tuple(dict.fromkeys(filter(None, (head, kind(segment.kind)))))
