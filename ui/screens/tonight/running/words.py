"""The words of a running circle: calm, short, and the same for a page and a screen reader."""

from __future__ import annotations

from facilitator.i18n import _, ngettext
from facilitator.model.agenda import Segment, kind_words
from facilitator.model.running import MINUTE, PartPhase, PartState, Phase, Running


def title(part: PartState, segment: Segment | None) -> str:
    """What a part is called."""
    return kind_words(part.kind) if segment is None else segment.title


def minutes(n: int) -> str:
    """So many minutes."""
    return ngettext("{n} minute", "{n} minutes", n).format(n=n)


def since(now: Running) -> str:
    """The soft line over the title: since when this part runs, or what stands still."""
    match now.phase:
        case Phase.WAITING:
            return _("Not begun yet")
        case Phase.ENDED:
            return _("Ended at {time}").format(time=now.clock(now.ends))
        case Phase.PAUSED if now.paused_since is not None:
            return _("Paused since {time}").format(time=now.clock(now.paused_since))
    begins = now.current.begins
    return _("Now") if begins is None else _("Now, since {time}").format(time=now.clock(begins))


def left(now: Running) -> tuple[str, str]:
    """The large figure and the words beside it: minutes that are left, or that it has run over."""
    whole = -(-now.left // MINUTE)
    if whole > 0:
        return str(whole), ngettext("minute left of {all}", "minutes left of {all}", whole).format(
            all=now.part_minutes)
    over = -now.left // MINUTE
    if not over:
        return "0", _("The time of this part is up")
    return str(over), ngettext("minute over", "minutes over", over)


def gone(now: Running) -> float:
    """The share of the part that is behind, 0 to 1, by whole minutes."""
    whole = -(-now.left // MINUTE)
    return min(1.0, max(0.0, 1 - whole / now.part_minutes)) if now.part_minutes else 1.0


def pace(now: Running) -> str:
    """Ahead or behind, in words, and when it ends."""
    if now.phase is Phase.WAITING and now.behind <= 0:
        return _("It begins at {start} and ends at {end}.").format(start=now.clock(now.due), end=now.clock(now.ends))
    if now.phase is Phase.ENDED:
        if now.behind > 0:
            return ngettext("{n} minute late.", "{n} minutes late.", now.behind).format(n=now.behind)
        return _("In good time.") if now.behind else _("On time.")
    end = now.clock(now.ends)
    if now.behind > 0:
        return ngettext("{n} minute behind. It would end at {end}.", "{n} minutes behind. It would end at {end}.",
                        now.behind).format(n=now.behind, end=end)
    if now.behind < 0:
        return ngettext("{n} minute ahead. It would end at {end}.", "{n} minutes ahead. It would end at {end}.",
                        -now.behind).format(n=-now.behind, end=end)
    return _("On time. It ends at {end}.").format(end=end)


def ending(now: Running, segment: Segment | None) -> str:
    """By when the ending must begin, "" once it has, or where there is none."""
    if now.ending is None or now.at >= now.ending or now.phase is Phase.ENDED:
        return ""
    name = title(now.parts[now.ending], segment)
    if now.short:
        said = ngettext("Even so it ends {n} minute late: {title} stays whole.",
                        "Even so it ends {n} minutes late: {title} stays whole.", now.short)
        return said.format(n=now.short, title=name)
    return _("{title} begins at {time} at the latest.").format(title=name, time=now.clock(now.ending_latest))


def short(now: Running) -> str:
    """That the evening ends late whatever gives, "" where it need not."""
    if not now.short or now.phase is Phase.ENDED:
        return ""
    return ngettext("It ends {n} minute late, whatever is left out. The ending stays whole.",
                    "It ends {n} minutes late, whatever is left out. The ending stays whole.",
                    now.short).format(n=now.short)


def took(part: PartState) -> str:
    """How long a part took against what it had, or that it was left out."""
    if part.phase is PartPhase.LEFT_OUT or not part.used:
        return _("left out")
    return _("{used} of {planned} min").format(used=round(part.used / MINUTE), planned=part.planned)


def leads(segment: Segment | None, me: str) -> str:
    """Who leads and the hint, in one line."""
    if segment is None:
        return ""
    leader = _("You") if segment.leader and segment.leader == me else segment.leader
    if leader and segment.hint:
        return _("{name}. {hint}").format(name=leader, hint=segment.hint)
    return leader or segment.hint
