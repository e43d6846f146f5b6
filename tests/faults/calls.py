"""A system whose calls fail: every call that changes a disk is counted, and one of them fails, or all from it on."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

CHANGING = ("open", "write", "pwrite", "sendfile", "fsync", "replace", "rename", "mkdir", "rmdir", "unlink",
            "ftruncate", "chmod", "fchmod")
"""The calls of the os module through which our own files are written."""

CUT = 9
"""What a process ends with that was cut off on purpose."""

_HARMLESS_WHEN_FULL = {"unlink", "rmdir", "chmod", "fchmod", "ftruncate"}


class Calls:
    """Counts calls that change a disk; `fail` chooses which of the following fails and how."""

    def __init__(self) -> None:
        self.count = 0
        self.failed = 0
        self._at = 0
        self._code = 0
        self._for_ever = False
        self._short = False
        self.seen: Callable[[str, tuple[Any, ...]], None] | None = None
        """Told of each call before it is made."""
        self.ask: Callable[[], str] | None = None
        """Asked before each call what becomes of it, besides `fail`: "cut" ends the process, the call half done;
        "full", "short" and "io" are what a disk does; "" lets it through.
        """

    def fail(self, at: int, code: int, *, for_ever: bool = False, short: bool = False) -> None:
        """Let the `at`-th call from now on (1 is the next) fail with an error of the system.

        A `short` write does half of what was asked and says so; what follows it fails.
        """
        self.count, self.failed, self._at, self._code, self._for_ever = 0, 0, at, code, for_ever or short
        self._short = short

    def heal(self) -> None:
        """Work again."""
        self._at = 0

    def through(self, name: str, call: Callable[..., Any], *arguments: Any, **more: Any) -> Any:
        """Do a call of the system, or not."""
        if self.seen is not None:
            self.seen(name, arguments)
        if name == "open" and not (len(arguments) > 1 and arguments[1] & (os.O_CREAT | os.O_RDWR | os.O_WRONLY)):
            return call(*arguments, **more)
        if self.ask is not None:
            return self._as_told(self.ask(), name, call, arguments, more)
        if name in _HARMLESS_WHEN_FULL and self._code == errno.ENOSPC:
            return call(*arguments, **more)
        self.count += 1
        if self._at and (self.count >= self._at if self._for_ever else self.count == self._at):
            self.failed += 1
            if self._short and self.failed == 1:
                done = _half(name, call, arguments, more)
                if done is not None:
                    return done
            raise OSError(self._code, os.strerror(self._code))
        return call(*arguments, **more)


    def _as_told(self, fault: str, name: str, call: Callable[..., Any], arguments: tuple[Any, ...],
                 more: dict[str, Any]) -> Any:
        if not fault or (fault in ("full", "short") and name in _HARMLESS_WHEN_FULL):
            return call(*arguments, **more)
        done = None if fault in ("full", "io") else _half(name, call, arguments, more)
        if fault == "cut":
            os._exit(CUT)
        if done is not None:
            return done
        code = errno.EIO if fault == "io" else errno.ENOSPC
        raise OSError(code, os.strerror(code))


def _half(name: str, call: Callable[..., Any], arguments: tuple[Any, ...], more: dict[str, Any]) -> Any:
    """Do half of a write; None for what is no write, or has no half."""
    if name not in ("write", "pwrite"):
        return None
    handle, data, *rest = arguments
    half = memoryview(data).cast("B")[:len(data) // 2]
    return call(handle, half, *rest, **more) if half else None


class _File(io.FileIO):
    """A file of Python's own, each of its writes counted too."""

    def __init__(self, handle: int, mode: str, calls: Calls) -> None:
        super().__init__(handle, mode)
        self._calls = calls

    def write(self, data: Any) -> Any:
        return self._calls.through("write", lambda _handle, part: super(_File, self).write(part), self.fileno(), data)


@contextmanager
def counted() -> Iterator[Calls]:
    """Put the failing calls under everything in the block."""
    calls = Calls()
    real = {name: getattr(os, name) for name in (*CHANGING, "fdopen") if hasattr(os, name)}

    def wrap(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *arguments, **more: calls.through(name, call, *arguments, **more)

    def fdopen(handle: int, mode: str = "r", *arguments: Any, **more: Any) -> Any:
        if mode == "wb":
            return io.BufferedWriter(_File(handle, "wb", calls))
        if mode in ("w+b", "r+b"):
            return io.BufferedRandom(_File(handle, "r+b", calls))
        return real["fdopen"](handle, mode, *arguments, **more)

    for name, call in real.items():
        setattr(os, name, fdopen if name == "fdopen" else wrap(name, call))
    try:
        yield calls
    finally:
        for name, call in real.items():
            setattr(os, name, call)
