"""Run as a program: forks children that take a key away, each cut off at a later operation of SQLite's."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from facilitator import vault
from tests.core.vaults import WORDS
from tests.faults.disk import Disk, wrapped
from tests.make import FakeClock

CUT = 9


def take(folder: Path, leaving: bytes, at: int) -> None:
    """Take the key away; the process ends on the spot at that operation, half of it done."""
    with wrapped() as disk:
        opened = vault.unlock(folder, WORDS, FakeClock())
        disk.fail(at, "short", for_ever=False)
        def bad() -> bool:
            found = Disk._bad(disk)
            if found:
                os._exit(CUT)
            return found

        setattr(disk, "_bad", bad)  # noqa: B010 - the type checker minds a method that is put in another's place
        opened.remove_facilitator(leaving)
        opened.close()


def main() -> None:
    """For each line read, fork one that is cut off later than the one before; say how it ended."""
    folder, leaving, stride = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(sys.argv[3])
    at = 1
    for _line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                take(folder, leaving, at)
                os._exit(0)
            except BaseException:
                os._exit(1)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(code, flush=True)
        at += stride


if __name__ == "__main__":
    main()
