"""A choice from a list: a button that opens a menu, instead of a combo box."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu

from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind


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
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(False)
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

    def open(self) -> None:
        """Show the list under the button."""
        self._menu.clear()
        here: QAction | None = None
        for value, words in self._choices:
            action = self._menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == self._value)
            if value == self._value:
                action.setIcon(self._theme.icon("check", "action"))
                here = action
            action.triggered.connect(lambda _on=False, v=value: self._take(v))
        self._menu.setMinimumWidth(self.width())
        if here is not None:
            self._menu.setActiveAction(here)
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

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

    def _take(self, value: object) -> None:
        if value != self._value:
            self._value = value
            self._refresh()
            self.chosen.emit(value)

    def _refresh(self) -> None:
        words = next((words for value, words in self._choices if value == self._value), self._prompt)
        self.setText(words)
        self.setAccessibleName(f"{self._name}: {words}" if self._name else words)
