"""A setting on screen: the control that suits its declaration, its name and its help."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.settings import Setting
from ui.theme import Theme
from ui.widgets import Aside, CheckRow, ChoiceBar, ChoiceField, Field, Label, Stepper, box, down

Value = str | int | bool
_BAR = 4
"""Choices that still stand side by side."""


class SettingRow(QWidget):
    """One setting. `chosen` carries its value when the person changes it."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, declared: Setting) -> None:
        super().__init__()
        self.declared = declared
        name, help = declared.label(), declared.help()
        self.bar: ChoiceBar | ChoiceField | None = None
        self.stepper: Stepper | None = None
        self.tick: CheckRow | None = None
        if declared.choices is not None:
            choices = declared.choices()
            if len(choices) <= _BAR:
                self.bar = ChoiceBar(theme, choices, name=name)
                self.setLayout(down(theme, Field(theme, name, self.bar, help)))
            else:
                self.bar = ChoiceField(theme, name, choices, help=help)
                self.setLayout(down(theme, self.bar))
            self.bar.chosen.connect(self.chosen.emit)
        elif isinstance(declared.default, bool):
            self.tick = CheckRow(theme, name, hint=help, softens=False)
            self.setLayout(down(theme, self.tick))
            self.tick.toggled.connect(self.chosen.emit)
        else:
            self.stepper = self._stepper(theme, name)
            words = down(theme, Label(theme, name, "strong", wrap=True))
            if help:
                words.put(2, Label(theme, help, "small", "soft", wrap=True))
            self.setLayout(Aside(theme, box(words), self.stepper, gap=20, least=200))
            self.stepper.setAccessibleDescription(help)
            self.stepper.valueChanged.connect(self.chosen.emit)

    def _stepper(self, theme: Theme, name: str) -> Stepper:
        declared, unit = self.declared, self.declared.unit()
        spaced = f" {unit}" if len(unit) > 1 else unit
        return Stepper(
            theme, int(declared.default), name, least=declared.least or 0, most=declared.most or 999,
            step=declared.step, unit=spaced,
        )  # fmt: skip

    def show_value(self, value: Value) -> None:
        """Show a value without telling anyone."""
        self.blockSignals(True)
        if self.bar is not None:
            self.bar.choose(value)
        elif self.tick is not None:
            self.tick.setChecked(bool(value))
        elif self.stepper is not None:
            self.stepper.setValue(int(value))
        self.blockSignals(False)


def about_words() -> tuple[str, ...]:
    """What the app is, in a few calm lines."""
    return (
        _("It works without the internet, for ever. It sends nothing to anybody."),
        _("It is free: you may use it, change it, and pass it on."),
    )
