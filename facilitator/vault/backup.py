"""Backups: made, read back and written down; the newest one's age is always at hand."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from facilitator.errors import PlaceMissing, PlaceTaken, UserError
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.ids import Id
from facilitator.model.progress import Cancelled, Progress, no_progress
from facilitator.store import Store
from facilitator.vault import archive, files
from facilitator.vault.archive import Manifest
from facilitator.vault.changing import head_of
from facilitator.vault.glance import BACKUPS, local, name_of
from facilitator.vault.header import Header
from facilitator.vault.keys import Keys

AMBER_DAYS = 7
RED_DAYS = 30
DRILL_DAYS = 90
MADE_KEYS = ("backup_made ", "backup_made!")
"""Between these lie the keys of what is written down of the backups that were made."""
_KEY = "last_backup"
_PROOF = "last_proof"
_MADE, _BEGUN = MADE_KEYS[0], "backup_begun "
"""One backup, one row, so that two copies of a vault can bring theirs together."""


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """What a backup holds: where it lies, when it was made (local wall time), live rows by table, and a fingerprint."""

    path: Path
    made_at: datetime
    counts: Mapping[str, int]
    fingerprint: bytes
    vault_id: bytes
    has_recovery: bool


@dataclass(frozen=True, slots=True)
class Recorded:
    """A backup as the vault remembers it: made when (local wall time and milliseconds UTC), called what, put where.

    `place` is the name of the folder or stick. `holders` are those whose words or code open it: who could open the
    vault at that moment; `generation` is that of the data key it was made under.
    """

    id: Id
    made_at: datetime
    made_ms: int
    file: str
    place: str
    generation: int
    holders: frozenset[bytes]

    def opens_for(self, holder: bytes) -> bool:
        """Whether somebody can open it with the words of that time, also after they were removed from the vault."""
        return holder in self.holders

    def may_hold(self, since_ms: int) -> bool:
        """Whether something that was entered at a moment, and erased since, may still be in it."""
        return self.made_ms >= since_ms


@dataclass(frozen=True, slots=True)
class Drill:
    """Whether it is time to prove that a backup opens; `last` is when one was proved (local), None for never."""

    last: datetime | None
    due: bool


class AgeLevel(StrEnum):
    """How pressing the next backup is."""

    NONE = "none"
    """There is no backup yet."""
    FINE = "fine"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class BackupAge:
    """How old the newest backup is, in whole days; None where there is none. `made_at` is local wall time."""

    days: int | None
    made_at: datetime | None
    level: AgeLevel


def make(folder: Path, store: Store, header: Header, keys: Keys, destination: Path, clock: Clock,
         progress: Progress = no_progress) -> BackupFacts:
    """A verified backup of an open vault, into a folder under a dated name or to a file of that name.

    Raises PlaceTaken, PlaceMissing, BackupFailed, NoSpace, ReadOnlyPlace, PlaceGone; nothing half done stays.
    """
    path = _target(folder, destination, clock)
    made: list[Manifest] = []

    def describe() -> archive.Describe:
        now = max(0, clock.now_ms())
        made.append(Manifest(header.vault_id, header.copy_id, header.generation.number, schema_of(store), now,
                             clock.now().isoformat(timespec="minutes"), store.counts(), store.fingerprint()))
        head = head_of(store)

        def beside(seal: bytes) -> tuple[bytes, bytes]:
            raw = replace(header, seal=seal, journal=head, written_at=now).pack(keys.header)
            return raw, made[0].sealed(keys, raw)

        return beside

    with files.told(path.parent.name):
        try:
            archive.write(path, store.pieces(half_of(progress, 0)), store.size, keys, describe, half_of(progress, 1))
        except FileExistsError as error:
            raise PlaceTaken(path.name) from error
    return facts_of(path, made[0], header)


def make_and_record(folder: Path, store: Store, header: Header, keys: Keys, destination: Path, clock: Clock,
                    progress: Progress = no_progress) -> BackupFacts:
    """As `make`, and written down in the vault: before, so that a cut leaves nothing behind for ever, and after."""
    path = _target(folder, destination, clock)
    sweep(store)
    begun = _BEGUN + str(path.absolute())
    with store.command("backup.begin", undo=False) as command:
        command.put_setting(begun, str(path.absolute()))
    try:
        made = make(folder, store, header, keys, path, clock, progress)
    except BaseException:
        with contextlib.suppress(UserError, Cancelled), store.command("backup.give_up", undo=False) as command:
            command.bin_setting(begun)
        raise
    note(store, made, header, clock, begun)
    return made


def note(store: Store, facts: BackupFacts, header: Header, clock: Clock, begun: str = "") -> None:
    """Write down in the vault that a backup was made, for its age, and who can open it."""
    now = clock.now_ms()
    said = {"made": now, "file": facts.path.name, "place": facts.path.absolute().parent.name,
            "generation": header.generation.number, "holders": sorted(holder.id.hex() for holder in header.holders)}
    with store.command("backup.make", undo=False) as command:
        command.put_setting(_KEY, now)
        command.put_setting(f"{_MADE}{now} {facts.path.absolute()}", said)
        if begun:
            command.bin_setting(begun)


def recorded(store: Store) -> tuple[Recorded, ...]:
    """Every backup that was written down, newest first; those that were said to be destroyed are left out."""
    rows = store.all("SELECT id, value FROM setting_live WHERE key >= ? AND key < ?", MADE_KEYS)
    found = [_recorded(row["id"], json.loads(row["value"])) for row in rows]
    return tuple(sorted(found, key=lambda one: one.made_ms, reverse=True))


def destroyed(store: Store, id: Id) -> Change:
    """Somebody says that a backup is no more: it is not counted on, nor warned of. Raises NotFound."""
    with store.command("backup.destroyed") as command:
        command.bin("setting", id)
        command.label = _("The backup is off the list.")
    return replace(command.change(), areas=frozenset({"safekeeping"}))


def sweep(store: Store) -> None:
    """Throw away what a backup that was cut off left unfinished; where a stick is not plugged in, at a later time."""
    rows = store.all("SELECT id, value FROM setting_live WHERE key >= ? AND key < ?", (_BEGUN, _BEGUN[:-1] + "!"))
    for row in rows:
        path = Path(json.loads(row["value"]))
        if not files.in_sight(path.parent):
            continue
        with contextlib.suppress(OSError):
            path.with_name(path.name + files.PART).unlink(missing_ok=True)
            with store.command("backup.sweep", undo=False) as command:
                command.bin("setting", row["id"])


def note_proof(store: Store, clock: Clock) -> None:
    """Write down that a backup was opened and looked all over today."""
    with store.command("backup.prove", undo=False) as command:
        command.put_setting(_PROOF, clock.now_ms())


def last_folder(store: Store) -> Path | None:
    """The folder that the newest backup went to, on the laptop that made it; None where none is written down."""
    rows = store.all("SELECT key FROM setting_live WHERE key >= ? AND key < ?", MADE_KEYS)
    made = [row["key"].removeprefix(_MADE).partition(" ") for row in rows]
    newest = max(made, key=lambda one: int(one[0]), default=None)
    return None if newest is None else Path(newest[2]).parent


def drill(store: Store, clock: Clock) -> Drill:
    """Whether it is 90 days since a backup was proved to open, or since the first was made."""
    last: int | None = store.setting(_PROOF)
    made = recorded(store)
    since = last if last is not None else made[-1].made_ms if made else None
    due = since is not None and clock.now_ms() - since >= DRILL_DAYS * 86_400_000
    return Drill(None if last is None else local(last), due)


def age(store: Store, clock: Clock) -> BackupAge:
    """How old the newest backup is that was made from this vault."""
    made_ms: int | None = store.setting(_KEY)
    if made_ms is None:
        return BackupAge(None, None, AgeLevel.NONE)
    days = max(0, (clock.now_ms() - made_ms) // 86_400_000)
    level = AgeLevel.RED if days >= RED_DAYS else AgeLevel.AMBER if days >= AMBER_DAYS else AgeLevel.FINE
    return BackupAge(days, local(made_ms), level)


def _recorded(id: Id, said: dict[str, Any]) -> Recorded:
    return Recorded(id, local(said["made"]), said["made"], said["file"], said["place"], said["generation"],
                    frozenset(bytes.fromhex(holder) for holder in said["holders"]))


def keep(folder: Path, store: Store, header: Header, keys: Keys, clock: Clock, progress: Progress = no_progress,
         why: str = "") -> BackupFacts:
    """A verified copy in the vault's own folder, which is not written down: the folder itself tells of it."""
    kept = folder / BACKUPS
    with files.told(folder.name), contextlib.suppress(FileExistsError):
        files.make_folder(kept)
    return make(folder, store, header, keys, _target(folder, kept, clock, why), clock, progress)


def _target(folder: Path, destination: Path, clock: Clock, why: str = "") -> Path:
    if not files.is_folder(destination):
        if files.taken(destination):
            raise PlaceTaken(destination.name)
        if not files.is_folder(destination.parent):
            raise PlaceMissing(destination.parent.name)
        return destination
    first = " ".join(filter(None, (name_of(folder), why, f"{clock.now():%Y-%m-%d %H-%M}")))
    path, n = destination / (first + archive.ENDING), 1
    while files.taken(path):
        n += 1
        path = destination / f"{first} ({n}){archive.ENDING}"
    return path


def schema_of(store: Store) -> int:
    """The number of the store's schema."""
    row = store.one("SELECT user_version FROM pragma_user_version")
    return 0 if row is None else int(row["user_version"])


def facts_of(path: Path, manifest: Manifest, header: Header) -> BackupFacts:
    """What a backup holds, from its manifest."""
    return BackupFacts(path, datetime.fromisoformat(manifest.made_at), manifest.counts, manifest.fingerprint,
                       manifest.vault_id, header.recovery is not None)


def half_of(progress: Progress, half: int) -> Progress:
    """Progress over one half (0 or 1) of a longer way, told in thousandths."""
    return lambda done, total: progress(500 * half + 500 * done // max(total, 1), 1000)
