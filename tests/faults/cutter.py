"""Cutting a process off at every call it makes to the disk, ours and SQLite's: what is left must be old or new.

Each try is a fork that ends on the spot, a write half done; the parent then looks at what lies there.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator import vault
from facilitator.errors import WrongPassphrase
from facilitator.vault import UnlockedVault
from tests.core.vaults import OTHER_WORDS, WORDS, a_vault, add_group, groups
from tests.faults.calls import CUT, counted
from tests.faults.disk import wrapped
from tests.make import FakeClock

THIRD_WORDS = "marble kettle four silent penguins"
OURS, SQLITE = "ours", "sqlite"
_LEAVES = {"header.json", "header.bak.json", "lock", "drafts", "backups"}


class Cutter:
    """Cuts at every `ours`-th call of our own and every `sqlite`-th of SQLite's (1 cuts at each)."""

    def __init__(self, ours: int, sqlite: int) -> None:
        self._strides = {OURS: ours, SQLITE: sqlite}

    def everywhere(self, run: Callable[[], object], after: Callable[[bool], object]) -> int:
        """Run something to its end, then again and again, the process ending at another call each time; how often.

        `after` looks at what is left, told whether it came to its end, and puts everything back for the next try.
        """
        kinds = _calls_of(run)
        after(True)
        points = self._chosen(kinds)
        for at in points:
            after(_ended(run, at))
        return len(points)

    def _chosen(self, kinds: str) -> list[int]:
        out = []
        for kind in (OURS, SQLITE):
            where = [at for at, letter in enumerate(kinds, 1) if letter == kind[0]]
            out += where[::self._strides[kind]]
        return sorted(out)


def _calls_of(run: Callable[[], object]) -> str:
    """Run it to its end in a process of its own: the first letter of whose each call was."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        kinds: list[str] = []
        try:
            _watched(run, lambda kind: bool(kinds.append(kind[0])))
            os.set_blocking(writing, True)
            os._exit(0 if os.write(writing, "".join(kinds).encode()) == len(kinds) else 1)
        except BaseException:
            _say_why()
            os._exit(1)
    os.close(writing)
    said = bytearray()
    while piece := os.read(reading, 1 << 16):
        said += piece
    os.close(reading)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
        raise AssertionError("it failed by itself")
    return said.decode()


def _ended(run: Callable[[], object], at: int) -> bool:
    """Run it in a process that ends at a call (1 is the first); whether it came to its end before."""
    child = os.fork()
    if child == 0:
        count = 0

        def last(_kind: str) -> bool:
            nonlocal count
            count += 1
            return count == at

        try:
            _watched(run, last)
            os._exit(0)
        except BaseException:
            _say_why()
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code not in (0, CUT):
        raise AssertionError(f"it failed by itself at call {at}")
    return code == 0


def _watched(run: Callable[[], object], cut: Callable[[str], bool]) -> None:
    with wrapped() as disk, counted() as calls:
        calls.cut, disk.cut = (lambda: cut(OURS)), (lambda: cut(SQLITE))
        run()


def _say_why() -> None:
    import traceback

    traceback.print_exc()


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
    """A vault opened for the block and closed after it."""
    now = vault.unlock(folder, words, FakeClock())
    yield now
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
