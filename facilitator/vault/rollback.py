"""Noticing that an older state of a vault was put in place of a newer one: a warning, never a refusal."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from facilitator.settings import DeviceSettings
from facilitator.vault.glance import local
from facilitator.vault.header import Header

_MOST = 50
_KEY = "seen"


@dataclass(frozen=True, slots=True)
class RollBack:
    """This laptop has seen a newer state of this vault: local wall times of that one and of the one opened now."""

    seen: datetime
    opened: datetime


class LastSeen(Protocol):
    """Where this laptop's user remembers how far each vault was: hash of vault → (sequence, milliseconds UTC)."""

    def recall(self, mark: str) -> tuple[int, int] | None:
        """What was last seen, or None for a vault that is new here."""
        ...

    def note(self, mark: str, sequence: int, at_ms: int) -> None:
        """Remember; a disk that cannot be written to is let pass."""
        ...


class SeenInSettings:
    """Last seen, kept in the small per-user file; it knows hashes only."""

    def __init__(self, settings: DeviceSettings) -> None:
        self._settings = settings

    def recall(self, mark: str) -> tuple[int, int] | None:
        """What was last seen."""
        known = self._all().get(mark)
        return (known[0], known[1]) if known else None

    def note(self, mark: str, sequence: int, at_ms: int) -> None:
        """Remember, and forget the vaults that were longest not opened."""
        known = self._all()
        known.pop(mark, None)
        known[mark] = [sequence, at_ms]
        newest = sorted(known.items(), key=lambda entry: entry[1][1])[-_MOST:]
        self._settings.remember(_KEY, dict(newest))

    def _all(self) -> dict[str, list[int]]:
        kept = self._settings.remembered(_KEY)
        if not isinstance(kept, dict):
            return {}
        return {str(mark): value for mark, value in kept.items()
                if isinstance(value, list) and len(value) == 2 and all(type(part) is int for part in value)}


def mark(header: Header) -> str:
    """What a vault is remembered under. The copy counts too: a restored copy begins a history of its own."""
    return hashlib.sha256(b"facilitator last seen" + header.vault_id + header.copy_id).hexdigest()[:32]


def rolled_back(header: Header, seen: LastSeen) -> RollBack | None:
    """The warning, when this header is older than what was last seen here."""
    known = seen.recall(mark(header))
    if known is None or known[0] <= header.sequence:
        return None
    return RollBack(local(known[1]), local(header.written_at))
