"""Run as a program: forks children that open a store and save without end, telling each acknowledged save."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from facilitator.store import Store
from tests.make import FACTS, KEY, FakeClock


def save_for_ever(path: Path) -> None:
    """Two tables, the journal and the search index in every save; the number stands in both tables."""
    store = Store.open(path, KEY, FACTS, FakeClock())
    row = store.one("SELECT value FROM setting_live")
    n = 0 if row is None else int(row["value"])
    os.write(1, b"ready\n")
    while True:
        n += 1
        with store.command("test.save") as command:
            command.put("setting", b"S" * 16, {"key": "n", "value": str(n)})
            command.insert("member", {"group_id": b"G" * 16, "name": f"Member {n}", "contact": "x" * (n % 7 * 900)})
        os.write(1, b"%d\n" % n)


def main() -> None:
    """For each line read, fork a saver and say its process id; say when it has died."""
    path = Path(sys.argv[1])
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            save_for_ever(path)
        os.write(1, b"child %d\n" % child)
        os.waitpid(child, 0)
        os.write(1, b"dead\n")


if __name__ == "__main__":
    main()
