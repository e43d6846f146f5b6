"""What keys do in the room: one table, for the room's window and for the laptop's side alike."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

_K = Qt.Key
TURN_KEY = _K.Key_F8


class Act(StrEnum):
    """What a key asks for. None of them shows a name."""

    ON = "on"
    BACK = "back"
    PASSES = "passes"
    LATER = "later"
    MORE = "more"
    FEWER = "fewer"
    LEAVE_OUT = "leave-out"
    CLOCK = "clock"
    REST = "rest"
    TURN = "turn"


_KEYS: dict[int, Act] = {
    _K.Key_Space: Act.ON, _K.Key_PageDown: Act.ON, _K.Key_Right: Act.ON, _K.Key_Down: Act.ON, _K.Key_Return: Act.ON,
    _K.Key_Enter: Act.ON, _K.Key_MediaNext: Act.ON,
    _K.Key_PageUp: Act.BACK, _K.Key_Left: Act.BACK, _K.Key_Up: Act.BACK, _K.Key_Backspace: Act.BACK,
    _K.Key_MediaPrevious: Act.BACK,
    _K.Key_P: Act.PASSES, _K.Key_C: Act.LATER,
    _K.Key_Plus: Act.MORE, _K.Key_Equal: Act.MORE, _K.Key_Minus: Act.FEWER,
    _K.Key_X: Act.LEAVE_OUT, _K.Key_H: Act.CLOCK,
    _K.Key_S: Act.REST, _K.Key_B: Act.REST, _K.Key_Period: Act.REST,
    TURN_KEY: Act.TURN,
}  # fmt: skip
"""A click-presenter sends PageDown and PageUp, and B or a full stop for "blank": here that is the calm pause. Its F5
and Escape do nothing, as a wrong press in the circle must not turn the screen."""


_OTHER_WAY: dict[int, int] = {_K.Key_Left: _K.Key_Right, _K.Key_Right: _K.Key_Left}


def act_for(key: int) -> Act | None:
    """What a key asks for; None for one that means nothing here. Where one reads from the right, left is onward."""
    if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        key = _OTHER_WAY.get(key, key)
    return _KEYS.get(key)


def fingers_for(key: int) -> int | None:
    """The number of fingers a figure key stands for, 0 to 5."""
    number = key - int(_K.Key_0)
    return number if 0 <= number <= 5 else None
