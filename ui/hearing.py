"""Screen readers are told what each part is; what knows it is loaded once one asks."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface


def hear() -> None:
    """Have them told for as long as the process lives. Called once, before the first part is made."""
    QAccessible.installFactory(_told)


def _told(_kind: str, thing: QObject | None) -> QAccessibleInterface | None:
    from ui.widgets.roles import interface_of

    return interface_of(thing)
