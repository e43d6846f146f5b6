"""Where a step of the way in led."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from facilitator.errors import UserError
from facilitator.vault.opening import Opened, Opening, RestoreBackup, State


@dataclass(frozen=True, slots=True)
class Step:
    """Where a command led: the state, and why it did not lead further, if so."""

    state: State
    refused: UserError | None
    vault_open: bool = False


def step_unless(
    given_up: threading.Event, opening: Opening, before: State | None, discard: Callable[[Path], None]
) -> Step:
    """The step, but a vault that opened after somebody had cancelled is closed again."""
    state = opening.state
    # A backup that is back already is kept: cancelling came too late, and its words were right.
    if given_up.is_set() and isinstance(state, Opened) and not isinstance(before, RestoreBackup):
        state.vault.close()
        if state.vault.sample:
            discard(state.vault.folder)
        return Step(before or opening.welcome(), None)
    return Step(state, opening.refused, isinstance(state, Opened))
