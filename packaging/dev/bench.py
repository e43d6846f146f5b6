"""`dev.py bench`: one table of speed and memory, every row beside its floor. Run inside .venv; words pick rows."""

from __future__ import annotations

import os
import platform
import sys
import traceback

import bench_large
import bench_nameguard
import bench_paper
import bench_room
import bench_running
import bench_start
import bench_vault
from measure import Measured, Row

ROWS: tuple[Row, ...] = (*bench_start.ROWS, *bench_vault.ROWS, *bench_paper.ROWS, *bench_room.ROWS,
                         *bench_running.ROWS, *bench_nameguard.ROWS, *bench_large.ROWS)  # fmt: skip


def main(words: list[str]) -> int:
    """Take and show the rows asked for; return 1 when one misses its goal or cannot be taken."""
    rows = [row for row in ROWS if not words or any(word.lower() in row.name.lower() for word in words)]
    if not rows:
        print("No row has that name. There are:", *(f"  {row.name}" for row in ROWS), sep="\n")
        return 2
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.platform()}\n")
    widest = max(len(row.name) for row in rows)
    print(f"  {'':<{widest}} {'app':>10} {'floor':>10} {'ratio':>7}  goal")
    missed = [row for row in rows if not _show(row, widest)]
    print("\nFloors:", *(f"  {row.name}: {row.floor}" for row in rows if row.floor), sep="\n")
    print(f"\nOver the goal: {len(missed)}." if missed else "\nAll within their goals.")
    return 1 if missed else 0


def _show(row: Row, widest: int) -> bool:
    try:
        taken = row.take()
    except Exception:
        print(f"  {row.name:<{widest}} could not be taken:", flush=True)
        traceback.print_exc()
        return False
    met = row.goal.met(taken)
    goal = f"{row.goal.words(taken.unit):<18}"
    print(f"  {row.name:<{widest}} {_numbers(taken)}  {goal} {'ok' if met else 'OVER'}", flush=True)
    return met


def _numbers(taken: Measured) -> str:
    value = f"{taken.value:.1f} {taken.unit}"
    if taken.floor is None:
        return f"{value:>10} {'–':>10} {'–':>7}"
    floor = f"{taken.floor:.1f} {taken.unit}"
    return f"{value:>10} {floor:>10} {taken.value / taken.floor:6.2f}×"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
