"""What the running page asks the core: an evening, its run, and its plan with and without names in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.errors import AgendaDoesNotFit, AgendaMissing, UserError
from facilitator.evening.running.run import Run
from facilitator.model.agenda import Segment
from facilitator.model.ids import Id
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
    heads = evening.session.count.heads
    me = workspace.me
    return Sitting(evening=evening, run=run, begun=begun, waits=waits, me="" if me is None else me.name,
                   named=() if run is None else run.segments(evening.agenda),
                   bare=() if run is None else _bare(run, evening), heads=evening.expected if heads is None else heads)


def _bare(run: Run, evening: Evening) -> Named:
    """The segments as they are said when nobody shall be named: no leader, and words in place of their names."""
    if evening.plan is None:
        return run.segments(None)
    nobody = filled(evening.plan, replace(evening, leaders=()))
    return tuple(None if one is None else replace(one, leader="") for one in run.segments(nobody))
