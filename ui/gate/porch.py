"""What the pages of the gate work with, as one frozen value."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from facilitator.model.clock import Clock
from facilitator.model.progress import Progress
from ui.dialogs import Dialogs
from ui.gate.known import KnownVaults
from ui.jobs import Jobs
from ui.theme import Theme

if TYPE_CHECKING:
    from facilitator.vault.opening import Opening


class Porch(NamedTuple):
    """`jobs` runs steps where the vault shall live; `home` is where new vaults lie; `sample` opens a sample,
    and `discard` takes its folder away.
    """

    theme: Theme
    jobs: Jobs[Opening]
    known: KnownVaults
    clock: Clock
    dialogs: Dialogs
    home: Path
    sample: Callable[[Opening, Progress], object]
    discard: Callable[[Path], None]
