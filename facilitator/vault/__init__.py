"""The locked container: who may open it, with what words, and how it comes to no harm. Bound when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.vault import opening, passphrase
    from facilitator.vault.backup import BackupAge, BackupFacts
    from facilitator.vault.checking import CheckReport, check
    from facilitator.vault.creating import aside, create, folder_for
    from facilitator.vault.drafts import Draft, Drafts
    from facilitator.vault.glance import VaultFacts, facts
    from facilitator.vault.keys import KdfCost, calibrate
    from facilitator.vault.opening import Opening
    from facilitator.vault.recovery import PendingRecovery
    from facilitator.vault.restoring import prove_backup, restore
    from facilitator.vault.rollback import LastSeen, RollBack, SeenInSettings
    from facilitator.vault.unlocked import UnlockedVault
    from facilitator.vault.unlocking import recover, unlock

__all__ = ["BackupAge", "BackupFacts", "CheckReport", "Draft", "Drafts", "KdfCost", "LastSeen", "Opening",
           "PendingRecovery", "RollBack", "SeenInSettings", "UnlockedVault", "VaultFacts", "aside", "calibrate",
           "check", "create", "facts", "folder_for", "opening", "passphrase", "prove_backup", "recover", "restore",
           "unlock"]

_WHERE = {
    "BackupAge": "backup", "BackupFacts": "backup", "prove_backup": "restoring", "restore": "restoring",
    "CheckReport": "checking", "check": "checking",
    "aside": "creating", "create": "creating", "folder_for": "creating", "Draft": "drafts", "Drafts": "drafts",
    "VaultFacts": "glance", "facts": "glance",
    "KdfCost": "keys", "calibrate": "keys",
    "Opening": "opening",
    "PendingRecovery": "recovery", "LastSeen": "rollback", "RollBack": "rollback", "SeenInSettings": "rollback",
    "UnlockedVault": "unlocked", "recover": "unlocking", "unlock": "unlocking",
}


_MODULES = {"opening", "passphrase"}


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name in _MODULES:
        return import_module(f"facilitator.vault.{name}")
    if name not in _WHERE:
        raise AttributeError(name)
    return getattr(import_module(f"facilitator.vault.{_WHERE[name]}"), name)
