"""What is asked before a circle begins: who is there, what follows from it, the hour's plan, and words for the door."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.errors import NotFound
from facilitator.evening.go import CUT, Answer, There, Verdict, may_begin
from facilitator.evening.shortening import fits_the_hour, short_of
from facilitator.model.agenda import Line
from facilitator.model.content import AgendaTemplate, Script, ScriptKind, fill
from facilitator.model.ids import Id
from facilitator.model.session import Session
from facilitator.tonight import Evening, open_words
from ui.screens.tonight.asking import evening_of

if TYPE_CHECKING:
    from facilitator.workspace import Workspace

SECOND, FIRST_AIDER = "second", "first-aider"
"""Items of the evening's list that are asked again here."""
_CALLED_OFF, _SHORTER = "not-tonight", "shorter-tonight"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """An evening before it begins. `short` is its hour's plan, if it is longer than that; `words` say so aloud."""

    evening: Evening
    there: There
    answer: Answer
    can_shorten: bool = False
    short: AgendaTemplate | None = None
    words: tuple[Line, ...] = ()

    @property
    def session(self) -> Session:
        """The evening’s session."""
        return self.evening.session


def ready(workspace: Workspace, wanted: Session | Id | None) -> Ready:
    """Whether a circle may begin, as far as the evening's list and count say. Raises NotFound."""
    evening = evening_of(workspace, wanted)
    if evening is None:
        raise NotFound("session")
    session, done = evening.session, evening.session.checklist
    there = There(facilitators=2 if SECOND in done else 1, first_aider=FIRST_AIDER in done,
                  heads=session.count.heads or 0, adults=session.count.adults)
    per_adult = workspace.settings.get("young_per_adult")
    answer = may_begin(evening.group, there, per_adult if isinstance(per_adult, int) else 1)
    library = workspace.library
    plan = evening.plan if session.minutes > CUT else None
    short = None if plan is None else short_of(plan.template, library.agenda_templates())
    fits = plan is not None and (short is not None or fits_the_hour(plan, there.heads))
    wanted_script = _CALLED_OFF if answer.verdict is Verdict.NO else _SHORTER
    scripts = library.scripts_of(ScriptKind.NOT_AS_PLANNED)
    script = next((one for one in scripts if one.id == wanted_script), None)
    return Ready(evening=evening, there=there, answer=answer, can_shorten=fits, short=short,
                 words=_said(script, evening) if answer.verdict is not Verdict.GO else ())


def _said(script: Script | None, evening: Evening) -> tuple[Line, ...]:
    values = open_words(evening)
    return () if script is None else tuple(replace(line, text=fill(line.text, values)) for line in script.lines)
