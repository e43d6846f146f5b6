"""Backup files that are flipped, cut short or put together from others: told by a proof and by bringing them back."""

from __future__ import annotations

import itertools
import random
import zipfile
from pathlib import Path

import pytest

from facilitator import vault
from facilitator.errors import UserError
from facilitator.vault.restoring import prove_backup
from tests.core.vaults import OTHER_WORDS, WORDS, a_vault, add_group, groups
from tests.faults.tally import Tally
from tests.faults.tampering import PAGE, UNNOTICED, flipped
from tests.make import FakeClock

pytestmark = pytest.mark.fault("backups")
PARTS = ("header.json", "manifest", "data.db")
SAME = "without meaning"
REFUSED = {"NotABackup", "NewerVault", "WrongPassphrase", "VaultSwapped"}


def backups(place: Path) -> dict[str, Path]:
    """Backups of one vault before and after a save and after a removal, and one of another vault."""
    clock, found = FakeClock(), {}
    opened = a_vault(place / "one", clock)
    leaving = opened.add_facilitator(OTHER_WORDS)
    for when in ("before", "now"):
        add_group(opened, f"Wren {when}")
        found[when] = opened.backup(place / f"{when}.vaultbackup").path
        clock.move(minutes=3)
    opened.remove_facilitator(leaving)
    found["after a removal"] = opened.backup(place / "removed.vaultbackup").path
    opened.close()
    other = a_vault(place / "two", clock)
    found["another vault"] = other.backup(place / "other.vaultbackup").path
    other.close()
    return found


def proved(file: Path) -> tuple[str, object]:
    """What a proof says: the refusal's name, or SAME and what it holds."""
    try:
        facts = prove_backup(file, WORDS, FakeClock())
    except UserError as error:
        return type(error).__name__, None
    return SAME, (facts.made_at, dict(facts.counts), facts.fingerprint, facts.vault_id)


def brought_back(file: Path, folder: Path, *names: str) -> str:
    """What bringing it back says, and that nothing is left behind where it is refused."""
    try:
        opened = vault.restore(file, folder, WORDS, FakeClock())
    except UserError as error:
        assert not folder.exists() and not list(folder.parent.glob(".*"))
        return type(error).__name__
    same = groups(opened) == list(names)
    opened.end()
    return SAME if same else UNNOTICED


def parts_of(file: Path) -> dict[str, bytes]:
    """What a backup is made of."""
    with zipfile.ZipFile(file) as zipped:
        return {name: zipped.read(name) for name in PARTS}


def joined(path: Path, parts: dict[str, bytes]) -> Path:
    """A backup made of these."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as zipped:
        for name, data in parts.items():
            zipped.writestr(zipfile.ZipInfo(name), data)
    return path


@pytest.mark.parametrize("stride", [67, pytest.param(1, marks=pytest.mark.long)], ids=["some", "every"])
def test_flips_and_cuts(tmp_path: Path, stride: int, tally: Tally) -> None:
    """Every byte but those of the database, and some of each of its pages: refused, or it held no meaning."""
    chance = random.Random(stride)
    file = backups(tmp_path)["now"]
    whole, holds = file.read_bytes(), proved(file)
    assert holds[0] == SAME
    start = whole.index(parts_of(file)["data.db"])
    size = len(parts_of(file)["data.db"])
    outside = [*range(0, start, stride), *range(start + size, len(whole), stride)]
    pages = [first + chance.randrange(PAGE) for first in range(start, start + size, PAGE)][::max(1, stride // 8)]
    back = tmp_path / "back" / "Back.vault"
    back.parent.mkdir()
    for number, at in enumerate([*outside, *pages]):
        hurt = flipped(whole, at, chance)
        file.write_bytes(hurt)
        said = proved(file)
        in_data = at in pages
        # Days and rights that the zip itself notes mean nothing: what it holds is then exactly the same.
        if said[0] not in (REFUSED if in_data or said != holds else {*REFUSED, SAME}):
            tally.lose(f"flip at {at}: {said[0]}")
        tally.tried(1, "flip in a page" if in_data else f"flip elsewhere, {said[0]}")
        if number % 20 == 0:
            tally.tried(1, "flip, brought back")
            if brought_back(file, back, "Wren before", "Wren now") != said[0]:
                tally.lose(f"brought back, flip at {at}")
    for length in {0, 1, 21, 22, 100, start, start + size, len(whole) - 1, len(whole) - 22,
                   *(chance.randrange(len(whole)) for _n in range(200 // stride + 4))}:
        file.write_bytes(whole[:length])
        tally.tried(1, "cut")
        if proved(file)[0] != "NotABackup" or brought_back(file, back) != "NotABackup":
            tally.lose(f"cut to {length}")
    assert not tally.lost


def test_parts_of_others(tmp_path: Path, tally: Tally) -> None:
    """Every choice of header, manifest and database from two backups: never taken, but where all are of one."""
    found = backups(tmp_path)
    mine = parts_of(found["now"])
    path, back = tmp_path / "joined.vaultbackup", tmp_path / "back" / "Back.vault"
    back.parent.mkdir()
    assert proved(joined(path, mine))[0] == SAME
    for what in ("before", "after a removal", "another vault"):
        theirs = parts_of(found[what])
        for many in range(1, len(PARTS)):
            for names in itertools.combinations(PARTS, many):
                joined(path, {**mine, **{name: theirs[name] for name in names}})
                tally.tried(1, f"parts of {what}")
                said, again = proved(path)[0], brought_back(path, back)
                if said not in REFUSED or again not in REFUSED:
                    tally.lose(f"{what}, {names}: {said}, {again}")
    assert not tally.lost and tally.cases.total() == 18


def test_pages_of_others(tmp_path: Path, tally: Tally) -> None:
    found = backups(tmp_path)
    mine, older = parts_of(found["now"]), parts_of(found["before"])["data.db"]
    path, data = tmp_path / "joined.vaultbackup", mine["data.db"]
    chance = random.Random(1)
    for at in range(0, min(len(data), len(older)), PAGE):
        other = chance.randrange(0, len(data), PAGE)
        for page, kind in ((older[at:at + PAGE], "a page of before"), (data[other:other + PAGE], "from elsewhere")):
            if page != data[at:at + PAGE] and (kind == "a page of before" or at % (8 * PAGE) == 0):
                joined(path, {**mine, "data.db": data[:at] + page + data[at + PAGE:]})
                tally.tried(1, kind)
                if proved(path)[0] != "NotABackup":
                    tally.lose(f"{kind} at {at}")
    assert not tally.lost and len(tally.cases) == 2
