"""Vaults that are changed behind our back, and what an opening makes of it."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from facilitator import vault
from facilitator.errors import UserError
from facilitator.vault import headerfiles
from facilitator.vault.rollback import LastSeen
from tests.core.vaults import WORDS, a_vault, add_group, groups
from tests.faults.tally import Tally
from tests.make import FakeClock

PAGE = 4096
DATA, JOURNAL = "data-1.db", "data-1.db-journal"
HEALED, WITHOUT_MEANING, UNNOTICED = "healed", "without meaning", "UNNOTICED"


class Remembered:
    """What this laptop has seen, kept in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[int, int]] = {}

    def recall(self, mark: str) -> tuple[int, int] | None:
        """What was last seen."""
        return self.kept.get(mark)

    def note(self, mark: str, sequence: int, at_ms: int) -> None:
        """Remember."""
        self.kept[mark] = (sequence, at_ms)


def a_full_vault(place: Path, *names: str, seen: LastSeen | None = None, words: str = WORDS) -> Path:
    """A closed vault with some groups, a draft and a copy of itself."""
    made = a_vault(place, words=words, seen=seen)
    for name in names:
        add_group(made, name)
    made.drafts.save("note", {"text": "half"})
    made.snapshot(10**9)
    made.close()
    return made.folder


def outcome(folder: Path, *names: str, seen: LastSeen | None = None) -> str:
    """What came of opening it: the refusal's name, "warned", "healed", "without meaning", or UNNOTICED."""
    try:
        now = vault.unlock(folder, WORDS, FakeClock(), seen=seen)
    except UserError as error:
        return type(error).__name__
    warned, healed = now.rolled_back is not None, now.healed
    found = groups(now)
    try:
        now.store.integrity()
    except UserError:
        found = ["torn"]
    now.close()
    if warned:
        return "warned"
    if found != list(names):
        return UNNOTICED
    return HEALED if healed else WITHOUT_MEANING


class Original:
    """The files of a folder, to change one of them and put them back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*"))
                      if path.is_file()}

    def put_back(self) -> None:
        """Everything as it was; what came since goes."""
        for path in self.folder.rglob("*"):
            if path.is_file() and path.relative_to(self.folder) not in self.files:
                path.unlink()
        for name, data in self.files.items():
            path = self.folder / name
            path.parent.mkdir(exist_ok=True)
            if not path.is_file() or path.read_bytes() != data:
                path.write_bytes(data)

    def take(self, other: Original, *names: str) -> None:
        """Some files of another in the place of ours; one that it has not goes."""
        for name in names:
            data = other.files.get(Path(name))
            if data is None:
                (self.folder / name).unlink(missing_ok=True)
            else:
                (self.folder / name).write_bytes(data)


def flipped(data: bytes, at: int, chance: random.Random) -> bytes:
    """One bit of one byte changed."""
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1:]


def count(tally: Tally, kind: str, said: str, expected: set[str], what: object) -> None:
    """One case: lost where it did not come out as one of those expected."""
    tally.tried(1, kind)
    if said not in expected:
        tally.lose(f"{what}: {said}")


def sound_header(folder: Path, tally: Tally, what: object) -> None:
    """With one copy hurt, the other is read and the hurt one is named; without any key."""
    tally.tried(1, "header: one copy, told")
    found = headerfiles.read(folder)
    if len(found.hurt) != 1:
        tally.lose(f"{what}: {found.hurt}")


def copied(folder: Path, to: Path) -> Path:
    """A vault's folder as it lies there now."""
    shutil.copytree(folder, to)
    return to
