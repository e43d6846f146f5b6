"""The name guard as a note has it: who it knows, made ready from what is kept of a group; what it need not ask."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from facilitator.guarding.facts import GuardFacts
    from facilitator.guarding.known import Guarding
    from facilitator.guarding.note_guard import NoteGuard

__all__ = ["GuardFacts", "Guarding", "NoteGuard"]

_HOMES = {"GuardFacts": "facts", "Guarding": "known", "NoteGuard": "note_guard"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
