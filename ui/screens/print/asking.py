"""What the Print screen asks the core: an evening's pack to be, and what single sheets are filled with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.errors import NotFound, UserError
from facilitator.model.ids import Id
from facilitator.model.session import Session, SessionStatus
from facilitator.tonight import Ahead, Evening

if TYPE_CHECKING:
    from facilitator.documents import SheetContext
    from facilitator.packs import PackPlan
    from facilitator.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What can be printed. `plan` is None where there is no evening, or `waits` says why its pack has to wait.

    `usual` is how many copies a piece would have. `filled` is what single sheets are filled with for the evening,
    `blank` for a copy that knows of nobody.
    """

    evening: Evening | None
    plan: PackPlan | None
    waits: UserError | None
    filled: SheetContext
    blank: SheetContext
    usual: Mapping[str, int]
    ahead: tuple[Ahead, ...]
    country: str


def look(workspace: Workspace, chosen: Session | Id | None) -> Room:
    """Look at a chosen evening, or at the one that matters now."""
    evening = _evening(workspace, chosen)
    plan, waits = None, None
    if evening is not None:
        try:
            plan = workspace.packs.plan(evening.session)
        except UserError as error:
            waits = error.with_traceback(None)
    filled = workspace.packs.context(evening)
    return Room(
        evening=evening, plan=plan, waits=waits, filled=filled,
        blank=replace(workspace.packs.context(), organisation=None),
        usual={} if evening is None else workspace.packs.usual(evening),
        ahead=tuple(one for one in workspace.evenings.ahead() if one.session.status is SessionStatus.PLANNED),
        country=workspace.organisations.get().country,
    )  # fmt: skip


def _evening(workspace: Workspace, chosen: Session | Id | None) -> Evening | None:
    if chosen is not None:
        try:
            session = workspace.sessions.get(chosen) if isinstance(chosen, bytes) else chosen
            return workspace.evenings.of(session)
        except NotFound:
            pass
    return workspace.evenings.tonight()
