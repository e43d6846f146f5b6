"""Ctrl+Z in a field of a plan: the field's own typing first; where there is none, the plan's last change."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget


class UndoGoesOn(QObject):
    """Leaves Undo to the window wherever a field has nothing typed to take back; a number never has."""

    def __init__(self, *fields: QWidget) -> None:
        super().__init__(fields[0])
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say that the key is not for this field."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        typed = isinstance(watched, QLineEdit) and watched.isUndoAvailable()
        if typed or not event.matches(QKeySequence.StandardKey.Undo):
            return False
        event.ignore()
        return True
