"""An unlocked vault: the open store, the header's keys at hand, and the way back to a closed and sealed folder."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.errors import PlaceGone, UserError, VaultSwapped, WrongPassphrase, WrongRecoveryCode
from facilitator.model.clock import Clock
from facilitator.model.progress import Progress, no_progress
from facilitator.store import Store, StoreFacts
from facilitator.vault import files, glance, headerfiles, passphrase, recovery, sealing
from facilitator.vault.drafts import FOLDER as DRAFTS
from facilitator.vault.drafts import Drafts
from facilitator.vault.glance import VaultFacts, name_of
from facilitator.vault.header import HEAD_BYTES, Header, HolderKind, parse
from facilitator.vault.headerfiles import Found
from facilitator.vault.holders import OpenHolder, Secret, new_block, new_holder, open_with, rewrap
from facilitator.vault.keys import KdfCost, Keys
from facilitator.vault.lockfile import LockFile
from facilitator.vault.recovery import PendingRecovery
from facilitator.vault.rollback import LastSeen, RollBack, mark, rolled_back

if TYPE_CHECKING:
    from facilitator.vault.backup import BackupAge, BackupFacts


BACKUPS = "backups"


@dataclass(frozen=True, slots=True)
class Entry:
    """All that is needed to open a vault's database: who opens it, with which keys, from which header."""

    opened: OpenHolder
    keys: Keys
    header: Header


class UnlockedVault:
    """A vault opened by one facilitator. All but `interrupt` and `drafts` belongs to the thread that opened it."""

    def __init__(self, folder: Path, lock: LockFile, entry: Entry, raw: bytes, store: Store, clock: Clock, *,
                 seen: LastSeen | None = None, after_crash: bool = False, healed: bool = False,
                 warning: RollBack | None = None) -> None:
        self.folder = folder
        self.name = name_of(folder)
        self.store = store
        self.opened_after_crash = after_crash
        self.healed = healed
        self.rolled_back = warning
        self._lock = lock
        self._opened = entry.opened
        self._keys = entry.keys
        self._header = entry.header
        self._raw = raw
        self._clock = clock
        self._seen = seen
        self._closed = False
        holder = entry.opened.holder
        store.by = holder.id
        self.drafts = Drafts(folder, entry.header.vault_id, holder.id, holder.public, entry.opened.private, clock)

    @property
    def holder(self) -> bytes:
        """The holder id of who unlocked: the facilitator's row in the store names it."""
        return self._opened.holder.id

    @property
    def vault_id(self) -> bytes:
        """The vault's random id, the same in all its copies."""
        return self._header.vault_id

    @property
    def copy_id(self) -> bytes:
        """The random id of this copy of the vault."""
        return self._header.copy_id

    @property
    def sample(self) -> bool:
        """Whether this is a sample with invented people."""
        return self._header.sample

    @property
    def facts(self) -> VaultFacts:
        """What is told of this vault from outside."""
        return glance.facts(self.folder)

    @property
    def recovery_live(self) -> bool:
        """Whether a recovery code was typed back and would open the vault."""
        return self._header.recovery is not None

    @property
    def closed(self) -> bool:
        """Whether it was closed already."""
        return self._closed

    def new_recovery(self) -> PendingRecovery:
        """A fresh recovery code to print or copy by hand; it opens nothing until it is confirmed."""
        return PendingRecovery(recovery.new_code(), self._header.vault_id)

    def confirm_recovery(self, pending: PendingRecovery, typed: str) -> None:
        """Make a code live, once it was typed back in full; an older code stops working. Raises WrongRecoveryCode."""
        if pending.vault_id != self._header.vault_id:
            raise WrongRecoveryCode
        slip = pending.slip(typed)
        if slip:
            raise WrongRecoveryCode(slip)
        holder = new_holder(self._header.vault_id, HolderKind.RECOVERY, recovery.secret_of(pending.code),
                            self._header.generation, self._keys.data).holder
        self._write(self._header.without_recovery().with_holder(holder))

    def set_passphrase(self, old: str, new: str, kdf: KdfCost | None = None) -> None:
        """Change my passphrase. Raises WrongPassphrase, WeakPassphrase, LowMemory; the old one holds until then."""
        passphrase.require(new, (self.name,))
        mine = next(u for u in self._opened.holder.unlockers if u.block)
        block = self._header.block(mine.block)
        if block is None:
            raise WrongPassphrase
        found = open_with(self._header, Secret.passphrase(old, block))
        if found is None or found.holder.id != self.holder:
            raise WrongPassphrase
        self._write(rekeyed(self._header, self._opened, new, kdf or block.cost))
        self._opened = replace(self._opened, holder=next(h for h in self._header.holders if h.id == self.holder))

    def backup(self, destination: Path, progress: Progress = no_progress) -> BackupFacts:
        """A verified backup, into a folder under a dated name or to a file; never writes over anything."""
        from facilitator.vault import backup

        made = backup.make(self.folder, self.store, self._header, self._keys, destination, self._clock, progress)
        backup.note(self.store, made, self._clock)
        return made

    def prove(self, file: Path, progress: Progress = no_progress) -> BackupFacts:
        """Prove that a backup of this vault opens, without asking for the words again. Raises NotABackup."""
        from facilitator.vault.backup import prove_with

        return prove_with(file, self._header.vault_id, self._keys, self._clock, progress)

    @property
    def backup_age(self) -> BackupAge:
        """How old the newest backup is that was made from here."""
        from facilitator.vault.backup import age

        return age(self.store, self._clock)

    def interrupt(self) -> None:
        """Stop what the store is doing; may be called from any thread."""
        self.store.interrupt()

    def lock(self) -> None:
        """Interrupt, roll back, close and seal; then a fresh process takes over."""
        if not self._closed:
            self.store.interrupt()
            self.store.rollback()
            self.close()

    def close(self) -> None:
        """Close and seal. Raises NoSpace and its like; the next opening then looks it over, and nothing is lost."""
        if self._closed:
            return
        self._closed = True
        data = self.folder / self._header.data_name
        try:
            head = head_of(self.store)
            self.store.close()
            if sealing.journal_size(data):
                raise PlaceGone(self.folder.name)  # the disk failed, and the next opening puts it right
            with files.told(self.folder.name):
                seal = sealing.seal_of(data, self._keys.seal)
            self._write(replace(self._header, seal=seal, journal=head))
        finally:
            self.store.close()
            self._lock.release()

    def _write(self, header: Header) -> None:
        """Put a changed header into both copies; it counts only once both stand."""
        header, raw = signed(header, self._keys, self._clock)
        headerfiles.write(self.folder, raw, self._raw)
        self._header, self._raw = header, raw
        note_seen(self._seen, header)


def signed(header: Header, keys: Keys, clock: Clock) -> tuple[Header, bytes]:
    """The next version of a header, and its bytes."""
    following = replace(header, sequence=header.sequence + 1, written_at=max(0, clock.now_ms()))
    raw = following.pack(keys.header)
    parse(raw)  # A header that we could not read again must never reach the disk.
    return following, raw


def head_of(store: Store) -> bytes:
    """The journal's head as the header keeps it; empty where this copy has no entry yet."""
    head = store.journal_head()
    return head if len(head) == HEAD_BYTES else b""


def note_seen(seen: LastSeen | None, header: Header) -> None:
    """Remember on this laptop how far the vault is."""
    if seen is not None:
        seen.note(mark(header), header.sequence, header.written_at)


def rekeyed(header: Header, opened: OpenHolder, words: str, cost: KdfCost) -> Header:
    """The header with new words for one holder: a fresh block where nobody else needs the old one. Raises LowMemory."""
    others = {u.block for h in header.holders if h.id != opened.holder.id for u in h.unlockers if u.block}
    kept = tuple(b for b in header.blocks if b.id in others)
    usable = [b for b in kept if not b.cost.weaker_than(cost)]
    if usable:
        block, blocks = usable[-1], kept
    elif len(kept) < 2:
        block = new_block(cost)
        blocks = (*kept, block)
    else:
        block, blocks = kept[-1], kept
    holder = rewrap(header.vault_id, opened, Secret.passphrase(words, block))
    return replace(header, blocks=blocks).with_holder(holder)


def open_data(folder: Path, lock: LockFile, found: Found, entry: Entry, clock: Clock, *, seen: LastSeen | None,
              progress: Progress) -> UnlockedVault:
    """From keys to an open store: check the seal, take it away, open, and look all over after an unclean close.

    `entry.header` is `found.header` with what this opening changes in it. A refusal leaves the files as they were.
    """
    before = found.header
    data = folder / before.data_name
    clean = before.seal is not None
    sealing.check_files(data, clean)
    if before.seal is not None:
        sealing.check_seal(data, before.seal, entry.keys.seal)
    with files.told(folder.name):
        made = sealing.prepare_journal(data)
        files.sweep_parts(folder)
        files.sweep_parts(folder / DRAFTS)
        files.sweep_parts(folder / BACKUPS)
    header, raw = signed(replace(entry.header, seal=None), entry.keys, clock)
    warning = rolled_back(before, seen) if seen is not None else None
    headerfiles.write(folder, raw, found.raw)
    facts = StoreFacts(header.vault_id, header.copy_id, header.generation.number, header.sample)
    try:
        store = Store.open(data, entry.keys.database, facts, clock,
                           before_migrating=lambda old: _keep_older(folder, old, header, entry.keys, clock))
    except Exception:
        _put_back(folder, data, found, entry.keys, made)
        raise
    try:
        if not clean:
            look_over(store, before, progress)
    except BaseException:
        store.close()
        raise
    note_seen(seen, header)
    return UnlockedVault(folder, lock, replace(entry, header=header), raw, store, clock, seen=seen,
                         after_crash=not clean, healed=bool(found.hurt), warning=warning)


def look_over(store: Store, before: Header, progress: Progress) -> None:
    """All checks there are, after an unclean close. Raises VaultTorn; raises what `progress` raises."""
    store.integrity(progress)
    if before.journal and not store.journal_holds(before.journal):
        raise VaultSwapped


def _keep_older(folder: Path, store: Store, header: Header, keys: Keys, clock: Clock) -> None:
    """A verified backup of a vault that an older version of the app made, before its schema is brought up to date."""
    from facilitator.vault import backup

    kept = folder / BACKUPS
    with files.told(folder.name), contextlib.suppress(FileExistsError):
        files.make_folder(kept)
    backup.make(folder, store, header, keys, kept, clock)


def _put_back(folder: Path, data: Path, found: Found, keys: Keys, made_journal: bool) -> None:
    """Undo the beginning of an opening that was refused; a seal comes back only to a file that is still as sealed."""
    seal = found.header.seal
    with contextlib.suppress(OSError, UserError):
        if seal is None:
            headerfiles.write(folder, found.raw)
        elif sealing.seal_of(data, keys.seal) == seal and not sealing.journal_size(data):
            headerfiles.write(folder, found.raw)
            if made_journal:
                sealing.journal(data).unlink()
