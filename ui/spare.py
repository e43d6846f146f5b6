"""Lets go of what the binding makes for every widget and layout at once, and hardly any ever needs."""

from __future__ import annotations

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def spare(thing: QObject) -> None:
    """Let go of an object's signals as Python has them, 2 KB in all: one that is asked for later is made then.

    What is connected stays so, as Qt keeps that by itself.
    """
    held = vars(thing)
    own = {name: value for name, value in held.items() if type(value) is not SignalInstance}
    held.clear()
    held.update(own)


def with_viewport(area: QAbstractScrollArea, role: QPalette.ColorRole = QPalette.ColorRole.NoRole) -> None:
    """Give an area that scrolls a viewport of ours, as Qt's own; before anything is put into it. A list's role is Base.

    To know what Qt's own is, the binding would go through all the kinds of widgets there are: 1 MB of types.
    """
    viewport = QWidget()
    viewport.setAutoFillBackground(True)
    viewport.setBackgroundRole(role)
    area.setViewport(viewport)
