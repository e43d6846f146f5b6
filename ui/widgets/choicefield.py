"""A choice from a list, as a field with its name above."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from facilitator.i18n import _
from ui.theme import Theme
from ui.widgets.field import Field
from ui.widgets.menu import MenuButton


class ChoiceField(Field):
    """A choice from a list, as a field. `chosen` carries the value."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Sequence[tuple[object, str]],
        value: object = None,
        help: str = "",
        *,
        prompt: str = "",
    ) -> None:
        self.menu = MenuButton(
            theme, tuple(choices), value, name=name, prompt=prompt or _("Choose"), wide=True, field=True
        )
        super().__init__(theme, name, self.menu, help)
        self.menu.choose(value)
        self.menu.chosen.connect(self._chosen)

    @property
    def value(self) -> object:
        """What is chosen now."""
        return self.menu.value

    def choose(self, value: object) -> None:
        """Choose without telling anyone."""
        self.menu.choose(value)
        self.accept()

    def _chosen(self, value: object) -> None:
        self.accept()
        self.chosen.emit(value)
