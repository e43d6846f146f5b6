"""One instance at a time: the operating system's lock on a file that is never replaced."""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path

from facilitator.errors import VaultOpenElsewhere
from facilitator.i18n import _
from facilitator.model.clock import Clock
from facilitator.vault import files

NAME = "lock"
_FAR = 1 << 30
"""Windows locks bytes, and locked bytes cannot be read: one far behind the text is locked, so the text can be read."""
_LONGEST = 200
_SEALING = "sealing"
"""Stands in the file instead of the time while a vault that was locked is being sealed: it is as good as closed."""
_PATIENCE_S = 30
_LOOKS = 4


class LockFile:
    """Holds a vault for this process until released, or until the process ends however it ends."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    @classmethod
    def take(cls, folder: Path, clock: Clock) -> LockFile:
        """Take the lock. Raises VaultOpenElsewhere, or what a failing disk means."""
        with files.told(folder.name):
            handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
            try:
                if not _try(handle):
                    raise VaultOpenElsewhere(_where(handle))
                os.ftruncate(handle, 0)
                os.write(handle, f"{clock.now():%H:%M}\n{this_computer()}".encode()[:_LONGEST])
            except BaseException:
                os.close(handle)
                raise
        return cls(handle)

    def note_sealing(self) -> None:
        """Say that it is locked for its people and only being sealed; whoever opens it waits for that."""
        if self._handle is not None:
            os.ftruncate(self._handle, 0)
            os.pwrite(self._handle, _SEALING.encode(), 0)

    def give_away(self) -> None:
        """Another process, a copy of this one, holds it from now on."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)

    def release(self) -> None:
        """Let the next one in; the file stays, since a lock on a file that is replaced locks nothing."""
        handle, self._handle = self._handle, None
        if handle is not None:
            try:
                os.ftruncate(handle, 0)
            except OSError:
                pass
            finally:
                os.close(handle)


def open_elsewhere(folder: Path) -> str | None:
    """Where the vault is open now, or None; asks without taking anything that would last."""
    try:
        handle = os.open(folder / NAME, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return None
    try:
        for _attempt in range(_LOOKS):
            if _lock(handle) or _is_sealing(handle):
                return None
            if where := _where(handle):
                return where
            time.sleep(0.02)  # nobody has signed it: somebody else only looks, as we do
        return ""
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True
else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            # flock and not lockf: the latter lets a second window of the same process in, and is lost when any
            # handle on the file is closed.
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in (errno.EWOULDBLOCK, errno.EACCES, errno.EINTR):
                return False
            raise
        return True


def _try(handle: int) -> bool:
    """A few tries, as somebody who only asks whether the vault is open holds the lock for a moment."""
    for _attempt in range(_LOOKS):
        if _lock(handle):
            return True
        time.sleep(0.02)
    until = time.monotonic() + _PATIENCE_S
    while _is_sealing(handle) and time.monotonic() < until:
        if _lock(handle):
            return True
        time.sleep(0.02)
    return _lock(handle)


def _is_sealing(handle: int) -> bool:
    os.lseek(handle, 0, os.SEEK_SET)
    return os.read(handle, len(_SEALING)) == _SEALING.encode()


def this_computer() -> str:
    """What this computer is called."""
    if hasattr(os, "uname"):
        return os.uname().nodename
    import platform

    return platform.node()


def _where(handle: int) -> str:
    os.lseek(handle, 0, os.SEEK_SET)
    since, _nothing, computer = os.read(handle, _LONGEST).decode("utf-8", "replace").partition("\n")
    if not since:
        return ""
    if not computer or computer == this_computer():
        return _("on this computer, since {time}").format(time=since)
    return _("on the computer “{computer}”, since {time}").format(computer=computer, time=since)
