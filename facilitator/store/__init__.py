"""The one encrypted database: kept in versions, journalled, undoable, searchable. Bound when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.store.command import Command
    from facilitator.store.facts import CopyFacts, StoreFacts, UndoStep
    from facilitator.store.store import Store

__all__ = ["Command", "CopyFacts", "Store", "StoreFacts", "UndoStep"]

_WHERE = {"Command": "command", "CopyFacts": "facts", "Store": "store", "StoreFacts": "facts", "UndoStep": "facts"}


def __getattr__(name: str) -> object:
    if name not in _WHERE:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"facilitator.store.{_WHERE[name]}"), name)
