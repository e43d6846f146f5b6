"""What the page after the circle asks: one evening with what is left to do, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.model.content import fill
from facilitator.model.form import DEBRIEF, Form
from facilitator.model.ids import Id
from facilitator.model.loose_end import LooseEnd
from facilitator.model.rota import ROTATING, Role, RotaRow
from facilitator.model.running import Outcome
from facilitator.model.session import Session
from facilitator.tonight import Evening
from ui.screens.tonight.asking import evening_of

if TYPE_CHECKING:
    from facilitator.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """An evening that is over. `form` is the debrief’s, with its lights; `light` is the id of my own, "" where none.

    `talk` says that my last lights suggest a talk; `next_row` is who does what at the evening that follows.
    """

    evening: Evening
    outcome: Outcome
    form: Form
    loose_ends: tuple[LooseEnd, ...] = ()
    next_row: RotaRow | None = None
    debriefed: bool = False
    noted: bool = False
    light: str = ""
    talk: bool = False
    kind_line: str = ""
    times: tuple[tuple[int, str], ...] = ()
    """Times noted in a hard moment: minutes after midnight, and what was done."""

    @property
    def session(self) -> Session:
        """The evening’s session."""
        return self.evening.session

    @property
    def jobs(self) -> tuple[tuple[Role, bool], ...]:
        """The jobs that go round, and whether somebody takes each next time."""
        row = self.next_row
        return () if row is None else tuple((role, row.shift(role).filled) for role in ROTATING)


def after(workspace: Workspace, wanted: Session | Id | None) -> After | None:
    """The evening to finish: a given one, else the one that matters now; None where there is none. Raises NotFound."""
    evening = evening_of(workspace, wanted)
    if evening is None:
        return None
    session, following = evening.session, evening.following
    number = workspace.library.directory().emergency
    words = {tap.id: fill(tap.words, {"emergency": number[0].number if number else ""})
             for tap in workspace.library.taps()}
    mine = workspace.sealed.light_of(session.id)
    return After(
        evening=evening, outcome=workspace.runs.outcome(session), form=workspace.library.form(DEBRIEF),
        loose_ends=workspace.loose_ends.of(session),
        next_row=None if following is None else workspace.rota.of(following),
        noted=bool(workspace.notes.of_session(session.id)),
        debriefed=workspace.debriefs.of(session.id) is not None,
        light="" if mine is None else mine.light, talk=workspace.sealed.talk_suggested(),
        times=tuple((minute, words.get(tap, "")) for tap, minute in workspace.stamps.of(session)),
        kind_line=workspace.library.wellbeing_line(session.held_on).text)
