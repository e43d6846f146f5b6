"""Run as a program by the bench: prints the share of a core, in per cent, that a room view or a bare window rests at.

`room` is the whole app with a circle under way and its room in sight, `bare` a window of plain PySide6. Both rest for
the seconds that are given; a minute turns in between.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from stage import EVENING, Stage, application

BEGAN = EVENING.replace(hour=19, minute=2, second=50)
"""Ten seconds before a minute turns."""


class GoingClock:
    """Goes on from the evening; local time is UTC."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def now(self) -> datetime:
        """The evening, and what has passed since."""
        return BEGAN + timedelta(seconds=time.monotonic() - self._began)

    def now_ms(self) -> int:
        """The same in milliseconds UTC."""
        return int(self.now().replace(tzinfo=UTC).timestamp() * 1000)

    def today(self) -> date:
        """The day of it."""
        return self.now().date()


def rest(seconds: float) -> float:
    """Let it rest, and give the share of a core that took, in per cent."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    used, began = time.process_time(), time.perf_counter()
    loop.exec()
    return (time.process_time() - used) / (time.perf_counter() - began) * 100


def room(app: QApplication, seconds: float) -> float:
    """The whole app, a circle under way, the room in sight."""
    with tempfile.TemporaryDirectory() as home:
        stage = Stage(app, Path(home), "en")
        stage.house.parts.clock = GoingClock()
        stage.show_gate()
        gate = stage.house.gate
        if gate is None or gate.page is None:
            raise LookupError("the gate is not there")
        gate.page.sample_button.click()  # type: ignore[attr-defined]
        stage.until(lambda: stage.house.opened is not None and stage.house.gate is None)
        stage.rest()
        opened = stage.house.opened
        if opened is None or opened.feed.fed is None:
            raise LookupError("no evening to show")
        session = opened.feed.fed.session
        opened.jobs.do(stage.house.window, lambda w: w.runs.begin(session))
        stage.rest()
        opened.feed.turn()
        stage.until(lambda: stage.house.room.shown)
        stage.rest()
        took = rest(seconds)
        stage.close()
        return took


def bare(app: QApplication, seconds: float) -> float:
    """The floor: a window with nothing in it."""
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    return rest(seconds)


if __name__ == "__main__":
    found = {"room": room, "bare": bare}[sys.argv[1]](application(), float(sys.argv[2]))
    print(f"resting {found:.4f}", flush=True)
