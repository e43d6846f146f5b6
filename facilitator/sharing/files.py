"""Content packs on the disk: written whole or not at all, and never read further than a pack may be long."""

from __future__ import annotations

from pathlib import Path

from facilitator.sharing.bundle import LARGEST
from facilitator.vault import files

ENDING = "zip"


def save(path: Path, data: bytes) -> None:
    """Put a pack where a person said, who was asked about a name that is taken. Raises PlaceMissing, NoSpace, …"""
    files.put_out(path, data, asked=True)


def load(path: Path) -> bytes:
    """The bytes of a pack, one more than it may have where it is too long. Raises what a failing disk means."""
    with files.told(path.name, reading=True):
        return files.read_bounded(path, LARGEST)
