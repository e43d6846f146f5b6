"""What the running page asks the core: an evening, its run, and its plan with and without names in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.errors import AgendaDoesNotFit, AgendaMissing, UserError
from facilitator.evening.running.run import Run
from facilitator.model.agenda import Segment, kind_words
from facilitator.model.ids import Id
from facilitator.model.rosterforms import RosterForms
from facilitator.model.session import Session
from facilitator.tonight import Evening, filled

if TYPE_CHECKING:
    from facilitator.workspace import Workspace

Named = tuple[Segment | None, ...]
"""The segment of each part; None for one whose words are not known any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A circle that sits or is about to. Without a `run` it cannot begin: `waits` says why.

    `named` are its segments as they are said tonight, `bare` the same without the name of anybody who leads.
    """

    evening: Evening
    run: Run | None = None
    begun: bool = False
    named: Named = ()
    bare: Named = ()
    heads: int = 0
    me: str = ""
    waits: UserError | None = None


def sitting(workspace: Workspace, wanted: Session | Id) -> Sitting:
    """Look at an evening as it runs. Raises NotFound."""
    session = workspace.sessions.get(wanted) if isinstance(wanted, bytes) else wanted
    evening = workspace.evenings.of(session)
    run, waits = workspace.runs.of(evening.session), None
    begun = run is not None
    if run is None:
        try:
            run = workspace.runs.ready(evening.session)
        except (AgendaMissing, AgendaDoesNotFit) as error:
            waits = error.with_traceback(None)
    counted, me = evening.session.count.heads, workspace.me
    return Sitting(evening=evening, run=run, begun=begun, waits=waits, me="" if me is None else me.name,
                   named=() if run is None else run.segments(evening.agenda),
                   bare=() if run is None else _bare(workspace, run, evening),
                   heads=evening.expected if counted is None else counted)


def _bare(workspace: Workspace, run: Run, evening: Evening) -> Named:
    """The segments as they are said when nobody shall be named: no leader, words in place of their names, and nothing
    of one's own in which the name of anybody stands; without a title its kind is told.
    """
    from facilitator.library.nameless import nameless

    plan = evening.plan
    if plan is None:
        return run.segments(None)
    forms, ships = RosterForms(workspace.rooms.names()), nameless(workspace.library, plan.template)
    nobody = filled(plan, replace(evening, leaders=()))

    def bare(one: Segment, raw: Segment) -> Segment:
        def shown(said: str, written: str) -> str:
            return said if " ".join(written.split()) in ships else forms.shown(said)

        lines = tuple(line for line, was in zip(one.lines, raw.lines, strict=True)
                      if not line.text or shown(line.text, was.text))
        return replace(one, leader="", title=shown(one.title, raw.title) or kind_words(one.kind),
                       hint=forms.shown(one.hint), materials=tuple(filter(None, map(forms.shown, one.materials))),
                       lines=lines)

    return tuple(None if one is None or raw is None else bare(one, raw)
                 for one, raw in zip(run.segments(nobody), run.segments(plan), strict=True))
