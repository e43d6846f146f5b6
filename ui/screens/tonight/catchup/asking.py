"""What is asked to take a paper evening in: which evenings wait for it, and one of them with its plan and papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from facilitator.model.ids import Id
from facilitator.model.rota import ROTATING, Role
from facilitator.model.session import Session, SessionStatus
from facilitator.tonight import Evening
from ui.screens.tonight.asking import Out, evening_of, title_of

if TYPE_CHECKING:
    from facilitator.workspace import Workspace

_BACK = timedelta(weeks=9)
"""How far back an evening is looked for that nobody has written down."""
_MOST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Evenings that wait, the newest first, with the names of their groups; and the one that is taken in."""

    waiting: tuple[tuple[str, Session], ...]
    evening: Evening | None = None
    papers: tuple[Out, ...] = ()
    jobs: tuple[Role, ...] = ()
    """Jobs that nobody has at the evening that follows."""
    expected: int = 0

    @property
    def segments(self) -> tuple[str, ...]:
        """The parts of its plan, by title."""
        agenda = None if self.evening is None else self.evening.agenda
        return () if agenda is None else tuple(segment.title for segment in agenda.segments)


def paper(workspace: Workspace, wanted: Session | Id | None) -> Paper:
    """Evenings that wait, and a given one, or else the newest of them. Raises NotFound."""
    now, today = workspace.clock.now(), workspace.clock.today()
    groups = {group.id: group.name for group in workspace.groups.all()}
    past = [one for one in workspace.sessions.of_all(today - _BACK, today)
            if one.status is SessionStatus.PLANNED and one.starts <= now]
    past.sort(key=lambda one: one.starts, reverse=True)
    waiting = tuple((groups[one.group_id], one) for one in past[:_MOST])
    if wanted is None and not waiting:
        return Paper(waiting=())
    evening = evening_of(workspace, wanted if wanted is not None else waiting[0][1])
    if evening is None:
        return Paper(waiting=waiting)
    row = None if evening.following is None else workspace.rota.of(evening.following)
    return Paper(
        waiting=waiting, evening=evening, expected=evening.expected,
        papers=tuple(Out(one, title_of(one.document)) for one in evening.papers),
        jobs=() if row is None else tuple(role for role in ROTATING if not row.shift(role).filled))
