"""Run on its own, as it takes most of its memory away: makes, opens and changes vaults with little of it left."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from facilitator import vault
from facilitator.errors import LowMemory
from facilitator.messages import explain
from facilitator.vault import headerfiles, unlocking
from facilitator.vault.keys import STANDARD
from tests.core.vaults import OTHER_WORDS, TINY, WORDS, bytes_of
from tests.make import FakeClock


def leave(mebibytes: int | None) -> None:
    """Have this much more memory at most; None for as much as there is."""
    used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    most = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (most if mebibytes is None else used + mebibytes * 2**20, most))


def cost(folder: Path) -> int:
    """What a guess costs, in mebibytes."""
    return headerfiles.read(folder).header.blocks[-1].cost.memory_kib // 1024


def refused(work: object) -> None:
    """It must say what to do."""
    try:
        work()  # type: ignore[operator]
    except LowMemory as error:
        assert "Close other programs" in explain(error).next and "Nothing was lost" in explain(error).said
    else:
        raise AssertionError("there was memory")


def main(place: Path) -> None:
    """Each step prints a word once it has gone well."""
    vault.create(place / "warm.vault", WORDS, FakeClock(), kdf=TINY).close()  # what loads once is loaded
    leave(110)
    made = vault.create(place / "small.vault", WORDS, FakeClock())
    made.close()
    print("made", cost(made.folder))
    leave(110)
    opened = vault.unlock(made.folder, WORDS, FakeClock(), at_least=STANDARD)
    print("opened", cost(made.folder))
    leave(110)
    opened.set_passphrase(WORDS, OTHER_WORDS, STANDARD)
    print("changed", cost(made.folder))
    leave(20)
    refused(lambda: opened.set_passphrase(OTHER_WORDS, WORDS))
    opened.close()
    leave(None)
    unlocking.worth_raising = lambda *_told: True  # type: ignore[attr-defined]  # however busy this computer is
    vault.unlock(made.folder, OTHER_WORDS, FakeClock(), at_least=STANDARD).close()
    print("raised", cost(made.folder))
    before = bytes_of(made.folder)
    leave(110)
    refused(lambda: vault.unlock(made.folder, OTHER_WORDS, FakeClock()))
    assert bytes_of(made.folder) == before
    leave(None)
    vault.unlock(made.folder, OTHER_WORDS, FakeClock()).close()
    print("whole")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
