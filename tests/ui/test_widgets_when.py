"""Days and times as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets import DateField, TimeField
from ui.widgets.when import FIRST, LAST, read_day, read_time

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("19:00", 1140),
        (" 7pm ", 1140),
        ("7.30 pm", 1170),
        ("1930", 1170),
        ("930", 570),
        ("19h30", 1170),
        ("12 am", 0),
        ("12 p.m.", 720),
        ("0:05", 5),
        ("25:90", None),
        ("24:00", None),
        ("13 pm", None),
        ("seven", None),
        ("", None),
    ],
)
def test_times_as_people_write_them(text: str, minute: int | None) -> None:
    """Clock and half-day, with a point, a colon or nothing between; what is no time is none."""
    assert read_time(text) == minute


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20/11/2026", date(2026, 11, 20)),
        ("3.12.26", date(2026, 12, 3)),
        ("2026-12-03", date(2026, 12, 3)),
        ("3 Dec", date(2026, 12, 3)),
        ("3 March", date(2027, 3, 3)),
        ("Thursday 3rd December 2026", date(2026, 12, 3)),
        ("December 3, 2026", date(2026, 12, 3)),
        ("29 Feb", date(2028, 2, 29)),
        ("Today", TODAY),
        ("yesterday ", date(2026, 11, 19)),
        ("19/11", date(2027, 11, 19)),
        ("31/02/2026", None),
        ("3 Brumaire", None),
        ("12", None),
        ("", None),
        ("1/2/3/4", None),
        ("31/12/9999", None),
        ("1/1/0001", None),
        ("1/1/99999999999999", None),
        ("99999999999999 May", None),
        ("2/²/2026", None),
        ("٣/١٢/٢٠٢٦", date(2026, 12, 3)),
    ],
)
def test_days_as_people_write_them(text: str, day: date | None) -> None:
    """Numbers or the month's name, with a year or the next such day; what is no day is none."""
    assert read_day(text, TODAY) == day


def test_day_and_month_change_places() -> None:
    """Where the month comes first, it does."""
    assert read_day("12/03/2026", TODAY, day_first=False) == date(2026, 12, 3)


def test_day_is_said_in_words(qtbot: QtBot, theme: Theme) -> None:
    """Under the field stands which day that is; what is no day is refused with an example; keys step."""
    field = DateField(theme, "First circle", date(2026, 12, 3), TODAY)
    qtbot.addWidget(field)
    field.show()
    settled: list[object] = []
    field.settled.connect(settled.append)
    assert field.edit.accessibleDescription() == "Thursday 3 December 2026"
    qtbot.keyClick(field.edit, Qt.Key.Key_Up)
    qtbot.keyClick(field.edit, Qt.Key.Key_PageDown)
    assert field.day == date(2026, 11, 27)
    field.edit.clear()
    qtbot.keyClicks(field.edit, "32 December")
    assert field.check() is None
    assert field.wrong == "That is not a day. Try 20/11/2026."
    field.edit.clear()
    qtbot.keyClicks(field.edit, "4 dec")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert (settled, field.edit.text()) == ([date(2026, 12, 4)], "04/12/2026")
    field.edit.clear()
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    assert field.day == TODAY


@pytest.mark.parametrize(("edge", "key"), [(LAST, Qt.Key.Key_PageUp), (FIRST, Qt.Key.Key_PageDown)])
def test_keys_stop_at_the_last_day_there_is(qtbot: QtBot, theme: Theme, edge: date, key: Qt.Key) -> None:
    """Nothing breaks at either end of the calendar, and the field still holds a day."""
    field = DateField(theme, "First circle", edge, TODAY)
    qtbot.addWidget(field)
    qtbot.keyClick(field.edit, key)
    assert field.day == edge


def test_time_is_put_as_a_clock(qtbot: QtBot, theme: Theme) -> None:
    """What was typed right is shown as a clock; what is no time is refused with an example; keys step by five."""
    field = TimeField(theme, "Start", 19 * 60)
    qtbot.addWidget(field)
    field.show()
    settled: list[int] = []
    field.settled.connect(settled.append)
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    assert field.minute == 18 * 60 + 55
    field.edit.clear()
    qtbot.keyClicks(field.edit, "7.30pm")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert (settled, field.text) == ([1170], "19:30")
    field.edit.clear()
    qtbot.keyClicks(field.edit, "25:90")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert (settled, field.wrong) == ([1170], "That is not a time. Try 19:00.")
