"""A system whose calls fail: every call that changes a disk is counted, and one of them fails, or all from it on."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

CHANGING = ("open", "write", "fsync", "replace", "rename", "mkdir", "unlink", "ftruncate", "chmod", "fchmod")
"""The calls of the os module through which our own files are written."""

_HARMLESS_WHEN_FULL = {"unlink", "chmod", "fchmod", "ftruncate"}


class Calls:
    """Counts calls that change a disk; `fail` chooses which of the following fails and how."""

    def __init__(self) -> None:
        self.count = 0
        self.failed = 0
        self._at = 0
        self._code = 0
        self._for_ever = False
        self.act: Callable[[], None] | None = None
        """What to do at the chosen call instead of failing."""

    def fail(self, at: int, code: int, *, for_ever: bool = False) -> None:
        """Let the `at`-th call from now on (1 is the next) fail with an error of the system."""
        self.count, self.failed, self._at, self._code, self._for_ever = 0, 0, at, code, for_ever

    def heal(self) -> None:
        """Work again."""
        self._at = 0

    def before(self, name: str, arguments: tuple[Any, ...]) -> None:
        """Called before each call goes through."""
        if name == "open" and not (len(arguments) > 1 and arguments[1] & (os.O_CREAT | os.O_RDWR | os.O_WRONLY)):
            return
        if name in _HARMLESS_WHEN_FULL and self._code == errno.ENOSPC:
            return
        self.count += 1
        if self._at and (self.count >= self._at if self._for_ever else self.count == self._at):
            self.failed += 1
            if self.act is not None:
                self.act()
            raise OSError(self._code, os.strerror(self._code))


@contextmanager
def counted() -> Iterator[Calls]:
    """Put the failing calls under everything in the block."""
    calls = Calls()
    real = {name: getattr(os, name) for name in CHANGING if hasattr(os, name)}

    def wrap(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def through(*arguments: Any, **more: Any) -> Any:
            calls.before(name, arguments)
            return call(*arguments, **more)
        return through

    for name, call in real.items():
        setattr(os, name, wrap(name, call))
    try:
        yield calls
    finally:
        for name, call in real.items():
            setattr(os, name, call)
