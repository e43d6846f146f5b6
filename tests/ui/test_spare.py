"""Widgets without the signals nobody asked for: what is asked for is there, what was connected stays so."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QListView, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ui.spare import spare, with_viewport
from ui.theme import Theme
from ui.widgets import Button, CheckRow, Glyph, KeyCap, Label, Paragraph, Stepper, box, down


class Saying(QWidget):
    """Has a signal of its own, and something else that is kept."""

    said = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.kept = "kept"


def held(widget: QWidget) -> list[str]:
    """The signals that Python holds of it."""
    return [name for name, value in vars(widget).items() if isinstance(value, SignalInstance)]


def test_signals_work_on_when_they_were_let_go(qtbot: QtBot) -> None:
    """Of its own and of Qt's, connected before and after."""
    widget = Saying()
    qtbot.addWidget(widget)
    heard: list[object] = []
    widget.said.connect(heard.append)
    widget.windowTitleChanged.connect(heard.append)
    spare(widget)
    assert held(widget) == [] and widget.kept == "kept"
    widget.said.emit(1)
    widget.setWindowTitle("one")
    widget.said.connect(lambda n: heard.append(-n))
    spare(widget)
    widget.said.emit(2)
    assert heard == [1, "one", 2, -2]
    widget.said.disconnect(heard.append)
    widget.said.emit(3)
    assert heard == [1, "one", 2, -2, -3]


def test_widgets_of_the_house_hold_few(qtbot: QtBot, theme: Theme) -> None:
    """None of those there are hundreds of holds a signal nobody asked for, nor has a type to itself."""
    widgets = (Label(theme, "a"), Paragraph(theme, "a"), Glyph(theme, "check"), Button(theme, "a"),
               Stepper(theme, 1, "a"), CheckRow(theme, "a"), box(down(theme)))  # fmt: skip
    for widget in widgets:
        qtbot.addWidget(widget)
        assert held(widget) == [], type(widget)
        assert "__METAOBJECT__" not in vars(widget), type(widget)


def test_widgets_still_follow_the_theme(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    """Their measures are taken anew when the zoom is another; of a paragraph its own, beside those of every label."""
    label, paragraph = Label(theme, "a"), Paragraph(theme, "a")
    glyph, button = Glyph(theme, "check"), Button(theme, "a")
    for widget in (label, paragraph, glyph, button):
        qtbot.addWidget(widget)

    def measures() -> list[int]:
        return [label.font().pixelSize(), paragraph.font().pixelSize(), paragraph.contentsMargins().top(),
                glyph.width(), button.sizeHint().height()]  # fmt: skip

    before = measures()
    theme.use(qapp, zoom=2.0)
    assert all(now > was for now, was in zip(measures(), before, strict=True)), (before, measures())


def test_what_is_gone_takes_no_more_measures(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    """Whoever is let go of while Python still knows them is not called at the next switch."""
    whole = QWidget()
    qtbot.addWidget(whole)
    parts = (Label(theme, "one"), Paragraph(theme, "two"), KeyCap(theme, "M"), Glyph(theme, "clock"),
             Button(theme, "three"))
    for part in parts:
        part.setParent(whole)
    shiboken6.delete(whole)
    assert not any(shiboken6.isValid(part) for part in parts)
    theme.use(qapp, zoom=1.5)  # what a switch raises fails the test


def test_a_viewport_of_ours_is_as_the_one_of_qt(qtbot: QtBot) -> None:
    """It is painted alike, and has what is put into the area."""
    for kind, role in ((QScrollArea, QPalette.ColorRole.NoRole), (QListView, QPalette.ColorRole.Base)):
        usual, ours = kind(), kind()
        with_viewport(ours, role)
        for area in (usual, ours):
            qtbot.addWidget(area)
        one, other = usual.viewport(), ours.viewport()
        assert one.backgroundRole() == other.backgroundRole()
        assert one.autoFillBackground() == other.autoFillBackground()
        assert one.focusProxy() is usual and other.focusProxy() is ours
        if isinstance(ours, QScrollArea):
            inside = QWidget()
            ours.setWidget(inside)
            assert inside.parentWidget() is other
