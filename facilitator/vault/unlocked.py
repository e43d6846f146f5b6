"""An unlocked vault: the open store, the header's keys at hand, and the way back to a closed and sealed folder."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.errors import (
    KeyringRefused,
    KeysFull,
    NoRecovery,
    NoSpace,
    NotFound,
    OwnKey,
    PlaceGone,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoveryCode,
)
from facilitator.model.clock import Clock
from facilitator.model.ids import Id
from facilitator.model.progress import Progress, no_progress
from facilitator.store import Store
from facilitator.vault import device, drafts, files, glance, headerfiles, passphrase, recovery, sealing
from facilitator.vault.changing import Entry, head_of, note_seen, rekeyed, signed, used_by_another, without
from facilitator.vault.drafts import Drafts
from facilitator.vault.glance import VaultFacts, name_of
from facilitator.vault.header import Block, Header, HolderKind, UnlockerKind, device_mark
from facilitator.vault.holders import Secret, new_holder, open_key, open_with, rewrap
from facilitator.vault.keys import KdfCost
from facilitator.vault.lockfile import LockFile
from facilitator.vault.parsing import MOST_HOLDERS
from facilitator.vault.personal import PersonalSeals
from facilitator.vault.recovery import PendingRecovery
from facilitator.vault.rollback import LastSeen, RollBack

if TYPE_CHECKING:
    from facilitator.vault.backup import BackupAge, BackupFacts, Drill, Recorded
    from facilitator.vault.carrying import CarriedOver
    from facilitator.vault.holding import Holding
    from facilitator.vault.snapshots import Snapshots


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
        self.recovered = entry.anew
        self.ended = False
        """Whether it was closed for good."""
        self.carried_over: CarriedOver | None = None
        """What it took over from the vault it replaces, where it was brought back over one a moment ago."""
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
        self.personal = PersonalSeals(entry.header.vault_id, entry.opened, lambda: self._header.facilitators)
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
    def ways_in(self) -> frozenset[bytes]:
        """The holder ids of all that opens it now: everybody's words, and the recovery code."""
        return frozenset(holder.id for holder in self._header.holders)

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
        if len(self._header.facilitators) >= MOST_HOLDERS:
            raise KeysFull
        holder = new_holder(self._header.vault_id, HolderKind.RECOVERY, recovery.secret_of(pending.code),
                            self._header.generation, self._keys.data).holder
        self._write(self._header.without_recovery().with_holder(holder))

    def try_recovery(self, typed: str) -> None:
        """See whether a code on paper is the live one, without using it up. Raises NoRecovery, WrongRecoveryCode."""
        if self._header.recovery is None:
            raise NoRecovery
        opened = open_with(self._header, recovery.secret_of(typed))
        if opened is None or open_key(self.vault_id, opened, self._header.generation) != self._keys.data:
            raise WrongRecoveryCode

    @property
    def names(self) -> tuple[str, ...]:
        """Names that others could guess in a passphrase: of the vault, the charity, its groups, rooms and team."""
        found = self.store.all("""select name from organisation_live union select name from groups_live
                                  union select name from venue_live union select name from facilitator_live""")
        return (self.name, *(row["name"] for row in found))

    def set_passphrase(self, old: str, new: str, kdf: KdfCost | None = None) -> None:
        """Change my passphrase. Raises WrongPassphrase, WeakPassphrase, LowMemory; the old one holds until then."""
        passphrase.require(new, self.names)
        block = self._check_words(old)
        if used_by_another(self._header, new, self.holder):
            raise WeakPassphrase("used")
        self._write_mine(rekeyed(self._header, self._opened, new, kdf or block.cost))

    def _check_words(self, words: str) -> Block:
        """The block of my words, once they were typed right. Raises WrongPassphrase, LowMemory."""
        mine = next(u for u in self._opened.holder.unlockers if u.block)
        block = self._header.block(mine.block)
        if block is None:
            raise WrongPassphrase
        found = open_with(self._header, Secret.passphrase(words, block))
        if found is None or found.holder.id != self.holder:
            raise WrongPassphrase
        return block

    def _write_mine(self, header: Header) -> None:
        self._write(header)
        self._opened = replace(self._opened, holder=next(h for h in self._header.holders if h.id == self.holder))

    # ------------------------------------------------------------ this computer's keyring
    @property
    def devices(self) -> frozenset[bytes]:
        """The holder ids of those whose key some computer's keyring opens as well, besides their words."""
        return frozenset(self._header.devices)

    @property
    def device_name(self) -> str | None:
        """The name that the keyring has for my key to this vault; None where only my words open it."""
        return self._header.devices.get(self.holder)

    def device_asked(self, words: str, kept_here: frozenset[str]) -> str:
        """Before a keyring shall open the vault for me: the name to keep the secret under, once my words are right.

        Raises WrongPassphrase, LowMemory, and KeyringRefused ("shared") where this account keeps another's secret.
        """
        self._check_words(words)
        if kept_here & {name for holder, name in self._header.devices.items() if holder != self.holder}:
            raise KeyringRefused("shared")
        return device_mark(self._header, self.holder)

    def add_device(self, secret: bytes) -> None:
        """Let a secret open the vault for me that a keyring keeps; an older one stops. The words work as before."""
        self._write_mine(self._header.with_holder(rewrap(self.vault_id, self._opened, device.secret(secret))))

    def remove_device(self) -> str:
        """Have only my words open the vault again; the name of what the keyring may forget."""
        self._write_mine(self._header.with_holder(self._opened.holder.without(UnlockerKind.DEVICE)))
        return device_mark(self._header, self.holder)

    # ------------------------------------------------------------ who can open it
    @property
    def facilitators(self) -> tuple[bytes, ...]:
        """The holder ids of everybody who can open the vault with words of their own, me among them."""
        return tuple(holder.id for holder in self._header.facilitators)

    def add_facilitator(self, words: str) -> bytes:
        """Give somebody a key of their own under words they typed; their holder id.

        Raises WeakPassphrase ("used" where they are somebody else's already), KeysFull, LowMemory, and what a failing
        disk means; then nobody new can open it.
        """
        if len(self._header.facilitators) >= MOST_HOLDERS - 1:  # one place is kept for the recovery
            raise KeysFull
        passphrase.require(words, self.names)
        if used_by_another(self._header, words):
            raise WeakPassphrase("used")
        secret = Secret.passphrase(words, self._header.blocks[-1])
        holder = new_holder(self._header.vault_id, HolderKind.FACILITATOR, secret, self._header.generation,
                            self._keys.data).holder
        self._write(self._header.with_holder(holder))
        return holder.id

    def remove_facilitator(self, holder: bytes, progress: Progress = no_progress) -> None:
        """Take somebody's key away and put the vault under a new one, without the others being there.

        What is written from now on does not open for them. Their half-typed text, which nobody else can open, goes
        too. Raises OwnKey, NotFound, Cancelled from `progress`, and what a failing disk means; then nothing changed.
        """
        from facilitator.vault import rekeying

        if holder == self.holder:
            raise OwnKey
        if holder not in self.facilitators:
            raise NotFound("key")
        entry = Entry(self._opened, self._keys, self._header)
        entry, self._raw = rekeying.rekey(self.folder, self.store, entry, self._raw, holder, self._clock, progress)
        self._opened, self._keys, self._header = entry.opened, entry.keys, entry.header
        note_seen(self._seen, self._header)
        drafts.discard_of(self.folder, holder)

    def drafts_of(self, holder: bytes) -> int:
        """How many half-typed texts somebody has here: sealed to them, so only their number can be told."""
        return len(drafts.paths_of(self.folder, holder))

    def withdraw(self, holder: bytes) -> None:
        """Take a key back that was given a moment ago, or whose words are lost: the vault's own key stays as it is.

        Half-typed text that was sealed to it goes too, as nobody can open it any more.
        """
        if holder == self.holder:
            raise OwnKey
        self._write(without(self._header, holder))
        drafts.discard_of(self.folder, holder)

    def backup(self, destination: Path, progress: Progress = no_progress) -> BackupFacts:
        """A verified backup, into a folder under a dated name or to a file; never writes over anything."""
        from facilitator.vault import backup

        return backup.make_and_record(self.folder, self.store, self._kept_header, self._keys, destination, self._clock,
                                      progress)

    @property
    def backups(self) -> tuple[Recorded, ...]:
        """The backups that were made from this vault and are not known to be destroyed, newest first."""
        from facilitator.vault import backup

        return backup.recorded(self.store)

    @property
    def last_backup_folder(self) -> Path | None:
        """Where the newest backup went; it need not be there any more, such as on a stick that was pulled."""
        from facilitator.vault import backup

        return backup.last_folder(self.store)

    @property
    def snapshots(self) -> Snapshots:
        """The copies that the vault keeps of itself in its own folder."""
        from facilitator.vault import snapshots

        return snapshots.look(self.folder)

    def holding(self, row: Id) -> Holding:
        """Which backups and copies may still hold a row, once it is erased here."""
        from facilitator.vault import holding

        return holding.holding(self, row, self._clock.now_ms())

    @property
    def beside(self) -> tuple[str, ...]:
        """The names of vaults that lie beside it and are older states of it."""
        from facilitator.vault import holding

        return holding.beside(self)

    def delete_older_copies(self) -> tuple[int, int]:
        """Delete what it kept of itself under keys it has no more; how many went, and how many could not."""
        from facilitator.vault import holding

        names = holding.under_older_keys(self.folder, self._header.generation.id)
        left = holding.delete(self.folder, names)
        return len(names) - left, left

    def delete_copies(self, names: tuple[str, ...]) -> int:
        """Delete copies that the vault keeps of itself, by name; how many could not be."""
        from facilitator.vault import holding

        return holding.delete(self.folder, names)

    def snapshot(self, budget: int, progress: Progress = no_progress) -> Path | None:
        """Keep a copy in the vault's own folder if anything changed since the last one; where it lies.

        Old copies go, so that all of them take `budget` bytes at most. Raises what `backup` raises.
        """
        from facilitator.vault import backup, snapshots

        if snapshots.is_current(self.folder, head_of(self.store)):
            return None
        made = backup.keep(self.folder, self.store, self._kept_header, self._keys, self._clock, progress).path
        snapshots.thin_out(self.folder, made, budget)
        return made

    def sweep(self) -> None:
        """Throw away what a backup that was cut off left unfinished, on a stick or elsewhere."""
        from facilitator.vault import backup

        backup.sweep(self.store)

    def prove(self, file: Path, progress: Progress = no_progress) -> BackupFacts:
        """Prove that a backup of this vault opens, without asking for the words again. Raises NotABackup."""
        from facilitator.errors import UserError
        from facilitator.vault import backup
        from facilitator.vault.proving import prove_with

        found = prove_with(file, self._header.vault_id, self._keys, self._clock, progress, self.folder)
        with suppress(UserError):  # it opens, whether or not the disk has room to say so
            backup.note_proof(self.store, self._clock)
        return found

    @property
    def drill(self) -> Drill:
        """Whether it is time to prove again that a backup opens."""
        from facilitator.vault import backup

        return backup.drill(self.store, self._clock)

    @property
    def backup_age(self) -> BackupAge:
        """How old the newest backup is that was made from here."""
        from facilitator.vault.backup import age

        return age(self.store, self._clock)

    def interrupt(self) -> None:
        """Stop what the store is doing; may be called from any thread."""
        self.store.interrupt()

    def lock(self, *, hand_over: bool = False) -> None:
        """Interrupt, roll back, close and seal; then a fresh process takes over.

        With `hand_over`, another process seals where that can be, so that the fresh one need not wait: sealing reads
        the whole file. Until it is sealed the vault's lock is held, and whoever opens it waits.
        """
        if not self._closed:
            self.store.interrupt()
            self.store.rollback()
            self.close(hand_over=hand_over)

    def close(self, *, hand_over: bool = False) -> None:
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
            if hand_over and self._hand_over(data, head):
                self._lock.give_away()
            else:
                self._seal(data, head)
        finally:
            self.store.close()
            self._lock.release()

    def _hand_over(self, data: Path, head: bytes) -> bool:
        from facilitator.vault import handing

        def seal() -> None:
            self._seal(data, head)
            self._lock.release()

        with files.told(self.folder.name):
            if data.stat().st_size < handing.WORTH_BYTES:
                return False
            self._lock.note_sealing()
        return handing.hand_over(seal)

    def _seal(self, data: Path, head: bytes) -> None:
        with files.told(self.folder.name):
            seal = sealing.seal_of(data, self._keys.seal)
        self._write(replace(self._header, seal=seal, journal=head))

    def end(self) -> tuple[str, ...]:
        """Close the vault for good: from here on nobody opens it, with no words and no code.

        Its files go; the names of what lies in its folder and is not ours. Backups elsewhere open as before. Raises
        what a failing disk means: it then opens still, or calling again goes on.
        """
        from facilitator.vault import ending

        self._closed = True
        self.store.close()
        left = ending.erase(self.folder)
        self.ended = True
        self._lock.release()
        ending.leave(self.folder)
        return left

    @property
    def _kept_header(self) -> Header:
        """The header for a backup: a keyring's secret, which can be taken away here, shall not open that for ever."""
        return self._header.without_devices()

    def _write(self, header: Header) -> None:
        """Put a changed header into both copies; it counts only once both stand."""
        header, raw = signed(header, self._keys, self._clock)
        try:
            headerfiles.write(self.folder, raw, self._raw)
        except NoSpace:  # a vault that cannot be sealed is looked all over at the next opening
            if not drafts.give_room(self.folder):
                raise
            headerfiles.write(self.folder, raw, self._raw)
        self._header, self._raw = header, raw
        note_seen(self._seen, header)
