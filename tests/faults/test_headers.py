"""Headers that are not as they should be: kept files and thousands of mutations. No crash, hang or acceptance."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from facilitator.vault.parsing import Malformed, TooNew, parse
from facilitator.vault.unlocking import enter
from tests.core.vaults import WORDS
from tests.faults.tally import Tally

ROOT = Path(__file__).resolve().parents[2]
HEADERS = ROOT / "tests" / "kept" / "headers"
REFUSALS = {"damaged": "HeaderDamaged", "newer": "NewerVault", "swapped": "VaultSwapped",
            "wrong-words": "WrongPassphrase"}
KEPT = sorted(HEADERS.glob("*/*.json"))
DEAR_KIB = 512 * 1024
MOST_MIB = 1228.8
NEEDS_UNIX = pytest.mark.skipif(sys.platform == "win32", reason="measures memory and ends what hangs the Unix way")


def work_of(path: Path) -> int:
    """What opening with a header would cost, in KiB times passes; nothing where it is refused before."""
    try:
        return sum(block.cost.work_kib for block in parse(path.read_bytes()).blocks)
    except (Malformed, TooNew):
        return 0


DEAR = [path for path in KEPT if work_of(path) > DEAR_KIB]
"""They are read, and opening with them is within its bounds but costs seconds."""


def run(tally: Tally, *arguments: object) -> Iterator[dict[str, Any]]:
    """What the program says of each header; the most time and memory go into the table."""
    with subprocess.Popen([sys.executable, "-W", "error", "-m", "tests.faults.header_run", *map(str, arguments)],
                          cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as program:
        for line in program.stdout or ():
            told = json.loads(line)
            for unit in ("s", "MiB"):
                if unit in told:
                    tally.reached(unit, told[unit])
            if "of" in told:
                yield told
    assert program.returncode == 0, "it crashed"
    assert tally.most["MiB"] < MOST_MIB


def test_there_are_enough_of_every_kind() -> None:
    assert len(KEPT) >= 40 and {path.parent.name for path in KEPT} == set(REFUSALS)
    assert {path.suffix for path in HEADERS.rglob("*") if path.is_file()} == {".json"}
    sound = parse((HEADERS / "sound.json").read_bytes())
    assert enter(sound, WORDS).opened.holder in sound.facilitators, "what they differ from opens"


@NEEDS_UNIX
@pytest.mark.fault("headers")
@pytest.mark.parametrize("dear", [False, pytest.param(True, marks=pytest.mark.long)], ids=["cheap", "dear"])
def test_a_kept_header_is_refused_as_it_should_be(dear: bool, tally: Tally) -> None:
    paths = [path for path in KEPT if (path in DEAR) is dear]
    for told in run(tally, "kept", *paths):
        path = Path(told["of"])
        tally.tried(1, path.parent.name.replace("-", " "))
        if told["said"] != REFUSALS[path.parent.name] or not told["same"]:
            tally.lose(f"{path.name}: {told['said']}")
    assert not tally.lost and tally.cases.total() == len(paths) > 3


@NEEDS_UNIX
@pytest.mark.fault("mutations")
@pytest.mark.parametrize(("many", "seed"), [(500, 1), pytest.param(10_000, 20251120, marks=pytest.mark.long)])
def test_no_mutation_is_taken(many: int, seed: int, tally: Tally) -> None:
    """In both copies it is refused; in one, it is refused or made whole from the other."""
    for told in run(tally, "mutated", many, seed):
        tally.tried(1, told["said"])
        if told["said"] not in (*REFUSALS.values(), "healed"):
            tally.lose(f"{told['of']}: {told['said']}")
    assert not tally.lost and tally.cases.total() == many
    assert set(tally.cases) == {*REFUSALS.values(), "healed"}, "not every way to end was met"
