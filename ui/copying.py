"""Copies that the vault keeps of itself: made when nobody touches the laptop, broken off when somebody does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.errors import UserError
from facilitator.model.change import Change
from facilitator.settings import DeviceSettings
from ui.jobs import Job, Jobs

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.model.progress import Progress
    from facilitator.workspace import Workspace
    from ui.autolock import AutoLock

MEGABYTE = 1_000_000


class Copying(QObject):
    """Has the vault copied when it is quiet and something has changed. `refused` tells once that it cannot be."""

    refused = Signal(UserError)

    def __init__(self, jobs: Jobs[Workspace], autolock: AutoLock, settings: DeviceSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._settings = jobs, settings
        self._job: Job | None = None
        self._told = False
        autolock.quiet.connect(self.begin)
        autolock.busy.connect(self.break_off)

    def begin(self) -> None:
        """It is quiet: throw away what a cut left, and make a copy if there is none of all that is in the vault."""
        if self._job is None:
            budget = self._settings.number("backup_space") * MEGABYTE
            self._job = self._jobs.long(self, lambda workspace, watch: _copy(workspace, budget, watch), self._made,
                                        refused=self._refuse)

    def break_off(self) -> None:
        """Somebody is there, and shall not wait: the copy is made another time."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _made(self, path: Path | None) -> None:
        self._job = None
        if path is not None:
            self._told = False
            self._jobs.changed.emit(Change(frozenset({"safekeeping"})))

    def _refuse(self, error: UserError) -> None:
        self._job = None
        if not self._told:
            self._told = True
            self.refused.emit(error)


def _copy(workspace: Workspace, budget: int, watch: Progress) -> Path | None:
    vault = workspace.vault
    if vault.sample:
        return None
    vault.sweep()
    return vault.snapshot(budget, watch)
