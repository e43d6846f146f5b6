"""What everything that can be pressed shares: Enter as well as Space, a pointing hand, and a place from the lead."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget


def pressable(button: QAbstractButton) -> None:
    """Give a painted button its pointer and its repaint under it."""
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def pressed_by_key(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button when the key is Enter, as people expect; True when it was."""
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
        button.click()
        return True
    return False


def from_lead(widget: QWidget, offset: float, width: float) -> float:
    """The x of something `width` wide that stands `offset` px from the leading edge."""
    if widget.layoutDirection() == Qt.LayoutDirection.LeftToRight:
        return offset
    return widget.width() - offset - width


def grows(widget: QWidget, across: QSizePolicy.Policy) -> None:
    """Let a widget grow in height as its words wrap."""
    policy = QSizePolicy(across, QSizePolicy.Policy.Fixed)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
