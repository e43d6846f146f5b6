"""What the debrief asks: its form, and what was kept of it for this evening."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.model.debrief import Debrief
from facilitator.model.form import DEBRIEF, Form
from facilitator.model.ids import Id
from facilitator.model.session import Session
from facilitator.tonight import Evening
from ui.screens.tonight.asking import evening_of

if TYPE_CHECKING:
    from facilitator.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """An evening to talk about. `kept` is the debrief that was kept before."""

    evening: Evening
    form: Form
    kept: Debrief | None = None

    @property
    def session(self) -> Session:
        """The evening’s session."""
        return self.evening.session


def talk(workspace: Workspace, wanted: Session | Id | None) -> Talk | None:
    """The debrief of a given evening, or of the one that matters now; None where there is none. Raises NotFound."""
    evening = evening_of(workspace, wanted)
    if evening is None:
        return None
    return Talk(evening=evening, form=workspace.library.form(DEBRIEF), kept=workspace.debriefs.of(evening.session.id))
