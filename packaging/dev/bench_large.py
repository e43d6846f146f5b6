"""Rows about a charity with ten years behind it: size, opening, places, scrolling, search, backup, both lanes at once.

Every vault is made once in a run and copied for each measure, as an opening that is cut off leaves it unclean.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median

import bench_start
from bench_start import home_with_a_vault
from bench_vault import WORDS, Fill, named, seal_of
from measure import Goal, Measured, Row, milliseconds, side_by_side
from stage import CHEAP, SetClock

from facilitator import sample, vault
from facilitator.evening.attendance import attendance_id
from facilitator.library import Library
from facilitator.model.group import GroupDraft
from facilitator.model.ids import Id
from facilitator.model.session import Count, SeriesDraft
from facilitator.sample import decade
from facilitator.sample.names import full, people
from facilitator.vault import passphrase
from facilitator.workspace import Workspace

PROBE = Path(__file__).with_name("probe_large.py")
TYPED = ("maureen", "okafor", "mauren", "willow circle", "november", "thursday 20 nov", "breathing out", "quaker",
         "lantern dec 2024", "łukasz", "zieliński", "circle", "20/11/2024", "yusuf", "harbour", "sign-in", "xqz",
         "radiator cold", "waiting lists", "sleep took", "the first year")
"""What is typed, letter by letter, from the second on."""
CROWD = 2_000
GRID = (60, 52)
"""People by evenings."""


# ------------------------------------------------------------ vaults, made once
@cache
def _shelf() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="bench-")


def made(fill: Fill, is_sample: bool = True) -> Path:
    """A vault filled once, closed and sealed; work in a copy."""
    return _made(fill, is_sample)


@cache
def _made(fill: Fill, is_sample: bool) -> Path:
    folder = Path(_shelf().name) / f"{fill.__name__}{'' if is_sample else ' kept'}.vault"
    fresh = vault.create(folder, WORDS, SetClock(), sample=is_sample, kdf=CHEAP)
    if not is_sample:
        sheet = fresh.new_recovery()  # or no name may be entered
        fresh.confirm_recovery(sheet, sheet.code)
    fill(Workspace(fresh, SetClock(), Library()))
    fresh.close()
    return folder


def ten_years(workspace: Workspace) -> None:
    """The charity with ten years behind it."""
    decade.furnish(workspace)


def crowd(workspace: Workspace) -> None:
    """One group with two thousand people on its list."""
    _add(workspace, "A crowd", CROWD)


def grid(workspace: Workspace) -> None:
    """One group with the ticks of sixty people on fifty-two evenings."""
    members = _add(workspace, "A year", GRID[0])
    group, today = workspace.groups.named("A year"), workspace.clock.today()
    # Four evenings a week, so that the quarter which is shown at first holds them all.
    first = today - timedelta(weeks=GRID[1] // 4)
    for weekday in (0, 2, 4, 6):
        workspace.sessions.series.save(group.id, SeriesDraft(weekday=weekday, start_minute=19 * 60, first_on=first))
    for number, session in enumerate(workspace.sessions.planned(group.id, first, today - timedelta(days=1))):
        there = [member for place, member in enumerate(members) if (place * 7 + number * 3) % 5]
        workspace.sessions.counts.hold(session, Count(heads=len(there), out=len(there)))
        with workspace.vault.store.command("bench.ticks") as c:
            for member in there:
                c.insert("attendance", {"session_id": session.id, "member_id": member, "present": 1},
                         attendance_id(session.id, member))


def _add(workspace: Workspace, name: str, count: int) -> list[Id]:
    named(workspace)
    workspace.groups.save(GroupDraft(name=name, size_cap=None))
    group = workspace.groups.named(name)
    with workspace.vault.store.command("bench.people") as c:
        return [c.insert("member", {"group_id": group.id, "name": full(*one), "active": 1,
                                    "first_seen": date(2020, 1, 1)}) for one in islice(people(Random(1)), count)]


@contextmanager
def opened(fill: Fill) -> Iterator[Workspace]:
    """A copy of a vault, open in this process."""
    with tempfile.TemporaryDirectory() as name:
        folder = shutil.copytree(made(fill), Path(name) / "copy.vault")
        workspace = Workspace(vault.unlock(folder, WORDS, SetClock()), SetClock(), Library())
        try:
            yield workspace
        finally:
            workspace.close()


@contextmanager
def home(fill: Fill, is_sample: bool = True) -> Iterator[tuple[Path, dict[str, str]]]:
    """A copy of a vault, and the environment of somebody who has opened it before."""
    with home_with_a_vault() as (folder, environment):
        shutil.rmtree(folder)
        shutil.copytree(made(fill, is_sample), folder)
        yield folder, environment


@cache
def probed(what: str, fill: Fill) -> dict[str, float]:
    """The numbers that the probe tells."""
    with home(fill) as (folder, environment):
        call = [sys.executable, str(PROBE), what, str(folder), WORDS]
        told = subprocess.run(call, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout
    found: dict[str, float] = json.loads(told.splitlines()[-1])
    return found


# ------------------------------------------------------------ rows
def _size() -> Measured:
    return Measured(next(made(ten_years).glob("*.db")).stat().st_size / 1e6, unit="MB")


def _unlock() -> Measured:
    taken: dict[Fill, list[float]] = {ten_years: [], named: []}
    for _round in range(5):
        for fill, found in taken.items():
            with home(fill) as (folder, environment):
                found.append(bench_start._start(environment, "unlock", str(folder), WORDS)[1])
    sealed = median(seal_of(made(ten_years)) for _round in range(5))
    return Measured(median(taken[ten_years]), median(taken[named]) + sealed)


def _screens() -> Measured:
    """The place that is nearest to its bounds, or furthest over."""
    large, empty = probed("screens", ten_years), probed("screens", named)
    worst = max(large, key=lambda place: max(large[place] / 100, large[place] / empty[place] / 1.5))
    return Measured(large[worst], empty[worst])


def _tour() -> Measured:
    with home(ten_years) as (folder, environment):
        _took, held = bench_start._start(environment, "tour", str(folder), WORDS)
        _took, bare = bench_start._start(environment, "bare")
    return Measured(held, bare, "MB")


def _lock(fill: Fill) -> Measured:
    """Sealing reads the whole file: what that alone takes stands with the floor. A sample is never sealed."""
    taken: list[tuple[float, float]] = []
    for _round in range(5):
        with home(fill, is_sample=False) as (folder, environment):
            taken.append((_locked(environment, folder), bench_start._start(environment, "app")[0]))
    sealed = median(seal_of(made(fill)) for _round in range(5))
    return Measured(median(one for one, _cold in taken), median(cold for _one, cold in taken) + sealed)


def _locked(environment: dict[str, str], folder: Path) -> float:
    began = 0.0
    call = [sys.executable, str(PROBE), "lock", str(folder), WORDS]
    with subprocess.Popen(call, env=environment, stdout=subprocess.PIPE, text=True) as probe:
        for line in probe.stdout or ():
            if line.startswith("locking"):
                began = time.perf_counter()
            elif line.startswith("painted"):
                return (time.perf_counter() - began) * 1000
    raise RuntimeError("the unlock screen never came back")


def _backup() -> Measured:
    with opened(ten_years) as workspace, tempfile.TemporaryDirectory() as name:
        file = next(made(ten_years).glob("*.db"))

        def backed() -> float:
            place = Path(name) / "backups"
            place.mkdir()
            took = milliseconds(lambda: workspace.backup(place))
            shutil.rmtree(place)
            return took

        def copied() -> float:
            copy = Path(name) / "copy"
            took = milliseconds(lambda: _copied(file, copy))
            copy.unlink()
            return took

        return Measured(*side_by_side(backed, copied, 5))


def _rekey() -> Measured:
    """Somebody's key is taken away: everything goes on under a new one, in a new file."""
    with opened(ten_years) as workspace, tempfile.TemporaryDirectory() as name:
        file = next(made(ten_years).glob("*.db"))

        def removed() -> float:
            workspace.vault.add_facilitator(passphrase.generate())
            leaving = next(one.holder for one in workspace.key_holders.all() if not one.mine)
            return milliseconds(lambda: workspace.key_holders.remove(leaving))

        def copied() -> float:
            copy = Path(name) / "copy"
            took = milliseconds(lambda: _copied(file, copy))
            copy.unlink()
            return took

        return Measured(*side_by_side(removed, copied, 3))


def _copied(file: Path, copy: Path) -> bytes:
    """Copied and read back from the disk, as a backup is: not from what the system still holds in memory."""
    shutil.copyfile(file, copy)
    with copy.open("rb+") as handle:
        os.fsync(handle.fileno())
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(handle.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return copy.read_bytes()


@cache
def _keys() -> Measured:
    with opened(ten_years) as workspace, tempfile.TemporaryDirectory() as name:
        bare = _bare(workspace, Path(name) / "bare.db")
        prefixes = [words[:end] for words in TYPED for end in range(2, len(words) + 1)]
        workspace.search("a")
        taken, floor = [], []
        for typed in prefixes:  # in turns, so that a busy moment of the machine falls on both alike
            taken.append(min(milliseconds(lambda: workspace.search(typed, each=8)) for _twice in range(2)))  # noqa: B023
            floor.append(min(milliseconds(lambda: bare(typed)) for _twice in range(2)))  # noqa: B023
    return Measured(_p95(taken), _p95(floor))


def _bare(workspace: Workspace, path: Path) -> Callable[[str], list[tuple[object, ...]]]:
    """The same rows in FTS5 on plain SQLite, asked kind by kind for the best eight that begin with every word."""
    plain = sqlite3.connect(path)
    store = workspace.vault.store
    rows = {
        "group": "SELECT name, audience FROM groups_live", "member": "SELECT name, '' FROM member_live",
        "session": "SELECT g.name, held_on FROM session_live s JOIN groups g ON g.id = s.group_id",
        "agenda": "SELECT name, summary FROM agenda_live WHERE session_id IS NULL",
        "library": "SELECT title, body FROM library_item_live",
        "note": "SELECT '', body FROM note_live", "venue": "SELECT name, address FROM venue_live"}
    for kind, sql in rows.items():
        plain.execute(f"CREATE VIRTUAL TABLE {kind}_words USING fts5(title, more, "
                      "tokenize = 'unicode61 remove_diacritics 2')")
        plain.executemany(f"INSERT INTO {kind}_words VALUES (?, ?)",
                          [tuple(row.values()) for row in store.all(sql)])
    plain.commit()

    def ask(typed: str) -> list[tuple[object, ...]]:
        query = " ".join(f'"{word}"*' for word in typed.split())
        found: list[tuple[object, ...]] = []
        for kind in rows:
            found += plain.execute(f"SELECT title FROM {kind}_words WHERE {kind}_words MATCH ? ORDER BY rank LIMIT 8",
                                   (query,)).fetchall()
        return found

    return ask


def _beside() -> Measured:
    told = probed("load", ten_years)
    return Measured(told["beside"], told["alone"])


def _p95(numbers: list[float]) -> float:
    return sorted(numbers)[int(len(numbers) * 0.95)]


_QUERY = "query while a pack of 240 sides is built"
ROWS = (
    Row("ten years: size of the database", "", Goal(at_most=100), _size),
    Row("ten years: unlock → Tonight usable", "the same on an empty vault, and one HMAC-SHA256 of the large file",
        Goal(times=1.3), _unlock),
    Row("ten years: open any place, the slowest", "the same place of an empty vault", Goal(times=1.5, at_most=100),
        _screens),
    Row("ten years: search at a key, notes and people, 95th percentile", "the same rows in FTS5 on plain SQLite",
        Goal(times=1.5, at_most=16), _keys),
    Row("ten years: " + _QUERY, "the same query alone; at most 20 ms more", Goal(more=20), _beside),
    Row("ten years: window’s longest pause meanwhile, typing and searching", "", Goal(at_most=50),
        lambda: Measured(probed("load", ten_years)["pause"])),
    Row("ten years: verified backup", "copying the file to the disk and reading it back from there", Goal(times=3.0),
        _backup),
    Row("ten years: take somebody’s key away", "the same", Goal(at_most=30_000), _rekey),
    Row("lock → fresh unlock screen", "a cold start of the app, and one HMAC-SHA256 of the sample’s file",
        Goal(times=1.2), lambda: _lock(sample.furnish)),
    Row("ten years: lock → fresh unlock screen", "the same, and one of the large file", Goal(times=1.2),
        lambda: _lock(ten_years)),
    Row("ten years: memory after a tour", "a bare window", Goal(times=2.5), _tour),
    Row(f"scroll {CROWD:,} people, longest frame", "", Goal(at_most=33),
        lambda: Measured(probed("list", crowd)["frame"])),
    Row(f"open a list of {CROWD:,} people", "", Goal(at_most=100), lambda: Measured(probed("list", crowd)["open"])),
    Row(f"narrow {CROWD:,} people, slowest key", "", Goal(at_most=33), lambda: Measured(probed("list", crowd)["key"])),
    Row(f"scroll an attendance grid {GRID[0]} × {GRID[1]}, longest frame", "", Goal(at_most=33),
        lambda: Measured(probed("grid", grid)["frame"])),
)  # fmt: skip
