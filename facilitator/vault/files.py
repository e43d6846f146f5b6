"""Files written whole or not at all: a temporary file beside, flushed, read back, then put in place."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from facilitator.errors import (
    NameTooLong,
    NoSpace,
    PlaceClosed,
    PlaceGone,
    PlaceMissing,
    PlaceTaken,
    ReadOnlyPlace,
    UserError,
)

PART = ".part"
"""The ending of a file that is not finished yet; anything with it may be thrown away by whoever holds the vault."""

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
_NOT_FOR_FOLDERS = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}
"""Some sticks' file systems cannot flush a folder; they keep names in order by themselves."""
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def refusal(error: OSError, place: str = "", *, reading: bool = False) -> UserError:
    """What the person is told about a failing disk; `reading` when nothing was to be written."""
    if error.errno in _FULL:
        return NoSpace()
    if error.errno in _READ_ONLY:
        return PlaceClosed(place) if reading else ReadOnlyPlace(place)
    if error.errno == errno.ENAMETOOLONG:
        return NameTooLong(Path(os.fsdecode(error.filename)).name if error.filename else place)
    return PlaceGone(place)


@contextlib.contextmanager
def told(place: str = "", *, reading: bool = False) -> Iterator[None]:
    """Turns errors of the operating system into NoSpace, ReadOnlyPlace (PlaceClosed), NameTooLong or PlaceGone."""
    try:
        yield
    except OSError as error:
        raise refusal(error, place, reading=reading) from error


def kind(path: Path, *, follow: bool = True) -> int | None:
    """What lies at a path, as `stat` has its kinds (S_IFREG, S_IFDIR …); None where nothing does.

    A link counts as what it leads to unless `follow` is off. Raises PlaceClosed, NameTooLong, PlaceGone: pathlib's own
    questions let some errors of the system through as they are.
    """
    try:
        return stat.S_IFMT(path.stat(follow_symlinks=follow).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        if error.errno == errno.ELOOP:
            return None
        raise refusal(error, path.name, reading=True) from error


def taken(path: Path) -> bool:
    """Whether the name is in use, be it by a link that leads nowhere. Raises as `kind`."""
    return kind(path, follow=False) is not None


def in_sight(path: Path) -> bool:
    """Whether anything lies there that we may see; never raises."""
    try:
        return taken(path)
    except UserError:
        return False


def is_folder(path: Path) -> bool:
    """Whether a folder lies there. Raises as `kind`."""
    return kind(path) == stat.S_IFDIR


def is_file(path: Path) -> bool:
    """Whether a plain file lies there. Raises as `kind`."""
    return kind(path) == stat.S_IFREG


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
        write_all(handle, data)
        os.fsync(handle)
    finally:
        os.close(handle)


def write_all(handle: int, data: bytes) -> None:
    """Write all of it, as a disk may take less at a time than it is handed. Raises OSError."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view):]


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


def put_out(path: Path, data: bytes, *, asked: bool = False) -> None:
    """Put a finished sheet into a file that a person named, whole or not at all; links are followed.

    An older sheet of that name is replaced, or any plain file where the person was `asked`; what else lies there stays
    as it is. Raises PlaceTaken, PlaceMissing, or what a failing disk means.
    """
    place = Path(os.path.realpath(path))
    found = kind(place, follow=False)
    if found is not None and not (found == stat.S_IFREG and (asked or _is_sheet(place))):
        raise PlaceTaken(path.name)
    if not is_folder(place.parent):
        raise PlaceMissing(place.parent.name)
    with told(place.parent.name):
        write_whole(place, data)


def _is_sheet(path: Path) -> bool:
    with told(path.name, reading=True), path.open("rb") as file:
        return file.read(5) in (b"", b"%PDF-")


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


def read_given(path: Path, most: int) -> bytes:
    """The bytes of what a person named, at most `most` + 1 of them: a plain file, or a pipe that somebody writes into.

    A pipe with nobody at its other end reads as empty, so it never hangs us. Raises OSError.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        if hasattr(os, "O_NONBLOCK"):
            os.set_blocking(handle, True)  # reading waits for a writer, where there is one
        out = bytearray()
        while len(out) <= most:
            piece = os.read(handle, min(1 << 20, most + 1 - len(out)))
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
            if part.is_dir() and not part.is_symlink():
                from shutil import rmtree

                rmtree(part, ignore_errors=True)
            else:
                part.unlink()
