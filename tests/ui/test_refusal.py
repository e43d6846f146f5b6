"""Leaving a form: at once where nothing is lost, else only once it was said what would be."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets import Button, Label, Refusal, TextField, box, down


def test_words_are_not_lost_unasked(qtbot: QtBot, theme: Theme) -> None:
    refusal, field = Refusal(theme), TextField(theme, "Name")
    page = box(down(theme, field, 8, refusal))
    qtbot.addWidget(page)
    page.show()
    left: list[int] = []

    def leave(touched: bool) -> list[int]:
        refusal.leave(touched, lambda: left.append(1))
        return left

    assert leave(False) == [1] and refusal.isHidden()
    refusal.tell("Another one has this name.")
    assert leave(True) == [1], "what was refused before is no word of what would be lost"
    [button] = [one for one in refusal.findChildren(Button) if one.isVisible()]
    assert page.focusWidget() is button and button.text() == "Leave without saving"
    assert "What you typed is not saved yet." in [label.words for label in refusal.findChildren(Label)]
    button.click()
    assert left == [1, 1]
    refusal.clear()
    assert leave(True) == [1, 1] and leave(True) == [1, 1, 1]
    QApplication.processEvents()
