"""Run as a program with one display or two: says where the room is shown, and who has the keyboard."""

from __future__ import annotations

import json
import sys

from PySide6.QtWidgets import QApplication, QWidget

from facilitator.model.agenda import SegmentKind
from facilitator.model.clock import SystemClock
from facilitator.model.room import RoomPart
from ui.room.keeper import RoomKeeper
from ui.theme import LIGHT, Theme

app = QApplication(["displays"])
theme = Theme(LIGHT)
theme.apply(app)
laptop = QWidget()
laptop.setGeometry(100, 100, 800, 500)
laptop.show()
laptop.activateWindow()
app.processEvents()
veiled: list[bool] = []
keeper = RoomKeeper(theme, SystemClock(), app, laptop, veil=lambda: veiled.append(True))
keeper.put(RoomPart(run="ab", index=0, kind=SegmentKind.BREAK))
keeper.open()
for _step in range(5):
    app.processEvents()
window = keeper.window
assert window is not None
told = {
    "shown": list(window.geometry().getRect()),
    "veiled": len(veiled),
    "key": window.view.foot,
    "laptop": app.activeWindow() is laptop,
}
print(json.dumps(told))
keeper.end()
sys.exit(0)
