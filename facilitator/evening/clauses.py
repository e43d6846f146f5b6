"""An agreement put together: what a kind of group adds goes in and out again; and what became of it in a later one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from facilitator.model.agreement import Clause
from facilitator.model.content import AgreementOverlay

POSTER = 12
"""With more clauses than these the poster leaves out the reasons."""
_ALIKE = 0.6
"""How alike two lines are that nothing else joins, to be the same one in other words."""


@dataclass(frozen=True, slots=True)
class Pick:
    """A clause that may be in or out."""

    clause: Clause
    on: bool


def begin(clauses: Sequence[Clause], core: Sequence[Clause]) -> tuple[Pick, ...]:
    """The clauses in force, in their order; those of the core that are out follow, not ticked."""
    inside = {clause.source for clause in clauses if clause.source}
    return (*(Pick(clause, True) for clause in clauses),
            *(Pick(clause, False) for clause in core if clause.source not in inside))


def taken(picks: Sequence[Pick], overlay: AgreementOverlay) -> bool:
    """Whether anything of an overlay is in."""
    sources = {clause.source for clause in overlay.clauses}
    return any(pick.on and pick.clause.source in sources for pick in picks)


def take(picks: Sequence[Pick], overlay: AgreementOverlay) -> tuple[Pick, ...]:
    """The picks with an overlay in: before the core clause it stands for, which goes out, or ending its quarter."""
    out = list(picks)
    stands_for = dict(overlay.stands_for)
    for clause in overlay.clauses:
        here = _place(out, clause.source)
        core = _place(out, stands_for.get(clause.source, ""))
        if core is not None:
            out[core] = replace(out[core], on=False)
        if here is not None:
            out[here] = replace(out[here], on=True)
        elif core is not None:
            out.insert(core, Pick(clause, True))
        else:
            inside = [(n, pick.clause.theme) for n, pick in enumerate(out) if pick.on]
            quarter = [n for n, theme in inside if theme == clause.theme] or [n for n, _theme in inside] or [-1]
            out.insert(quarter[-1] + 1, Pick(clause, True))
    return tuple(out)


def leave(picks: Sequence[Pick], overlay: AgreementOverlay,
          others: Sequence[AgreementOverlay] = ()) -> tuple[Pick, ...]:
    """The picks without an overlay; the core clauses that it stood for come in again.

    They stay out where one of the `others` stands for them too, and is in.
    """
    sources = {clause.source for clause in overlay.clauses}
    inside = {pick.clause.source for pick in picks if pick.on} - sources
    back = {core for _clause, core in overlay.stands_for} - {
        core for other in others for clause, core in other.stands_for if clause in inside}
    return tuple(replace(pick, on=True) if pick.clause.source in back else pick
                 for pick in picks if pick.clause.source not in sources)


def tick(picks: Sequence[Pick], at: int, on: bool) -> tuple[tuple[Pick, ...], int]:
    """The picks with one in or out, and where it stands: one that comes in ends its quarter, unless it is in it."""
    out = list(picks)
    pick = out[at] = replace(out[at], on=on)
    inside = [n for n, one in enumerate(out) if one.on and n != at]
    quarter = [n for n in inside if out[n].clause.theme == pick.clause.theme]
    beside = [max((n for n in inside if n < at), default=-1), min((n for n in inside if n > at), default=-1)]
    if not on or not quarter or any(n in quarter for n in beside):
        return tuple(out), at
    there = quarter[-1] + 1 if quarter[-1] < at else quarter[-1]
    out.insert(there, out.pop(at))
    return tuple(out), there


def carry(picks: Sequence[Pick], at: int, to: int) -> tuple[Pick, ...]:
    """The picks with one at another place. Among clauses of another quarter it belongs to that one from now on.

    So no quarter stands twice on the poster.
    """
    out = list(picks)
    pick = out.pop(at)
    to = max(0, min(to, len(out)))
    before = next((one.clause.theme for one in reversed(out[:to]) if one.on), None)
    after = next((one.clause.theme for one in out[to:] if one.on), None)
    near = [theme for theme in (before, after) if theme is not None]
    if pick.on and near and pick.clause.theme not in near:
        pick = replace(pick, clause=replace(pick.clause, theme=near[0]))
    out.insert(to, pick)
    return tuple(out)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of an agreement: clauses added, changed (before and after), taken away; `moved` is order alone."""

    added: tuple[Clause, ...] = ()
    changed: tuple[tuple[Clause, Clause], ...] = ()
    gone: tuple[Clause, ...] = ()
    moved: bool = False

    @property
    def same(self) -> bool:
        """Whether nothing is different."""
        return not (self.added or self.changed or self.gone or self.moved)


def compare(before: Sequence[Clause], after: Sequence[Clause]) -> Comparison:
    """What is different in `after`. Clauses belong together by their line, where they come from, or being alike."""
    pairs: dict[int, int] = {}
    for joins in (_same_line, _same_source, _much_alike):
        for n, new in enumerate(after):
            if n not in pairs:
                free = (o for o in range(len(before)) if o not in pairs.values())
                found = next((o for o in free if joins(before[o], new)), None)
                if found is not None:
                    pairs[n] = found
    order = [pairs[n] for n in range(len(after)) if n in pairs]
    return Comparison(
        added=tuple(clause for n, clause in enumerate(after) if n not in pairs),
        changed=tuple((before[o], after[n]) for n, o in sorted(pairs.items()) if _said(before[o]) != _said(after[n])),
        gone=tuple(clause for o, clause in enumerate(before) if o not in pairs.values()),
        moved=order != sorted(order))


def _place(picks: Sequence[Pick], source: str) -> int | None:
    return next((n for n, pick in enumerate(picks) if source and pick.clause.source == source), None)


def _said(clause: Clause) -> tuple[str, str, str]:
    return clause.text, clause.why, clause.if_broken


def _same_source(one: Clause, other: Clause) -> bool:
    return bool(one.source) and one.source == other.source


def _same_line(one: Clause, other: Clause) -> bool:
    return one.text.casefold() == other.text.casefold()


def _much_alike(one: Clause, other: Clause) -> bool:
    if one.source and other.source:
        return False
    return SequenceMatcher(None, one.text.casefold(), other.text.casefold(), autojunk=False).ratio() >= _ALIKE
