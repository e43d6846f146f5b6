"""A quick start: what the binding of Qt does at every import, and this app has no use for, is left out."""

from __future__ import annotations

import builtins
import gc
import linecache


def make_quick() -> None:
    """To be called once, before anything of ours is loaded. Loads the binding itself.

    Rubbish is collected later, by `Tidy`: until the first picture there is next to none.
    """
    gc.disable()
    import PySide6.QtCore  # noqa: F401

    # For its switch `from __feature__ import …` the binding reads the source of whatever is imported, and keeps it:
    # a tenth of the start, and 5 MB. Nobody here turns that switch.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()
