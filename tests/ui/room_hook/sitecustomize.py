"""Loaded by the fresh process of the room's lock test alone: says on stdout what the room shows once the gate is up."""

from __future__ import annotations

import sys
import time

_began = time.monotonic()

if "--locked" in sys.orig_argv and "ui" in sys.orig_argv:
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

    _exec = QApplication.exec

    def _gate() -> bool:
        return any(edit.isVisible() and edit.echoMode() == QLineEdit.EchoMode.Password
                   for window in QApplication.topLevelWidgets() for edit in window.findChildren(QLineEdit))  # fmt: skip

    def _room() -> QWidget | None:
        return next((one for one in QApplication.topLevelWidgets()
                     if type(one).__name__ == "RoomWindow" and one.isVisible()), None)  # fmt: skip

    def _look() -> None:
        window = _room()
        if window is None or not _gate():
            QTimer.singleShot(20, _look)
            return
        from PySide6.QtTest import QTest

        before = window.view.saying.accessibleName()  # type: ignore[attr-defined]
        QTest.keyClick(window, Qt.Key.Key_PageDown)
        after = window.view.saying.accessibleName()  # type: ignore[attr-defined]
        print("room", before, "|", after, flush=True)

    def _watched(*_nothing: object) -> int:
        QTimer.singleShot(0, _look)
        return int(_exec())

    QApplication.exec = _watched  # type: ignore[method-assign, assignment]
