"""Power cuts: what a disk may hold when the power goes between two syncs, tried at random moments."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from facilitator.store import Store
from tests.faults.disk import after_power_cut, wrapped
from tests.faults.tally import Tally
from tests.make import FACTS, KEY, FakeClock, a_store

SAVES = 12


@pytest.mark.fault("power")
@pytest.mark.parametrize("cuts", [200, pytest.param(5000, marks=pytest.mark.long)])
def test_no_acknowledged_save_is_lost_in_a_power_cut(tmp_path: Path, cuts: int, tally: Tally) -> None:
    chance = random.Random(cuts)
    acknowledged: list[int] = []  # after the n-th save: how many operations had reached the disk by then
    with wrapped() as disk:
        store = a_store(tmp_path)
        files = {str(file): file.read_bytes() for file in tmp_path.iterdir()}
        disk.recorded = []
        for n in range(SAVES):
            with store.command("test.save") as command:
                for part in range(chance.randint(1, 6)):
                    command.insert("venue", {"name": f"{n}", "notes": "x" * chance.randint(1, 9000),
                                             "address": f"{part}"})
                command.put("setting", b"S" * 16, {"key": "n", "value": f"{n}"})
            acknowledged.append(len(disk.recorded))
        whole = store.counts()["venue"]
        log = disk.recorded
        store.close()

    folder = tmp_path / "after"
    folder.mkdir()
    newer = 0
    for cut in range(cuts):
        at = chance.randint(0, len(log))
        for name, data in after_power_cut(files, log, at, chance).items():
            (folder / Path(name).name).write_bytes(data)
        store = Store.open(folder / "data-1.db", KEY, FACTS, FakeClock())
        saved = sum(1 for end in acknowledged if end <= at)
        row = store.one("SELECT value FROM setting_live")
        stands = 0 if row is None else int(row["value"]) + 1
        tally.tried()
        assert saved <= stands <= saved + 1, f"cut {cut} after {at} operations"
        newer += stands > saved
        # The save is whole: all of its rows, none of the next one's.
        names = {row["name"] for row in store.all("SELECT DISTINCT name FROM venue_live")}
        assert names == {f"{n}" for n in range(stands)}
        if cut % 10 == 0:
            store.integrity()
        with store.command("test.after") as command:
            command.insert("venue", {"name": "after"})
        store.close()
    assert whole > SAVES
    assert newer < cuts / 2  # else the cuts were no cuts
