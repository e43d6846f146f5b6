"""The seal of the database file: proof, from clean close to next opening, that not one byte was changed."""

from __future__ import annotations

import hmac
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.errors import JournalMissing, VaultSwapped, VaultTorn
from facilitator.vault import files

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.hmac import HMAC

_SLICE = 1 << 20
_NO_FILE = -1


def mark(key: bytes) -> HMAC:
    """An HMAC-SHA256 for whole files. Python's own may be the slow one, as the window leaves its OpenSSL out."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.hmac import HMAC

    return HMAC(key, SHA256())


def seal_of(path: Path, key: bytes) -> bytes:
    """HMAC-SHA256 of the whole file. Only while no connection has it open: closing a second handle drops its lock."""
    found = mark(key)
    buffer = bytearray(_SLICE)
    view = memoryview(buffer)
    with path.open("rb", buffering=0) as file:
        while got := file.readinto(buffer):
            found.update(view[:got])
    return found.finalize()


def check_files(data: Path, sealed: bool) -> None:
    """The database and its journal must be as the last close left them, before SQLite sees either.

    Raises VaultTorn, VaultSwapped, JournalMissing, or what a failing disk means.
    """
    with files.told(data.parent.name):
        try:
            found = data.lstat()
        except FileNotFoundError as error:
            others = any(data.parent.glob("data-*.db"))
            raise (VaultSwapped() if others else VaultTorn("missing")) from error
        if not stat.S_ISREG(found.st_mode):  # through a link, two vaults could share one file
            raise VaultTorn("kind")
        if found.st_size == 0:
            raise VaultTorn("empty")
        left = journal_size(data)
    if not sealed and left is None:
        raise JournalMissing
    if left == _NO_FILE or (sealed and left):
        raise JournalMissing(journal(data).name)


def check_seal(data: Path, seal: bytes, key: bytes) -> None:
    """Raises VaultTorn where the file is not byte for byte what was sealed."""
    with files.told(data.parent.name):
        if not hmac.compare_digest(seal_of(data, key), seal):
            raise VaultTorn("seal")


def journal_size(data: Path) -> int | None:
    """The size of the journal beside a database in bytes; None where there is no journal, -1 where it is no file."""
    try:
        found = journal(data).lstat()
    except FileNotFoundError:
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else _NO_FILE


def journal(data: Path) -> Path:
    """Where SQLite keeps the roll-back journal."""
    return data.with_name(data.name + "-journal")


def prepare_journal(data: Path) -> bool:
    """Make an empty journal if there is none, so that a missing one later means something; True when made. OSError."""
    try:
        handle = os.open(journal(data), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return False
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    files.fsync_folder(data.parent)
    return True
