"""One of several processes that fight for one vault: a program of its own. Prints how often it got in."""

from __future__ import annotations

import sys
from pathlib import Path

from facilitator import vault
from facilitator.errors import VaultOpenElsewhere
from facilitator.model.clock import SystemClock
from tests.core.vaults import WORDS, add_group

if __name__ == "__main__":
    folder, me, tries = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    sys.stdin.readline()  # all begin together
    got_in = 0
    for _try in range(tries):
        try:
            opened = vault.unlock(folder, WORDS, SystemClock())
        except VaultOpenElsewhere:
            continue
        if opened.opened_after_crash:
            raise AssertionError("somebody let the vault go unsealed")
        add_group(opened, f"{me}-{got_in}")
        opened.close()
        got_in += 1
    print(got_in)
