"""Power cuts: what gets a name was flushed before, and the name is flushed before anything older is taken away."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from facilitator import vault
from tests.core.vaults import OTHER_WORDS, WORDS, a_vault, add_group
from tests.faults.calls import counted
from tests.faults.disk import wrapped
from tests.faults.tally import Tally
from tests.make import FakeClock

KEPT = Path(__file__).parents[1] / "kept"
CLOCK = FakeClock()
pytestmark = [pytest.mark.fault("flushed"), pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="asks the system which file a handle is of")]


class Watch:
    """What was done to files, in order: (what, path, path it got), ours and SQLite's."""

    def __init__(self) -> None:
        self.done: list[tuple[str, Path, Path]] = []

    def see(self, name: str, arguments: tuple[Any, ...]) -> None:
        """Called as one of our own calls is made."""
        if name in ("write", "pwrite", "ftruncate", "fsync"):
            path = Path(f"/proc/self/fd/{arguments[0]}").readlink()
        elif name == "sendfile":
            name, path = "write", Path(f"/proc/self/fd/{arguments[0]}").readlink()
        elif isinstance(arguments[0], int):
            return
        else:
            path = Path(os.fsdecode(arguments[0])).absolute()
        to = Path(os.fsdecode(arguments[1])).absolute() if name in ("rename", "replace") else path
        self.done.append(({"pwrite": "write", "ftruncate": "write", "replace": "rename"}.get(name, name), path, to))

    def must_be_flushed(self, tally: Tally, kind: str) -> None:
        """What is renamed holds nothing that waits; the folder knows of it before anything is removed, or the end."""
        waiting: set[Path] = set()
        unknown: set[Path] = set()
        for what, path, to in self.done:
            if what == "write":
                waiting.add(path)
            elif what == "fsync":
                waiting.discard(path)
                unknown.discard(path)
            elif what == "rename":
                tally.tried(1, kind)
                # Our own marks aside: what they tell of is looked up on the disk itself.
                hasty = {one for one in waiting if one == path or path in one.parents} - {path / "lock"}
                if hasty:
                    tally.lose(f"{kind}: {to.name} before {[one.name for one in hasty]} was flushed")
                unknown.add(to.parent)
            elif what == "unlink":
                waiting.discard(path)
                if path.parent in unknown and path.suffix == ".db":
                    tally.lose(f"{kind}: {path.name} went before a new name was flushed")
        if unknown:
            tally.lose(f"{kind}: a name in {[one.name for one in unknown]} was never flushed")


def watched(tally: Tally, kind: str, doing: Callable[[], Any]) -> Any:
    """Do something under the watch."""
    watch = Watch()
    with wrapped() as disk, counted() as calls:
        calls.seen = watch.see
        disk.seen = lambda what, name: watch.done.append(
            ("fsync" if what == "sync" else "write", Path(name), Path(name)))
        try:
            found = doing()
        finally:
            calls.seen = disk.seen = None
        watch.must_be_flushed(tally, kind)
        if isinstance(found, vault.UnlockedVault):
            found.close()
    return found


def test_of_all_that_changes_a_vault(tmp_path: Path, tally: Tally) -> None:
    folder = watched(tally, "create", lambda: a_vault(tmp_path)).folder
    for kind, change in (
        ("save", lambda v: add_group(v, "Wren")), ("words", lambda v: v.set_passphrase(WORDS, WORDS)),
        ("add", lambda v: v.add_facilitator(OTHER_WORDS)),
        ("remove and rekey", lambda v: v.remove_facilitator(v.facilitators[1])),
        ("draft", lambda v: v.drafts.save("note", {"text": "half"})), ("back up", lambda v: v.backup(tmp_path)),
        ("keep a copy", lambda v: v.snapshot(10**9)),
    ):
        def doing(change: Callable[[vault.UnlockedVault], Any] = change) -> None:
            opened = vault.unlock(folder, WORDS, CLOCK)
            change(opened)
            opened.close()

        watched(tally, kind, doing)
    [file] = tmp_path.glob("*.vaultbackup")
    watched(tally, "restore", lambda: vault.restore(file, tmp_path / "Back.vault", WORDS, CLOCK))
    watched(tally, "restore over", lambda: vault.restore(file, folder, WORDS, CLOCK, aside=True))
    older = tmp_path / "Older.vault"
    shutil.copytree(KEPT / "schema-1.vault", older)
    watched(tally, "migrate", lambda: vault.unlock(older, WORDS, CLOCK))
    watched(tally, "close for good", lambda: vault.unlock(folder, WORDS, CLOCK).end())
    assert not tally.lost and len(tally.cases) == 12


def test_the_watch_sees_haste(tmp_path: Path, tally: Tally) -> None:
    watch = Watch()
    a, b = tmp_path / "data-1.db", tmp_path / "header.json"
    watch.done = [("write", a, a), ("rename", a, b), ("unlink", a, a)]
    seen = Tally()
    watch.must_be_flushed(seen, "x")
    assert len(seen.lost) == 3
