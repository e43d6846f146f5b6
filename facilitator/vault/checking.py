"""Looking a vault all over on request, and saying what was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from facilitator.model.clock import Clock
from facilitator.model.progress import Progress, no_progress
from facilitator.vault.unlocked import UnlockedVault
from facilitator.vault.unlocking import unlock


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """A vault that is whole. `healed`: a copy of the header was made whole; `after_crash`: it was not closed."""

    name: str
    counts: Mapping[str, int]
    fingerprint: bytes
    healed: bool
    after_crash: bool
    recovery_live: bool
    sample: bool


def check(folder: Path, words: str, clock: Clock, progress: Progress = no_progress) -> CheckReport:
    """Open a vault, look at everything in it, close it. Raises what `unlock` raises, VaultTorn above all."""
    vault = unlock(folder, words, clock, progress=progress)
    try:
        return look_over(vault, progress)
    finally:
        vault.close()


def look_over(vault: UnlockedVault, progress: Progress = no_progress) -> CheckReport:
    """Look at everything in a vault that is open. Raises VaultTorn."""
    vault.store.integrity(progress)
    return CheckReport(
        name=vault.name, counts=vault.store.counts(), fingerprint=vault.store.fingerprint(), healed=vault.healed,
        after_crash=vault.opened_after_crash, recovery_live=vault.recovery_live, sample=vault.sample)
