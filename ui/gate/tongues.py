"""The languages there are, by their own names, at the foot of the first screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface, languages, own_name
from ui.gate.porch import Porch
from ui.widgets import Button, Flow, box


def tongues(porch: Porch) -> QWidget:
    """A button for each language but the one in force."""
    line = box(Flow(porch.theme, *(_button(porch, one) for one in languages() if one != interface().language), gap=20))
    line.setAccessibleName(_("Other languages"))
    return line


def _button(porch: Porch, language: str) -> Button:
    button = Button(porch.theme, own_name(language), "quiet", flush=True)
    button.clicked.connect(_speaks(porch, language))
    return button


def _speaks(porch: Porch, language: str) -> Callable[[], None]:
    return lambda: porch.speak(language)
