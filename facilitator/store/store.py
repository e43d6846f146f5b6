"""The store: the one open database of a vault, and the only door to it."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.ids import Id, hash_id
from facilitator.model.progress import Cancelled, Progress, no_progress
from facilitator.model.search import Hit
from facilitator.store import check, copying, opening
from facilitator.store.changes import ChangeLog
from facilitator.store.command import Command
from facilitator.store.connection import Connection, journal_path
from facilitator.store.facts import CopyFacts, StoreFacts, UndoStep
from facilitator.store.journal import Entry, Journal
from facilitator.store.migrations import MIGRATIONS, Migration
from facilitator.store.refusals import DriverError, DriverMisuse, file_refusals, refusals
from facilitator.store.register import TABLES
from facilitator.store.rows import Rows
from facilitator.store.search import Search
from facilitator.store.undo import Step, UndoStack, take_back
from facilitator.store.versions import DATED, DAY_MS, ERASED


class Store:
    """An open database. Made by `create` or `open`; used by one thread, but for `interrupt`."""

    def __init__(self, path: Path, connection: Connection, clock: Clock, facts: StoreFacts) -> None:
        self.path = path
        self.facts = facts
        self.by: Id = b""
        """The holder id of who works now; set by the vault."""
        self.last_change = Change()
        self._clock = clock
        self._connection = connection
        self._rows = Rows(connection)
        self._search = Search(connection, clock.today)
        self._journal = Journal(connection, facts.copy_id)
        self._undo = UndoStack()
        self._log: ChangeLog | None = None
        self._running: Command | None = None
        self._stopped = False
        self._revisions: dict[str, int] = {}

    # ------------------------------------------------------------ making and opening
    @classmethod
    def create(cls, path: Path, key: bytes, facts: StoreFacts, clock: Clock) -> Store:
        """A new database under a raw key of 32 bytes. Raises PlaceTaken, NoSpace; a half-made file does not stay."""
        connection = opening.make(path, key, facts)
        try:
            with refusals(path):
                store = cls(path, connection, clock, facts)
                store._ready()
                store._note("store.create")
            return store
        except BaseException:
            connection.close()
            opening.remove(path)
            raise

    @classmethod
    def open(
        cls, path: Path, key: bytes, facts: StoreFacts, clock: Clock, *, new_copy: bool = False,
        before_migrating: Callable[[Store], object] | None = None, migrations: tuple[Migration, ...] = MIGRATIONS,
    ) -> Store:
        """Open what is there; never makes a file.

        `new_copy` lets the copy id differ, once, after a restore. `before_migrating` is handed the store while its
        schema is still the old one, to keep a verified copy; without it the copy is put beside the file.
        Raises PlaceMissing, VaultTorn, VaultSwapped, NewerVault, JournalMissing; the file is untouched then.
        """

        def keep(connection: Connection, found: StoreFacts) -> None:
            old = cls(path, connection, clock, found)
            old.settle()  # else the copy would be refused for what a cut-off save left in the journal
            if before_migrating is None:
                old.write_copy(_older_copy(path), key)
            else:
                before_migrating(old)

        connection, found = opening.enter(path, key, facts, new_copy=new_copy, migrations=migrations,
                                          before_migrating=keep)
        try:
            with refusals(path):
                store = cls(path, connection, clock, found)
                store._ready()
            return store
        except BaseException:
            connection.close()
            raise

    def _ready(self) -> None:
        self._log = ChangeLog(self._connection, TABLES)

    def close(self) -> None:
        """Roll back what runs, close the file, forget undo. Closing twice is fine."""
        self._running = None
        self._search.forget()
        self._connection.close()
        self._undo = UndoStack()

    # ------------------------------------------------------------ commands
    @contextmanager
    def command(self, kind: str, undo: bool = True) -> Iterator[Command]:
        """Run one command: everything in the block happens, or nothing does.

        A command inside a command joins it: one transaction, one step. What the driver says becomes a UserError here.
        """
        if self._running is not None:
            yield from self._join(self._running)
            return
        self._check_running()
        command = Command(kind, undo, self._rows, self._clock, self._check_running)
        with refusals(self.path):
            at = self._clock.now_ms()
            self._connection.execute("BEGIN IMMEDIATE")
            self._running = command
            try:
                self._connection.execute("UPDATE clock SET n = n + 1, by = ?, at = ?", (self.by, at))
                yield command
                if command.broken:
                    raise RuntimeError("a command inside this one failed, so this one cannot be kept")
                self._finish(command, at)
            except BaseException:
                self._roll_back()
                raise
            finally:
                self._running = None

    def _join(self, outer: Command) -> Iterator[Command]:
        try:
            yield outer
        except BaseException:
            outer.broken = True
            raise

    def _finish(self, command: Command, at: int) -> None:
        if self._log is None:
            raise RuntimeError("this store is not open for writing")
        changed = self._log.take()
        if not changed:
            self._connection.execute("ROLLBACK")
            self.last_change = command.finish(())
            return
        self._search.follow(changed)
        if any(one.table in DATED for one in changed):
            at -= at % DAY_MS
            self._connection.execute("UPDATE clock SET at = ?", (at,))
        self._journal.add(command.kind, self.by, at, changed)
        self._check_running()
        self._commit()
        if command.forgets or any(one.state_after == ERASED for one in changed):
            self._undo = UndoStack()  # older steps still hold what has just been taken away
        if command.undo:
            self._undo.push(Step(command.kind, command.label, changed))
        self.last_change = command.finish(changed)
        for area in self.last_change.areas:
            self._revisions[area] = self.revision(area) + 1

    def revision(self, area: str) -> int:
        """How many commands have touched an area since this store was opened: for whoever remembers what it read."""
        return self._revisions.get(area, 0)

    def _commit(self) -> None:
        """Commit; told apart is the disk that fails after the save already stands, so that a retry makes no double."""
        wanted = self._journal.head()
        try:
            self._connection.execute("COMMIT")
        except DriverError:
            self._journal.forget()
            if self._connection.in_transaction or self._journal.head() != wanted:
                raise
            # It stands, but may still be taken back by a power cut: one more commit settles it, or refuses.
            self._connection.execute("UPDATE clock SET n = n + 1")

    def note(self, kind: str) -> None:
        """An entry in the journal about something that leaves the vault and changes no row. Raises NoSpace, …"""
        self._check_running()
        if self._running is not None:
            raise RuntimeError("no note while a command runs: its own entry tells")
        with refusals(self.path):
            self._note(kind)

    def _note(self, kind: str) -> None:
        """An entry in the journal that changes no row."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            self._journal.add(kind, self.by, self._clock.now_ms(), ())
            self._connection.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    def settle(self) -> None:
        """Have nothing of a cut-off save stay in the journal, once the file was found whole after an unclean close.

        What was cut off before it reached the file leaves a journal that SQLite does not take for one, and lets lie.
        """
        with file_refusals(self.path):
            if journal_path(self.path).stat().st_size:
                self._connection.execute("BEGIN IMMEDIATE")
                try:
                    self._connection.execute("UPDATE clock SET n = n + 1")
                    self._connection.execute("COMMIT")
                except BaseException:
                    self._roll_back()
                    raise

    # ------------------------------------------------------------ undo
    @property
    def undo_label(self) -> str | None:
        """The label of what would be taken back next, None when there is nothing."""
        return None if self._undo.top is None else self._undo.top.label

    def undoable(self, row: Id) -> bool:
        """Whether the newest command changed this very row, and did not make it: what its own page may take back."""
        step = self._undo.top
        return step is not None and any(one.id == row and not one.made for one in step.changed)

    def undo(self, of: Id | None = None) -> UndoStep | None:
        """Take the newest command back, as a command; None when there is nothing. Can be tried again if it fails.

        With `of` only one that changed that very row: a page's own Undo never reaches beyond what the page shows.
        """
        if self._running is not None:
            raise RuntimeError("no undo while a command runs")
        step = self._undo.top
        if step is None or (of is not None and not self.undoable(of)):
            return None
        with self.command(f"undo {step.kind}", undo=False) as command:
            command.label = step.label
            take_back(step, self._rows)
        self._undo.drop()
        return UndoStep(step.kind, step.label, command.change())

    # ------------------------------------------------------------ questions
    def one(self, sql: str, params: Sequence[Any] = ()) -> dict[str, Any] | None:
        """The first row of a question, None when there is none. Read `<table>_live` views to leave out the bin."""
        with refusals(self.path):
            cursor = self._ask(sql, params)
            row = cursor.fetchone()
            cursor.close()
            return None if row is None else dict(zip(_names(cursor), row, strict=True))

    def all(self, sql: str, params: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """Every row of a question."""
        with refusals(self.path):
            cursor = self._ask(sql, params)
            names = _names(cursor)
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def search(
        self, text: str, kinds: Collection[str] | None = None, limit: int = 20, each: int | None = None
    ) -> list[Hit]:
        """What the search box finds for some typed words, at most `each` of a kind; any text is safe."""
        self._check_running()
        with refusals(self.path):
            return self._search.find(text, kinds, limit, each)

    def setting(self, key: str) -> Any:
        """What `Command.put_setting` kept under a key, None where there is nothing."""
        row = self.one("SELECT value FROM setting_live WHERE id = ?", (hash_id("setting", key),))
        return None if row is None else json.loads(row["value"])

    def touched(self, id: Id) -> tuple[bytes, int] | None:
        """Who last saved a row and when (ms UTC), None when there is no such row."""
        row = self.one(f"SELECT by, at FROM ledger WHERE id = ? AND state <> {ERASED}", (id,))
        return None if row is None else (row["by"], row["at"])

    def counts(self) -> dict[str, int]:
        """Live rows of every shared table."""
        self._check_running()
        with refusals(self.path):
            return check.counts(self._connection)

    def fingerprint(self) -> bytes:
        """A hash (32 bytes) of every id with its live versions."""
        self._check_running()
        with refusals(self.path):
            return check.fingerprint(self._connection)

    def integrity(self, progress: Progress = no_progress) -> None:
        """Look at everything, in slices; `progress` may raise Cancelled. Raises VaultTorn."""
        self._check_running()
        with refusals(self.path):
            check.integrity(self._connection, self._journal, progress)

    # ------------------------------------------------------------ journal
    def journal_head(self) -> bytes:
        """The newest journal entry's hash (32 bytes), for the vault's header."""
        with refusals(self.path):
            return self._journal.head()

    def journal_holds(self, head: bytes) -> bool:
        """Whether the journal still continues from an earlier head."""
        with refusals(self.path):
            return self._journal.holds(head)

    def journal(self, limit: int = 100) -> tuple[Entry, ...]:
        """The newest journal entries, newest first."""
        with refusals(self.path):
            return self._journal.entries(limit)

    def purge_journal(self, before_ms: int) -> int:
        """Let journal entries older than a moment go, leaving a checkpoint; how many went. Cannot be undone."""
        self._check_running()
        with refusals(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._connection.execute("UPDATE clock SET quiet = 1")
                gone = self._journal.purge(before_ms)
                self._connection.execute("UPDATE clock SET quiet = 0")
                self._journal.forget()
                self._journal.add("journal.purge", self.by, self._clock.now_ms(), ())
                self._connection.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise
        return gone

    # ------------------------------------------------------------ copies, interruption
    @property
    def size(self) -> int:
        """Bytes of the file, at this moment."""
        with file_refusals(self.path):
            return copying.size(self._connection, self.path)

    def pieces(self, progress: Progress = no_progress) -> Iterator[bytes]:
        """The file's own bytes, encrypted as they lie on the disk, slice by slice; save nothing before the last one.

        Another thread may take the slices while this one asks. Raises BackupFailed where they are not at rest, and
        what a failing disk means.
        """
        self._check_running()
        if self._running is not None:
            raise RuntimeError("no copy while a command runs")
        found = copying.pieces(self._connection, self.path, progress)

        def still_wanted() -> Iterator[bytes]:
            for piece in found:
                self._check_running()
                yield piece

        return still_wanted()

    def write_copy(
        self, path: Path, key: bytes, *, facts: StoreFacts | None = None, progress: Progress = no_progress
    ) -> CopyFacts:
        """A consistent, verified copy in a new file under `key`, with other facts stamped in if given (rekey).

        Raises PlaceTaken, NoSpace, PlaceGone, BackupFailed; no half-made file stays.
        """
        self._check_running()
        if self._running is not None:
            raise RuntimeError("no copy while a command runs")
        with refusals(self.path):
            return copying.write_copy(self._connection, path, key, facts, progress)

    def become(self, other: Store) -> None:
        """Go on in the file of another store, opened on a copy of this one: the vault has a new key.

        This one's file is closed, what could be undone cannot be any more, and `other` is used up.
        """
        if self._running is not None:
            raise RuntimeError("not while a command runs")
        old = self._connection
        self._search.forget()
        self.path, self.facts, self._connection = other.path, other.facts, other._connection
        self._rows, self._search, self._journal, self._log = other._rows, other._search, other._journal, other._log
        self._undo = UndoStack()
        with suppress(DriverError):
            old.close()

    def interrupt(self) -> None:
        """Stop what runs, from any thread: it raises Cancelled, and so does all that follows, until `rollback`."""
        self._stopped = True
        with suppress(DriverMisuse):  # closed already
            self._connection.interrupt()

    def rollback(self) -> None:
        """Take back what a running or interrupted command has written; the store can be used again."""
        self._stopped = False
        self._running = None
        self._roll_back()

    def _roll_back(self) -> None:
        self._journal.forget()
        # After a disk error SQLite has often rolled back by itself, or does so when it next reads.
        with suppress(DriverError):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _check_running(self) -> None:
        if self._stopped:
            raise Cancelled

    def _ask(self, sql: str, params: Sequence[Any]) -> Any:
        self._check_running()
        if not sql.lstrip().lower().startswith(("select", "with")):
            raise ValueError("questions only; writing goes through a command")
        return self._connection.execute(sql, tuple(params))


def _names(cursor: Any) -> tuple[str, ...]:
    return tuple(column[0] for column in cursor.description)


def _older_copy(path: Path) -> Path:
    n = 1
    while (kept := path.with_name(f"{path.stem}-before-update-{n}{path.suffix}")).exists():
        n += 1
    return kept
