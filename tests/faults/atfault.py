"""A fault at every call to the disk, ours and SQLite's: the process ends there, or the disk fails. Old or new is left.

Each try is a fork; the parent then looks at what lies there.
"""

from __future__ import annotations

import os
import shutil
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from facilitator import vault
from facilitator.errors import BackupFailed, NoSpace, PlaceGone, UserError, WrongPassphrase
from facilitator.vault import UnlockedVault
from tests.core.vaults import OTHER_WORDS, WORDS, a_vault, add_group, groups
from tests.faults.calls import CUT, counted
from tests.faults.disk import wrapped
from tests.make import FakeClock

THIRD_WORDS = "marble kettle four silent penguins"
OURS, SQLITE = "ours", "sqlite"
_LEAVES = {"header.json", "header.bak.json", "lock", "drafts", "backups", "spare"}


class Faults:
    """Lets something run again and again, with a fault at another of its calls to the disk each time.

    At every `ours`-th call of our own and every `sqlite`-th of SQLite's (1: at each). Of the faults, "cut" ends the
    process there and then; "full", "short" and "io" are what a disk does, and with `for_ever` goes on doing.
    """

    def __init__(self, fault: str, ours: int, sqlite: int, *, for_ever: bool = False) -> None:
        self._fault = fault
        self._for_ever = for_ever
        self._strides = {OURS: ours, SQLITE: sqlite}

    def everywhere(self, run: Callable[[], object], after: Callable[[bool], object]) -> int:
        """Run it to its end, and then with each fault; how often there was one.

        `after` looks at what is left, told whether it came to its end, and puts everything back for the next try.
        """
        kinds = _calls_of(run)
        after(True)
        points = [at for kind, stride in self._strides.items()
                  for at in [n for n, letter in enumerate(kinds, 1) if letter == kind[0]][::stride]]
        for at in points:
            after(self._ended(run, at))
        return len(points)

    def _ended(self, run: Callable[[], object], at: int) -> bool:
        """Whether it came to its end in spite of the fault at a call (1 is the first); else it was cut or refused."""
        child = os.fork()
        if child == 0:
            count = 0

            def ask(_kind: str) -> str:
                nonlocal count
                count += 1
                if count == at:
                    return self._fault
                return "full" if self._fault == "short" and count > at else (
                    self._fault if self._for_ever and count > at else "")

            try:
                _watched(run, ask)
                os._exit(0)
            except REFUSALS[self._fault]:
                os._exit(CUT)
            except BaseException:
                traceback.print_exc()
                os._exit(1)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code not in (0, CUT):
            raise AssertionError(f"it failed otherwise at call {at}")
        return code == 0


REFUSALS: dict[str, tuple[type[Exception], ...]] = {
    "cut": (), "full": (NoSpace, PlaceGone), "short": (NoSpace, PlaceGone), "io": (PlaceGone, BackupFailed)}
"""What a person may be told of each fault; at a close it is only seen that the disk did not take everything."""


def _calls_of(run: Callable[[], object]) -> str:
    """Run it to its end in a process of its own: the first letter of whose each call was."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        kinds: list[str] = []

        def ask(kind: str) -> str:
            kinds.append(kind[0])
            return ""

        try:
            _watched(run, ask)
            os._exit(0 if os.write(writing, "".join(kinds).encode()) == len(kinds) else 1)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    os.close(writing)
    said = bytearray()
    while piece := os.read(reading, 1 << 16):
        said += piece
    os.close(reading)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
        raise AssertionError("it failed by itself")
    return said.decode()


def _watched(run: Callable[[], object], ask: Callable[[str], str]) -> None:
    with wrapped() as disk, counted() as calls:
        calls.ask, disk.ask = (lambda: ask(OURS)), (lambda: ask(SQLITE))
        try:
            run()
        finally:
            calls.ask = disk.ask = None  # what follows is the end of the process


def require(truth: bool, what: object = "") -> None:
    """An assertion that stays when python is told to leave them out, and may stand in a lambda."""
    if not truth:
        raise AssertionError(what)


class Kept:
    """A folder as it was before, put back after each try."""

    def __init__(self, *folders: Path) -> None:
        self._folders = {folder: folder.with_name(f"kept {folder.name}") for folder in folders}
        for folder, kept in self._folders.items():
            shutil.copytree(folder, kept)

    def put_back(self) -> None:
        """Put everything back; what lies beside it goes."""
        for folder, kept in self._folders.items():
            for path in folder.parent.iterdir():
                if path not in self._folders.values() and path not in self._folders:
                    shutil.rmtree(path) if path.is_dir() else path.unlink()
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(kept, folder)


@contextmanager
def opened(folder: Path, words: str = WORDS) -> Iterator[UnlockedVault]:
    """A vault opened for the block and closed after it, as well as the disk lets it."""
    now = vault.unlock(folder, words, FakeClock())
    try:
        yield now
    except BaseException:
        with suppress(UserError):
            now.lock()
        raise
    now.close()


def let_in(folder: Path, words: str, *names: str) -> bool:
    """Whether the words open the vault, which is whole then and holds these groups; refused, they are the wrong ones.

    Whatever was cut off, nothing of it lies about once somebody was in.
    """
    try:
        now = vault.unlock(folder, words, FakeClock())
    except WrongPassphrase:
        return False
    require(groups(now) == list(names or ["Wren"]), groups(now))
    now.store.integrity()
    now.close()
    facts = vault.facts(folder)
    require(facts.clean and not facts.needs_healing, facts)
    left = {path.name for path in folder.iterdir()} - _LEAVES
    [data] = {name for name in left if not name.endswith("-journal")}
    require(left == {data, f"{data}-journal"}, left)
    inner = [path.name for kept in ("drafts", "backups") for path in (folder / kept).glob("*")]
    require(not [name for name in inner if "part" in name], inner)
    return True


def a_team(place: Path) -> tuple[Path, bytes, bytes]:
    """A closed vault that three people open; the keys of the second and the third."""
    made = a_vault(place)
    add_group(made, "Wren")
    second, third = made.add_facilitator(OTHER_WORDS), made.add_facilitator(THIRD_WORDS)
    made.close()
    theirs = vault.unlock(made.folder, OTHER_WORDS, FakeClock())
    theirs.drafts.save("note", {"text": "half"})
    theirs.close()
    return made.folder, second, third
