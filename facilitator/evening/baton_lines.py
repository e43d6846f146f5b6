"""The lines of a baton from the facts of an evening: counts, days and papers, and nobody in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from facilitator.i18n import _, interface, listed, ngettext
from facilitator.model.agenda import clock_text
from facilitator.model.loose_end import LooseEnd
from facilitator.model.rota import Role, role_words
from facilitator.model.running import Outcome
from facilitator.model.session import Count, Session


@dataclass(frozen=True, slots=True)
class OutThere:
    """A paper that is out: its title, copies, and by when it should be shredded."""

    title: str
    copies: int
    shred_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """What is known of an evening when it is handed on. `open_jobs` are those of the evening that follows."""

    count: Count
    outcome: Outcome = field(default_factory=Outcome)
    loose_ends: tuple[LooseEnd, ...] = ()
    papers: tuple[OutThere, ...] = ()
    following: Session | None = None
    open_jobs: tuple[Role, ...] = ()


def lines(handed: Handed, own: Sequence[str] = ()) -> tuple[str, ...]:
    """What the next facilitator will read, line by line; `own` lines come last."""
    return tuple(filter(None, (
        _came(handed.count), _left(handed.count), _agreement(handed.outcome), *_loose(handed.loose_ends),
        *map(_paper, handed.papers), _next(handed.following), _jobs(handed.open_jobs),
        *(line.strip() for line in own))))


def _came(count: Count) -> str:
    if count.heads is None:
        return _("Nobody wrote down how many came.")
    came = ngettext("{n} person came.", "{n} people came.", count.heads).format(n=count.heads)
    if not count.newcomers:
        return came
    new = ngettext("{n} for the first time.", "{n} for the first time.", count.newcomers).format(n=count.newcomers)
    return f"{came} {new}"


def _left(count: Count) -> str:
    if count.heads is None or count.out is None:
        return ""
    still = count.heads - count.out
    if still <= 0:
        return _("Everybody was counted out.")
    return ngettext("{n} person was not counted out.", "{n} people were not counted out.", still).format(n=still)


def _agreement(outcome: Outcome) -> str:
    if outcome.agreement_read is not None:
        return _("The agreement was read.")
    return _("The agreement was not read.") if outcome.told else ""


def _loose(loose_ends: Sequence[LooseEnd]) -> tuple[str, ...]:
    return tuple(_("Left for next time: {words}").format(words=one.words) for one in loose_ends)


def _paper(paper: OutThere) -> str:
    said = ngettext("Still out: {title}, {n} copy.", "Still out: {title}, {n} copies.", paper.copies).format(
        title=paper.title, n=paper.copies)
    if paper.shred_by is None:
        return said
    return _("{paper} To be shredded by {day}.").format(paper=said, day=interface().date(paper.shred_by, "d MMMM"))


def _next(following: Session | None) -> str:
    if following is None:
        return ""
    return _("Next time: {day} at {time}.").format(day=interface().date(following.held_on),
                                                   time=clock_text(following.start_minute))


def _jobs(roles: Sequence[Role]) -> str:
    return _("Nobody yet: {roles}.").format(roles=listed(map(role_words, roles))) if roles else ""
