"""A long list narrowed in place: the rule of the search, the order of the list, and the keyboard's way into it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.audit import audit
from ui.theme import Theme
from ui.widgets import NarrowField, RowItem, RowList, box, down

NAMES = ("Åsa Ødegård", "Beth", "Maureen Okafor", "Maurice", "Zoë O’Brien")


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> Iterator[NarrowField]:
    """A list of five people with a field over it, in a window."""
    rows = RowList(theme, "People", fit=False)
    field = NarrowField(theme, "Find a person", rows)
    window = box(down(theme, field, (rows, 1), gap=8, margins=(12, 12, 12, 12)))
    qtbot.addWidget(window)
    window.resize(420, 480)
    window.show()
    field.show_items([RowItem(n, name) for n, name in enumerate(NAMES)])
    assert audit(window, theme) == []
    yield field
    window.hide()


def left(field: NarrowField) -> list[str]:
    return [row.title for row in field._rows.items]


@pytest.mark.parametrize(("typed", "names"), [
    ("", list(NAMES)), ("mau", ["Maureen Okafor", "Maurice"]), ("asa", ["Åsa Ødegård"]), ("obrien", ["Zoë O’Brien"]),
    ("okfaor", ["Maureen Okafor"]), ("mauirc", ["Maurice"]), ("qqq", []), ("-", list(NAMES)),
])
def test_what_fits_is_left_in_its_order(qtbot: QtBot, field: NarrowField, typed: str, names: list[str]) -> None:
    """Beginnings first; a slip only where nothing fits without."""
    told: list[int] = []
    field.narrowed.connect(told.append)
    qtbot.keyClicks(field.edit, typed)
    assert left(field) == names and (not typed or told[-1] == len(names))


def test_the_keyboard_goes_in_and_back(qtbot: QtBot, field: NarrowField) -> None:
    """Down to the first that fits; Escape shows all again; rows that change later are narrowed too."""
    qtbot.keyClicks(field.edit, "mau")
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is field._rows and field._rows.key == 2
    field.show_items([RowItem(7, "Maud"), RowItem(8, "Wren")])
    assert left(field) == ["Maud"]
    field.edit.setFocus()
    qtbot.keyClick(field.edit, Qt.Key.Key_Escape)
    assert left(field) == ["Maud", "Wren"] and not field.text


def test_it_is_said_how_many_are_left(
    qtbot: QtBot, field: NarrowField, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once the typing rests, not at every key."""
    said: list[str] = []
    monkeypatch.setattr("ui.widgets.narrow.announce", lambda widget, words: said.append(words))
    qtbot.keyClicks(field.edit, "mau")
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["2 found"]
