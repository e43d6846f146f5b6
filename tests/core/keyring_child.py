"""Run under a message bus of its own with a real keyring: keeps a vault's key there, opens it, takes it away."""

from __future__ import annotations

import sys
from pathlib import Path

from facilitator import vault
from facilitator.errors import KeyringRefused
from facilitator.vault import device, unlocking
from facilitator.vault.device import DeviceKeys
from tests.core.vaults import TINY, WORDS
from tests.make import FakeClock


def main(place: Path) -> None:
    """Each step prints a word once it has gone well."""
    keys = DeviceKeys(patience=20)
    opened = vault.create(place / "Blue folder.vault", WORDS, FakeClock(), kdf=TINY)
    name, value = opened.device_asked(WORDS, frozenset()), device.fresh()
    keys.keep(name, value)
    opened.add_device(value)
    opened.close()
    print("kept")
    found = keys.recall(name)
    assert found == value
    unlocking.unlock_by_device(opened.folder, found, FakeClock()).close()
    print("opened")
    assert keys.recall("f" * 32) is None
    keys.forget(name)
    keys.forget(name)
    assert keys.recall(name) is None
    print("forgotten")


def refused(why: str) -> None:
    """Without a keyring on the bus."""
    try:
        DeviceKeys(patience=20).recall("f" * 32)
    except KeyringRefused as error:
        assert error.why == why, error.why
        print(why)


if __name__ == "__main__":
    if sys.argv[1].startswith("refused "):
        refused(sys.argv[1].partition(" ")[2])
    else:
        main(Path(sys.argv[1]))
