"""Files written whole or not at all: a temporary file beside, flushed, read back, then put in place."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from facilitator.errors import NoSpace, PlaceGone, ReadOnlyPlace, UserError

PART = ".part"
"""The ending of a file that is not finished yet; anything with it may be thrown away by whoever holds the vault."""

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
_NOT_FOR_FOLDERS = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}
"""Some sticks' file systems cannot flush a folder; they keep names in order by themselves."""
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def refusal(error: OSError, place: str = "") -> UserError:
    """What the person is told about a failing disk."""
    if error.errno in _FULL:
        return NoSpace()
    if error.errno in _READ_ONLY:
        return ReadOnlyPlace(place)
    return PlaceGone(place)


@contextlib.contextmanager
def told(place: str = "") -> Iterator[None]:
    """Turns errors of the operating system into NoSpace, ReadOnlyPlace or PlaceGone."""
    try:
        yield
    except OSError as error:
        raise refusal(error, place) from error


def make_folder(path: Path) -> None:
    """Make a folder that only its owner may look into. Raises OSError."""
    path.mkdir(mode=0o700)


def fsync_folder(folder: Path) -> None:
    """Make names put into a folder outlast a power cut. Raises OSError."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NOT_FOR_FOLDERS:
            raise
    finally:
        os.close(handle)


def fsync_file(path: Path) -> None:
    """Make a file's content outlast a power cut. Raises OSError."""
    handle = os.open(path, os.O_RDWR | _NO_FOLLOW)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_new(path: Path, data: bytes) -> None:
    """Write a file from nothing, mode 0600, flushed to the disk; what has the name already is emptied first."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _NO_FOLLOW, 0o600)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view):]
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`, old or new and never a mixture; read back before it counts. Raises OSError."""
    part = path.with_name(path.name + PART)
    try:
        write_new(part, data)
        if read_bounded(part, len(data)) != data:
            raise OSError(errno.EIO, "read back differently")
        part.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    fsync_folder(path.parent)


def read_bounded(path: Path, most: int) -> bytes:
    """The bytes of a plain file, at most `most` + 1 of them, so that a huge file is noticed and never loaded."""
    # Not waiting, or a pipe laid in a file's place would hang us.
    handle = os.open(path, os.O_RDONLY | _NO_FOLLOW | getattr(os, "O_NONBLOCK", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not a plain file")
        out = bytearray()
        while len(out) <= most:
            piece = os.read(handle, most + 1 - len(out))
            if not piece:
                break
            out += piece
        return bytes(out)
    finally:
        os.close(handle)


def sweep_parts(folder: Path) -> None:
    """Throw away unfinished files that a cut left behind; only for who holds the vault's lock."""
    with contextlib.suppress(OSError):
        for part in folder.glob(f"*{PART}*"):
            part.unlink()
