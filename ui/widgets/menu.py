"""A choice from a list: a button that opens it, instead of a combo box."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.picklist import PickList
from ui.widgets.rows import RowItem


class MenuButton(Button):
    """A button that opens a list to choose from, instead of a combo box; it says the choice and shows an arrow.

    `name` is read before the choice by screen readers; `chosen` carries the value of the choice.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        choices: tuple[tuple[object, str], ...] = (),
        value: object = None,
        *,
        name: str = "",
        prompt: str = "",
        kind: Kind = "plain",
        icon: str = "",
        wide: bool = False,
        field: bool = False,
    ) -> None:
        super().__init__(theme, prompt, kind, icon, wide=wide, trailing_icon="down")
        self._choices, self._value, self._prompt, self._name, self._field = choices, value, prompt, name, field
        self.clicked.connect(self.open)
        self._refresh()

    @property
    def value(self) -> object:
        """What is chosen now."""
        return self._value

    def set_choices(self, choices: tuple[tuple[object, str], ...], value: object = None) -> None:
        """Offer other choices."""
        self._choices, self._value = choices, value
        self._refresh()

    def choose(self, value: object) -> None:
        """Choose without telling anyone."""
        self._value = value
        self._refresh()

    def open(self) -> PickList:
        """Show the list under the button."""
        marks = any(value == self._value for value, _words in self._choices)
        items = [
            RowItem(n, words, icon="check" if value == self._value else "blank" if marks else "")
            for n, (value, words) in enumerate(self._choices)
        ]
        at = next((n for n, (value, _words) in enumerate(self._choices) if value == self._value), 0)
        shown = PickList(self._theme, self, self._name or self._prompt, items, at)
        shown.picked.connect(self._picked)
        shown.open()
        return shown

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the list, as in any choice."""
        if event.key() == Qt.Key.Key_Down:
            self.open()
        else:
            super().keyPressEvent(event)

    def _role(self) -> Role:
        return "body" if self._field else super()._role()

    def _spread(self) -> bool:
        return self._field or super()._spread()

    def _pad(self) -> float:
        return 15 if self._field else super()._pad()

    def _height(self) -> int:
        return self._theme.px(48) if self._field else super()._height()

    def _picked(self, at: object) -> None:
        if isinstance(at, int):
            self._take(self._choices[at][0])

    def _take(self, value: object) -> None:
        if value != self._value:
            self._value = value
            self._refresh()
            self.chosen.emit(value)

    def _refresh(self) -> None:
        words = next((words for value, words in self._choices if value == self._value), self._prompt)
        self.setText(words)
        self.setAccessibleName(f"{self._name}: {words}" if self._name not in ("", words) else words)
