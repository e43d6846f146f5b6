"""Whether a Qt object still lives behind its Python name."""

from __future__ import annotations

from PySide6.QtCore import QObject
from shiboken6 import isValid


def alive(thing: QObject | None) -> bool:
    """False once Qt has deleted it, as with a screen that was left while its answer was on the way."""
    return thing is not None and bool(isValid(thing))  # type: ignore[no-untyped-call]
