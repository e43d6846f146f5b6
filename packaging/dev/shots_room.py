"""Pictures of the room view, for `dev.py shots`: the steps from one of its states to the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from stage import Stage

from facilitator.model.fingers import Moment

Enter = Callable[[Stage], None]
WIDE, HIGH = 1366, 768
_K = Qt.Key


def seen(stage: Stage) -> QWidget:
    """What is looked at: the room where it is in sight, else the laptop's side."""
    room = stage.house.room if stage.house.opened is not None else None
    return room.window if room is not None and room.shown and room.window is not None else stage.house.window


def _turn(stage: Stage) -> None:
    """Show the room in the size of a small projector."""
    opened = stage.house.opened
    if opened is None:
        raise LookupError("no vault is open")
    if not stage.house.room.shown:
        opened.feed.turn()
        stage.until(lambda: stage.house.room.shown)
    stage.rest()
    window = seen(stage)
    window.showNormal()
    window.resize(WIDE, HIGH)
    stage.rest()


def _press(stage: Stage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(seen(stage), key)
    stage.rest()


def _at(circle: Enter | None, *keys: Qt.Key) -> Enter:
    """The room of a circle as it runs, after some keys."""

    def enter(stage: Stage) -> None:
        if circle is not None:
            _back(stage)
            circle(stage)
            stage.house.room.end()
        _turn(stage)
        _press(stage, *keys)

    return enter


def _back(stage: Stage) -> None:
    if stage.house.room.shown:
        stage.house.room.turn_back()
    stage.rest()


def _hands(stage: Stage) -> None:
    _turn(stage)
    stage.house.room.ask_hands(Moment.OPENING)
    _press(stage, _K.Key_2, _K.Key_3, _K.Key_3, _K.Key_3, _K.Key_4, _K.Key_5, _K.Key_5)


def _covered(stage: Stage) -> None:
    """The laptop's side as the screen is turned back while another place than the circle is up."""
    if stage.house.opened is None or stage.house.opened.shell is None:
        raise LookupError("no vault is open")
    from ui.go import Go

    stage.house.opened.shell.go(Go("groups"))
    stage.rest()
    stage.house.room.turn_back()
    stage.rest()


def steps(circle: Callable[[int, int, int], Enter]) -> tuple[tuple[str, Enter], ...]:
    """Each state by name and how to get there; `circle` gives one due minutes ago, begun so late, at a part."""
    return (
        ("room-opening", _at(circle(2, 0, 0))),
        ("room-reading", _at(None, *[_K.Key_PageDown] * 4)),
        ("room-limits", _at(None, _K.Key_PageUp, _K.Key_PageUp, _K.Key_X)),
        ("room-hands", _hands),
        ("room-pause", _at(None, _K.Key_Space, _K.Key_B)),
        ("room-round", _at(circle(16, 0, 1), _K.Key_Space, _K.Key_Space, _K.Key_C, _K.Key_P)),
        ("room-last-minute", _at(circle(27, 0, 1))),
        ("room-no-clock", _at(None, _K.Key_H)),
        ("room-talk", _at(circle(40, 0, 3))),
        ("room-over", _at(circle(75, 0, 3))),
        ("room-covered", _covered),
    )
