"""Loaded by the fresh process of the lock test alone: says "gate" on stdout once the unlock screen is in sight."""

from __future__ import annotations

import sys

if "--locked" in sys.orig_argv and "ui" in sys.orig_argv:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLineEdit

    _exec = QApplication.exec

    def _look() -> None:
        for window in QApplication.topLevelWidgets():
            for edit in window.findChildren(QLineEdit):
                if edit.isVisible() and edit.echoMode() == QLineEdit.EchoMode.Password:
                    print("gate", flush=True)
                    return
        QTimer.singleShot(20, _look)

    def _watched(*_nothing: object) -> int:
        QTimer.singleShot(0, _look)
        return int(_exec())

    QApplication.exec = _watched  # type: ignore[method-assign, assignment]
