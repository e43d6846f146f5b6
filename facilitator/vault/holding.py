"""Where whoever is erased may still stand: backups written down, copies in the vault's folder, vaults beside it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.errors import UserError
from facilitator.model.ids import made_ms
from facilitator.vault import archive, headerfiles, snapshots
from facilitator.vault.glance import BACKUPS, ENDING, local, name_of
from facilitator.vault.rotation import Kept

if TYPE_CHECKING:
    from facilitator.model.ids import Id
    from facilitator.vault.backup import Recorded
    from facilitator.vault.unlocked import UnlockedVault


@dataclass(frozen=True, slots=True)
class Holding:
    """Newest first: backups elsewhere; `copies` that the vault keeps of itself, which can be deleted from here; and
    the names of vaults that lie beside it and are older states of the same one.
    """

    backups: tuple[Recorded, ...] = ()
    copies: tuple[Kept, ...] = ()
    beside: tuple[str, ...] = ()


def holding(vault: UnlockedVault, row: Id, now_ms: int) -> Holding:
    """What may hold a row: everything made since it was first entered, as far as its id tells when that was."""
    since = made_ms(row)
    if since > now_ms:  # the clock was wrong when it was entered, or is: then nothing is left out
        since = 0
    # a copy's name tells its minute only
    first = local(since).replace(second=0, microsecond=0) - timedelta(minutes=1)
    return Holding(tuple(one for one in vault.backups if one.may_hold(since)),
                   tuple(one for one in snapshots.found(vault.folder) if since == 0 or one.made_at >= first),
                   beside(vault))


def under_older_keys(folder: Path, generation: bytes) -> tuple[str, ...]:
    """The copies that the vault kept of itself under a key it has no more: who lost theirs since still opens them."""
    found: list[str] = []
    for copy in snapshots.found(folder):
        with contextlib.suppress(UserError, OSError), archive.opened(folder / BACKUPS / copy.name) as file:
            if file.header.generation.id != generation:
                found.append(copy.name)
    return tuple(found)


def delete(folder: Path, names: tuple[str, ...]) -> int:
    """Delete copies that the vault keeps of itself; how many could not be. Whatever is named otherwise stays."""
    ours = {copy.name for copy in snapshots.found(folder)}
    left = 0
    for name in names:
        if name in ours:
            try:
                (folder / BACKUPS / name).unlink(missing_ok=True)
            except OSError:
                left += 1
    return left


def beside(vault: UnlockedVault) -> tuple[str, ...]:
    """The names of vaults in the same place that are older states of this one, such as a restore leaves."""
    found: list[str] = []
    with contextlib.suppress(OSError):
        for folder in sorted(vault.folder.parent.glob(f"*{ENDING}")):
            with contextlib.suppress(UserError):
                if folder != vault.folder and headerfiles.read(folder).header.vault_id == vault.vault_id:
                    found.append(name_of(folder))
    return tuple(found)
