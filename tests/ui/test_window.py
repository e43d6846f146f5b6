"""The one window: where it stands on a small screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.window import HIGH, TITLE_BAR, WIDE, Window


@pytest.mark.parametrize(
    ("room", "fills"),
    [
        (QSize(WIDE, HIGH), True),  # a small laptop, whose title bar would push the foot of the window off the screen
        (QSize(WIDE - 86, 1000), True),
        (QSize(1920, 1040), False),
        (QSize(WIDE, HIGH + TITLE_BAR), False),
    ],
)
def test_small_screen_is_filled(qtbot: QtBot, theme: Theme, room: QSize, fills: bool) -> None:
    """Where the usual size would be cut off at its foot, the window takes the whole screen; else its usual place."""
    window = Window(theme)
    qtbot.addWidget(window)
    window._may_close = True
    window.stand("", room)
    assert window.isMaximized() is fills


def test_place_of_before_comes_first(qtbot: QtBot, theme: Theme) -> None:
    """A window that was moved comes back where it was, however small the screen."""
    window = Window(theme)
    qtbot.addWidget(window)
    window._may_close = True
    window.stand("700x500+10+10", QSize(WIDE, HIGH))
    assert not window.isMaximized()
    assert (window.width(), window.height()) == (700, 500)
