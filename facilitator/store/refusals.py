"""The door: what the driver and the system raise becomes what a person can mend; our own bugs pass as they are."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from facilitator import errors
from facilitator.model.progress import Cancelled

DriverError: type[Exception] = driver.Error
DriverMisuse: type[Exception] = driver.ProgrammingError

_LITTLE_ROOM = 64 * 1024
"""Bytes: with less than this left, a failing disk is a full one."""


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Turn what the driver raises in the block into a UserError, or Cancelled where it was interrupted."""
    try:
        yield
    except driver.Error as error:
        refusal = _refusal(error, path)
        if refusal is None:
            raise
        raise refusal from error


@contextmanager
def file_refusals(path: Path) -> Iterator[None]:
    """The same for work on the file itself, where the system speaks too."""
    try:
        with refusals(path):
            yield
    except OSError as error:
        raise of_system(error, path) from error


def _refusal(error: Any, path: Path) -> Exception | None:
    """By SQLite's primary result codes; None for what is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(code, int):  # the driver's backup raises without one
        code = _CODES.get(str(error))
    match code & 0xFF if code is not None else None:
        case 13:  # full
            return errors.NoSpace()
        case 8 | 3:  # read-only, permission
            return errors.ReadOnlyPlace(path.parent.name)
        case 10:  # input/output
            # A quota or a limit reads as a plain input/output error; ask the disk what is the matter.
            return errors.NoSpace() if _is_full(path.parent) else errors.PlaceGone(path.parent.name)
        case 14:  # cannot open
            return errors.PlaceGone(path.parent.name)
        case 11 | 26:  # corrupt, not a database
            return errors.VaultTorn("page")
        case 9:  # interrupted
            return Cancelled()
        case 5 | 6:  # busy, locked
            return errors.VaultOpenElsewhere()
        case _:
            return None


_CODES = {
    "database or disk is full": 13, "attempt to write a readonly database": 8, "disk I/O error": 10,
    "unable to open database file": 14, "database disk image is malformed": 11, "file is not a database": 26,
    "interrupted": 9, "database is locked": 5,
}


def was_interrupted(error: Exception) -> bool:
    """Whether the driver only stopped because it was told to."""
    return isinstance(_refusal(error, Path()), Cancelled)


def of_system(error: OSError, path: Path) -> errors.UserError:
    """The refusal for what the operating system said."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return errors.NoSpace()
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return errors.ReadOnlyPlace(path.parent.name)
    if error.errno == errno.EEXIST:
        return errors.PlaceTaken(path.name)
    return errors.PlaceGone(path.parent.name)


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LITTLE_ROOM
    except OSError:
        return False
