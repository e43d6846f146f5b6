"""What handing on asks: the facts of an evening, as they would be read next time, and the papers that are out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.evening.baton_lines import Handed, OutThere
from facilitator.model.baton import Baton
from facilitator.model.ids import Id
from facilitator.model.rota import ROTATING
from facilitator.model.session import Session
from facilitator.tonight import Evening
from ui.screens.tonight.asking import Out, evening_of, title_of

if TYPE_CHECKING:
    from facilitator.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Handing:
    """An evening to hand on. `baton` is what was left for it before, if anything."""

    evening: Evening
    facts: Handed
    papers: tuple[Out, ...] = ()
    baton: Baton | None = None

    @property
    def session(self) -> Session:
        """The evening’s session."""
        return self.evening.session


def handing(workspace: Workspace, wanted: Session | Id | None) -> Handing | None:
    """The evening to hand on; None where there is none. Raises NotFound."""
    evening = evening_of(workspace, wanted)
    if evening is None:
        return None
    session, following = evening.session, evening.following
    papers = tuple(Out(paper, title_of(paper.document)) for paper in evening.papers)
    row = None if following is None else workspace.rota.of(following)
    taken = row is not None and any(row.shift(role).filled for role in ROTATING)
    return Handing(
        evening=evening, papers=papers, baton=workspace.batons.of(session),
        facts=Handed(
            count=session.count, outcome=workspace.runs.outcome(session),
            loose_ends=workspace.loose_ends.open(session.group_id),
            papers=tuple(OutThere(out.title, out.paper.copies, out.paper.shred_by) for out in papers),
            following=following,
            open_jobs=tuple(role for role in ROTATING if row is not None and taken and not row.shift(role).filled)))
