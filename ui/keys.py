"""The keys that work at the gate as everywhere: larger, smaller, lock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from facilitator.settings import setting


def bind(widget: QWidget, keys: dict[str, Callable[[], object]]) -> None:
    """Bind keys within a widget's window while the widget is there."""
    for sequence, act in keys.items():
        shortcut = QShortcut(QKeySequence(sequence), widget)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(act)


def next_zoom(now: int, steps: int) -> int:
    """The zoom in per cent some steps on, within what is allowed; no steps goes back to 100."""
    declared = setting("zoom")
    least, most = declared.least or now, declared.most or now
    return 100 if steps == 0 else max(least, min(most, now + steps * declared.step))
