"""Run as a program: forks children that unlock a vault and save without end, as the app does; each is killed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from facilitator import vault
from tests.core.vaults import WORDS, add_group
from tests.make import FakeClock


def save_for_ever(folder: Path, many: int) -> None:
    """Each save is one command with many rows, so that there is much to be cut off in."""
    opened = vault.unlock(folder, WORDS, FakeClock())
    os.write(1, b"ready\n")
    n = 0
    while True:
        n += 1
        with opened.store.command("test.many"):
            for row in range(many):
                add_group(opened, f"{os.getpid()} {n} {row}")
        os.write(1, b"%d\n" % n)


def main() -> None:
    """For each line read, a number of rows, fork a saver and say its process id; say when it has died."""
    folder = Path(sys.argv[1])
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            save_for_ever(folder, int(line))
        os.write(1, b"child %d\n" % child)
        os.waitpid(child, 0)
        os.write(1, b"dead\n")


if __name__ == "__main__":
    main()
