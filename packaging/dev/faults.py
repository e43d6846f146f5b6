"""`dev.py faults`: what the vault is put through, counted while it is done. Run inside .venv.

Every figure comes from the tests that are marked `fault("row")`: they count their cases as they try them, and a test
that fails counts as a loss whatever it said.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from dataclasses import dataclass, field

import pytest

PLACES = ("tests/faults", "tests/core", "tests/ui/test_lock_process.py")


@dataclass(slots=True)
class Row:
    """One line of the table: what is tried, how often at least in the full run, and what may come of it."""

    key: str
    what: str
    goal: str
    least: int = 1
    bounds: dict[str, float] = field(default_factory=dict)
    cases: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)
    most: dict[str, float] = field(default_factory=dict)

    def good(self, *, full: bool) -> bool:
        """Whether nothing was lost, enough was tried, and all bounds were kept."""
        enough = self.cases.total() >= (self.least if full else 1)
        return enough and not self.lost and all(self.most.get(unit, 0.0) <= most for unit, most in self.bounds.items())


def rows() -> tuple[Row, ...]:
    """The table, empty."""
    return (
        Row("saves", "acknowledged saves: killed at random moments", "0 lost", 2000),
        Row("power", "acknowledged saves: power gone between two writes", "0 lost", 2000),
        Row("flushed", "files that get their name: flushed before, the name after", "every one", 30),
        Row("steps", "cut off at every call to the disk", "old or new, for the right people", 200),
        Row("disk", "full, short or failing disk at the n-th write, every n", "0 lost, in words, retry works", 500),
        Row("flips", "one byte flipped, or the end cut off, in every file", "0 undetected", 1000),
        Row("backups", "backup files: flips, cuts, parts of others", "0 undetected", 500),
        Row("splices", "pages, files and journals swapped, stale or gone", "0 undetected", 100),
        Row("headers", "malformed headers by hand", "0 taken, < 4 s, < 1.2 GiB", 40, {"s": 4.0, "MiB": 1228.8}),
        Row("mutations", "malformed headers by mutation", "0 taken, < 4 s, < 1.2 GiB", 10_000,
            {"s": 4.0, "MiB": 1228.8}),
        Row("memory", "names and keys looked for in memory after lock", "0 copies", 6),
        Row("canaries", "words planted that may lie nowhere", "0 found", 40),
        Row("instances", "races for one vault", "0 damage", 100),
        Row("media", "read-only, pulled, clock ± 10 years, newer schema", "in words, unchanged", 10),
        Row("oracle", "databases read by another program", "the same, to the row", 3),
        Row("schemas", "a vault of every schema so far", "opens"),
    )


class Collector:
    """Listens to the tests: which row each belongs to, what it counted, how it ended."""

    def __init__(self, table: tuple[Row, ...]) -> None:
        self._rows = {row.key: row for row in table}
        self._of: dict[str, Row] = {}
        self._failed: set[str] = set()
        self._ran: set[str] = set()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Note where each test counts; an unknown row stops the run."""
        known = {row.key for row in rows()}
        for item in list(items):
            marker = item.get_closest_marker("fault")
            if marker is not None and marker.args[0] not in known:
                raise KeyError(marker.args[0])
            if marker is None or marker.args[0] not in self._rows:
                items.remove(item)
            else:
                self._of[item.nodeid] = self._rows[marker.args[0]]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take in what a test found, once all of it has ended."""
        row = self._of.get(report.nodeid)
        if row is None:
            return
        if report.failed:
            self._failed.add(report.nodeid)
        if report.when == "call" and not report.skipped:
            self._ran.add(report.nodeid)
        if report.when != "teardown":
            return
        told = dict(report.user_properties)
        lost = list(told.get("lost", ()))
        if report.nodeid in self._failed and not lost:
            lost = [report.nodeid.rpartition("::")[2]]
        row.lost += lost
        if report.nodeid in self._ran:
            row.cases.update(told.get("cases", {"": 1}))
        for unit, value in told.get("most", {}).items():
            row.most[unit] = max(value, row.most.get(unit, 0.0))


def main(words: list[str]) -> int:
    """Run the tests, show the table; return 0 only where nothing was lost."""
    full = "--all" in words
    wanted = [word.lower() for word in words if word != "--all"]
    table = tuple(row for row in rows() if not wanted or any(word in row.what.lower() for word in wanted))
    if not table:
        print("No row has that name. There are:", *(f"  {row.what}" for row in rows()), sep="\n")
        return 2
    began = time.monotonic()
    code = pytest.main(
        ["-q", "--no-header", "-p", "no:cacheprovider", "-m", "fault" if full else "fault and not long", *PLACES],
        plugins=[Collector(table)])
    seconds = time.monotonic() - began
    _show(table, full=full)
    good = code == pytest.ExitCode.OK and all(row.good(full=full) for row in table)
    print(f"\n{'Nothing lost' if good else 'NOT as it should be'}, in {seconds:.0f} s"
          f"{'' if full else '; the full run is `dev.py faults --all`'}.")
    return 0 if good else 1


def _show(table: tuple[Row, ...], *, full: bool) -> None:
    widest = max(len(row.what) for row in table)
    print(f"\n  {'':<{widest}} {'cases':>7} {'lost':>5}  goal")
    for row in table:
        reached = ", ".join(f"{value:.1f} {unit}" for unit, value in row.most.items())
        verdict = "ok" if row.good(full=full) else "NOT MET"
        print(f"  {row.what:<{widest}} {row.cases.total():>7,} {len(row.lost):>5}  {row.goal:<34} {verdict}"
              f"{f'  (at most {reached})' if reached else ''}")
    print("\nWhat they are made of:")
    for row in table:
        parts = [f"{kind} {many:,}" for kind, many in sorted(row.cases.items()) if kind]
        if parts:
            print(f"  {row.what}: {' · '.join(parts)}")
    for row in table:
        for lost in row.lost:
            print(f"  LOST, {row.what}: {lost}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
