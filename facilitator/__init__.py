"""The front door of the core: names are bound when first asked for, so that nothing heavy loads early."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.errors import UserError
    from facilitator.workspace import Workspace

__all__ = ["UserError", "Workspace", "__version__"]
__version__ = "0.1.0"

_WHERE = {"UserError": "facilitator.errors", "Workspace": "facilitator.workspace"}


def __getattr__(name: str) -> object:
    if name not in _WHERE:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(_WHERE[name]), name)
