"""Which evenings an attendance grid shows: none, those between two days, or those with who came."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from facilitator.i18n import _, interface
from ui.theme import Theme
from ui.widgets import ChoiceBar, DateField, Field, box, down

SPAN = timedelta(weeks=8)
"""How far ahead or back a grid looks until somebody says otherwise."""


class Kind(StrEnum):
    """What a grid is filled with."""

    EMPTY = "empty"
    DAYS = "days"
    NAMES = "names"


@dataclass(frozen=True, slots=True)
class Days:
    """What a grid shows. The days count where it is not empty."""

    kind: Kind
    first: date
    last: date

    @staticmethod
    def empty(today: date) -> Days:
        """Nothing on it; its days would be those to come."""
        return Days(Kind.EMPTY, today, today + SPAN)

    def of(self, kind: Kind, today: date) -> Days:
        """The same of another kind: days look ahead, names look back."""
        if kind is Kind.NAMES and self.last > today:
            return Days(kind, today - SPAN, today)
        if kind is Kind.DAYS and self.kind is Kind.NAMES:
            return Days(kind, today, today + SPAN)
        return replace(self, kind=kind)


class DaysField(QWidget):
    """Chooses them. `chosen` carries a `Days`."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._theme, self._today = theme, today
        self._days, self._names = Days.empty(today), True
        self._top = down(theme)
        self.bar: ChoiceBar | None = None
        us = interface().locale == "en_US"
        self.first = DateField(theme, _("First day"), self._days.first, today, day_first=not us)
        self.last = DateField(theme, _("Last day"), self._days.last, today, day_first=not us)
        self._span = box(down(theme, 12, self.first, 12, self.last))
        self.setLayout(down(theme, self._top, self._span))
        for field in (self.first, self.last):
            field.settled.connect(lambda _day: self._settle())
        self._offer()

    @property
    def first_stop(self) -> QWidget | None:
        """Where one would begin."""
        return next((part for part in self.findChildren(QRadioButton) if part.isChecked()), None)

    def show_days(self, days: Days, names: bool) -> None:
        """Show them without telling anyone; `names` says whether the group keeps any."""
        if names != self._names:
            self._names = names
            self._offer()
        self._days = days
        if self.bar is not None:
            self.bar.choose(days.kind)
        self.first.set_day(days.first)
        self.last.set_day(days.last)
        self._span.setVisible(days.kind is not Kind.EMPTY)

    def _offer(self) -> None:
        self._top.clear()
        kinds: list[tuple[object, str]] = [(Kind.EMPTY, _("Empty")), (Kind.DAYS, _("With our days"))]
        if self._names:
            kinds.append((Kind.NAMES, _("With names")))
        self.bar = ChoiceBar(self._theme, kinds, self._days.kind, name=_("Evenings"))
        self.bar.chosen.connect(self._choose)
        self._top.put(Field(self._theme, _("Evenings"), self.bar))

    def _choose(self, kind: object) -> None:
        if isinstance(kind, Kind):
            days = self._days.of(kind, self._today)
            self.show_days(days, self._names)
            self.chosen.emit(days)

    def _settle(self) -> None:
        first, last = self.first.day, self.last.day
        if first is None or last is None:
            return
        if last < first:
            self.last.refuse(_("It is before the first day. Choose that day or a later one."))
            return
        self.last.accept()
        days = replace(self._days, first=first, last=last)
        if days != self._days:
            self._days = days
            self.chosen.emit(days)
