"""Lets go of what the binding makes for every widget and layout at once, and hardly any ever needs."""

from __future__ import annotations

from PySide6.QtCore import QObject, SignalInstance


def spare(thing: QObject) -> None:
    """Let go of an object's signals as Python has them, 2 KB in all: one that is asked for later is made then.

    What is connected stays so, as Qt keeps that by itself.
    """
    held = vars(thing)
    own = {name: value for name, value in held.items() if type(value) is not SignalInstance}
    held.clear()
    held.update(own)
