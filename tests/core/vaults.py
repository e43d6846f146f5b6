"""Making vaults for tests: real ones, with a key derivation that costs next to nothing."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from facilitator import vault
from facilitator.library import Library
from facilitator.model.clock import SystemClock
from facilitator.model.ids import hash_id
from facilitator.sample import furnish
from facilitator.vault import KdfCost, UnlockedVault
from facilitator.vault.header import canonical
from facilitator.workspace import Workspace
from tests.make import FakeClock

TINY = KdfCost(64, 1, 1)
WORDS = "lantern orchard seven quiet bicycles"
OTHER_WORDS = "pebble harbour nine gentle trumpets"


def a_vault(folder: Path, clock: FakeClock | None = None, words: str = WORDS, **more: Any) -> UnlockedVault:
    """A new vault called Blue folder in a folder, open."""
    folder.mkdir(exist_ok=True)
    return vault.create(folder / "Blue folder.vault", words, clock or FakeClock(), kdf=TINY, **more)


def a_closed_vault(folder: Path, group: str = "") -> Path:
    """A new vault, closed and sealed; with one group when named."""
    made = a_vault(folder)
    if group:
        add_group(made, group)
    made.close()
    return made.folder


def add_group(opened: UnlockedVault, name: str) -> None:
    """One saved row."""
    with opened.store.command("test.group") as command:
        command.insert("groups", {"name": name, "application": "grief", "record_level": 1, "created_on": "2025-01-01"},
                       hash_id("group", name))


def groups(opened: UnlockedVault) -> list[str]:
    """The names of the groups that are kept."""
    return [row["name"] for row in opened.store.all("SELECT name FROM groups_live ORDER BY name")]


def a_sample(place: Path) -> tuple[Path, Path]:
    """A furnished sample vault that opens fast, and a file with its passphrase."""
    opened = vault.create(place / "Sample.vault", WORDS, SystemClock(), sample=True, kdf=TINY)
    furnish(Workspace(opened, SystemClock(), Library()))
    opened.close()
    (place / "words").write_text(WORDS + "\n", "utf-8")
    return opened.folder, place / "words"


def crash(opened: UnlockedVault) -> None:
    """Let a vault go as a process does that is killed: nothing is closed or sealed."""
    opened.store.close()
    opened._lock.release()


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file under a folder but the lock, by name."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*"))
            if p.is_file() and p.name != "lock"}


def edited(raw: bytes, change: Callable[[dict[str, Any]], Any]) -> bytes:
    """A header changed on purpose, with its checksum put right."""
    header = json.loads(raw.split(b"\n")[0])
    change(header)
    return checked(canonical(header))


def checked(body: bytes) -> bytes:
    """A body with its checksum line."""
    return body + b"\n" + hashlib.sha256(body).hexdigest().encode() + b"\n"


def text(data: bytes) -> str:
    """Bytes as they stand in a header."""
    return base64.b64encode(data).decode()
