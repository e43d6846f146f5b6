"""What the page for hard moments asks: the cards, who stays and who goes out, numbers that are checked, and times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.model.agenda import Line
from facilitator.model.content import Helpline, ScriptKind, fill
from facilitator.model.hard_moment import HardMoment, LocalNumber, Tap
from facilitator.model.ids import Id
from facilitator.model.running import Moment, Phase
from facilitator.model.session import Session
from facilitator.tonight import Evening
from ui.emergency import WhereWeAre, where_we_are
from ui.screens.tonight.asking import evening_of

if TYPE_CHECKING:
    from facilitator.workspace import Workspace

_MOST_LINES = 3
_CRISIS = "crisis"
PAUSE_TAPS = ("went-out", "came-back", "paused", "went-on")
"""What is worth a time when somebody is struggling, whatever the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hard:
    """What stands beside the cards. `leaders` are the names of who leads and who is second, "" where nobody is said.

    `crisis` are lines that a person has rung; `steady` are words to read slowly.
    """

    cards: tuple[HardMoment, ...]
    taps: tuple[Tap, ...]
    where: WhereWeAre
    evening: Evening | None = None
    leaders: tuple[str, str] = ("", "")
    emergency: tuple[Helpline, ...] = ()
    crisis: tuple[Helpline, ...] = ()
    steady: tuple[Line, ...] = ()
    going: bool = False
    """Whether the circle is under way, and not at rest."""
    resting: bool = False
    times: tuple[tuple[str, int], ...] = ()
    """What was noted on the evening, by id, with minutes after midnight."""

    @property
    def session(self) -> Session | None:
        """The evening that times are noted for."""
        return None if self.evening is None else self.evening.session

    def card(self, id: str) -> HardMoment | None:
        """A card by its id."""
        return next((card for card in self.cards if card.id == id), None)

    def filled(self, text: str) -> str:
        """A card's words with the country's number in them."""
        return fill(text, {"emergency": self.emergency[0].number if self.emergency else ""})

    def numbers(self, kind: LocalNumber) -> tuple[Helpline, ...]:
        """The lines of a kind."""
        return {LocalNumber.EMERGENCY: self.emergency, LocalNumber.CRISIS: self.crisis}.get(kind, ())


def hard(workspace: Workspace, chosen: Session | Id | None) -> Hard:
    """All of it, for a chosen evening or the one that matters now; without an evening the cards all the same."""
    library, today = workspace.library, workspace.clock.today()
    evening = evening_of(workspace, chosen)
    application = None if evening is None else evening.group.application
    directory = library.directory(group_id=None if evening is None else evening.group.id)
    checked = directory.checked(today)
    steady = library.scripts_of(ScriptKind.GROUNDING, application)
    names = () if evening is None else evening.leaders[:2]
    run = None if evening is None else workspace.runs.of(evening.session)
    phase = None if run is None else run.at(Moment.of(workspace.clock)).phase
    return Hard(
        cards=library.hard_moments(application), taps=library.taps(), where=where_we_are(workspace), evening=evening,
        leaders=(names[0] if names else "", names[1] if len(names) > 1 else ""), emergency=directory.emergency,
        crisis=tuple(line for line in checked if _CRISIS in line.topics)[:_MOST_LINES],
        steady=steady[0].lines if steady else (),
        going=phase is Phase.GOING, resting=phase is Phase.PAUSED,
        times=() if evening is None else workspace.stamps.of(evening.session))


def found(workspace: Workspace, typed: str, chosen: Hard) -> tuple[HardMoment, ...]:
    """The cards that fit what is typed, the best first."""
    application = None if chosen.evening is None else chosen.evening.group.application
    return workspace.library.find_hard_moments(typed, application)
