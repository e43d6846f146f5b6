"""Fields for a day and a time of day: typed as people write them, said back in words, so that a slip is seen."""

from __future__ import annotations

import re
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from facilitator.i18n import _, interface
from ui.theme import Theme
from ui.widgets.field import TextField
from ui.widgets.segments import clock

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""Between these a day can lie; beyond them somebody's finger slipped."""
_TIME = re.compile(r"(\d{1,2})(?:[:.h ]?([0-5]\d))?\s*(a|p)?\.?\s?m?\.?", re.IGNORECASE)


def read_time(text: str) -> int | None:
    """Minutes after midnight from 19:00, 7pm, 7.30 pm, 1930; None when it is no time of day."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * 60 + minute if hour < 24 else None


def read_day(text: str, today: date, day_first: bool = True) -> date | None:
    """A day: 20/11/2026, 20.11.26, 2026-11-20, 20 Nov, November 20 2026, today; without a year the next such day."""
    near = {_("yesterday").casefold(): -1, _("today").casefold(): 0, _("tomorrow").casefold(): 1}
    if (said := text.strip().casefold()) in near:
        return today + timedelta(days=near[said])
    parts = [part for part in re.split(r"[\s,./-]+", text.strip().casefold()) if part]
    parts = [re.sub(r"(?<=\d)(st|nd|rd|th)$", "", part) for part in parts]
    numbers, month = [part for part in parts if part.isdecimal()], 0
    for word in (part for part in parts if not part.isdecimal()):
        named = _month(word)
        if named:
            month = named
        elif not _weekday(word):
            return None
    if not numbers or len(numbers) > 3:
        return None
    if len(numbers[0]) == 4:
        return _day(numbers[0], *numbers[1:3]) if len(numbers) == 3 and not month else None
    if month:
        day, year = numbers[0], numbers[1] if len(numbers) == 2 else ""
        return _with_year(year, month, int(day), today) if len(numbers) <= 2 else None
    if len(numbers) < 2:
        return None
    first, second = (0, 1) if day_first else (1, 0)
    return _with_year(numbers[2] if len(numbers) == 3 else "", int(numbers[second]), int(numbers[first]), today)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except (ValueError, OverflowError):  # no such day, or a number that no calendar holds
        return None
    return found if FIRST <= found <= LAST else None


def _with_year(year: str, month: int, day: int, today: date) -> date | None:
    if year:
        return _day(str(int(year) + 2000 if len(year) <= 2 else int(year)), str(month), str(day))
    for candidate in range(today.year, today.year + 5):  # 29 February comes once in four years
        found = _day(str(candidate), str(month), str(day))
        if found is not None and found >= today:
            return found
    return None


def _month(word: str) -> int:
    for number in range(1, 13):
        for shape in ("LLLL", "LLL", "MMMM", "MMM"):
            if word == interface().date(date(2024, number, 1), shape).casefold().rstrip("."):
                return number
    return 0


def _weekday(word: str) -> bool:
    week = (date(2024, 1, 1) + timedelta(days=n) for n in range(7))
    return any(
        word == interface().date(day, shape).casefold().rstrip(".") for day in week for shape in ("EEEE", "EEE")
    )


class TimeField(TextField):
    """A time of day, typed as people write it. `minute` is minutes after midnight, None when empty or wrong.

    `settled` carries the minute once typed right. Up and Down move by five minutes.
    """

    settled = Signal(int)

    def __init__(self, theme: Theme, name: str, minute: int | None = None, help: str = "") -> None:
        super().__init__(theme, name, "" if minute is None else clock(minute), help, limit=12)
        self.edit.editingFinished.connect(self._settle)
        self.edit.installEventFilter(self)

    @property
    def minute(self) -> int | None:
        """The time typed."""
        return read_time(self.text)

    def set_minute(self, minute: int | None) -> None:
        """Put a time in without telling anyone."""
        self.set_text("" if minute is None else clock(minute))

    def check(self) -> int | None:
        """The time typed; refuses below the field what is no time."""
        minute = self.minute
        if minute is None:
            self.refuse(_("That is not a time. Try 19:00.") if self.text else _("A time is needed. Try 19:00."))
        return minute

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up is later, Down is earlier."""
        step = _step(event)
        if step and (minute := self.minute) is not None:
            self.set_minute((minute // 5 * 5 + step * 5) % 1440)
            self.changed.emit(self.edit.text())
            return True
        return False

    def _settle(self) -> None:
        if self.text and (minute := self.check()) is not None:
            self.set_minute(minute)
            self.settled.emit(minute)


class DateField(TextField):
    """A day, typed as people write it; below stands which day that is, in words. `day` is None when empty or wrong.

    `settled` carries the day once typed right. Up and Down move by a day, with Page keys by a week.
    """

    settled = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        day: date | None,
        today: date,
        help: str = "",
        *,
        day_first: bool = True,
    ) -> None:
        self._today, self._day_first, self._own_help = today, day_first, help
        super().__init__(theme, name, "", help, limit=40)
        self.edit.editingFinished.connect(self._settle)
        self.edit.installEventFilter(self)
        self.changed.connect(self._say)
        self.set_day(day)

    @property
    def day(self) -> date | None:
        """The day typed."""
        return read_day(self.text, self._today, self._day_first)

    def set_day(self, day: date | None) -> None:
        """Put a day in without telling anyone."""
        self.set_text("" if day is None else self._shape(day))
        self._say()

    def check(self) -> date | None:
        """The day typed; refuses below the field what is no day."""
        day = self.day
        if day is None:
            example = self._shape(self._today)
            words = _("That is not a day. Try {example}.") if self.text else _("A day is needed. Try {example}.")
            self.refuse(words.format(example=example))
        return day

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up is later, Down is earlier; from nothing both lead to today."""
        step = _step(event)
        if step and (self.day is not None or not self.text):
            day = self._today if self.day is None else self.day + timedelta(days=step)
            self.set_day(min(max(day, FIRST), LAST))
            self.changed.emit(self.edit.text())
            return True
        return False

    def _shape(self, day: date) -> str:
        return day.strftime("%d/%m/%Y" if self._day_first else "%m/%d/%Y")

    def _say(self, _text: str = "") -> None:
        day = self.day
        self.set_help(interface().date(day, "EEEE d MMMM y") if day is not None else self._own_help)

    def _settle(self) -> None:
        if self.text and (day := self.check()) is not None:
            self.set_day(day)
            self.settled.emit(day)


def _step(event: QEvent) -> int:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return 0
    steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}
    return steps.get(Qt.Key(event.key()), 0)
