"""The store's own frozen values: which vault this is, what a copy holds, what an undo took back."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.model.change import Change


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """Which vault, which copy of it, under which generation of its key. Ids are 16 bytes."""

    vault_id: bytes
    copy_id: bytes
    generation: int
    sample: bool = False


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """What a written copy was found to hold when it was read back: live rows by table, and the fingerprint."""

    counts: dict[str, int]
    fingerprint: bytes


@dataclass(frozen=True, slots=True)
class UndoStep:
    """What an undo took back: the command's kind and label, and the change it made."""

    kind: str
    label: str
    change: Change
