"""Run as a program by the bench: opens a window, says `painted` and one number when it is, and ends.

`bare` is a main window of plain PySide6, `app` the app at its unlock screen, `tour` the app after a vault was unlocked
and looked at, place by place, several times over: their number is the memory held, in MB. `unlock` goes from the unlock
screen into a vault: its number is the milliseconds until the first place stands there with all the vault knows in it.
`tick` is the milliseconds from a click on a name until the tick is kept, read again and painted.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

if sys.argv[1:2] != ["bare"]:  # as the app's own command begins; a bare window of Qt has no such thing
    from ui.quick import make_quick

    make_quick()

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget

LOOK_EVERY_MS = 2
TOUR_ROUNDS = 20


def memory_mb() -> float:
    """What the process holds in memory now, where the system tells (Linux)."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        return 0.0


def end_when(shown: Callable[[], QWidget | None]) -> int:
    """Run the event loop until a window is shown, paint all of it, tell, and end without tidying up."""

    def look() -> None:
        window = shown()
        if window is not None:
            window.repaint()
            print(f"painted {memory_mb():.3f}", flush=True)
            os._exit(0)

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(LOOK_EVERY_MS)
    return original_exec()


def unlock_screen() -> QWidget | None:
    """The window, once it has a field for the passphrase in sight."""
    for window in QApplication.topLevelWidgets():
        for field in window.findChildren(QLineEdit):
            if field.echoMode() == QLineEdit.EchoMode.Password and field.isVisible():
                return window
    return None


def bare() -> int:
    """The floor: a window with nothing in it."""
    app = QApplication(["bare"])
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    shown = [window]
    return end_when(lambda: shown[0] if app and shown[0].isVisible() else None)


def app() -> int:
    """The app, as its own command starts it."""
    from ui.__main__ import main

    QApplication.exec = staticmethod(lambda: end_when(unlock_screen))  # type: ignore[method-assign]
    sys.argv = ["facilitator"]
    return main()


def tour() -> int:
    """Unlock the vault that was opened last, and look round in it, place by place, again and again."""
    from moving import go, unlock
    from stage import Stage, application

    from facilitator.paths import state_dir
    from ui.screens import SCREENS

    folder = Path(sys.argv[2])
    stage = Stage(application(), state_dir(), "en")
    stage.show_gate(folder)
    unlock(stage, folder, sys.argv[3])
    for _round in range(TOUR_ROUNDS):
        for screen in SCREENS:
            go(screen.place)(stage)
    print(f"painted {memory_mb():.3f}", flush=True)
    os._exit(0)


def unlock() -> int:
    """From the unlock screen into the vault, as it goes the first time in a process."""
    import moving
    from stage import Stage, application

    from facilitator.paths import state_dir

    folder, words = Path(sys.argv[2]), sys.argv[3]
    stage = Stage(application(), state_dir(), "en")
    stage.show_gate(folder)
    began = time.perf_counter()
    moving.unlock(stage, folder, words, settle=stage.settle)
    # What has not been painted yet is painted now; painting all of it a second time is nothing anybody waits for.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)
    print(f"painted {(time.perf_counter() - began) * 1000:.3f}", flush=True)
    os._exit(0)


def tick() -> int:
    """Tick somebody who has come, in the open window; the median of many."""
    import moving
    import shots
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from stage import Stage, application

    from facilitator.paths import state_dir
    from ui.widgets import CheckRow

    stage = Stage(application(), state_dir(), "en")
    stage.show_gate(Path(sys.argv[2]))
    moving.unlock(stage, Path(sys.argv[2]), sys.argv[3])
    rows = shots.start_the_count(stage).names.findChildren(CheckRow)
    taken = []
    for row in rows * 5:
        began = time.perf_counter()
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
        for _answer in ("the tick", "the list read again"):
            stage.settle()
        stage.house.window.repaint()
        taken.append((time.perf_counter() - began) * 1000)
    print(f"painted {sorted(taken)[len(taken) // 2]:.3f}", flush=True)
    os._exit(0)


original_exec = QApplication.exec

if __name__ == "__main__":
    sys.exit({"bare": bare, "app": app, "tour": tour, "unlock": unlock, "tick": tick}[sys.argv[1]]())
