"""What the pages of the gate work with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.model.progress import Progress
    from facilitator.vault.opening import Opening
    from ui.gate.known import KnownVaults
    from ui.jobs import Jobs
    from ui.parts import Parts


class Porch:
    """`jobs` runs steps where the vault shall live; `sample` opens a sample, and `discard` takes its folder away.

    `speak` shows the gate again in another language.
    """

    def __init__(
        self,
        parts: Parts,
        *,
        jobs: Jobs[Opening],
        known: KnownVaults,
        sample: Callable[[Opening, Progress], object],
        discard: Callable[[Path], None],
        speak: Callable[[str], None],
    ) -> None:
        self.theme, self.clock, self.dialogs = parts.theme, parts.clock, parts.dialogs
        self.jobs, self.known, self.sample, self.discard = jobs, known, sample, discard
        self.speak = speak
        self._parts = parts

    @property
    def home(self) -> Path:
        """Where new vaults lie."""
        return self._parts.home
