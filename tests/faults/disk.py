"""A disk that can fail or lose power: SQLite's own file layer (VFS) wrapped, so that the real driver meets real faults.

The driver's library exports SQLite's functions; through ctypes its default file layer is copied and three of its
methods (write, truncate, sync) go through here. Nothing of the app is replaced.
"""

from __future__ import annotations

import ctypes as c
import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.faults.calls import CUT

FULL, IO_WRITE, IO_SYNC, IO_TRUNCATE = 13, 778, 1034, 1546
SECTOR = 512

_XOPEN = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_void_p, c.c_void_p, c.c_int, c.c_void_p)
_XCLOSE = c.CFUNCTYPE(c.c_int, c.c_void_p)
_XWRITE = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_void_p, c.c_int, c.c_int64)
_XTRUNCATE = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_int64)
_XSYNC = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_int)


class _Methods(c.Structure):
    _fields_ = [("version", c.c_int), ("close", c.c_void_p), ("read", c.c_void_p), ("write", c.c_void_p),
                ("truncate", c.c_void_p), ("sync", c.c_void_p), ("rest", c.c_void_p * 13)]


class _File(c.Structure):
    _fields_ = [("methods", c.POINTER(_Methods))]


class _Vfs(c.Structure):
    _fields_ = [("version", c.c_int), ("file_size", c.c_int), ("path_size", c.c_int), ("next", c.c_void_p),
                ("name", c.c_char_p), ("app_data", c.c_void_p), ("open", c.c_void_p), ("rest", c.c_void_p * 15)]


@dataclass
class Disk:
    """Counts the operations that reach the disk; fails at one of them, or remembers them all for a power cut."""

    count: int = 0
    fail_at: int = 0
    how: str = ""
    for_ever: bool = False
    failed: int = 0
    recorded: list[tuple[str, str, int, bytes]] | None = None
    seen: Callable[[str, str], None] | None = None
    """Told of each operation that succeeds: what, and the name of the file."""
    ask: Callable[[], str] | None = None
    """Asked before each operation what becomes of it, besides `fail`: "cut" ends the process, a write half done."""
    _open: dict[int, tuple[_Methods, str]] = field(default_factory=dict)

    def fail(self, at: int, how: str, *, for_ever: bool) -> None:
        """Let the `at`-th operation from now on (1 is the next) fail: "full", "short" or "io"; and all after it."""
        self.count, self.fail_at, self.how, self.for_ever, self.failed = 0, at, how, for_ever, 0

    def heal(self) -> None:
        """Work again."""
        self.fail_at = 0

    def _fault(self) -> str:
        if self.ask is not None:
            return self.ask()
        self.count += 1
        bad = bool(self.fail_at) and (self.count >= self.fail_at if self.for_ever else self.count == self.fail_at)
        self.failed += bad
        return self.how if bad else ""

    def _hinders(self) -> bool:
        """Whether what writes nothing fails too: a full disk lets it through."""
        how = self._fault()
        if how == "cut":
            os._exit(CUT)
        return how == "io"

    def _note(self, file: int, what: str, at: int, data: bytes = b"") -> None:
        if self.seen is not None:
            self.seen(what, self._open[file][1])
        if self.recorded is not None:
            self.recorded.append((self._open[file][1], what, at, data))

    def _write(self, file: int, data: int, size: int, at: int) -> int:
        write = _XWRITE(self._open[file][0].write)
        how = self._fault()
        if how:
            if how in ("short", "cut") and size > 1:
                write(file, data, size // 2, at)
            if how == "cut":
                os._exit(CUT)
            return IO_WRITE if how == "io" else FULL
        self._note(file, "write", at, c.string_at(data, size))
        return write(file, data, size, at)

    def _truncate(self, file: int, size: int) -> int:
        if self._hinders():
            return IO_TRUNCATE
        self._note(file, "truncate", size)
        return _XTRUNCATE(self._open[file][0].truncate)(file, size)

    def _sync(self, file: int, flags: int) -> int:
        if self._hinders():
            return IO_SYNC
        self._note(file, "sync", 0)
        return _XSYNC(self._open[file][0].sync)(file, flags)


@contextmanager
def wrapped() -> Iterator[Disk]:
    """Put the failing disk under every database opened in the block."""
    import sqlcipher3

    library = c.CDLL(str(next(Path(sqlcipher3.__file__).parent.glob("_sqlite3*"))))
    if not hasattr(library, "sqlite3_vfs_find"):
        pytest.skip("this build of the driver hides SQLite's own functions")
    library.sqlite3_vfs_find.restype = c.POINTER(_Vfs)
    library.sqlite3_vfs_find.argtypes = [c.c_char_p]
    library.sqlite3_vfs_register.argtypes = [c.c_void_p, c.c_int]
    library.sqlite3_vfs_unregister.argtypes = [c.c_void_p]
    real = library.sqlite3_vfs_find(None)
    real_open = _XOPEN(real.contents.open)
    disk = Disk()
    patched: list[Any] = []

    def opened(_: int, name: int, file: int, flags: int, out: int) -> int:
        result = real_open(c.cast(real, c.c_void_p).value, name, file, flags, out)
        handle = _File.from_address(file)
        if result == 0 and handle.methods:
            methods = _Methods()
            c.memmove(c.byref(methods), handle.methods, c.sizeof(_Methods))
            disk._open[file] = (methods, c.string_at(name).decode() if name else "")
            changed = _Methods()
            c.memmove(c.byref(changed), handle.methods, c.sizeof(_Methods))
            for place, call in calls.items():
                setattr(changed, place, c.cast(call, c.c_void_p).value)
            patched.append(changed)
            handle.methods = c.pointer(changed)
        return result

    def closed(file: int) -> int:
        methods, _ = disk._open.pop(file)
        _File.from_address(file).methods = c.pointer(methods)
        patched.append(methods)
        return _XCLOSE(methods.close)(file)

    calls = {"close": _XCLOSE(closed), "write": _XWRITE(disk._write), "truncate": _XTRUNCATE(disk._truncate),
             "sync": _XSYNC(disk._sync)}
    ours = _Vfs()
    c.memmove(c.byref(ours), real, c.sizeof(_Vfs))
    ours.name, ours.next = b"failing", None
    open_call = _XOPEN(opened)
    ours.open = c.cast(open_call, c.c_void_p).value
    library.sqlite3_vfs_register(c.byref(ours), 1)
    try:
        yield disk
    finally:
        library.sqlite3_vfs_register(real, 1)
        library.sqlite3_vfs_unregister(c.byref(ours))
        if disk._open:
            raise AssertionError("a database was left open on the failing disk")


def after_power_cut(before: dict[str, bytes], log: list[tuple[str, str, int, bytes]], at: int,
                    chance: random.Random) -> dict[str, bytes]:
    """What could be on the disk had the power gone after `at` operations.

    Everything before a file's last sync is there; of what came after it any part may be, in any order, torn at sectors.
    """
    files = {name: bytearray(data) for name, data in before.items()}
    waiting: dict[str, list[tuple[str, int, bytes]]] = {}
    for name, what, where, data in log[:at]:
        if what == "sync":
            for one in waiting.pop(name, []):
                _apply(files.setdefault(name, bytearray()), *one)
        else:
            waiting.setdefault(name, []).append((what, where, data))
    for name, rest in waiting.items():
        parts = [part for one in rest for part in _torn(*one)]
        kept = [part for part in parts if chance.random() < chance.choice((0.1, 0.5, 0.9))]
        if chance.random() < 0.5:
            chance.shuffle(kept)
        for part in kept:
            _apply(files.setdefault(name, bytearray()), *part)
    return {name: bytes(data) for name, data in files.items()}


def _torn(what: str, where: int, data: bytes) -> list[tuple[str, int, bytes]]:
    if what != "write":
        return [(what, where, data)]
    return [(what, where + n, data[n:n + SECTOR]) for n in range(0, len(data), SECTOR)]


def _apply(file: bytearray, what: str, where: int, data: bytes) -> None:
    if what == "truncate":
        if where <= len(file):
            del file[where:]
        else:
            file.extend(bytes(where - len(file)))
        return
    if len(file) < where + len(data):
        file.extend(bytes(where + len(data) - len(file)))
    file[where:where + len(data)] = data
