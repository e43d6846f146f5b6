"""What the Safe-keeping screen asks the core: how things stand, as one frozen value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.vault.glance import carrier

if TYPE_CHECKING:
    from facilitator.vault import BackupAge
    from facilitator.vault.backup import Drill, Recorded
    from facilitator.vault.snapshots import Snapshots
    from facilitator.workspace import Workspace

Sticks = Callable[[], tuple[Path, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """How things stand. `carrier` names the service that would carry the folder elsewhere, or is ""."""

    name: str
    folder: Path
    carrier: str
    sample: bool
    age: BackupAge
    recovery_live: bool
    recovery_since: date | None
    sticks: tuple[Path, ...]
    backups: tuple[Recorded, ...]
    kept: Snapshots
    drill: Drill
    recovery_typed: date | None
    recovery_due: bool
    others: tuple[str, ...]
    """Who else can open it, by name; empty for a key without one."""


def look(workspace: Workspace, sticks: Sticks) -> Keeping:
    """Look at the vault and at what is plugged in."""
    vault = workspace.vault
    return Keeping(
        name=vault.name, folder=vault.folder, carrier=carrier(vault.folder), sample=vault.sample,
        age=workspace.backup_age, recovery_live=vault.recovery_live, recovery_since=workspace.recovery_since,
        sticks=sticks(), backups=vault.backups, kept=vault.snapshots, drill=vault.drill,
        recovery_typed=workspace.recovery_typed, recovery_due=workspace.recovery_due,
        others=tuple(one.name for one in workspace.key_holders.all() if not one.mine),
    )  # fmt: skip


def names(workspace: Workspace) -> tuple[str, ...]:
    """Names that others could guess words from."""
    organisation = workspace.organisations.get()
    found = [workspace.vault.name, organisation.name, *(group.name for group in workspace.groups.all())]
    return tuple(name for name in found if name)
