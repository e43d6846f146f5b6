"""The two copies of the header on disk: the newest sound one counts, and the other is made whole from it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from facilitator.errors import HeaderDamaged, NewerVault, NotAVault, PlaceMissing, VaultSwapped
from facilitator.vault import files
from facilitator.vault.header import Header
from facilitator.vault.parsing import MOST_BYTES, Malformed, TooNew, parse

NAMES = ("header.json", "header.bak.json")


@dataclass(frozen=True, slots=True)
class Found:
    """A header that was read; `raw` are its bytes, `hurt` names the copies that are missing, damaged or older."""

    header: Header
    raw: bytes
    hurt: tuple[str, ...]


def read(folder: Path) -> Found:
    """The newest sound header of a vault's folder; nothing is written.

    Raises PlaceMissing, NotAVault, HeaderDamaged, NewerVault, VaultSwapped, or what a failing disk means.
    """
    if not files.is_folder(folder):
        raise (NotAVault if files.taken(folder) else PlaceMissing)(folder.name)
    sound: dict[str, tuple[Header, bytes]] = {}
    there = newer = False
    for name in NAMES:
        try:
            raw = files.read_bounded(folder / name, MOST_BYTES)
            there = True
            sound[name] = parse(raw), raw
        except FileNotFoundError:
            pass
        except TooNew:
            newer = True
        except Malformed:
            pass
        except PermissionError as error:
            raise files.refusal(error, folder.name, reading=True) from error
        except OSError:
            there = True  # A bad sector under one copy is what the other copy is for.
    if newer:
        raise NewerVault
    if not sound:
        if there or any(folder.glob("data-*.db")):
            raise HeaderDamaged
        raise NotAVault(folder.name)
    header, raw = max(sound.values(), key=lambda found: found[0].sequence)
    for other, other_raw in sound.values():
        if (other.vault_id, other.copy_id) != (header.vault_id, header.copy_id):
            raise VaultSwapped
        if other.sequence == header.sequence and other_raw != raw:
            raise VaultSwapped
    return Found(header, raw, tuple(n for n in NAMES if n not in sound or sound[n][1] != raw))


def write(folder: Path, raw: bytes, before: bytes | None = None) -> None:
    """Put a header into both copies, one after the other; where the second fails, the first goes back to `before`.

    Raises NoSpace, ReadOnlyPlace, PlaceGone.
    """
    first, second = (folder / name for name in NAMES)
    with files.told(folder.name):
        files.write_whole(first, raw)
        try:
            files.write_whole(second, raw)
        except OSError:
            if before is not None:
                with contextlib.suppress(OSError):
                    files.write_whole(first, before)
            raise
