"""Cards for hard moments in the room: what to notice, what not to do, what to say, what to do, and what comes after."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.model.content import Origin, Step
from facilitator.model.group import Application


class LocalNumber(StrEnum):
    """Which number or person a card calls for, to be shown beside it."""

    EMERGENCY = "emergency"
    """The country's emergency number, and the venue's address to read out."""
    CRISIS = "crisis"
    """Lines for any worry, from the directory."""
    LEAD = "lead"
    """The safeguarding lead, and the deputy."""


@dataclass(frozen=True, slots=True)
class Tap:
    """Something done that is worth a time: kept by its `id`, shown as `words`; never with a name."""

    id: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HardMoment:
    """What to do when something hard happens in the circle; `first` is the one thing to do before all others.

    `notice`, `dont` and `after` are plain lines, `say` words to say aloud, `steps` what to do in order. `dont` stands
    before `say` and `steps`, as cautions do everywhere. `search` are words a frightened person would type. No
    `applications` means every kind of group.
    """

    id: str
    number: int
    title: str
    first: str
    notice: tuple[str, ...]
    dont: tuple[str, ...]
    say: tuple[str, ...]
    steps: tuple[Step, ...]
    after: tuple[str, ...]
    search: tuple[str, ...]
    taps: tuple[Tap, ...] = ()
    numbers: tuple[LocalNumber, ...] = ()
    applications: tuple[Application, ...] = ()
    origin: Origin

    @property
    def urgent(self) -> bool:
        """Whether the emergency number may be needed."""
        return LocalNumber.EMERGENCY in self.numbers

    def suits(self, application: Application | None = None) -> bool:
        """Whether the card is for this kind of group; None asks for nothing."""
        return application is None or not self.applications or application in self.applications
