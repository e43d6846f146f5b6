"""Connecting to the encrypted file: the one module that knows the driver and every setting it is used with."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlcipher3 import dbapi2 as driver

from facilitator.store.refusals import refusals

if TYPE_CHECKING:
    from sqlite_utils import Database

Connection: TypeAlias = Any
"""The driver's connection; it has no types of its own."""


class _Connection(driver.Connection):  # type: ignore[misc]
    """The driver's connection, with a second handle on its file for reading the bytes as they lie there."""

    _handle: int | None = None

    def handle(self, path: Path) -> int:
        """A handle for reading. It stays open as long as the connection: closing any would drop SQLite's lock."""
        if self._handle is None:
            self._handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        return self._handle

    def close(self) -> None:
        super().close()
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

APPLICATION_ID = 0x46434C54
"""Stamped into the file: FCLT."""

PAGE = 4096
"""Bytes a page."""

_BEFORE_KEY = ("cipher_log_level = NONE",)
_SETTINGS = (
    f"cipher_page_size = {PAGE}",
    "temp_store = MEMORY",  # on disk it leaked plain text
    "locking_mode = EXCLUSIVE",
    "journal_mode = TRUNCATE",  # not WAL: a flipped byte in a left-over one loses saves in silence
    "synchronous = EXTRA",
    "secure_delete = ON",
    "foreign_keys = ON",
    "recursive_triggers = ON",  # without it REPLACE passes the delete trigger and wipes a row's history
    "trusted_schema = OFF",
    "mmap_size = 0",
    "cache_size = -1000",  # kilobytes: the driver was built for 8 MB, which a large vault fills and is no quicker for
)


def connect(path: Path, key: bytes, *, create: bool = False) -> Connection:
    """A connection with every setting made. `key` is 32 bytes. Never makes a file unless asked; raises UserErrors."""
    if len(key) != 32:
        raise ValueError("a raw key has 32 bytes")
    with refusals(path):
        connection = driver.connect(
            f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}", uri=True, isolation_level=None,
            cached_statements=256, timeout=0, factory=_Connection,
        )
        try:
            for setting in _BEFORE_KEY:
                connection.execute(f"PRAGMA {setting}")
            connection.set_key(f"x'{key.hex()}'")  # like PRAGMA key, but not kept among the cached statements
            for setting in _SETTINGS:
                connection.execute(f"PRAGMA {setting}")
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except BaseException:
            connection.close()
            raise
    return connection


def database(connection: Connection) -> Database:
    """The connection in sqlite-utils' hands, for migrations alone: its import costs more than opening a vault."""
    # sqlite-utils looks for this name first, so its exceptions become the driver's own.
    sys.modules.setdefault("pysqlite3", sys.modules["sqlcipher3"])
    sys.modules.setdefault("pysqlite3.dbapi2", driver)
    from sqlite_utils import Database

    return Database(connection, execute_plugins=False)


def journal_path(path: Path) -> Path:
    """Where SQLite keeps the roll-back journal of a database."""
    return path.with_name(path.name + "-journal")


def prepare_journal(path: Path) -> bool:
    """Make the empty journal beside a database if there is none, and have the folder keep it; True when it was made.

    TRUNCATE makes it only at the first write; made beforehand, a missing one after an unclean close means tampering.
    """
    try:
        handle = os.open(journal_path(path), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return False
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    sync_folder(path.parent)
    return True


def sync_folder(folder: Path) -> None:
    """Have the disk keep the names in a folder (Windows keeps them by itself)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
