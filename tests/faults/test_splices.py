"""Pages, files and journals swapped, stale or gone: refused, healed, or warned of; never another content in silence."""

from __future__ import annotations

import itertools
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator import vault
from facilitator.vault import headerfiles
from tests.core.vaults import OTHER_WORDS, WORDS, add_group, crash
from tests.faults.tally import Tally
from tests.faults.tampering import (
    DATA,
    HEALED,
    JOURNAL,
    PAGE,
    UNNOTICED,
    WITHOUT_MEANING,
    Original,
    Remembered,
    a_full_vault,
    copied,
    count,
    outcome,
)
from tests.make import FakeClock

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.fault("splices")
PARTS = (*headerfiles.NAMES, DATA, JOURNAL)
CUT_OFF = """
import os, sys
from pathlib import Path
from facilitator import vault
from tests.core.vaults import WORDS, add_group
from tests.make import FakeClock
opened = vault.unlock(Path(sys.argv[1]), WORDS, FakeClock())
opened.store._connection.execute("PRAGMA cache_size = 5")
with opened.store.command("test.half"):
    for n in range(300):
        add_group(opened, f"Half {n} " + "x" * 500)
    os._exit(0)
"""


def later(folder: Path, seen: Remembered) -> Path:
    """The same vault with one group more."""
    now = vault.unlock(folder, WORDS, FakeClock(), seen=seen)
    add_group(now, "Wren")
    now.close()
    return folder


@pytest.mark.parametrize("many", [10, pytest.param(400, marks=pytest.mark.long)])
def test_pages(tmp_path: Path, many: int, tally: Tally) -> None:
    """Of an older state, of another vault, and from another place in the same file."""
    chance = random.Random(many)
    folder = a_full_vault(tmp_path / "one", "Lark")
    older = (folder / DATA).read_bytes()
    new = Original(later(folder, Remembered())).files[Path(DATA)]
    other = (a_full_vault(tmp_path / "two", "Lark") / DATA).read_bytes()
    path, pages = folder / DATA, range(0, len(new), PAGE)

    def put(at: int, page: bytes, kind: str) -> None:
        if page != new[at:at + PAGE] and len(page) == PAGE:
            path.write_bytes(new[:at] + page + new[at + PAGE:])
            count(tally, kind, outcome(folder), {"VaultTorn"}, f"{kind} at {at}")

    for at in pages:
        put(at, older[at:at + PAGE], "a page of before")
    for _n in range(many):
        at, where = chance.choice(pages), chance.choice(pages)
        put(at, other[at:at + PAGE], "a page of another vault")
        put(at, new[where:where + PAGE], "a page from elsewhere")
        put(at, bytes(PAGE), "an empty page")
        a, b = sorted((at, where))
        if a != b:
            path.write_bytes(new[:a] + new[b:b + PAGE] + new[a + PAGE:b] + new[a:a + PAGE] + new[b + PAGE:])
            count(tally, "two pages in each other's place", outcome(folder), {"VaultTorn"}, f"{a} and {b}")
    path.write_bytes(new)
    assert outcome(folder, "Lark", "Wren") == WITHOUT_MEANING
    assert not tally.lost and len(tally.cases) == 5


def states(place: Path, seen: Remembered) -> tuple[Path, dict[str, Original]]:
    """A closed vault of now, and the files of others: of before, of a crash, of before a removal, of another vault."""
    folder = a_full_vault(place / "now", "Lark", seen=seen)
    first = vault.unlock(folder, WORDS, FakeClock(), seen=seen)
    leaving = first.add_facilitator(OTHER_WORDS)
    first.close()
    found = {"of before": Original(copied(folder, place / "before.vault"))}
    running = vault.unlock(folder, WORDS, FakeClock(), seen=seen)
    found["of an open vault"] = Original(copied(folder, place / "open.vault"))
    running.close()
    cut = copied(folder, place / "cut.vault")
    subprocess.run([sys.executable, "-c", CUT_OFF, cut], cwd=ROOT, check=True)
    found["of a save that was cut off"] = Original(cut)
    assert (cut / JOURNAL).stat().st_size
    later(folder, seen)
    found["of another vault"] = Original(a_full_vault(place / "other", "Lark"))
    removed = copied(folder, place / "removed.vault")
    now = vault.unlock(removed, WORDS, FakeClock())
    now.remove_facilitator(leaving)
    now.close()
    found["of after a removal"] = Original(removed)
    return folder, found


def test_files_of_a_closed_vault(tmp_path: Path, tally: Tally) -> None:
    """Every choice of its files from elsewhere, with those that are left of its own, and with these gone."""
    seen = Remembered()
    folder, others = states(tmp_path, seen)
    now, remembered = Original(folder), dict(seen.kept)
    refused = {"VaultTorn", "VaultSwapped", "JournalMissing", "HeaderDamaged", "NotAVault", "WrongPassphrase"}
    for what, other in others.items():
        for many in range(1, len(PARTS) + 1):
            for names in itertools.combinations(PARTS, many):
                now.put_back()
                now.take(other, *names)
                seen.kept = dict(remembered)
                if what == "of another vault" and many >= len(PARTS) - 1 and DATA in names and \
                        set(headerfiles.NAMES) <= set(names):
                    continue  # that is the other vault itself, in the folder of this one
                said = outcome(folder, "Lark", "Wren", seen=seen)
                # An older state that is whole is warned of; where the newest is whole, nothing is the matter.
                harmless = {HEALED, WITHOUT_MEANING, "warned"}
                count(tally, what, said, refused | harmless, (what, names))
    for many in range(1, len(PARTS) + 1):
        for names in itertools.combinations(PARTS, many):
            now.put_back()
            for name in names:
                (folder / name).unlink()
            gone = {JOURNAL} if names == (JOURNAL,) else set(names)
            said = outcome(folder, "Lark", "Wren")
            one_header = len(gone & set(headerfiles.NAMES)) == 1 and DATA not in gone
            expected = {HEALED} if one_header else {WITHOUT_MEANING} if gone == {JOURNAL} else refused
            count(tally, "gone", said, expected, ("gone", names))
    now.put_back()
    assert outcome(folder, "Lark", "Wren") == WITHOUT_MEANING and not tally.lost


def test_files_of_a_vault_that_was_not_closed(tmp_path: Path, tally: Tally) -> None:
    """Without a seal: another database is told by its keys, its facts and its chain; so is a journal that is gone."""
    seen = Remembered()
    folder, others = states(tmp_path, seen)
    crash(vault.unlock(folder, WORDS, FakeClock(), seen=seen))
    now, remembered = Original(folder), dict(seen.kept)
    assert not vault.facts(folder).clean
    for what in ("of before", "of another vault", "of after a removal", "of a save that was cut off"):
        for names in ((DATA,), (DATA, JOURNAL), headerfiles.NAMES, (headerfiles.NAMES[0],), (*headerfiles.NAMES, DATA)):
            if what == "of another vault" and len(names) == 3:
                continue
            now.put_back()
            now.take(others[what], *names)
            seen.kept = dict(remembered)
            said = outcome(folder, "Lark", "Wren", seen=seen)
            count(tally, f"not closed, {what}", said,
                  {"VaultTorn", "VaultSwapped", "JournalMissing", HEALED, WITHOUT_MEANING, "warned"}, (what, names))
    now.put_back()
    (folder / JOURNAL).unlink()
    count(tally, "not closed, journal gone", outcome(folder, "Lark", "Wren"), {"JournalMissing"}, "journal gone")
    now.put_back()
    stale = others["of a save that was cut off"]
    now.take(stale, JOURNAL)
    seen.kept = dict(remembered)
    said = outcome(folder, "Lark", "Wren", seen=seen)
    count(tally, "not closed, stale journal", said, {"VaultTorn", "VaultSwapped", "JournalMissing"}, "stale journal")
    now.put_back()
    assert outcome(folder, "Lark", "Wren") == WITHOUT_MEANING and not tally.lost


def test_the_watch_would_see_another_content(tmp_path: Path) -> None:
    """What is asked of each case can fail: a vault with another content is not taken for this one."""
    folder = a_full_vault(tmp_path, "Lark")
    assert outcome(folder, "Wren") == UNNOTICED
    shutil.rmtree(folder)
