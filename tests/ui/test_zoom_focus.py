"""What has the keyboard stays in sight while all is made larger: on the locked screen, and by Settings' own stepper."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from tests.ui.audit import settle
from tests.ui.front import Front
from ui.gate.unlock import UnlockPage
from ui.go import Go
from ui.screens.settings import SettingsScreen

CTRL = Qt.KeyboardModifier.ControlModifier


def in_sight(front: Front) -> bool:
    """Whether all of what has the keyboard can be seen in what scrolls round it."""
    here = front.focus()
    above: QWidget | None = here.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    assert isinstance(above, QScrollArea)
    port = above.viewport()
    return port.rect().contains(QRect(here.mapTo(port, QPoint(0, 0)), here.size()))


def test_the_words_stay_in_sight_on_the_locked_screen(opened: Front) -> None:
    opened.window.resize(1366, 768)
    opened.house.lock()
    opened.locked()
    page = opened.page(UnlockPage)
    assert opened.focus() is page.words.edit
    for _step in range(10):
        opened.press(Qt.Key.Key_Plus, CTRL)
        settle()
    assert opened.house.parts.theme.zoom == 2.0
    opened.until(lambda: in_sight(opened))


def test_the_stepper_stays_under_the_hand_that_steps_it(opened: Front) -> None:
    opened.window.resize(760, 560)
    assert opened.house.opened is not None and opened.house.opened.shell is not None
    shell = opened.house.opened.shell
    shell.go(Go("settings"))
    settle()
    [screen] = shell.findChildren(SettingsScreen)
    stepper = screen.rows["zoom"].stepper
    assert stepper is not None
    opened.tab_to(stepper)
    for _step in range(10):
        opened.press(Qt.Key.Key_Up)
        settle()
    assert opened.house.parts.theme.zoom == 2.0
    opened.until(lambda: in_sight(opened))
