"""The audit itself: it sees each fault it is there for, or it would be no use."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.audit import audit
from ui.theme import Theme
from ui.widgets import Button, Label


def tiny(theme: Theme) -> QWidget:
    """A button nobody can hit."""
    button = Button(theme, "Go")
    button.setFixedSize(60, 30)
    return button


def cut(theme: Theme) -> QWidget:
    """A label without room."""
    label = Label(theme, "Words that have no room at all here")
    label.setFixedWidth(60)
    return label


def cut_wrapped(theme: Theme) -> QWidget:
    """A paragraph without height."""
    label = Label(theme, "Words that have no room at all here, over many lines", wrap=True)
    label.setFixedSize(120, 20)
    return label


def small(theme: Theme) -> QWidget:
    """Words too small to read."""
    label = QLabel("Small print")
    label.setStyleSheet("font-size: 11px")
    return label


def nameless(theme: Theme) -> QWidget:
    """A button a screen reader cannot name."""
    button = QPushButton()
    button.setFixedSize(60, 60)
    return button


def wide(theme: Theme) -> QWidget:
    """A page that runs out of the window sideways."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(area.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
    inner = QLabel("x" * 200)
    area.setWidget(inner)
    area.setFixedSize(300, 100)
    return area


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (tiny, "under 40"),
        (cut, "is cut"),
        (cut_wrapped, "is cut"),
        (small, "under 15"),
        (nameless, "has no name"),
        (wide, "px across"),
    ],
)
def test_audit_sees(qtbot: QtBot, theme: Theme, make: object, fault: str) -> None:
    """Each fault is found by itself."""
    assert callable(make)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 300)
    widget = make(theme)
    widget.setParent(window)
    window.show()
    assert any(fault in found for found in audit(window, theme))


def test_audit_is_content_with_what_is_right(qtbot: QtBot, theme: Theme) -> None:
    """A plain button has nothing against it."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 300)
    Button(theme, "Go on").setParent(window)
    window.show()
    assert audit(window, theme) == []
