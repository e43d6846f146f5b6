"""The ways into a vault that is there: the passphrase, a keyring's secret, and the recovery code, burned by its use."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from facilitator.errors import (
    KeyringRefused,
    LowMemory,
    NoRecovery,
    VaultSwapped,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoveryCode,
)
from facilitator.model.clock import Clock
from facilitator.model.progress import Progress, no_progress
from facilitator.vault import device, headerfiles, holders, leftovers, passphrase, recovery
from facilitator.vault.changing import Entry, rekeyed, used_by_another
from facilitator.vault.entering import open_data
from facilitator.vault.glance import name_of
from facilitator.vault.header import Header, HolderKind, UnlockerKind
from facilitator.vault.holders import OpenHolder, Secret
from facilitator.vault.keys import KdfCost, Keys, worth_raising
from facilitator.vault.lockfile import LockFile
from facilitator.vault.rollback import LastSeen
from facilitator.vault.unlocked import UnlockedVault


def unlock(folder: Path, words: str, clock: Clock, *, seen: LastSeen | None = None, at_least: KdfCost | None = None,
           progress: Progress = no_progress) -> UnlockedVault:
    """Open a vault with a facilitator's passphrase. `at_least` raises the cost of a guess where it was lower and
    this computer manages it in about a second.

    Raises WrongPassphrase, HeaderDamaged, NotAVault, NewerVault, VaultOpenElsewhere, VaultTorn, VaultSwapped,
    JournalMissing, LowMemory, or what a failing disk means; after any of them the vault is as it was.
    """
    _look(folder)
    lock = LockFile.take(folder, clock)
    try:
        found = headerfiles.read(folder)
        start = time.perf_counter()
        entry = enter(found.header, words)
        if at_least is not None:
            entry = replace(entry, header=_raised(entry, words, at_least, time.perf_counter() - start))
        return open_data(folder, lock, found, entry, clock, seen=seen, progress=progress)
    except BaseException:
        lock.release()
        raise


def unlock_by_device(folder: Path, secret: bytes, clock: Clock, *, seen: LastSeen | None = None,
                     progress: Progress = no_progress) -> UnlockedVault:
    """Open a vault with the secret that this computer's keyring keeps; no words are stretched.

    Raises KeyringRefused ("stale") where it opens nothing any more, and what `unlock` raises.
    """
    _look(folder)
    lock = LockFile.take(folder, clock)
    try:
        found = headerfiles.read(folder)
        return open_data(folder, lock, found, enter_by_device(found.header, secret), clock, seen=seen,
                         progress=progress)
    except BaseException:
        lock.release()
        raise


def recover(folder: Path, code: str, new_words: str, clock: Clock, *, kdf: KdfCost | None = None,
            seen: LastSeen | None = None, progress: Progress = no_progress) -> UnlockedVault:
    """Open a vault with its recovery code and set new words; the code is burned in the same step.

    The only facilitator keeps their holder id with a new key pair, and loses what was sealed to the old one. Where
    there are several, the new words are a new holder's, whom the workspace asks who they are.
    Raises WrongRecoveryCode (naming the group with the slip), NoRecovery, WeakPassphrase, and what `unlock` raises.
    """
    if _look(folder).recovery is None:
        raise NoRecovery
    recovery.read(code)
    passphrase.require(new_words, (name_of(folder),))
    lock = LockFile.take(folder, clock)
    try:
        found = headerfiles.read(folder)
        return open_data(folder, lock, found, enter_anew(found.header, code, new_words, kdf), clock, seen=seen,
                         progress=progress)
    except BaseException:
        lock.release()
        raise


def _look(folder: Path) -> Header:
    """What stands in the folder, after putting right what a bringing back left that was cut off."""
    leftovers.put_right(folder)
    return headerfiles.read(folder).header


def enter(header: Header, words: str) -> Entry:
    """From words to keys, one derivation for each block that is tried. Raises WrongPassphrase."""
    found: OpenHolder | None = None
    for block in reversed(header.blocks):
        found = found or holders.open_with(header, Secret.passphrase(words, block))
    if found is None:
        raise WrongPassphrase
    data_key = holders.open_key(header.vault_id, found, header.generation)
    if data_key is None:
        raise VaultSwapped
    return Entry(found, _keys(header, data_key), header)


def enter_by_device(header: Header, secret: bytes) -> Entry:
    """From a keyring's secret to keys. Raises KeyringRefused where it is nobody's any more."""
    found = holders.open_with(header, device.secret(secret))
    if found is None:
        raise KeyringRefused("stale")
    data_key = holders.open_key(header.vault_id, found, header.generation)
    if data_key is None:
        raise VaultSwapped
    return Entry(found, _keys(header, data_key), header)


def enter_by_code(header: Header, code: str) -> Keys:
    """From a recovery code to keys, without using it up. Raises NoRecovery, WrongRecoveryCode."""
    if header.recovery is None:
        raise NoRecovery
    opened = holders.open_with(header, recovery.secret_of(code))
    if opened is None:
        raise WrongRecoveryCode
    data_key = holders.open_key(header.vault_id, opened, header.generation)
    if data_key is None:
        raise VaultSwapped
    return _keys(header, data_key)


def enter_anew(header: Header, code: str, new_words: str, kdf: KdfCost | None) -> Entry:
    """From a recovery code to a new key pair under new words; in the entry's header the code is burned."""
    keys = enter_by_code(header, code)
    cost = kdf or max((b.cost for b in header.blocks), key=lambda c: c.work_kib)
    alone = header.facilitators[0] if len(header.facilitators) == 1 else None
    burned = header.without_recovery()
    if alone is not None:
        block, secret = holders.fresh_secret(new_words, cost)
        burned = replace(burned, blocks=(block,))
    else:
        if used_by_another(burned, new_words):
            raise WeakPassphrase("used")
        secret = Secret.passphrase(new_words, header.blocks[-1])
    opened = holders.new_holder(header.vault_id, HolderKind.FACILITATOR, secret, header.generation, keys.data,
                                alone.id if alone is not None else None)
    return Entry(opened, keys, burned.with_holder(opened.holder), anew=True)


def _keys(header: Header, data_key: bytes) -> Keys:
    keys = Keys.of(data_key, header.vault_id)
    if not header.authentic(keys.header):
        raise VaultSwapped
    return keys


def _raised(entry: Entry, words: str, cost: KdfCost, took: float) -> Header:
    mine = next(u for u in entry.opened.holder.unlockers if u.kind is UnlockerKind.PASSPHRASE)
    block = entry.header.block(mine.block)
    if block is None or not worth_raising(block.cost, took, cost):
        return entry.header
    try:
        return rekeyed(entry.header, entry.opened, words, cost, exactly=True)
    except LowMemory:
        return entry.header

